import type { Database } from './database.ts';
import { derived, dropDerived, isDerived } from './schema.ts';
import { transaction, transactionInSteps } from './transaction.ts';

/** How many customers are looked at in a step, where it isn't one for all of them. */
const stretch = 5000;

/** Makes what follows from the customers, where it isn't there, step by step: all of it, or nothing. */
export function* deriveAll(database: Database): Generator<void> {
  if (hasDerived(database)) return;
  yield* transactionInSteps(database, function* () {
    // Looked at again: another process may have made it meanwhile.
    if (hasDerived(database)) return;
    const highest = Number(database.prepare('SELECT max(number) AS highest FROM customers').get()?.['highest']);
    for (const { sql, fill } of derived) {
      database.exec(sql);
      yield;
      if (fill === undefined) continue;
      const filling = database.prepare(fill);
      for (let from = 0; from < highest; from += stretch) {
        filling.run(from, from + stretch);
        yield;
      }
    }
  });
}

/**
 * Runs `work`, which writes very many customers step by step. Where there are none yet, what follows from them is made at the
 * end, in a third of the time; the steps of that are undefined. A process that ends before leaves that to the next one that opens the file.
 */
export function* inBulk<Step>(database: Database, work: () => Iterable<Step>): Generator<Step | undefined> {
  transaction(database, () => {
    const isEmpty = database.prepare('SELECT 1 FROM customers LIMIT 1').get() === undefined;
    if (isEmpty && hasDerived(database)) database.exec(dropDerived);
  });
  yield* work();
  for (const _ of deriveAll(database)) yield undefined;
}

function hasDerived(database: Database): boolean {
  return database.prepare(isDerived).get()?.['isDerived'] === 1;
}
