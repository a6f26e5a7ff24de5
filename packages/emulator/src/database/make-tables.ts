import { EmulatorError } from '../emulator-error.ts';
import type { Database } from './database.ts';
import { deriveAll } from './derive.ts';
import { moveVersion2, setVersion2Aside } from './move-version-2.ts';
import { eventsTable, schemaVersion, tables } from './schema.ts';
import { transaction } from './transaction.ts';

/** Stands in the header of the file and says whose it is: "Cust". */
const applicationId = 0x43757374;

/** What the header of a file says. */
export interface Header {
  readonly owner: number;
  readonly version: number;
  readonly tables: number;
}

/** What stands in the file. One statement, so that nobody makes the tables between two looks. */
export function headerOf(database: Database): Header {
  const found = database
    .prepare(
      `SELECT application_id AS owner, user_version AS version, (SELECT count(*) FROM sqlite_schema) AS tables
       FROM pragma_application_id, pragma_user_version`,
    )
    .get();
  return { owner: Number(found?.['owner']), version: Number(found?.['version']), tables: Number(found?.['tables']) };
}

/**
 * Refuses what isn't the emulator's own, or is of a version that can't be used as it is.
 *
 * @throws {EmulatorError} which names the file.
 */
export function checkHeader({ owner, version }: Header, file: string): void {
  if (owner !== applicationId) throw unusable(file, 'it is the database of another program', 'Name another file');
  if (version === schemaVersion) return;
  throw unusable(
    file,
    `it has version ${version} of the tables, and this emulator knows version ${schemaVersion}`,
    'Use the emulator that wrote it, or another file',
  );
}

/** Likewise, for what may be empty, or of a version whose customers can be moved. */
export function checkUsable(found: Header, file: string): void {
  if (found.tables > 0 && !(found.owner === applicationId && found.version === 2)) checkHeader(found, file);
}

/** Makes the tables where they aren't there, and moves the customers of an older version into them. */
export function makeTables(database: Database): void {
  transaction(database, () => {
    // Looked at inside the transaction: another process may have made the tables meanwhile.
    const { owner, version } = headerOf(database);
    database.exec(eventsTable);
    if (owner === applicationId && version === schemaVersion) return;
    if (owner === applicationId) setVersion2Aside(database);
    database.exec(tables);
    database.exec(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${schemaVersion}`);
  });
  moveVersion2(database);
  for (const _ of deriveAll(database));
}

/** Sets the most that it may take, in MB. SQLite counts pages, and a file that is larger already stays as it is. */
export function limitTo(database: Database, megabytes: number): void {
  const size = Number(database.prepare('PRAGMA page_size').get()?.['page_size']);
  database.exec(`PRAGMA max_page_count = ${Math.ceil((megabytes * 1_000_000) / size)}`);
}

/** The error for a database that can't be opened. */
export function unusable(file: string, received: string, advice: string, cause?: unknown): EmulatorError {
  const message = `Failed to open the database ${file}: ${received.replace(/\.$/, '')}. ${advice}.`;
  return new EmulatorError(message, file, cause === undefined ? undefined : { cause });
}
