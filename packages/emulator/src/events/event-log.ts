import { Customer } from '@customer-contracts/schemas';
import * as z from 'zod';

import type { Database, Statement } from '../database/database.ts';
import { type CustomerEvent, type EventType, eventTypes } from './customer-event.ts';
import type { EventsAsked } from './events-asked.ts';

/** How many events are kept at least; older ones go. */
const mostEvents = 10_000;

/** How many bytes the customers of merges may take together. Older events go before. */
const mostBytes = 16_000_000;

/** How often there is a look at both: every so many events. */
const stretch = 64;

const Row = z.object({
  number: z.number(),
  organization_id: z.string(),
  type: z.enum(eventTypes),
  time: z.string(),
  customer_id: z.string(),
  merged: z.string().nullable(),
});

const Merged = z.object({ targetCustomerId: z.string(), duplicatedCustomer: Customer });

/** Something that a request has done. */
interface Happened {
  readonly organizationId: string;
  readonly customerId: string;
  readonly time: string;
  readonly merged?: z.infer<typeof Merged>;
}

/**
 * What happened to customers, written in the transaction of the write itself: who has an answer finds the event, whatever
 * happens to the process.
 */
export class EventLog {
  readonly #database: Database;
  readonly #add: Statement;
  readonly #trim: Statement;

  /** Over a database that has the table. */
  constructor(database: Database) {
    this.#database = database;
    this.#add = database.prepare(
      'INSERT INTO events (organization_id, type, time, customer_id, merged) VALUES (?, ?, ?, ?, ?)',
    );
    this.#trim = database.prepare(
      `DELETE FROM events WHERE number <= max(
         coalesce((SELECT number FROM events ORDER BY number DESC LIMIT 1 OFFSET ${mostEvents}), 0),
         coalesce((SELECT max(number) FROM (
           SELECT number, sum(octet_length(merged)) OVER (ORDER BY number DESC) AS bytes FROM events WHERE merged IS NOT NULL
         ) WHERE bytes > ${mostBytes}), 0))`,
    );
  }

  /** Writes down what happened, as a part of the transaction that it happens in. */
  add(eventType: EventType, { organizationId, customerId, time, merged }: Happened): void {
    const details = merged === undefined ? null : JSON.stringify(merged);
    const { lastInsertRowid } = this.#add.run(organizationId, eventType, time, customerId, details);
    if (Number(lastInsertRowid) % stretch === 0) this.#trim.run();
  }

  /** The events in the order in which they happened. */
  find({ after = 0, eventType, organizationId, limit = mostEvents + stretch }: EventsAsked): CustomerEvent[] {
    const rows = this.#database
      .prepare(
        `SELECT * FROM events WHERE number > ?1 AND (?2 IS NULL OR type = ?2) AND (?3 IS NULL OR organization_id = ?3)
         ORDER BY number LIMIT ?4`,
      )
      .all(after, eventType ?? null, organizationId ?? null, limit);
    return rows.map((row) => eventOf(Row.parse(row)));
  }

  /** The highest number that was ever given. */
  get highest(): number {
    const row = this.#database.prepare("SELECT seq FROM sqlite_sequence WHERE name = 'events'").get();
    return Number(row?.['seq'] ?? 0);
  }

  /** Lets the next number be above this one, too. */
  goOnAfter(number: number): void {
    if (this.highest >= number) return;
    this.#database.exec("DELETE FROM sqlite_sequence WHERE name = 'events'");
    this.#database.prepare("INSERT INTO sqlite_sequence VALUES ('events', ?)").run(number);
  }
}

function eventOf({ number, organization_id, type, time, customer_id, merged }: z.infer<typeof Row>): CustomerEvent {
  const happened = { number, time, organizationId: organization_id, customerId: customer_id };
  if (type !== 'customer-merged') return { ...happened, eventType: type };
  return { ...happened, eventType: type, ...Merged.parse(JSON.parse(merged ?? '{}')) };
}
