import { isCustomersApiError } from '@customer-contracts/client';
import { formatFilter } from '@customer-contracts/schemas';

import type { Requests } from '../requests.ts';
import { makeTombstone } from '../undo-seed.ts';
import { bodyOf } from './answer.ts';
import type { Made } from './made.ts';
import { get, remove } from './scenario.ts';
import { LostWriteError, type Sender } from './sender.ts';

/** The customer that all are merged into: the API has no delete, so it stays. */
export const tombstone = 'customer-evidence';

/**
 * Merges into the tombstone what scenarios have made and is still there, one after the other: all go into the same customer.
 *
 * @returns what is left, by its id or e-mail address.
 */
export async function cleanUp(
  made: Made,
  requests: Requests,
  sender: Sender,
  signal?: AbortSignal,
): Promise<readonly string[]> {
  await findPosted(made, requests);
  const merging = new Merging(requests, sender);
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
  readonly #sender: Sender;
  #hasTombstone = false;
  /** Whether it is the target of a merge that disappears, as one sentence of the API's document has it. */
  #isReversed = false;

  constructor(requests: Requests, sender: Sender) {
    this.#requests = requests;
    this.#sender = sender;
  }

  /** Merges a customer away. @returns whether it is gone. */
  async away(id: string): Promise<boolean> {
    if (await this.#isGone(id)) return true;
    const isDone = await this.#merge(id);
    if (!isDone || (await this.#isGone(id))) return isDone;
    this.#isReversed = !this.#isReversed;
    this.#hasTombstone = false;
    return (await this.#merge(id)) && this.#isGone(id);
  }

  /** @returns whether the API says that it is done. */
  async #merge(id: string): Promise<boolean> {
    if (!this.#hasTombstone) await makeTombstone(tombstone, { requests: this.#requests });
    this.#hasTombstone = true;
    const [from, targetCustomerId] = this.#isReversed ? [tombstone, id] : [id, tombstone];
    for (let faults = 0; ; faults += 1) {
      try {
        const { status } = await this.#sender.send(remove(pathOf(from), { targetCustomerId }));
        return status >= 200 && status < 300;
      } catch (error) {
        if (!(error instanceof LostWriteError)) throw error;
        if (await this.#isGone(id)) return true;
        await this.#requests.pause(id, faults, error.fault);
      }
    }
  }

  /** Whether nobody is there, nobody can be under such an id (400), or somebody else answers for it. */
  async #isGone(id: string): Promise<boolean> {
    const answer = await this.#sender.send(get(pathOf(id)));
    if ([400, 404, 410].includes(answer.status) || (answer.status >= 300 && answer.status < 400)) return true;
    const body = bodyOf(answer);
    return typeof body === 'object' && body !== null && 'id' in body && body.id !== id;
  }
}

function pathOf(id: string): string {
  return `/${encodeURIComponent(id)}`;
}
