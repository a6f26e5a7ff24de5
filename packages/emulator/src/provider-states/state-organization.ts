import { customerFixtures } from '@customer-contracts/fixtures';
import type { Customer, CustomerView, LeadSource } from '@customer-contracts/schemas';

import { adoptCustomer, adoptLeadSource } from '../customers/adopt.ts';
import type { ArrangeableApi, AwaitingRequest } from './arrangeable-api.ts';

const fixtures = customerFixtures({ seed: 1 });
const views = { complete: fixtures.complete(), bare: fixtures.bare() };

/** Whether a customer comes with a lead source. */
const hasLeadSource: Readonly<Record<CustomerView, boolean>> = { complete: true, bare: false };

/** Which customer of the fixtures it is, and what it has instead of their members. */
interface CustomerDetails {
  readonly index?: number;
  readonly members?: Omit<Customer, 'id'> | undefined;
}

/** The organization that one provider state is set up in: a new one each time, so that states can't meet. */
export class StateOrganization {
  readonly #api: ArrangeableApi;
  readonly #organizationId: string;

  constructor(api: ArrangeableApi, organizationId: string) {
    this.#api = api;
    this.#organizationId = organizationId;
  }

  /**
   * Adds a customer to the member: what the view leaves out stays out, unless it is among `members`, which take the place of
   * the view's own. A complete one has a lead source too.
   */
  addCustomer(id: string, view: CustomerView, { index = 0, members = {} }: CustomerDetails = {}): void {
    const customer: Customer = views[view].responses.at(index);
    adoptCustomer(this.#api.store, this.#organizationId, { ...customer, ...members, id });
    if (hasLeadSource[view]) this.addLeadSource(id, view, index);
  }

  /** Adds a lead source to the member. */
  addLeadSource(customerId: string, view: CustomerView, index = 0): void {
    const leadSource: LeadSource = views[view].leadSources.at(index);
    adoptLeadSource(this.#api.store, this.#organizationId, customerId, leadSource);
  }

  removeLeadSource(customerId: string): void {
    this.#api.store.deleteLeadSource(this.#organizationId, customerId);
  }

  /** Does something when the first request names a customer, before it is carried out: with its `id`, and its `targetCustomerId`. */
  onceAsked(arrange: AwaitingRequest): void {
    const { awaiting } = this.#api;
    awaiting.set(this.#organizationId, [...(awaiting.get(this.#organizationId) ?? []), arrange]);
  }

  /** Makes every write that documents 409 answer so. */
  conflict(): void {
    this.#api.conflicting.add(this.#organizationId);
  }

  /** Uses the allowance of writes up. */
  useAllowanceUp(): void {
    this.#api.rateLimit.exhaust(this.#organizationId);
  }
}
