import type { DatabaseSync, SQLInputValue } from 'node:sqlite';

import { indices } from '../database/schema.ts';
import type { CollectionQuery } from './collection-query.ts';
import type { Condition } from './filter-to-sql.ts';
import type { ListPlan } from './list-plan.ts';

/** A page of customers. */
export interface CustomerPage {
  /** How many customers there are in all. */
  readonly total: number;
  /** The JSON texts of those on the page. */
  readonly customers: readonly string[];
}

/** How many customers a list may look at without holding everybody else up. */
const few = 2000;

/** How many customers are looked at in one go: a thread that is to end does so at the end of one. */
const stretch = 10_000;

const wholeTable = 'customers NOT INDEXED';

/** Which customers are looked at, and the limit and offset of those that are wanted. */
interface Look {
  readonly table: string;
  readonly where: Condition;
  readonly page: readonly [limit: number, offset: number];
}

/** The lists of one organization. */
export class OrganizationLists {
  readonly #database: DatabaseSync;
  readonly #own: Condition;

  constructor(database: DatabaseSync, organizationId: string) {
    this.#database = database;
    this.#own = { sql: 'organization_id = ?', values: [organizationId] };
  }

  /** Whether a list reads few customers, however many there are. */
  isShort(plan: ListPlan): boolean {
    if (plan.isWalk && plan.isExact && plan.isCounted) return true;
    if (this.#counted([]) <= few) return true;
    if (plan.by === 'search' || plan.by === 'nothing') return false;
    const { sql, values } = this.#where([plan.found]);
    const some = `SELECT 1 FROM ${this.#table(plan)} WHERE ${sql} LIMIT ${few + 1}`;
    return this.#number(`SELECT count(*) FROM (${some})`, values) <= few;
  }

  /** A page of a list. */
  page(plan: ListPlan, { limit, offset }: Pick<CollectionQuery, 'limit' | 'offset'>): CustomerPage {
    const { sql, values } = this.#where(plan.by === 'search' ? [plan.found, ...plan.conditions] : plan.conditions);
    const table = this.#table(plan);
    const rows = this.#rows(plan, { table, where: { sql, values }, page: [limit, offset] });
    const customers = rows.map(({ body }) => String(body));
    if (plan.isCounted) return { total: this.#counted(plan.conditions), customers };
    const total = rows[0]?.['total'];
    if (total !== undefined) return { total: Number(total), customers };
    const isLast = customers.length < limit && (customers.length > 0 || offset === 0);
    if (isLast) return { total: offset + customers.length, customers };
    return { total: this.#number(`SELECT count(*) FROM ${table} WHERE ${sql}`, values), customers };
  }

  #rows({ by, isWalk, order }: ListPlan, { table, where, page }: Look): Readonly<Record<string, unknown>>[] {
    if (isWalk) return this.#database.prepare(inOrder(table, where.sql, order)).all(...where.values, ...page);
    const highest =
      by === 'nothing' && table === wholeTable ? this.#number('SELECT max(number) FROM customers', []) : 0;
    if (highest > stretch) return this.#rowsInStretches(order, { table, where, page }, highest);
    const sql = `WITH matches AS MATERIALIZED (${matching(table, where.sql, order)}) ${pageOfMatches(order)}`;
    return this.#database.prepare(sql).all(...where.values, ...page);
  }

  #rowsInStretches(order: string, { table, where, page }: Look, highest: number): Readonly<Record<string, unknown>>[] {
    this.#database.exec(`CREATE TEMP TABLE matches AS ${matching(table, 'FALSE', order)}`);
    try {
      const some = matching(table, `number > ? AND number <= ? AND ${where.sql}`, order);
      const look = this.#database.prepare(`INSERT INTO matches ${some}`);
      for (let from = 0; from < highest; from += stretch) look.run(from, from + stretch, ...where.values);
      return this.#database.prepare(pageOfMatches(order)).all(...page);
    } finally {
      this.#database.exec('DROP TABLE temp.matches');
    }
  }

  /** How many customers there are for whom these conditions hold, which look at nothing but the country. */
  #counted(conditions: readonly Condition[]): number {
    const { sql, values } = this.#where(conditions);
    return this.#number(`SELECT coalesce(sum(count), 0) FROM totals WHERE ${sql}`, values);
  }

  /** The table of customers, looked at as the plan says. */
  #table({ by }: ListPlan): string {
    if (by === 'search') return wholeTable;
    if (by !== 'nothing') return `customers INDEXED BY ${by}`;
    return this.#isMost() ? wholeTable : `customers INDEXED BY ${indices.createdTime}`;
  }

  /** Whether most customers of the file are of this organization, so that an index leads to them by a detour. */
  #isMost(): boolean {
    return this.#counted([]) * 2 >= this.#number('SELECT sum(count) FROM totals', []);
  }

  #where(conditions: readonly Condition[]): Condition {
    const all = [this.#own, ...conditions];
    return { sql: all.map(({ sql }) => `(${sql})`).join(' AND '), values: all.flatMap(({ values }) => values) };
  }

  #number(query: string, values: readonly SQLInputValue[]): number {
    const [value] = Object.values(this.#database.prepare(query).get(...values) ?? {});
    return Number(value);
  }
}

/** A page that is read in the order of an index. */
function inOrder(table: string, where: string, order: string): string {
  return `SELECT body FROM ${table} CROSS JOIN bodies USING (number) WHERE ${where} ORDER BY ${order} LIMIT ? OFFSET ?`;
}

/** What is looked at once, and kept without the bodies to be counted and sorted. */
function matching(table: string, where: string, order: string): string {
  return `SELECT number, ${order.replaceAll(' DESC', '')} FROM ${table} WHERE ${where}`;
}

function pageOfMatches(order: string): string {
  return `
    SELECT body, (SELECT count(*) FROM matches) AS total
    FROM (SELECT * FROM matches ORDER BY ${order} LIMIT ? OFFSET ?) CROSS JOIN bodies USING (number) ORDER BY ${order}`;
}
