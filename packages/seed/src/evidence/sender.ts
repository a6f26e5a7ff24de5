import { createCustomersClient, type CustomersClient } from '@customer-contracts/client';
import { formatCredential, matchOperation } from '@customer-contracts/schemas';

import type { Target } from '../check-target.ts';
import { nodeFetch } from '../node-fetch.ts';
import { passingFault } from '../passing-fault.ts';
import type { Requests } from '../requests.ts';
import type { Answer } from './answer.ts';
import type { Ask } from './scenario.ts';

/** Nobody knows whether a write was carried out. */
export class LostWriteError extends Error {
  override readonly name = 'LostWriteError';
  /** What kept the answer from coming. */
  readonly fault: Error;

  constructor(fault: Error) {
    super('Failed to write: no answer came. Look whether it was done.', { cause: fault });
    this.fault = fault;
  }
}

/**
 * Sends requests as they are, odd ones too, and hands back what was answered. Whether an answer came at all, and how long to wait
 * if not, is the client's to tell: it sends the call whose place the request takes.
 */
export class Sender {
  readonly #requests: Requests;
  readonly #target: Target;
  readonly #apiKey: string;
  readonly #timeout: number;

  constructor(
    requests: Requests,
    target: Target,
    { apiKey, timeout }: { readonly apiKey: string; readonly timeout: number },
  ) {
    this.#requests = requests;
    this.#target = target;
    this.#apiKey = apiKey;
    this.#timeout = timeout;
  }

  /**
   * @param before is told when a write is about to be sent.
   * @throws {LostWriteError} when nobody knows whether a write was carried out.
   */
  async send(ask: Ask, before: () => void = () => {}): Promise<Answer> {
    if (ask.method === 'GET') return (await this.#requests.read(ask.path, () => this.#carry(ask))).answer;
    const written = await this.#requests.write(() => this.#carry(ask), before);
    if ('fault' in written) throw new LostWriteError(written.fault);
    return written.result.answer;
  }

  async #carry(ask: Ask) {
    const answers: Answer[] = [];
    const { method, headers, body } = this.#written(ask);
    const client = createCustomersClient({
      server: this.#target.server,
      apiKey: this.#apiKey,
      timeout: this.#timeout,
      maxRetries: 0,
      fetch: async (_, { signal, redirect }) => {
        const sent = { method, headers, ...(body !== undefined && { body }), signal, redirect };
        const { status, headers: answered, text: read } = await nodeFetch(this.#urlOf(ask), sent);
        const text = await read();
        answers.push({ status, headers: new Map(answered.all()), text });
        return { status, headers: answered, text: async () => text };
      },
    });
    const result = await this.#call(client, ask).catch((error: unknown) => ({ error }));
    const [answer] = answers;
    const error = 'error' in result ? result.error : undefined;
    // What a server says of itself is its answer; what a gateway says for it is none.
    if (answer === undefined || passingFault(error)?.isAnswer === false) throw error;
    return { answer, ...('rateLimit' in result && { rateLimit: result.rateLimit }) };
  }

  /** The call that the request takes the place of. */
  async #call(client: CustomersClient, { method, path }: Ask) {
    const match = matchOperation(method, path);
    const id = 'any';
    const operation = match && 'operationId' in match ? match.operationId : undefined;
    switch (operation) {
      case 'getCustomerCollection':
        return client.getCustomerCollection({});
      case 'postCustomer':
        return client.postCustomer({ body: {} });
      case 'putCustomer':
        return client.putCustomer({ id, body: {} });
      case 'deleteCustomer':
        return client.deleteCustomer({ id, targetCustomerId: 'another' });
      case 'getCustomerLeadSource':
        return client.getCustomerLeadSource({ id });
      case 'putCustomerLeadSource':
        return client.putCustomerLeadSource({ id, body: {} });
      case 'deleteCustomerLeadSource':
        return client.deleteCustomerLeadSource({ id });
      case 'getCustomer':
      case undefined:
      default:
        // Any other is paced and read as this one: what is sent is the request of the scenario.
        return client.getCustomer({ id });
    }
  }

  #urlOf({ path, query, from }: Ask): string {
    const server = this.#target.server.replace(/\/+$/, '');
    const [, host = server, organization = ''] = /^(.*?)(\/organizations\/[^/]+)?$/.exec(server) ?? [];
    const begin = from === undefined ? server : from === 'host' ? host : `${host}/${organization}`;
    const search = new URLSearchParams(query).toString();
    return `${begin}${path}${search === '' ? '' : `?${search}`}`;
  }

  #written({ method, body, text, headers, key }: Ask) {
    const secret = key === 'unknown' ? 'sk_nobody-has-this-key' : this.#apiKey;
    const written = text ?? (body === undefined ? undefined : JSON.stringify(body));
    return {
      method,
      body: written,
      headers: {
        Accept: 'application/json',
        ...(key === 'none' ? {} : Object.fromEntries([formatCredential('apiKey', secret)])),
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        ...(written !== undefined && { 'Content-Length': String(Buffer.byteLength(written)) }),
        ...headers,
      },
    };
  }
}
