import { DatabaseSync } from 'node:sqlite';

import { EmulatorError } from '../emulator-error.ts';
import { schema, schemaVersion } from './schema.ts';

/** Stands in the header of the file and says whose it is: "Cust". */
const applicationId = 0x43757374;

/** The last two, in KiB and bytes, let a filter look through 100,000 customers without reading them from the file again. */
const settings = `
  PRAGMA journal_mode = WAL;
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
    database = new DatabaseSync(file, { timeout: 5000 });
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
  const found = { owner: pragma(database, 'application_id'), version: pragma(database, 'user_version') };
  if (found.owner !== applicationId && !isEmpty(database)) {
    throw refused(file, 'it is the database of another program', 'Name another file');
  }
  if (found.owner === applicationId && found.version !== schemaVersion) {
    throw refused(
      file,
      `it has version ${String(found.version)} of the tables, and this emulator knows version ${schemaVersion}`,
      'Use the emulator that wrote it, or another file',
    );
  }
  database.exec(settings);
  transaction(database, () => {
    // Looked at again inside the transaction: another process may have made the tables meanwhile.
    if (pragma(database, 'application_id') === applicationId) return;
    database.exec(schema);
    database.exec(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${schemaVersion}`);
  });
}

/** Runs `work` as one unit: all of it is written, or nothing. */
export function transaction<Result>(database: DatabaseSync, work: () => Result): Result {
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

function isEmpty(database: DatabaseSync): boolean {
  return database.prepare('SELECT 1 FROM sqlite_schema').get() === undefined;
}

function pragma(database: DatabaseSync, name: string): unknown {
  return database.prepare(`PRAGMA ${name}`).get()?.[name];
}

function refused(file: string, received: string, advice: string, cause?: unknown): EmulatorError {
  const message = `Failed to open the database ${file}: ${received.replace(/\.$/, '')}. ${advice}.`;
  return new EmulatorError(message, file, cause === undefined ? undefined : { cause });
}
