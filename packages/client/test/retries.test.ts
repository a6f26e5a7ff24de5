import type { CustomersClient } from '@customer-contracts/client';
import { expect, test } from 'vitest';

import { drop, half, serve, stall, type Reply } from './serve.ts';

const calls = {
  getCustomerCollection: (client: CustomersClient) => client.getCustomerCollection(),
  postCustomer: (client: CustomersClient) => client.postCustomer({ body: {} }),
  getCustomer: (client: CustomersClient) => client.getCustomer({ id: 'cus_01' }),
  putCustomer: (client: CustomersClient) => client.putCustomer({ id: 'cus_01', body: {} }),
  'putCustomer with a payment token': (client: CustomersClient) =>
    client.putCustomer({ id: 'cus_01', body: { paymentToken: 'tok_01' } }),
  deleteCustomer: (client: CustomersClient) => client.deleteCustomer({ id: 'cus_01', targetCustomerId: 'cus_02' }),
  getCustomerLeadSource: (client: CustomersClient) => client.getCustomerLeadSource({ id: 'cus_01' }),
  putCustomerLeadSource: (client: CustomersClient) => client.putCustomerLeadSource({ id: 'cus_01', body: {} }),
  deleteCustomerLeadSource: (client: CustomersClient) => client.deleteCustomerLeadSource({ id: 'cus_01' }),
};

const once: ReadonlySet<string> = new Set([
  'postCustomer',
  'putCustomer with a payment token',
  'putCustomerLeadSource',
]);
const busy = { status: 429, headers: { 'X-RateLimit-Retry-After': '0' } };

test.each(Object.entries(calls))('%s is sent again after a 429: nothing was done', async (_, call) => {
  await using server = await serve(busy, { status: 401 });
  await expect(call(server.client())).rejects.toMatchObject({ name: 'UnauthorizedError', attempts: 2 });
});

test.each(Object.entries(calls))(
  '%s is sent again after a broken connection only where that is safe',
  async (name, call) => {
    await using server = await serve(drop, { status: 401 });
    const expected = once.has(name)
      ? { name: 'NetworkError', attempts: 1, code: 'UND_ERR_SOCKET' }
      : { name: 'UnauthorizedError', attempts: 2 };
    await expect(call(server.client())).rejects.toMatchObject(expected);
  },
);

test.each<[string, Reply]>([
  ['500', { status: 500 }],
  ['502', { status: 502, text: '<html>' }],
  ['503 with a time', { status: 503, headers: { 'Retry-After': '0' } }],
  ['504', { status: 504 }],
  ['a broken connection', drop],
  ['half a body', half],
  ['a body that stalls', stall],
])('after %s a read is sent again, and a create is not', async (_, reply) => {
  const timeout = reply === stall ? 1000 : 60_000;
  await using server = await serve(reply, { json: { id: 'cus_01' } });
  expect((await calls.getCustomer(server.client({ timeout }))).body).toEqual({ id: 'cus_01' });
  expect(server.received).toHaveLength(2);
  await using other = await serve(reply, { status: 201, json: { id: 'cus_01' } });
  await expect(calls.postCustomer(other.client({ timeout }))).rejects.toMatchObject({ attempts: 1 });
  expect(other.received).toHaveLength(1);
});

test.each([400, 401, 403, 404, 409, 422])('a %d is final', async (status) => {
  await using server = await serve({ status });
  await expect(calls.getCustomer(server.client())).rejects.toMatchObject({ status, attempts: 1 });
});

test('sends what it sent, the body and the key included', async () => {
  await using server = await serve(busy, drop, { json: { id: 'cus_01' } });
  await server.client().putCustomer({ id: 'cus_01', body: { websiteId: 'web_01' } });
  const [first, ...others] = server.received;
  expect(others).toEqual([first, first]);
  expect(first?.text).toBe('{"websiteId":"web_01"}');
});

test('gives up after two repeats, or as many as the client is told', async () => {
  await using server = await serve(busy);
  await expect(calls.getCustomer(server.client())).rejects.toMatchObject({ name: 'TooManyRequestsError', attempts: 3 });
  await expect(calls.getCustomer(server.client({ maxRetries: 0 }))).rejects.toMatchObject({ attempts: 1 });
  await expect(calls.getCustomer(server.client({ maxRetries: 5 }))).rejects.toMatchObject({ attempts: 6 });
});

test('waits by the clock of the answer, not by its own', async () => {
  const headers = { Date: 'Thu, 01 Jan 2099 00:00:00 GMT', 'X-RateLimit-Retry-After': '4070908800' };
  await using server = await serve({ status: 429, headers }, { json: { id: 'cus_01' } });
  await calls.getCustomer(server.client());
  expect(server.received).toHaveLength(2);
});

test('fails at once when the wait is longer than the client may wait', async () => {
  const headers = { Date: 'Mon, 15 Apr 2024 13:24:00 GMT', 'X-RateLimit-Retry-After': '1713187501' };
  await using server = await serve({ status: 429, headers });
  const error = { name: 'TooManyRequestsError', attempts: 1, retryAfter: 61_000 };
  await expect(calls.getCustomer(server.client())).rejects.toMatchObject(error);
  expect(server.received).toHaveLength(1);
});

test('a merge that was carried out before its answer was lost ends in 404, and says that it was sent twice', async () => {
  await using server = await serve(drop, { status: 404 });
  await expect(calls.deleteCustomer(server.client())).rejects.toMatchObject({
    name: 'NotFoundError',
    attempts: 2,
    message:
      'Failed to merge a duplicate customer into another, and delete it, DELETE /customers/cus_01: the API answered 404 ' +
      '(attempt 2). Check the id and the organization; a customer that was merged into another is found no more.',
  });
});
