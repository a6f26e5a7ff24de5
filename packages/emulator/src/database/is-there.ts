import type { Database } from './database.ts';

/** Whether a database has a table. */
export function isThere(database: Database, table: string): boolean {
  return database.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?").get(table) !== undefined;
}
