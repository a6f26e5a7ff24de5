import type { DatabaseSync } from 'node:sqlite';

/** Runs `work` as one unit, or as a part of the one that is going on: all of it is written, or nothing. */
export function transaction<Result>(database: DatabaseSync, work: () => Result): Result {
  if (database.isTransaction) return work();
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

/** Whether an error says that another process has been writing for longer than one waits. */
export function isBusy(error: unknown): boolean {
  // SQLITE_BUSY, without the bits that say how it came about.
  return error instanceof Error && 'errcode' in error && Number(error.errcode) % 256 === 5;
}
