import type { DatabaseSync } from 'node:sqlite';

import type { CollectionQuery } from './collection-query.ts';
import { type Condition, filterToSql, type ValueLists } from './filter-to-sql.ts';
import { sortToSql } from './sort-to-sql.ts';

/** A page of customers. */
export interface CustomerPage {
  /** How many customers there are in all. */
  readonly total: number;
  /** The JSON texts of those on the page. */
  readonly customers: readonly string[];
}

/**
 * Looks customers up.
 *
 * @throws {Refusal} with 400 when the filter or the sort can't be read.
 */
export function listCustomers(
  database: DatabaseSync,
  organizationId: string,
  { limit, offset, filter, words, sort }: CollectionQuery,
  lists: ValueLists,
): CustomerPage {
  const conditions: Condition[] = [
    { sql: 'organization_id = ?', values: [organizationId] },
    ...filterToSql(filter, lists),
    ...words.map((word) => ({ sql: 'instr(words, ?) > 0', values: [word] })),
  ];
  const where = conditions.map(({ sql }) => `(${sql})`).join(' AND ');
  const values = conditions.flatMap(({ values }) => values);
  // SQLite would rather walk the index of times than look the few up and sort them; a plus forbids that.
  const order = conditions.some(({ isSelective }) => isSelective) ? `+${sortToSql(sort)}` : sortToSql(sort);
  const rows = database
    .prepare(`SELECT body FROM customers WHERE ${where} ORDER BY ${order} LIMIT ? OFFSET ?`)
    .all(...values, limit, offset);
  const customers = rows.map((row) => String(row['body']));
  const isLast = customers.length < limit && (customers.length > 0 || offset === 0);
  if (isLast) return { total: offset + customers.length, customers };
  const counted = database.prepare(`SELECT count(*) AS total FROM customers WHERE ${where}`).get(...values);
  return { total: Number(counted?.['total']), customers };
}
