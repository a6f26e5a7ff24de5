import { FileDatabase } from './database/file-database.ts';
import { inMemory } from './database/live-database.ts';
import type { EmulatorOptions } from './emulator-options.ts';
import { FileSnapshots } from './snapshots/file-snapshots.ts';
import type { Storage } from './storage.ts';

/**
 * A file, or memory where none is named.
 *
 * @throws {EmulatorError} when the file can't be opened.
 */
export function fileStorage({
  database: file = inMemory,
  valueLists = {},
  readOnly = false,
  databaseLimit,
}: EmulatorOptions): Storage {
  const live = new FileDatabase({ file, isReadOnly: readOnly, limit: databaseLimit, valueLists });
  return { live, snapshots: new FileSnapshots(live, readOnly) };
}
