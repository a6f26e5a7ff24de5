/** What SQLite takes for a parameter. */
export type SqlValue = null | number | bigint | string | Uint8Array;

type Row = Record<string, unknown>;

/** A statement that may be run again and again. */
export interface Statement {
  /** The first row; `undefined` where there is none. */
  get(...values: SqlValue[]): Row | undefined;
  all(...values: SqlValue[]): Row[];
  run(...values: SqlValue[]): { readonly changes: number | bigint; readonly lastInsertRowid: number | bigint };
}

/** A connection to SQLite, as `node:sqlite` has it: all that is asked of one, wherever it runs. */
export interface Database {
  readonly isOpen: boolean;
  readonly isTransaction: boolean;
  exec(sql: string): void;
  prepare(sql: string): Statement;
  function(name: string, body: () => number): void;
  close(): void;
}
