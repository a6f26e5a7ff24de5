import { linkSync, renameSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';

import type { ValueLists } from '../collection/filter-to-sql.ts';
import { EmulatorError } from '../emulator-error.ts';
import { EventLog } from '../events/event-log.ts';
import { Readers } from '../readers/readers.ts';
import { CustomerStore } from './customer-store.ts';
import { isThere } from './is-there.ts';
import { inMemory, type LiveDatabase } from './live-database.ts';
import { openDatabase, patience, writeAhead } from './open-database.ts';
import { failedFor } from './transaction.ts';

/** What is opened, and for what. */
export interface FileDatabaseOptions {
  readonly file: string;
  readonly isReadOnly: boolean;
  /** In MB. */
  readonly limit: number | undefined;
  readonly valueLists: ValueLists;
}

/** Everything that reads and writes one file. */
interface Opened {
  readonly connection: DatabaseSync;
  readonly location: string;
  readonly store: CustomerStore;
  readonly events: EventLog | undefined;
  readonly readers: Readers | undefined;
}

/** The files that are concerned when one takes the place of another. */
export interface Replacement {
  /** What takes the place: a file that nobody has open. It is moved. */
  readonly next: string;
  /** Where it goes when there was no file. */
  readonly place: string;
  /** Where the former file comes to be, to be deleted. */
  readonly former: string;
}

/** A database in a file, or in memory until a snapshot is restored. */
export class FileDatabase implements LiveDatabase {
  readonly #options: FileDatabaseOptions;
  readonly #reading = new Set<Promise<unknown>>();
  #opened: Opened;
  #replaced: Promise<void> | undefined;

  /** @throws {EmulatorError} when the file can't be opened. */
  constructor(options: FileDatabaseOptions) {
    this.#options = options;
    this.#opened = this.#open(options.file);
  }

  get store(): CustomerStore {
    return this.#opened.store;
  }

  get events(): EventLog | undefined {
    return this.#opened.events;
  }

  get readers(): Readers | undefined {
    return this.#opened.readers;
  }

  /** The connection that it is written over. */
  get connection(): DatabaseSync {
    return this.#opened.connection;
  }

  /** Where it can be opened again: a file, or {@link inMemory}. */
  get location(): string {
    return this.#opened.location;
  }

  get replaced(): Promise<void> | undefined {
    return this.#replaced;
  }

  while<Result>(reading: Promise<Result>): Promise<Result> {
    const done = reading.finally(() => this.#reading.delete(done));
    this.#reading.add(done);
    return done;
  }

  /**
   * Puts another file in its place: requests wait until those before them are answered, and it is done. Numbers of events go on.
   *
   * @throws {EmulatorError} when the file can't be used, or another process has the present one open: nothing has changed then.
   */
  async replaceWith(files: Replacement): Promise<void> {
    const replacing = this.#replace(files);
    this.#replaced = replacing.catch(() => {}).finally(() => (this.#replaced = undefined));
    await replacing;
  }

  async close(): Promise<void> {
    this.store.close();
    await this.readers?.close();
  }

  async #replace({ next, place: free, former }: Replacement): Promise<void> {
    await Promise.allSettled(this.#reading);
    await this.readers?.close();
    const { connection, store, location } = this.#opened;
    const place = location === inMemory ? free : location;
    try {
      goOnIn(next, this.events?.highest ?? 0);
      if (location !== inMemory) {
        takeAlone(connection, location);
        keep(location, former);
      }
      renameSync(next, place);
    } catch (error) {
      if (location !== inMemory) share(connection);
      this.#opened = { ...this.#opened, readers: this.#readersOf(location) };
      throw error;
    }
    store.close();
    this.#opened = this.#open(place);
  }

  #open(file: string): Opened {
    const { database, location } = openDatabase(file, this.#options);
    const events = isThere(database, 'events') ? new EventLog(database) : undefined;
    return {
      connection: database,
      location,
      store: new CustomerStore(database),
      events,
      readers: this.#readersOf(location),
    };
  }

  #readersOf(location: string): Readers | undefined {
    return location === inMemory ? undefined : new Readers({ file: location, valueLists: this.#options.valueLists });
  }
}

/** Lets the numbers of events go on in a file that nobody has open. */
function goOnIn(file: string, highest: number): void {
  const { database } = openDatabase(file, { isReadOnly: false, limit: undefined });
  // It was copied without waiting for the disk, either.
  database.exec('PRAGMA synchronous = OFF');
  new EventLog(database).goOnAfter(highest);
  database.close();
}

/**
 * Takes a file for this connection alone, with all that was written in it: nobody else has it open, and whoever opens it waits.
 * What it is then moved away from can be read by nobody.
 */
function takeAlone(database: DatabaseSync, file: string): void {
  // Whoever has it open keeps it: there is nothing to wait for. Nor is there for what is going to be another file.
  database.exec('PRAGMA busy_timeout = 0; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE');
  try {
    database.exec('PRAGMA journal_mode = DELETE');
  } catch (error) {
    if (!failedFor(error, 'busy')) throw error;
    const message = `Failed to restore a snapshot: another process has the database ${file} open. End that one first.`;
    throw new EmulatorError(message, file, { cause: error });
  }
}

/** The last name of a large file takes the disk long to delete, and everybody would wait. */
function keep(file: string, former: string): void {
  try {
    linkSync(file, former);
  } catch {
    // There are file systems that know no links.
  }
}

/** Takes that back. */
function share(database: DatabaseSync): void {
  database.exec(`PRAGMA locking_mode = NORMAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = ${patience}`);
  writeAhead(database);
  // The lock goes with the next look at the file.
  database.exec('BEGIN IMMEDIATE; COMMIT');
}
