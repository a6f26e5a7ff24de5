import { type Cell, isCell } from '@customer-contracts/schemas';

import { InteractionError } from './interaction-error.ts';
import type { InteractionPlan } from './interaction-plan.ts';

/**
 * The cell of an interaction.
 *
 * @throws {InteractionError} when PUT customer has not said its status, or the operation doesn't document it.
 */
export function cellOf({ operationId, status }: InteractionPlan): Cell {
  const cell = `${operationId} ${status}`;
  if (isCell(cell)) return cell;
  const received = status === undefined ? 'no status' : `status ${status}, which the API does not document`;
  throw new InteractionError(
    `Failed to describe ${operationId}: ${received}. Say respondsWith with a documented status of it.`,
    operationId,
  );
}
