import type { DatabaseSync } from 'node:sqlite';

import { dropDerived, isDerived, makeDerived } from './schema.ts';
import { transaction } from './transaction.ts';

/** Makes what follows from the customers, where it isn't there. */
export function deriveAll(database: DatabaseSync): void {
  if (hasDerived(database)) return;
  transaction(database, () => {
    // Looked at again: another process may have made it meanwhile.
    if (!hasDerived(database)) database.exec(makeDerived);
  });
}

/**
 * Runs `work`, which writes very many customers step by step. Where there are none yet, what follows from them is made at the end, in a
 * third of the time. A process that is killed before leaves that to the next one that opens the file.
 */
export function* inBulk<Step>(database: DatabaseSync, work: () => Iterable<Step>): Generator<Step> {
  transaction(database, () => {
    const isEmpty = database.prepare('SELECT 1 FROM customers LIMIT 1').get() === undefined;
    if (isEmpty && hasDerived(database)) database.exec(dropDerived);
  });
  yield* work();
  deriveAll(database);
}

function hasDerived(database: DatabaseSync): boolean {
  return database.prepare(isDerived).get()?.['isDerived'] === 1;
}
