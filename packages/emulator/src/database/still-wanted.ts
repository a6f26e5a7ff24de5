import type { Database } from './database.ts';

const name = 'still_wanted';

/** Lets queries over this connection ask whether they are still wanted. */
export function defineStillWanted(database: Database): void {
  database.function(name, () => 1);
}

/**
 * Always holds, and comes back to JavaScript once in a thousand rows: a thread can only be ended there, and a query that looks
 * at a million customers would go on for seconds, with the process that waits for it.
 *
 * @param number - the column of the customer's number
 */
export function stillWanted(number: string): string {
  return `(${number} & 1023 <> 0 OR ${name}())`;
}
