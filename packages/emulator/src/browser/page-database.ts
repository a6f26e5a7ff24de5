import type { Sqlite3Static } from '@sqlite.org/sqlite-wasm';

import { CustomerStore } from '../database/customer-store.ts';
import type { LiveDatabase } from '../database/live-database.ts';
import { checkUsable, headerOf, limitTo, makeTables, unusable } from '../database/make-tables.ts';
import { defineStillWanted } from '../database/still-wanted.ts';
import { isEmulatorError } from '../emulator-error.ts';
import { EventLog } from '../events/event-log.ts';
import { WasmDatabase } from './wasm-database.ts';

interface Opened {
  readonly database: WasmDatabase;
  readonly store: CustomerStore;
  readonly events: EventLog;
}

/** A database in the memory of a page. */
export class PageDatabase implements LiveDatabase {
  readonly readers = undefined;
  readonly replaced = undefined;
  readonly #sqlite: Sqlite3Static;
  readonly #limit: number | undefined;
  #opened: Opened;
  #replacements = 0;

  /**
   * @param limit - the most that it may take, in MB
   * @param bytes - what {@link bytes} were before; a new database when absent
   * @throws {EmulatorError} when they aren't a database of this version of the emulator.
   */
  constructor(sqlite: Sqlite3Static, limit: number | undefined, bytes: Uint8Array | undefined) {
    this.#sqlite = sqlite;
    this.#limit = limit;
    this.#opened = this.#open(bytes);
  }

  get store(): CustomerStore {
    return this.#opened.store;
  }

  get events(): EventLog {
    return this.#opened.events;
  }

  /** The whole database, as it would stand in a file. */
  get bytes(): Uint8Array<ArrayBuffer> {
    return this.#opened.database.bytes;
  }

  /** Is another one after each write, and after a replacement. */
  get state(): string {
    return `${this.#replacements} ${this.#opened.database.changes}`;
  }

  while<Result>(reading: Promise<Result>): Promise<Result> {
    return reading;
  }

  /** Puts another database in its place, or a new one. Numbers of events go on. */
  replaceWith(bytes: Uint8Array | undefined): void {
    const former = this.#opened;
    const next = this.#open(bytes);
    next.events.goOnAfter(former.events.highest);
    this.#opened = next;
    this.#replacements += 1;
    former.database.close();
  }

  close(): Promise<void> {
    this.store.close();
    return Promise.resolve();
  }

  #open(bytes: Uint8Array | undefined): Opened {
    const database = new WasmDatabase(this.#sqlite, bytes);
    try {
      checkUsable(headerOf(database), 'of this page');
      defineStillWanted(database);
      makeTables(database);
      if (this.#limit !== undefined) limitTo(database, this.#limit);
      return { database, store: new CustomerStore(database), events: new EventLog(database) };
    } catch (error) {
      database.close();
      if (isEmulatorError(error)) throw error;
      const reason = error instanceof Error ? error.message : String(error);
      throw unusable('of this page', reason, 'Delete the data that the browser keeps of this page', error);
    }
  }
}
