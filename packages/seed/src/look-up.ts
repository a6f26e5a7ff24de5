import { isCustomersApiError } from '@customer-contracts/client';
import {
  collectionLimits,
  type Customer,
  formatFilter,
  isFilterError,
  primaryEmail,
} from '@customer-contracts/schemas';

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
  /** Other customers with one of their e-mail addresses, where they were asked for. */
  readonly others: readonly Customer[];
}

/** The most characters of a list's filter in a URL: servers and what stands before them take 4 kB, and some no more. */
const longestFilter = 3000;

/**
 * Looks records up. A list by their ids shows what is there in one request for the whole group, whatever became of their
 * e-mail addresses. What it doesn't show is missing, or the list is behind the time: a PUT that replaces where nothing was
 * found tells, and from then on each is read by its id. So it is from the first one on where the API takes no such filter.
 */
export class LookUp {
  readonly #requests: Requests;
  readonly #withOthers: boolean;
  #areListsTrusted = true;
  #isIdFiltered = true;

  /** @param withOthers whether other customers with one of their e-mail addresses are asked for, too. */
  constructor(requests: Requests, withOthers = false) {
    this.#requests = requests;
    this.#withOthers = withOthers;
  }

  /** From now on, reads by its id what a list doesn't show. */
  distrustLists(): void {
    this.#areListsTrusted = false;
  }

  async find(records: readonly SeedRecord[]): Promise<LookedUp> {
    const stored = new Map<string, Customer>();
    const addresses = records.flatMap(({ body }) => primaryEmail(body.primaryAddress)?.toLowerCase() ?? []);
    if (this.#withOthers) await this.#list('email', addresses, stored);
    const open = records.map(({ id }) => id).filter((id) => !stored.has(id));
    const listed = this.#isIdFiltered ? await this.#listIds(open, stored) : new Set<string>();
    const found = await Promise.all(
      records.map(async (record) => {
        const known = stored.get(record.id);
        stored.delete(record.id);
        const isMissing = known === undefined && this.#areListsTrusted && listed.has(record.id);
        return { record, stored: known ?? (isMissing ? undefined : await this.#requests.readCustomer(record.id)) };
      }),
    );
    return { found, others: [...stored.values()] };
  }

  /** @returns those ids of which the list tells whether they are there. */
  async #listIds(ids: readonly string[], stored: Map<string, Customer>): Promise<ReadonlySet<string>> {
    try {
      const listed = new Map<string, Customer>();
      const told = await this.#list('id', ids, listed);
      // Letters of either case are alike to a filter, and not to an id.
      for (const id of ids) {
        const customer = listed.get(id);
        if (customer !== undefined) stored.set(id, customer);
      }
      return told;
    } catch (error) {
      if (!isCustomersApiError(error, 'ValidationError')) throw error;
      this.#isIdFiltered = false;
      return new Set();
    }
  }

  /** Lists the customers that have one of some values. @returns those values of which the lists tell all. */
  async #list(
    field: 'id' | 'email',
    values: readonly string[],
    stored: Map<string, Customer>,
  ): Promise<ReadonlySet<string>> {
    const told = new Set<string>();
    const { most: limit } = collectionLimits.limit;
    for (const some of chunksOf([...new Set(values)].filter(isFilterable))) {
      const filter = filterBy(field, some);
      const { body, pagination } = await this.#requests.read(`${some.length} customers`, (client) =>
        client.getCustomerCollection({ filter, limit, expand: 'leadSource' }),
      );
      for (const customer of body) stored.set(customer.id, customer);
      const isComplete = body.length < limit && (pagination?.total ?? body.length) <= body.length;
      if (isComplete) for (const value of some) told.add(value);
    }
    return told;
  }
}

function filterBy(field: 'id' | 'email', values: readonly string[]): string {
  return formatFilter([{ field, terms: values.map((value) => ({ kind: 'literal', negated: false, value })) }]);
}

/** Whether a value can stand in a filter, whose grammar has no escape. */
function isFilterable(value: string): boolean {
  try {
    return filterBy('id', [value]) !== '';
  } catch (error) {
    if (isFilterError(error)) return false;
    throw error;
  }
}

/** Values in rows that fit into a URL. */
function* chunksOf(values: readonly string[]): Generator<readonly string[], void, undefined> {
  let row: string[] = [];
  let length = 0;
  for (const value of values) {
    const more = encodeURIComponent(value).length + '%2C'.length;
    if (length + more > longestFilter && row.length > 0) {
      yield row;
      row = [];
      length = 0;
    }
    row.push(value);
    length += more;
  }
  if (row.length > 0) yield row;
}
