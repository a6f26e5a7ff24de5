import { isCustomersApiError } from '@customer-contracts/client';
import { formatFilter } from '@customer-contracts/schemas';

import { RecordId } from '../record-id.ts';
import type { Requests } from '../requests.ts';
import { makeTombstone } from '../undo-seed.ts';
import { mergeCustomer } from '../write-until.ts';
import type { Made } from './made.ts';

/** The customer that all are merged into: the API has no delete, so it stays. */
export const tombstone = 'customer-evidence';

/**
 * Merges into the tombstone what scenarios have made and is still there, one after the other: all go into the same customer.
 *
 * @returns what is left, by its id or e-mail address.
 */
export async function cleanUp(made: Made, requests: Requests, signal?: AbortSignal): Promise<readonly string[]> {
  await findPosted(made, requests);
  const merging = new Merging(requests);
  const left: string[] = [];
  for (const id of made.ids) {
    signal?.throwIfAborted();
    if (await merging.away(id)) made.gone(id);
    else left.push(id);
  }
  return [...left, ...made.mails];
}

/** Customers under ids of the server's own are found by the address that they were made with. */
async function findPosted(made: Made, requests: Requests): Promise<void> {
  for (const mail of made.mails) {
    const filter = formatFilter([{ field: 'email', terms: [{ kind: 'literal', negated: false, value: mail }] }]);
    try {
      const { body } = await requests.read(mail, (client) => client.getCustomerCollection({ filter }));
      for (const { id } of body) made.making(id);
      made.gone(mail);
    } catch (error) {
      if (!isCustomersApiError(error, 'ValidationError')) throw error;
    }
  }
}

class Merging {
  readonly #requests: Requests;
  #hasTombstone = false;
  /** Whether it is the target of a merge that disappears, as one sentence of the API's document has it. */
  #isReversed = false;

  constructor(requests: Requests) {
    this.#requests = requests;
  }

  /** Merges a customer away. @returns whether it is gone. */
  async away(id: string): Promise<boolean> {
    // No customer can have it, and the client sends none such.
    if (!RecordId.safeParse(id).success) return true;
    if (await this.#isGone(id)) return true;
    await this.#merge(id);
    if (await this.#isGone(id)) return true;
    this.#isReversed = !this.#isReversed;
    this.#hasTombstone = false;
    await this.#merge(id);
    return this.#isGone(id);
  }

  async #merge(id: string): Promise<void> {
    if (!this.#hasTombstone) await makeTombstone(tombstone, { requests: this.#requests });
    this.#hasTombstone = true;
    const [from, into] = this.#isReversed ? [tombstone, id] : [id, tombstone];
    await mergeCustomer(from, into, this.#requests);
  }

  async #isGone(id: string): Promise<boolean> {
    return (await this.#requests.readCustomer(id)) === undefined;
  }
}
