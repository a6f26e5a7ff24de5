import { type Cell, isCell, matchOperation } from '@customer-contracts/schemas';

import { isRecord } from '../is-record.ts';
import type { PactInteraction } from '../shards/pact-file.ts';
import type { Variant } from '../interaction/variant.ts';

/** The documented answer that an interaction is about; `undefined` where the API documents no such request or status. */
export function cellOfInteraction({
  request,
  response,
}: {
  readonly request: Pick<PactInteraction['request'], 'method' | 'path'>;
  readonly response: Pick<PactInteraction['response'], 'status'>;
}): Cell | undefined {
  const match = matchOperation(request.method, request.path);
  if (match === undefined || !('operationId' in match)) return undefined;
  const cell = `${match.operationId} ${response.status}`;
  return isCell(cell) ? cell : undefined;
}

/** The variant of an interaction that this package wrote; `undefined` where it has none. */
export function variantOfInteraction({ comments = {} }: Pick<PactInteraction, 'comments'>): Variant | undefined {
  const own = comments['customer-contracts'];
  const variant = isRecord(own) ? own['variant'] : undefined;
  return variant === 'full' || variant === 'bare' || variant === 'empty' ? variant : undefined;
}
