import { statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';

import { EmulatorError } from '../emulator-error.ts';
import { checkHeader, checkUsable, type Header, headerOf, limitTo, makeTables, unusable } from './make-tables.ts';
import { defineStillWanted } from './still-wanted.ts';
import { failedFor } from './transaction.ts';

/** How long one process waits for another, in ms. */
export const patience = 5000;

/** In KiB: what is written is in several places of the file; who reads has the operating system's cache. */
const caches = { writer: 32_768, reader: 8192 };

/** As much of the file as SQLite can is looked at where the operating system has it, and copied nowhere. */
function configure(database: DatabaseSync, role: keyof typeof caches): void {
  database.exec(`
    PRAGMA synchronous = NORMAL;
    PRAGMA cache_size = -${caches[role]};
    PRAGMA mmap_size = 2147418112;
  `);
  defineStillWanted(database);
}

/** What a database is opened for. */
export interface DatabaseOptions {
  /** Whether nothing is going to be written, so that a file will do that can't be. */
  readonly isReadOnly: boolean;
  /** The most that it may take, in MB; no limit when absent. */
  readonly limit: number | undefined;
}

/** An open database, and where it can be opened again. */
export interface OpenDatabase {
  readonly database: DatabaseSync;
  readonly location: string;
}

/**
 * Opens the file, or makes it. Several processes may have it open: writers wait for each other up to five seconds.
 *
 * An acknowledged write is in the write-ahead log, and so survives the death of the process.
 *
 * @throws {EmulatorError} when the file can't be opened, isn't a database, or isn't one of this version of the emulator.
 */
export function openDatabase(file: string, { isReadOnly, limit }: DatabaseOptions): OpenDatabase {
  let database: DatabaseSync | undefined;
  try {
    const before = inodeOf(file);
    database = new DatabaseSync(file, { timeout: patience });
    // Read before anything is set, so that a foreign file stays as it is, to the byte.
    const found = headerOf(database);
    if (before !== undefined && before !== inodeOf(file)) {
      // A snapshot has taken its place meanwhile. From the first look on, nothing can.
      database.close();
      return openDatabase(file, { isReadOnly, limit });
    }
    prepare(database, file, found);
    if (limit !== undefined) limitTo(database, limit);
    return { database, location: file };
  } catch (error) {
    database?.close();
    if (error instanceof EmulatorError) throw error;
    if (isReadOnly && failedFor(error, 'readOnly', 'cannotOpen') && statSync(file, quietly)?.isFile() === true) {
      return openImmutable(file);
    }
    throw unusable(
      file,
      error instanceof Error ? error.message : String(error),
      'Name a file that can be written',
      error,
    );
  }
}

const quietly = { throwIfNoEntry: false } as const;

function inodeOf(file: string): number | undefined {
  return statSync(file, quietly)?.ino;
}

/**
 * Opens a file that can't be written, on a disk that can't be, either: SQLite would make two files beside it even to read.
 * It must not change meanwhile.
 */
function openImmutable(file: string): OpenDatabase {
  const log = statSync(`${file}-wal`, quietly);
  if (log?.isFile() === true && log.size > 0) {
    const received = 'it can not be written, and its last writes are still in the write-ahead log beside it';
    throw unusable(file, received, 'Open it once where it can be written, and close it');
  }
  const url = pathToFileURL(file);
  url.searchParams.set('immutable', '1');
  const database = new DatabaseSync(url.href, { readOnly: true });
  try {
    checkHeader(headerOf(database), file);
    configure(database, 'reader');
    return { database, location: url.href };
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Opens a database that is open already once more, for reading beside the writes. */
export function openAgain(location: string): DatabaseSync {
  const database = new DatabaseSync(location, { timeout: patience });
  configure(database, 'reader');
  return database;
}

function prepare(database: DatabaseSync, file: string, found: Header): void {
  checkUsable(found, file);
  writeAhead(database);
  configure(database, 'writer');
  makeTables(database);
}

/**
 * Turns the write-ahead log on. The change of mode asks for a lock while it holds one. Two that do so would wait for each
 * other for ever, so SQLite refuses one at once, whatever the timeout (sqlite.org/c3ref/busy_handler.html). An empty
 * transaction does wait until the other is done.
 */
export function writeAhead(database: DatabaseSync): void {
  const until = performance.now() + patience;
  for (;;) {
    try {
      database.exec('PRAGMA journal_mode = WAL');
      return;
    } catch (error) {
      if (!failedFor(error, 'busy') || performance.now() > until) throw error;
      database.exec('BEGIN EXCLUSIVE; COMMIT');
    }
  }
}
