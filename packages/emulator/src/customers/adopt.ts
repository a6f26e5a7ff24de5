import { type Customer, customerLinks, type LeadSource, leadSourceLinks } from '@customer-contracts/schemas';

import type { CustomerStore } from '../database/customer-store.ts';

/**
 * Stores a record that was made elsewhere, to the member: what it lacks stays absent. Where it names its organization and
 * where it links, it comes to name and link the emulator's own.
 */
export function adoptCustomer(store: CustomerStore, organizationId: string, customer: Customer): void {
  const { _embedded: related, ...record } = customer;
  const renamed: Customer = 'organizationId' in record ? { ...record, organizationId } : record;
  const links = customerLinks(organizationId, renamed);
  store.putCustomer(organizationId, '_links' in record ? { ...renamed, _links: links } : renamed, related);
}

/** Stores the lead source of a customer, likewise. */
export function adoptLeadSource(
  store: CustomerStore,
  organizationId: string,
  customerId: string,
  leadSource: LeadSource,
): void {
  const links = leadSourceLinks(organizationId, customerId);
  const { original } = leadSource;
  store.putLeadSource(organizationId, customerId, {
    ...leadSource,
    ...('_links' in leadSource && { _links: links }),
    ...(original && { original: '_links' in original ? { ...original, _links: links } : original }),
  });
}
