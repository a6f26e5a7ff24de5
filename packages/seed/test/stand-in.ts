import { hash } from 'node:crypto';

import { createCustomersClient } from '@customer-contracts/client';
import { type LogEntry, startEmulator, type StartOptions } from '@customer-contracts/emulator';
import type { Customer } from '@customer-contracts/schemas';
import type { SeedEvent } from '@customer-contracts/seed';

/** An emulator without a limit, what it was asked, and what it holds. */
export async function standIn(options: StartOptions = {}) {
  const requests: LogEntry[] = [];
  const emulator = await startEmulator({ rateLimit: false, log: (entry) => requests.push(entry), ...options });
  const { url, organizationId, apiKey } = emulator;
  const client = createCustomersClient({ server: url, organizationId, apiKey });
  return {
    url,
    client,
    /** The options that lead to it. */
    target: { to: `${url}/organizations/${organizationId}`, apiKey },
    requests,
    /** The writes among them. */
    writes: () => requests.filter(({ method }) => method !== 'GET'),
    customers: (): Promise<Customer[]> => Array.fromAsync(client.customers({ expand: 'leadSource' })),
    [Symbol.asyncDispose]: () => emulator.close(),
  };
}

/**
 * What is the same whenever a customer was written, as an id and a digest for each: without times and what the server
 * makes anew. The revision counts only if it is asked for.
 */
export function stateOf(customers: readonly Customer[], { revision = true } = {}): string[] {
  const unlike = new Set(['createdTime', 'updatedTime', 'personId', '_links', 'organizationId']);
  if (!revision) unlike.add('revision');
  const text = (customer: Customer) =>
    JSON.stringify(customer, (name, value: unknown) => (unlike.has(name) ? undefined : value));
  return customers.map((customer) => `${customer.id} ${hash('sha256', text(customer))}`).toSorted();
}

/** Collects events. */
export function collected() {
  const events: SeedEvent[] = [];
  const ofType = <Type extends SeedEvent['type']>(type: Type) =>
    events.filter((event): event is Extract<SeedEvent, { type: Type }> => event.type === type);
  return { onEvent: (event: SeedEvent) => void events.push(event), ofType };
}
