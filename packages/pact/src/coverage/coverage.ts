import { type Cell, cells, isOperationId, type OperationId } from '@customer-contracts/schemas';

import { readPactFiles } from '../shards/read-pact-files.ts';
import type { Verification } from '../verification/verification.ts';
import { cellOfInteraction } from './cell-of-interaction.ts';

/** How far one of the 40 documented answers is covered. */
export interface CellCoverage {
  readonly cell: Cell;
  readonly operationId: OperationId;
  readonly status: number;
  /** How many interactions of the pacts are about it. */
  readonly interactions: number;
  /** Whether a verification had interactions about it, and all of them passed. */
  readonly isVerified: boolean;
}

/** What {@link coverage} takes. */
export interface CoverageOptions {
  /** Paths of pact files, and of directories of them. */
  readonly pacts: readonly string[];
  /** What `verifyProvider` gave; without it nothing counts as verified. */
  readonly verification?: Verification;
}

/**
 * The 40 documented answers in the order of the table of operations, each with what pacts and a verification say about it.
 *
 * @throws {MergeError} when a file is no pact.
 */
export function coverage({ pacts, verification }: CoverageOptions): readonly CellCoverage[] {
  const inContract = readPactFiles(pacts).flatMap(({ interactions }) => interactions.map(cellOfInteraction));
  return cells.map((cell) => {
    const [operationId = '', status] = cell.split(' ');
    if (!isOperationId(operationId)) throw new TypeError(`${cell} is no cell.`);
    const verified = verification?.interactions.filter((interaction) => interaction.cell === cell) ?? [];
    return {
      cell,
      operationId,
      status: Number(status),
      interactions: inContract.filter((each) => each === cell).length,
      isVerified: verified.length > 0 && verified.every(({ isPassed }) => isPassed),
    };
  });
}
