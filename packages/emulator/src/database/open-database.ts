import { DatabaseSync } from 'node:sqlite';

import { EmulatorError } from '../emulator-error.ts';
import { schema, schemaVersion } from './schema.ts';

/** Stands in the header of the file and says whose it is: "Cust". */
const applicationId = 0x43757374;

/** How long one process waits for another, in ms. */
const patience = 5000;

/** The last two, in KiB and bytes, let a filter look through 100,000 customers without reading them from the file again. */
const settings = `
  PRAGMA synchronous = NORMAL;
  PRAGMA cache_size = -65536;
  PRAGMA mmap_size = 1073741824;
`;

/**
 * Opens the file, or makes it. Several processes may have it open: writers wait for each other up to five seconds.
 *
 * An acknowledged write is in the write-ahead log, and so survives the death of the process.
 *
 * @throws {EmulatorError} when the file can't be opened, isn't a database, or isn't one of this version of the emulator.
 */
export function openDatabase(file: string): DatabaseSync {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(file, { timeout: patience });
    prepare(database, file);
    return database;
  } catch (error) {
    database?.close();
    if (error instanceof EmulatorError) throw error;
    throw refused(
      file,
      error instanceof Error ? error.message : String(error),
      'Name a file that can be written',
      error,
    );
  }
}

function prepare(database: DatabaseSync, file: string): void {
  // Read before anything is set, so that a foreign file stays as it is, to the byte.
  const found = header(database);
  if (found.owner !== applicationId && found.tables > 0) {
    throw refused(file, 'it is the database of another program', 'Name another file');
  }
  if (found.owner === applicationId && found.version !== schemaVersion) {
    throw refused(
      file,
      `it has version ${found.version} of the tables, and this emulator knows version ${schemaVersion}`,
      'Use the emulator that wrote it, or another file',
    );
  }
  writeAhead(database);
  database.exec(settings);
  transaction(database, () => {
    // Looked at again inside the transaction: another process may have made the tables meanwhile.
    if (header(database).owner === applicationId) return;
    database.exec(schema);
    database.exec(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${schemaVersion}`);
  });
}

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

/** What stands in the file. One statement, so that nobody makes the tables between two looks. */
function header(database: DatabaseSync): { readonly owner: number; readonly version: number; readonly tables: number } {
  const found = database
    .prepare(
      `SELECT application_id AS owner, user_version AS version, (SELECT count(*) FROM sqlite_schema) AS tables
       FROM pragma_application_id, pragma_user_version`,
    )
    .get();
  return { owner: Number(found?.['owner']), version: Number(found?.['version']), tables: Number(found?.['tables']) };
}

/**
 * Turns the write-ahead log on. The change of mode asks for a lock while it holds one. Two that do so would wait for each
 * other for ever, so SQLite refuses one at once, whatever the timeout (sqlite.org/c3ref/busy_handler.html). An empty
 * transaction does wait until the other is done.
 */
function writeAhead(database: DatabaseSync): void {
  const until = performance.now() + patience;
  for (;;) {
    try {
      database.exec('PRAGMA journal_mode = WAL');
      return;
    } catch (error) {
      if (!isBusy(error) || performance.now() > until) throw error;
      database.exec('BEGIN EXCLUSIVE; COMMIT');
    }
  }
}

function refused(file: string, received: string, advice: string, cause?: unknown): EmulatorError {
  const message = `Failed to open the database ${file}: ${received.replace(/\.$/, '')}. ${advice}.`;
  return new EmulatorError(message, file, cause === undefined ? undefined : { cause });
}
