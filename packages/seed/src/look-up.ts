import { collectionLimits, type Customer, formatFilter, primaryEmail } from '@customer-contracts/schemas';

import type { SeedRecord } from './records.ts';
import type { Requests } from './requests.ts';

/** A record, and what is stored under its id. */
export interface Found {
  readonly record: SeedRecord;
  readonly stored: Customer | undefined;
}

/** A group of records, looked up. */
export interface LookedUp {
  readonly found: readonly Found[];
  /** Other customers with one of their e-mail addresses. */
  readonly others: readonly Customer[];
}

/**
 * Looks records up. A list by their e-mail addresses shows what is there in one request for the whole group. What it
 * doesn't show is missing, or has another address and so is to be written all the same, or the list is behind the time: a
 * PUT that replaces where nothing was found tells, and from then on each is read by its id.
 */
export class LookUp {
  readonly #requests: Requests;
  #listsAreTrusted = true;

  constructor(requests: Requests) {
    this.#requests = requests;
  }

  /** From now on, reads by its id what a list doesn't show. */
  distrustLists(): void {
    this.#listsAreTrusted = false;
  }

  async find(records: readonly SeedRecord[]): Promise<LookedUp> {
    const { filter, listed } = listing(records);
    const stored = new Map<string, Customer>();
    let isComplete = true;
    if (filter !== '') {
      const { body, pagination } = await this.#requests.read(`${listed.size} customers`, (client) =>
        client.getCustomerCollection({ filter, limit: collectionLimits.limit.most, expand: 'leadSource' }),
      );
      for (const customer of body) stored.set(customer.id, customer);
      isComplete = body.length < collectionLimits.limit.most && (pagination?.total ?? body.length) <= body.length;
    }
    const found = await Promise.all(
      records.map(async (record) => {
        const known = stored.get(record.id);
        stored.delete(record.id);
        const isMissing = known === undefined && listed.has(record) && isComplete && this.#listsAreTrusted;
        return { record, stored: known ?? (isMissing ? undefined : await this.#requests.readCustomer(record.id)) };
      }),
    );
    return { found, others: [...stored.values()] };
  }
}

/** The filter that shows these records, and which of them it can show: those with an address. */
function listing(records: readonly SeedRecord[]): {
  readonly filter: string;
  readonly listed: ReadonlySet<SeedRecord>;
} {
  const listed = new Set<SeedRecord>();
  const addresses = new Set<string>();
  for (const record of records) {
    const address = primaryEmail(record.body.primaryAddress);
    if (address === null) continue;
    listed.add(record);
    addresses.add(address.toLowerCase());
  }
  return { filter: addresses.size === 0 ? '' : filterBy([...addresses]), listed };
}

function filterBy(addresses: readonly string[]): string {
  return formatFilter([
    { field: 'email', terms: addresses.map((value) => ({ kind: 'literal', negated: false, value })) },
  ]);
}
