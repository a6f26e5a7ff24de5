import type { Cell, OperationId } from '@customer-contracts/schemas';
import type { Standing } from '@customer-contracts/schemas/evidence';
import { cells, operationIds, statusesOf } from '@customer-contracts/schemas/plain';

import type { HttpInteraction, PactDocument } from '../document/pact-document.ts';
import { cellOfInteraction } from '../documented/documented-interaction.ts';
import type { Answerer } from './answerer.ts';
import type { Verification, VerifiedInteraction } from './verification.ts';

/** How far one of the documented answers is covered. */
export interface CellCoverage {
  readonly cell: Cell;
  readonly operationId: OperationId;
  readonly status: number;
  /** How many interactions of the pacts are about it. */
  readonly interactions: number;
  /** Whether a verification had interactions about it, and all of them passed. */
  readonly isVerified: boolean;
  /** Who answered in the verifications in which all of them passed: whose word it is. */
  readonly honouredBy: readonly Answerer[];
  /** What the answer itself rests on; absent where no evidence was given. */
  readonly evidence?: Standing;
}

/**
 * The documented answers in the order of the table of operations, each with what pacts, and verifications by
 * `verifyProvider`, say about it. Without a verification nothing is honoured by anybody.
 *
 * @param evidence what each answer rests on, as `readEvidence` has it.
 */
export function coverage(
  pacts: readonly PactDocument[],
  verifications: readonly Verification[] = [],
  evidence?: (cell: Cell) => Standing,
): readonly CellCoverage[] {
  const inContract = pacts.flatMap(({ interactions }) => interactions.map(cellOfInteraction));
  const verified = verifications.map(({ interactions, answeredBy = { kind: 'provider' } }) => ({
    answeredBy,
    interactions: interactions.map((each) => ({ cell: each.cell ?? cellFrom(pacts, each), isPassed: each.isPassed })),
  }));
  return operationIds.flatMap((operationId) =>
    statusesOf(operationId).flatMap((status) => {
      const cell = cells.find((each) => each === `${operationId} ${status}`);
      if (cell === undefined) return [];
      const found = verified
        .map((each) => ({ ...each, interactions: each.interactions.filter((one) => one.cell === cell) }))
        .filter(({ interactions }) => interactions.length > 0);
      const honoured = found.filter(({ interactions }) => interactions.every(({ isPassed }) => isPassed));
      return {
        cell,
        operationId,
        status,
        interactions: inContract.filter((each) => each === cell).length,
        isVerified: found.length > 0 && honoured.length === found.length,
        honouredBy: honoured.map(({ answeredBy }) => answeredBy),
        ...(evidence && { evidence: evidence(cell) }),
      };
    }),
  );
}

/** A verification of pacts from a broker knows no cells; the pact with the same interaction does. */
function cellFrom(pacts: readonly PactDocument[], verified: VerifiedInteraction): Cell | undefined {
  const isIt = ({ description, states }: HttpInteraction) =>
    description === verified.description && states.map(({ name }) => name).join() === verified.states.join();
  const interaction = pacts
    .filter(({ consumer }) => consumer === verified.consumer)
    .flatMap(({ interactions }) => interactions)
    .find(isIt);
  return interaction && cellOfInteraction(interaction);
}
