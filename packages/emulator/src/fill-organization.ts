import { customerFixtures } from '@customer-contracts/fixtures';

import { customerLinks, leadSourceLinks } from './customers/links.ts';
import type { CustomerStore } from './database/customer-store.ts';

/** Customers made from a seed. */
export interface Filling {
  readonly count: number;
  readonly seed: number;
}

/** How many customers are written in one transaction. */
const batch = 1000;

/**
 * Fills an organization with customers and their lead sources, once for each file: what is there is left alone, so
 * changes outlive a restart, and a higher count adds the customers that are missing.
 */
export function fillOrganization(store: CustomerStore, organizationId: string, { count, seed }: Filling): void {
  const fixtures = customerFixtures({ seed });
  for (let start = store.filled(organizationId, seed); start < count; start += batch) {
    const end = Math.min(start + batch, count);
    store.atomically(() => {
      for (let index = start; index < end; index += 1) {
        const { _embedded, ...record } = fixtures.responses.at(index);
        const customer = { ...record, organizationId };
        if (store.customerText(organizationId, customer.id) !== undefined) continue;
        const _links = leadSourceLinks(organizationId, customer.id);
        store.putCustomer(organizationId, { ...customer, _links: customerLinks(organizationId, customer) }, _embedded);
        const leadSource = fixtures.leadSources.at(index);
        store.putLeadSource(organizationId, customer.id, {
          ...leadSource,
          _links,
          original: leadSource.original && { ...leadSource.original, _links },
        });
      }
      store.setFilled(organizationId, seed, end);
    });
  }
}
