import { NetworkError, TimeoutError } from '@customer-contracts/client';
import { expect, test } from 'vitest';

import { drop, hang, serve, stall } from './serve.ts';

test.each([
  ['no answer', hang],
  ['half an answer', stall],
])('%s within the timeout is an error', async (_, reply) => {
  await using server = await serve(reply);
  const call = server.client({ timeout: 50 }).postCustomer({ body: {} });
  await expect(call).rejects.toBeInstanceOf(TimeoutError);
  await expect(call).rejects.toMatchObject({
    timeout: 50,
    attempts: 1,
    message:
      'Failed to create a customer with an id made by the server, POST /customers: no whole answer came within 50 ms. ' +
      'It may have been carried out all the same: read what is there before you send it again.',
  });
});

test('the timeout of a call goes before that of the client, and bounds each attempt', async () => {
  await using server = await serve(hang);
  const call = server.client({ timeout: 60_000 }).getCustomer({ id: 'cus_01' }, { timeout: 50 });
  await expect(call).rejects.toMatchObject({
    attempts: 3,
    message:
      'Failed to get a customer, GET /customers/cus_01: no whole answer came within 50 ms (attempt 3). Try again.',
  });
});

test('a broken connection names its code, and the platform’s error as the cause', async () => {
  await using server = await serve(drop);
  const call = server.client({ maxRetries: 0 }).getCustomer({ id: 'cus_01' });
  await expect(call).rejects.toBeInstanceOf(NetworkError);
  await expect(call).rejects.toMatchObject({
    code: 'UND_ERR_SOCKET',
    message: 'Failed to get a customer, GET /customers/cus_01: no whole answer came, UND_ERR_SOCKET. Try again.',
    cause: { name: 'TypeError', message: 'fetch failed', cause: { name: 'SocketError', message: 'other side closed' } },
  });
});

test('a server that is not there is an error of the network', async () => {
  await using server = await serve(drop);
  const client = server.client({ maxRetries: 0 });
  await server[Symbol.asyncDispose]();
  await expect(client.getCustomerCollection()).rejects.toMatchObject({
    name: 'NetworkError',
    code: 'ECONNREFUSED',
    message:
      'Failed to list customers, GET /customers: nothing answers at the address of the server, ECONNREFUSED. ' +
      'Check the server option, and that it runs.',
  });
});

test('a call that is cancelled rejects with the reason of its signal', async () => {
  const controller = new AbortController();
  const reason = new Error('The page was left.');
  await using server = await serve(() => controller.abort(reason));
  const call = server.client().getCustomer({ id: 'cus_01' }, { signal: controller.signal });
  await expect(call).rejects.toBe(reason);
  expect(server.received).toHaveLength(1);
});

test('a call that is cancelled before it begins sends nothing', async () => {
  await using server = await serve({ json: [] });
  const signal = AbortSignal.abort();
  await expect(server.client().getCustomerCollection({}, { signal })).rejects.toBe(signal.reason);
  expect(server.received).toEqual([]);
});

test('a wait for the rate limit is cancelled too', async () => {
  const controller = new AbortController();
  const reason = new Error('The page was left.');
  await using server = await serve((response) => {
    response
      .writeHead(429, { 'X-RateLimit-Retry-After': '50' })
      .end(() => setImmediate(() => controller.abort(reason)));
  });
  const call = server.client().getCustomer({ id: 'cus_01' }, { signal: controller.signal });
  await expect(call).rejects.toBe(reason);
  expect(server.received).toHaveLength(1);
});

test('a signal with a time bounds the whole call, repeats included', async () => {
  await using server = await serve(hang);
  const signal = AbortSignal.timeout(100);
  const call = server.client().getCustomer({ id: 'cus_01' }, { signal });
  await expect(call).rejects.toMatchObject({ name: 'TimeoutError' });
  await expect(call).rejects.toBe(signal.reason);
});
