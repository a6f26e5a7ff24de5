import { Customer, CustomerEmbedded, LeadSource } from '@customer-contracts/schemas';

import { comparedColumns, comparedValues } from './customer-columns.ts';
import type { Database, Statement } from './database.ts';
import { inBulk } from './derive.ts';
import { leadSourceText, storedLeadSource } from './lead-source-text.ts';
import { indexedColumns, quoted } from './schema.ts';
import { searchedWords } from './searched-words.ts';
import { transaction, transactionInSteps } from './transaction.ts';

const columns = [
  { name: 'words', value: '?' },
  ...comparedColumns.map(({ name, type }) => ({ name, value: type === 'JSON' ? 'jsonb(?)' : '?' })),
];
const changing = columns.filter(({ name }) => !indexedColumns.includes(name));
const seldom = columns.filter(({ name }) => indexedColumns.includes(name));
const seldomAt = seldom.map((column) => columns.indexOf(column));
const inSql = (some: typeof columns): string => some.map(({ name }) => quoted(name)).join(', ');

/** The customers and lead sources of all organizations. What it is given is what it answers, to the member. */
export class CustomerStore {
  readonly database: Database;
  readonly #read: Statement;
  readonly #readEmbedded: Statement;
  readonly #write: Statement;
  readonly #writeIndexed: Statement;
  readonly #writeBody: Statement;
  readonly #delete: Statement;
  readonly #readLeadSource: Statement;
  readonly #writeLeadSource: Statement;
  readonly #deleteLeadSource: Statement;
  readonly #useToken: Statement;

  constructor(database: Database) {
    this.database = database;
    const one = 'organization_id = ? AND id = ?';
    this.#read = database.prepare(`SELECT body FROM customers JOIN bodies USING (number) WHERE ${one}`);
    this.#readEmbedded = database.prepare(`SELECT embedded FROM customers JOIN bodies USING (number) WHERE ${one}`);
    this.#write = database.prepare(
      `INSERT INTO customers (organization_id, id, ${inSql(columns)}) VALUES (?, ?, ${columns.map(({ value }) => value).join(', ')})
       ON CONFLICT DO UPDATE SET (${inSql(changing)}) = (${changing.map(({ name }) => `excluded.${quoted(name)}`).join(', ')})
       RETURNING number, ${inSql(seldom)}`,
    );
    // An index costs as much to write as the row, and most changes of a customer change none.
    const places = seldom.map(({ value }) => value).join(', ');
    this.#writeIndexed = database.prepare(`UPDATE customers SET (${inSql(seldom)}) = (${places}) WHERE number = ?`);
    this.#writeBody = database.prepare(
      `INSERT INTO bodies VALUES (?, ?, ?)
       ON CONFLICT DO UPDATE SET body = excluded.body, embedded = coalesce(excluded.embedded, embedded)`,
    );
    this.#delete = database.prepare(`DELETE FROM customers WHERE ${one}`);
    this.#readLeadSource = database.prepare(
      `SELECT lead_sources.body, original FROM customers JOIN lead_sources USING (number) WHERE ${one}`,
    );
    this.#writeLeadSource = database.prepare(
      `INSERT INTO lead_sources SELECT number, ?, ? FROM customers WHERE ${one}
       ON CONFLICT DO UPDATE SET body = excluded.body, original = excluded.original`,
    );
    this.#deleteLeadSource = database.prepare(
      `DELETE FROM lead_sources WHERE number = (SELECT number FROM customers WHERE ${one})`,
    );
    this.#useToken = database.prepare('INSERT INTO used_payment_tokens VALUES (?, ?) ON CONFLICT DO NOTHING');
  }

  /** Runs `work` as one unit, or as a part of one: all of it is written, or nothing. */
  atomically<Result>(work: () => Result): Result {
    return transaction(this.database, work);
  }

  /** Likewise, for work that is done step by step. Nobody else may use the store between two steps. */
  atomicallyInSteps<Step>(work: () => Iterable<Step>): Generator<Step> {
    return transactionInSteps(this.database, work);
  }

  /** Runs `work`, which writes very many customers step by step; undefined for the steps that are left when it is done. */
  inBulk<Step>(work: () => Iterable<Step>): Generator<Step | undefined> {
    return inBulk(this.database, work);
  }

  /** Brings what was written into the file itself. The log would stay as long as it was at its longest. */
  emptyLog(): void {
    this.database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  }

  /** The customer as JSON text; `undefined` where there is none. */
  customerText(organizationId: string, id: string): string | undefined {
    return text(this.#read.get(organizationId, id)?.['body']);
  }

  customer(organizationId: string, id: string): Customer | undefined {
    const body = this.customerText(organizationId, id);
    return body === undefined ? undefined : Customer.parse(JSON.parse(body));
  }

  /** Related resources that were stored with the customer. */
  embedded(organizationId: string, id: string): CustomerEmbedded {
    return CustomerEmbedded.parse(JSON.parse(text(this.#readEmbedded.get(organizationId, id)?.['embedded']) ?? '{}'));
  }

  /**
   * Writes the customer; one with the same id is replaced, and keeps its related resources where none are given. A lead
   * source among them is not looked at: it has a place of its own.
   */
  putCustomer(organizationId: string, customer: Customer, embedded?: CustomerEmbedded): string {
    const body = JSON.stringify(customer);
    const related = embedded === undefined ? null : JSON.stringify({ ...embedded, leadSource: undefined });
    const values = [searchedWords(customer), ...comparedValues(customer)];
    this.atomically(() => {
      const row = this.#write.get(organizationId, customer.id, ...values);
      const number = Number(row?.['number']);
      const indexed = seldomAt.map((index) => values[index] ?? null);
      if (seldom.some(({ name }, index) => row?.[name] !== indexed[index])) this.#writeIndexed.run(...indexed, number);
      this.#writeBody.run(number, body, related);
    });
    return body;
  }

  /** Deletes the customer and its lead source. */
  deleteCustomer(organizationId: string, id: string): void {
    this.#delete.run(organizationId, id);
  }

  /** The lead source as JSON text; `undefined` where there is none. */
  leadSourceText(organizationId: string, customerId: string): string | undefined {
    const row = this.#readLeadSource.get(organizationId, customerId);
    const body = text(row?.['body']);
    if (body === undefined) return undefined;
    return leadSourceText(organizationId, customerId, { body, original: text(row?.['original']) ?? null });
  }

  leadSource(organizationId: string, customerId: string): LeadSource | undefined {
    const body = this.leadSourceText(organizationId, customerId);
    return body === undefined ? undefined : LeadSource.parse(JSON.parse(body));
  }

  /** Writes the lead source of a customer that there is; the former one is replaced. */
  putLeadSource(organizationId: string, customerId: string, leadSource: LeadSource): string {
    const stored = storedLeadSource(organizationId, customerId, leadSource);
    this.#writeLeadSource.run(stored.body, stored.original, organizationId, customerId);
    return leadSourceText(organizationId, customerId, stored);
  }

  /** Deletes the lead source. @returns whether there was one. */
  deleteLeadSource(organizationId: string, customerId: string): boolean {
    return this.#deleteLeadSource.run(organizationId, customerId).changes > 0;
  }

  /** Uses a payment token up. @returns whether it was unused. */
  usePaymentToken(organizationId: string, digest: string): boolean {
    return this.#useToken.run(organizationId, digest).changes > 0;
  }

  /** How many customers of a seed the organization was filled with. */
  filled(organizationId: string, seed: number): number {
    const row = this.database
      .prepare('SELECT count FROM fillings WHERE organization_id = ? AND seed = ?')
      .get(organizationId, seed);
    return Number(row?.['count'] ?? 0);
  }

  setFilled(organizationId: string, seed: number, count: number): void {
    this.database
      .prepare('INSERT INTO fillings VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET count = excluded.count')
      .run(organizationId, seed, count);
  }

  /** Deletes everything of an organization. */
  deleteOrganization(organizationId: string): void {
    this.atomically(() => {
      for (const table of ['customers', 'used_payment_tokens', 'fillings', 'events']) {
        this.database.prepare(`DELETE FROM ${table} WHERE organization_id = ?`).run(organizationId);
      }
    });
  }

  close(): void {
    this.database.close();
  }
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
