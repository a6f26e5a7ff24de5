import { customerFixtures } from '@customer-contracts/fixtures';

import { adoptCustomer, adoptLeadSource } from './customers/adopt.ts';
import type { CustomerStore } from './database/customer-store.ts';

/** Customers made from a seed. */
export interface FixtureCustomers {
  readonly count: number;
  readonly seed: number;
}

/** How many customers are written in one transaction. Each writes a good part of the index of ids anew. */
const batch = 10_000;

/** How many are written before others get their turn. */
const step = 1000;

/**
 * Fills an organization with customers and their lead sources, once for each file: what is there is left alone, so
 * changes outlive a restart, and a higher count adds the customers that are missing. Yields how many are there, from time to
 * time.
 */
export function* fillOrganization(
  store: CustomerStore,
  organizationId: string,
  { count, seed }: FixtureCustomers,
): Generator<number> {
  const filled = store.filled(organizationId, seed);
  if (filled >= count) return;
  const fill = () => addCustomers(store, organizationId, seed, filled, count);
  if (count - filled < batch) yield* fill();
  else for (const there of store.inBulk(fill)) yield there ?? count;
  store.emptyLog();
}

function* addCustomers(
  store: CustomerStore,
  organizationId: string,
  seed: number,
  filled: number,
  count: number,
): Generator<number> {
  const fixtures = customerFixtures({ seed });
  for (let start = filled; start < count; start += batch) {
    const end = Math.min(start + batch, count);
    yield* store.atomicallyInSteps(function* () {
      for (let index = start; index < end; index += 1) {
        const customer = fixtures.responses.at(index);
        if (store.customerText(organizationId, customer.id) === undefined) {
          adoptCustomer(store, organizationId, customer);
          adoptLeadSource(store, organizationId, customer.id, fixtures.leadSources.at(index));
        }
        if ((index + 1) % step === 0) yield index + 1;
      }
      store.setFilled(organizationId, seed, end);
    });
    yield end;
  }
}
