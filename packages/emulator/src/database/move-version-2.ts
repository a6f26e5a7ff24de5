import { type Customer, CustomerEmbedded, type LeadSource } from '@customer-contracts/schemas';

import { isObject } from '../body/writable-part.ts';
import { CustomerStore } from './customer-store.ts';
import type { Database } from './database.ts';
import { isThere } from './is-there.ts';
import { transaction } from './transaction.ts';

/** How many records are moved in one transaction. */
const batch = 2000;

/** Gives the tables of version 2 other names, so that those of today can be made beside them. */
export function setVersion2Aside(database: Database): void {
  database.exec(`
    DROP INDEX customers_by_organization;
    DROP INDEX customers_by_time;
    DROP INDEX customers_by_email;
    ALTER TABLE customers RENAME TO customers_2;
    ALTER TABLE lead_sources RENAME TO lead_sources_2;
  `);
}

/**
 * Moves what was set aside, if anything was. Each record is in one place or the other, so a process that is killed half way
 * through loses none, and the next one that opens the file goes on.
 */
export function moveVersion2(database: Database): void {
  if (!isThere(database, 'customers_2')) return;
  const store = new CustomerStore(database);
  // Customers first: a lead source stands at its customer.
  moveAll(database, 'customers_2', ({ organization_id: organizationId, embedded, body }) => {
    const customer: unknown = JSON.parse(String(body));
    const related = embedded === '{}' ? undefined : CustomerEmbedded.parse(JSON.parse(String(embedded)));
    if (isCustomer(customer)) store.putCustomer(String(organizationId), customer, related);
  });
  moveAll(database, 'lead_sources_2', ({ organization_id: organizationId, customer_id: customerId, body }) => {
    const leadSource: unknown = JSON.parse(String(body));
    if (isLeadSource(leadSource)) store.putLeadSource(String(organizationId), String(customerId), leadSource);
  });
  transaction(database, () => database.exec('DROP TABLE IF EXISTS customers_2; DROP TABLE IF EXISTS lead_sources_2'));
}

function moveAll(database: Database, table: string, move: (row: Readonly<Record<string, unknown>>) => void): void {
  // Another process that moves them too may be done with it.
  while (isThere(database, table)) {
    const moved = transaction(database, () => {
      const rows = database.prepare(`SELECT rowid AS position, * FROM ${table} ORDER BY rowid LIMIT ${batch}`).all();
      for (const row of rows) move(row);
      database.prepare(`DELETE FROM ${table} WHERE rowid <= ?`).run(Number(rows.at(-1)?.['position'] ?? 0));
      return rows.length;
    });
    if (moved === 0) return;
  }
}

/** What the emulator has written as one needs no second look: what it may not hold by now, it still has to answer. */
function isCustomer(value: unknown): value is Customer {
  return isObject(value) && typeof value['id'] === 'string';
}

function isLeadSource(value: unknown): value is LeadSource {
  return isObject(value);
}
