import { createCustomersClient, type HttpFetch } from '@customer-contracts/client';
import { expect, test } from 'vitest';

import { apiKey } from './serve.ts';

const none = { get: () => null };
const busy = { status: 503, headers: none, text: async () => '' };

test('a fetch of one’s own sends every attempt, as the client would have it sent', async () => {
  const sent: Parameters<HttpFetch>[] = [];
  const answers = [busy, { status: 201, headers: none, text: async () => '{"id":"cus_01"}' }];
  const fetch: HttpFetch = async (...request) => {
    sent.push(request);
    return answers[sent.length - 1] ?? busy;
  };
  const client = createCustomersClient({ server: 'sandbox', organizationId: 'demo', apiKey, fetch });
  expect(await client.putCustomer({ id: 'cus_01', body: { locale: 'fr' } })).toEqual({
    status: 201,
    body: { id: 'cus_01' },
  });
  const url = 'https://api-sandbox.rebilly.com/organizations/demo/customers/cus_01';
  const signal: unknown = expect.any(AbortSignal);
  const options = {
    method: 'PUT',
    headers: { Accept: 'application/json', 'Content-Type': 'application/json', 'REB-APIKEY': apiKey },
    body: '{"locale":"fr"}',
    redirect: 'manual',
    signal,
  };
  expect(sent).toEqual([
    [url, options],
    [url, options],
  ]);
});

test.each([
  ['an answer', new Promise<never>(() => {})],
  ['a body', Promise.resolve({ ...busy, status: 200, text: () => new Promise<never>(() => {}) })],
])('its signal is given when %s takes too long, or the caller gives up', async (_, answer) => {
  const heeded: unknown[] = [];
  const fetch: HttpFetch = async (_, { signal }) => {
    const { promise, reject } = Promise.withResolvers<never>();
    signal.addEventListener('abort', () => {
      heeded.push(signal.reason);
      reject(signal.reason);
    });
    const { status, headers, text } = await Promise.race([answer, promise]);
    return { status, headers, text: () => Promise.race([text(), promise]) };
  };
  const client = createCustomersClient({ server: 'sandbox', apiKey, fetch, maxRetries: 0 });
  const call = client.getCustomer({ id: 'cus_01' }, { timeout: 20 });
  await expect(call).rejects.toMatchObject({ name: 'TimeoutError', timeout: 20 });
  const reason = new Error('The page was left.');
  const controller = new AbortController();
  const cancelled = client.getCustomer({ id: 'cus_01' }, { signal: controller.signal });
  controller.abort(reason);
  await expect(cancelled).rejects.toBe(reason);
  expect(heeded.at(-1)).toBe(reason);
});

test('what it rejects with is an error of the network, and its cause keeps no key', async () => {
  const fetch: HttpFetch = async () => {
    throw Object.assign(new Error(`${apiKey} was refused`), { code: 'EPROXY' });
  };
  const client = createCustomersClient({ server: 'sandbox', apiKey, fetch, maxRetries: 0 });
  await expect(client.getCustomerCollection()).rejects.toMatchObject({
    name: 'NetworkError',
    code: 'EPROXY',
    cause: { message: '[redacted] was refused' },
  });
});
