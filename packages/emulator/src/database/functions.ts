import type { DatabaseSync } from 'node:sqlite';

/** The functions that the queries call, because SQLite knows no letters but ASCII, and no RFC 3339. */
export function addFunctions(database: DatabaseSync): void {
  const options = { deterministic: true };
  /** A text in lower case; null for anything else. */
  database.function('folded', options, (value) => (typeof value === 'string' ? value.toLowerCase() : null));
  /** A date-time in ms since 1970; null for anything else, which JavaScript would make a date of now and then. */
  database.function('moment', options, (value) => {
    const time = typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value) ? Date.parse(value) : Number.NaN;
    return Number.isNaN(time) ? null : time;
  });
}
