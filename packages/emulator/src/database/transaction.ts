import type { Database } from './database.ts';

/** Runs `work` as one unit, or as a part of the one that is going on: all of it is written, or nothing. */
export function transaction<Result>(database: Database, work: () => Result): Result {
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

/** Likewise for work that is done step by step. Nobody else may use the connection between two steps. */
export function* transactionInSteps<Step>(database: Database, work: () => Iterable<Step>): Generator<Step> {
  database.exec('BEGIN IMMEDIATE');
  try {
    yield* work();
    database.exec('COMMIT');
  } finally {
    if (database.isOpen && database.isTransaction) database.exec('ROLLBACK');
  }
}

/** SQLite's own numbers for what can happen to anybody (sqlite.org/rescode.html). */
const codes = { busy: 5, readOnly: 8, full: 13, cannotOpen: 14 };

/**
 * Whether an error of SQLite says one of these: that another process has been writing for longer than one waits, that the
 * file can't be written, that it or the disk is full, that it can't be opened.
 */
export function failedFor(error: unknown, ...reasons: readonly (keyof typeof codes)[]): boolean {
  if (!(error instanceof Error)) return false;
  // The name is Node's, or that of the build for browsers. Without the bits that say how it came about.
  const code = Number('errcode' in error ? error.errcode : 'resultCode' in error ? error.resultCode : 0) % 256;
  return reasons.some((reason) => codes[reason] === code);
}

/** Whether an error, or its cause, says that there is no more room: to SQLite, or to what copies files. */
export function isFull(error: unknown): boolean {
  if (failedFor(error, 'full')) return true;
  if (!(error instanceof Error)) return false;
  return ('code' in error && error.code === 'ENOSPC') || isFull(error.cause);
}
