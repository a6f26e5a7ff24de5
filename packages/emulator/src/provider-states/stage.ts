import { customerFixtures } from '@customer-contracts/fixtures';
import type { Customer, CustomerView, LeadSource } from '@customer-contracts/schemas';

import type { Api } from '../api.ts';
import { customerLinks, leadSourceLinks } from '../customers/links.ts';

const fixtures = customerFixtures({ seed: 1 });
const views = { complete: fixtures.complete(), bare: fixtures.bare() };

/** The organization that one provider state is set up in: a new one each time, so that states can't meet. */
export class Stage {
  readonly organizationId: string;
  readonly #api: Api;

  constructor(api: Api, organizationId: string) {
    this.#api = api;
    this.organizationId = organizationId;
  }

  /** Stores a customer to the member: what the view leaves out stays out. A complete one has a lead source too. */
  addCustomer(id: string, view: CustomerView, index = 0): void {
    const record: Customer = views[view].responses.at(index);
    const { organizationId } = this;
    const customer: Customer = { ...record, id };
    delete customer._embedded;
    if ('organizationId' in record) customer.organizationId = organizationId;
    if ('_links' in record) customer._links = customerLinks(organizationId, customer);
    this.#api.store.putCustomer(organizationId, customer, record._embedded);
    if (view === 'complete') this.addLeadSource(id, view, index);
  }

  /** Stores a lead source to the member. */
  addLeadSource(customerId: string, view: CustomerView, index = 0): void {
    const record: LeadSource = views[view].leadSources.at(index);
    const leadSource = { ...record };
    const _links = leadSourceLinks(this.organizationId, customerId);
    if ('_links' in leadSource) leadSource._links = _links;
    if (leadSource.original?._links !== undefined) leadSource.original = { ...leadSource.original, _links };
    this.#api.store.putLeadSource(this.organizationId, customerId, leadSource);
  }

  removeLeadSource(customerId: string): void {
    this.#api.store.deleteLeadSource(this.organizationId, customerId);
  }

  /** Makes every write that documents 409 answer so. */
  conflict(): void {
    this.#api.conflicting.add(this.organizationId);
  }

  /** Uses the allowance of writes up. */
  useAllowanceUp(): void {
    this.#api.rateLimit.exhaust(this.organizationId);
  }
}
