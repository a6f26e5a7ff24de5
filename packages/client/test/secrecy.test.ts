import { createServer } from 'node:net';
import { inspect } from 'node:util';

import { createCustomersClient, isCustomersApiError, type CustomersClient } from '@customer-contracts/client';
import { expect, test } from 'vitest';

import { listening } from './listening.ts';
import { drop, hang, serve, type Reply } from './serve.ts';

// With what JSON and regular expressions would escape, so that an escaped echo is tested too.
const apiKey = 'sk_live/"51H8q\\$&.vzL';
const paymentToken = 'tok_7Zp3';
const escaped = JSON.stringify(apiKey).slice(1, -1);

/** A server that tells the whole world what it was told. */
const echo = { title: `No ${apiKey}`, detail: `Key ${apiKey} is bad`, [apiKey]: { nested: [apiKey] } };
const invalidFields = [{ field: apiKey, message: apiKey }];

const answers: readonly (readonly [string, Reply])[] = [
  ['UnauthorizedError', { status: 401, json: echo }],
  ['ForbiddenError', { status: 403, text: JSON.stringify(echo).replaceAll('/', '\\/').replaceAll('s', '\\u0073') }],
  ['NotFoundError', { status: 404, json: echo }],
  ['ConflictError', { status: 409, json: echo }],
  ['ValidationError', { status: 422, json: { ...echo, invalidFields } }],
  ['TooManyRequestsError', { status: 429, json: echo, headers: { 'X-RateLimit-Retry-After': '99' } }],
  ['UndocumentedAnswerError', { status: 500, json: echo }],
  ['UndocumentedAnswerError', { status: 200, text: `<h1>${apiKey}</h1>` }],
  ['UndocumentedAnswerError', { status: 302, headers: { location: `https://example.com/?key=${apiKey}` } }],
  ['UndocumentedAnswerError', { status: 200, json: [apiKey] }],
  ['NetworkError', drop],
  ['TimeoutError', hang],
];

const calls: readonly ((client: CustomersClient) => Promise<unknown>)[] = [
  (client) => client.getCustomer({ id: 'cus_01' }),
  (client) => client.postCustomer({ body: { paymentToken } }),
];

test.each(answers)('%s keeps the key and the payment token to itself: %j', async (name, reply) => {
  await using server = await serve(reply);
  const timeout = reply === hang ? 50 : 60_000;
  const client = createCustomersClient({ server: server.url, apiKey, timeout, maxRetries: 0 });
  for (const call of calls) {
    const error = await rejection(call(client));
    expect(error).toMatchObject({ name });
    expect(secretsOf(error)).toEqual([]);
  }
  expect(server.received.map(({ headers }) => headers['reb-apikey'])).toEqual([apiKey, apiKey]);
});

test('a token is kept like a key', async () => {
  const token = 'header.payload.signature';
  await using server = await serve({ status: 401, json: { detail: `Bearer ${token} has expired` } });
  const client = createCustomersClient({ server: server.url, token });
  const error = await rejection(client.getCustomerCollection());
  expect(server.received[0]?.headers['authorization']).toBe(`Bearer ${token}`);
  expect(traces(error).join('\n')).not.toContain(token);
  expect(error).toMatchObject({ problem: { detail: 'Bearer [redacted] has expired' } });
});

test('what the platform keeps of a broken answer is struck out of the cause', async () => {
  await using server = await listening(
    createServer((socket) => socket.on('error', () => socket.destroy()).pipe(socket)),
  );
  const client = createCustomersClient({ server: server.url, apiKey, maxRetries: 0 });
  const error = await rejection(client.getCustomerCollection());
  expect(error).toMatchObject({ name: 'NetworkError' });
  expect(secretsOf(error)).toEqual([]);
  const platform = await rejection(fetch(server.url, { headers: { 'REB-APIKEY': apiKey } }));
  expect(inspect(platform, { depth: Infinity })).toContain('51H8q');
});

test('refusals, and the end of the collection, keep the key to themselves', async () => {
  await using server = await serve({ json: [{ id: apiKey }] });
  const client = createCustomersClient({ server: server.url, apiKey });
  const options = { server: `https://${apiKey}@example.com`, organizationId: apiKey, apiKey: `${apiKey}\n` };
  const errors = [
    await rejection(client.getCustomer({ id: apiKey })),
    await rejection(client.getCustomerCollection({ limit: -1, q: apiKey })),
    await rejection(client.getCustomerCollection({ filter: `paymentCount:${apiKey};${apiKey}:1` })),
    await rejection(Array.fromAsync(client.customers({ offset: 1000, limit: 1, filter: `id:${apiKey}` }))),
    thrown(() => createCustomersClient(options)),
  ];
  expect(errors).toMatchObject([
    { name: 'InvalidCallError' },
    { name: 'InvalidCallError' },
    { name: 'InvalidCallError' },
    { name: 'CollectionLimitError' },
    { name: 'InvalidOptionsError' },
  ]);
  expect(errors.flatMap((error) => secretsOf(error))).toEqual([]);
});

test('a key that was sent as an id is struck out too', async () => {
  const apiKey = 'sk_live_51H8q';
  await using server = await serve({ status: 404 });
  const error = await rejection(createCustomersClient({ server: server.url, apiKey }).getCustomer({ id: apiKey }));
  expect(error).toMatchObject({ path: '/customers/[redacted]' });
  expect(traces(error).join('\n')).not.toContain(apiKey);
});

test('the client itself shows no key', () => {
  const client = createCustomersClient({ server: 'sandbox', apiKey });
  expect(inspect(client, { depth: Infinity, showHidden: true })).not.toContain('51H8q');
  expect(JSON.stringify(client)).toBe('{}');
});

/** Which secrets an error of this package shows anywhere. */
function secretsOf(error: unknown): readonly string[] {
  if (!isCustomersApiError(error)) throw new Error('None of this package', { cause: error });
  const text = traces(error).join('\n');
  if (!text.includes(error.name)) throw new Error('The error shows nothing');
  return [apiKey, escaped, '51H8q', paymentToken].filter((secret) => text.includes(secret));
}

/** Everything that an error shows to whom it is shown, its causes one by one included. */
function traces(error: unknown): readonly string[] {
  if (!(error instanceof Error)) return [];
  const properties = Reflect.ownKeys(error).map((key) => inspect(Reflect.get(error, key), { depth: Infinity }));
  return [
    String(error),
    error.message,
    error.stack ?? '',
    JSON.stringify(error),
    inspect(error, { depth: Infinity, showHidden: true, getters: true }),
    ...properties,
    ...traces(error.cause),
  ];
}

async function rejection(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    () => undefined,
    (error: unknown) => error,
  );
}

function thrown(make: () => unknown): unknown {
  try {
    return make();
  } catch (error) {
    return error;
  }
}
