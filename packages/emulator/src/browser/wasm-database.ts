import type { Database as Connection, PreparedStatement, Sqlite3Static } from '@sqlite.org/sqlite-wasm';

import type { Database, SqlValue, Statement } from '../database/database.ts';
import { inMemory } from '../database/live-database.ts';

/** How many prepared statements are kept. Nobody says when one isn't needed any more. */
const mostStatements = 100;

/** SQLite in a page, as `node:sqlite` has it. */
export class WasmDatabase implements Database {
  readonly #sqlite: Sqlite3Static;
  readonly #connection: Connection;
  /** By their SQL, the one that was used last at the end. */
  readonly #prepared = new Map<string, PreparedStatement>();

  /** @param bytes - a database that was {@link bytes} before; a new one when absent */
  constructor(sqlite: Sqlite3Static, bytes?: Uint8Array) {
    this.#sqlite = sqlite;
    this.#connection = new sqlite.oo1.DB(inMemory);
    if (bytes !== undefined) this.#fill(bytes);
    this.exec('PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA temp_store = MEMORY');
  }

  get isOpen(): boolean {
    return this.#connection.isOpen();
  }

  get isTransaction(): boolean {
    return this.#sqlite.capi.sqlite3_get_autocommit(this.#pointer) === 0;
  }

  /** How many rows were ever changed: it stays the same as long as nothing is written. */
  get changes(): number {
    return this.#sqlite.capi.sqlite3_total_changes(this.#pointer);
  }

  /** The whole database, as it would stand in a file. */
  get bytes(): Uint8Array<ArrayBuffer> {
    return this.#sqlite.capi.sqlite3_js_db_export(this.#pointer);
  }

  exec(sql: string): void {
    this.#connection.exec(sql);
  }

  prepare(sql: string): Statement {
    return {
      get: (...values) => {
        const [row] = this.#rows(sql, values, 1);
        return row;
      },
      all: (...values) => this.#rows(sql, values, Infinity),
      run: (...values) => {
        this.#rows(sql, values, Infinity);
        const lastInsertRowid = this.#sqlite.capi.sqlite3_last_insert_rowid(this.#pointer);
        return { changes: this.#connection.changes(), lastInsertRowid };
      },
    };
  }

  function(name: string, body: () => number): void {
    this.#connection.createFunction({ name, arity: 0, xFunc: body });
  }

  close(): void {
    for (const statement of this.#prepared.values()) statement.finalize();
    this.#prepared.clear();
    this.#connection.close();
  }

  get #pointer(): number {
    const { pointer } = this.#connection;
    if (pointer === undefined) throw new Error('The database is closed.');
    return pointer;
  }

  #rows(sql: string, values: readonly SqlValue[], most: number): Record<string, unknown>[] {
    const statement = this.#statement(sql);
    const rows: Record<string, unknown>[] = [];
    try {
      if (values.length > 0) statement.bind([...values]);
      while (rows.length < most && statement.step()) {
        if (statement.columnCount > 0) rows.push(statement.get({}));
      }
    } finally {
      statement.reset(true);
    }
    return rows;
  }

  #statement(sql: string): PreparedStatement {
    const statement = this.#prepared.get(sql) ?? this.#connection.prepare(sql);
    this.#prepared.delete(sql);
    this.#prepared.set(sql, statement);
    for (const [oldest, unused] of this.#prepared) {
      if (this.#prepared.size <= mostStatements) break;
      this.#prepared.delete(oldest);
      unused.finalize();
    }
    return statement;
  }

  #fill(bytes: Uint8Array): void {
    const { capi, wasm } = this.#sqlite;
    const { SQLITE_DESERIALIZE_FREEONCLOSE: free, SQLITE_DESERIALIZE_RESIZEABLE: grows } = capi;
    const copy = wasm.allocFromTypedArray(bytes);
    const { length } = bytes;
    this.#connection.checkRc(capi.sqlite3_deserialize(this.#pointer, 'main', copy, length, length, free | grows));
  }
}
