import type { DatabaseSync } from 'node:sqlite';

/** Whether a database has a table. */
export function isThere(database: DatabaseSync, table: string): boolean {
  return database.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?").get(table) !== undefined;
}
