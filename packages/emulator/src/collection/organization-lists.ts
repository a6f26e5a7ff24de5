import type { Database, SqlValue } from '../database/database.ts';
import { indices } from '../database/schema.ts';
import { stillWanted } from '../database/still-wanted.ts';
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

const wholeTable = 'customers NOT INDEXED';
const wanted: Condition = { sql: stillWanted('number'), values: [] };

/** Which customers are looked at, and the limit and offset of those that are wanted. */
interface Look {
  readonly table: string;
  readonly where: Condition;
  readonly page: readonly [limit: number, offset: number];
}

/** The lists of one organization. */
export class OrganizationLists {
  readonly #database: Database;
  readonly #own: Condition;

  constructor(database: Database, organizationId: string) {
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
    const found = plan.by === 'search' ? [plan.found] : [];
    const { sql, values } = this.#where([wanted, ...found, ...plan.conditions]);
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

  #rows({ isWalk, order }: ListPlan, { table, where, page }: Look): Readonly<Record<string, unknown>>[] {
    if (isWalk) return this.#database.prepare(inOrder(table, where.sql, order)).all(...where.values, ...page);
    const sql = `WITH matches AS MATERIALIZED (${matching(table, where.sql, order)}) ${pageOfMatches(order)}`;
    return this.#database.prepare(sql).all(...where.values, ...page);
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

  #number(query: string, values: readonly SqlValue[]): number {
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
    FROM (SELECT * FROM matches WHERE ${wanted.sql} ORDER BY ${order} LIMIT ? OFFSET ?)
    CROSS JOIN bodies USING (number) ORDER BY ${order}`;
}
