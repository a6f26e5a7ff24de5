import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inspect } from 'node:util';

import { isPactError, mergeShards, readShards } from '@customer-contracts/pact';
import { verificationJUnit, verificationTable, verifyProvider } from '@customer-contracts/pact/verify';
import axios, { create } from 'axios';
import { afterEach, expect, test, vi } from 'vitest';

import { findLeaks } from './find-leaks.ts';
import { send } from './send.ts';
import { startProvider } from './start-provider.ts';
import { temporaryPacts } from './temporary-pacts.ts';

const key = 'leaks-env-3f9c7d21';
const call = { id: 'cus_01' };

afterEach(() => void vi.unstubAllEnvs());

/** What a promise is rejected with. */
async function errorOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => undefined,
    (error: unknown) => error,
  );
}

test('leaves a client as it was: its next request carries the key', async () => {
  await using pacts = await temporaryPacts();
  vi.stubEnv('BILLING_API_KEY', key);
  const received: unknown[] = [];
  await using server = await startProvider(({ headers }) => {
    received.push(headers['reb-apikey']);
    return {};
  });
  const client = create({ headers: { 'REB-APIKEY': key } });
  axios.defaults.headers.common['X-Billing-Key'] = key;
  const test = pacts.pact.getCustomer(call).test(({ baseUrl }) => client.get(`${baseUrl}/customers/cus_01`));

  const error = await errorOf(test());
  await client.get(server.url);

  expect(findLeaks(inspect(error, { depth: 9, showHidden: true }))).toEqual([]);
  expect(received).toEqual([key]);
  expect(client.defaults.headers).toMatchObject({ 'REB-APIKEY': key });
  expect(axios.defaults.headers.common['X-Billing-Key']).toBe(key);
  delete axios.defaults.headers.common['X-Billing-Key'];
});

test('replaces what hangs on an error, and changes nothing of it', async () => {
  await using pacts = await temporaryPacts();
  vi.stubEnv('BILLING_API_KEY', key);
  const config = { headers: { 'REB-APIKEY': key }, list: [{ key }], untouched: {} };
  const cause = Object.assign(new TypeError(`refused ${key}`), { config });
  const own = Object.assign(new Error('failed', { cause }), { config, status: 500 });
  const test = pacts.pact.getCustomer(call).test(async (mock) => {
    await send('getCustomer', call, mock);
    throw own;
  });

  await expect(test()).rejects.toBe(own);

  expect(own).toMatchObject({ status: 500, config: { headers: { 'REB-APIKEY': '[masked]' } } });
  expect(own.cause).toBeInstanceOf(TypeError);
  expect(own.cause).toMatchObject({ message: 'refused [masked]', config: { list: [{ key: '[masked]' }] } });
  expect(own.config.untouched).toBe(config.untouched);
  expect(config).toEqual({ headers: { 'REB-APIKEY': key }, list: [{ key }], untouched: {} });
  expect(cause.message).toBe(`refused ${key}`);
});

test('leaves an error without a key alone', async () => {
  await using pacts = await temporaryPacts();
  vi.stubEnv('BILLING_API_KEY', key);
  const own = Object.freeze(Object.assign(new Error('failed'), { config: Object.freeze({ headers: {} }) }));
  const test = pacts.pact.getCustomer(call).test(async (mock) => {
    await send('getCustomer', call, mock);
    throw own;
  });

  await expect(test()).rejects.toBe(own);
});

test('looks at the nodes of a page as they are printed, and not at the page behind them', async () => {
  await using pacts = await temporaryPacts();
  vi.stubEnv('BILLING_API_KEY', key);
  const node = (outerHTML: string) => ({
    nodeType: 1,
    nodeName: 'P',
    outerHTML,
    ownerDocument: { defaultView: globalThis },
  });
  const [actual, expected] = [node('<p>Ann</p>'), node(`<p>${key}</p>`)];
  const test = pacts.pact.getCustomer(call).test(async (mock) => {
    await send('getCustomer', call, mock);
    throw Object.assign(new Error('failed'), { actual, expected });
  });

  const error = await errorOf(test());

  expect(Reflect.get(Object(error), 'actual')).toBe(actual);
  expect(error).toMatchObject({ expected: '<p>[masked]</p>' });
});

test('shows nothing of an error that holds more than anybody reads', async () => {
  await using pacts = await temporaryPacts();
  vi.stubEnv('BILLING_API_KEY', key);
  const rows = Array.from({ length: 100_000 }, (_, index) => ({ index }));
  const test = pacts.pact.getCustomer(call).test(async (mock) => {
    await send('getCustomer', call, mock);
    throw Object.assign(new Error('failed'), { rows, last: { key } });
  });

  const error = await errorOf(test());

  expect(error).toMatchObject({ message: 'failed', last: { key: '[masked]' } });
  expect(Reflect.get(Object(Reflect.get(Object(error), 'rows')), 99_999)).toBe('[not shown]');
});

test.each([
  ['DB_PASSWORD', 'customers', 'a word'],
  ['SHORT_TOKEN', 'abc-123', 'too short'],
  ['CUSTOMERS_API_KEY', 'placeholder-api-key', 'the placeholder'],
  ['API_KEY_FILE', '/run/secrets/cus_01-key', 'where one is kept'],
  ['TOKEN_URL', 'http://127.0.0.1/token/1', 'where one is got'],
  ['KEYBOARD_LAYOUT', 'cus_01-us-intl', 'something else'],
])('does not take %s=%s for a secret: it is %s', async (name, value) => {
  await using pacts = await temporaryPacts();
  vi.stubEnv(name, value);
  const getCustomer = pacts.pact.getCustomer(call).as(`read with ${value}`);

  await getCustomer.test((mock) => send('getCustomer', call, mock))();
  await expect(getCustomer.test(() => {})()).rejects.toThrow(`Failed to match "read with ${value}"`);
});

test.each([
  ['a description', (text: string) => ({ description: text })],
  ['a comment', (text: string) => ({ comment: text })],
  ['the name of a test', (text: string) => ({ testName: text })],
  ['the name of a consumer', (text: string) => ({ consumer: text })],
])('writes no key in %s, and shows none', async (_, said) => {
  vi.stubEnv('BILLING_API_KEY', key);
  const {
    consumer = 'billing-web',
    description = 'read',
    comment = 'why',
    testName = 'reads',
  } = {
    ...(said(`of ${key}`) as Readonly<Partial<Record<string, string>>>),
  };
  await using pacts = await temporaryPacts({ consumer });
  const interaction = pacts.pact.getCustomer(call).as(description).comment(comment).testName(testName);

  const error = await errorOf(interaction.test((mock) => send('getCustomer', call, mock))());

  const shown = description.replace(key, '[masked]');
  expect(error).toMatchObject({
    name: 'SecretError',
    interaction: shown,
    message: `Failed to write "${shown}": it holds what looks like a key or token. Send the apiKey that the test gets, and keep secrets out of bodies, queries and examples.`,
  });
  expect(findLeaks(inspect(error))).toEqual([]);
  expect((await readdir(pacts.directory)).filter((name) => name !== '.shards')).toEqual([]);
});

test('keeps no key of the name of a running test in a shard', async (context) => {
  await using pacts = await temporaryPacts();
  vi.stubEnv('BILLING_API_KEY', key);
  const test: (runner: unknown) => Promise<void> = pacts.pact
    .getCustomer(call)
    .test((mock) => send('getCustomer', call, mock));

  await test({ ...context, task: { fullName: `reads with ${key}` } });

  const files = await readdir(join(pacts.directory, '.shards'));
  const file = files.find((name) => name.endsWith('.ndjson')) ?? '';
  expect(await readFile(join(pacts.directory, '.shards', file), 'utf8')).toContain('"test":"reads with [masked]"');
});

test('shows no key where interactions clash', async () => {
  await using pacts = await temporaryPacts();
  for (const locale of ['fr-FR', 'de-DE']) {
    const body = { locale, customFields: { note: `${locale} ${key}` } };
    await pacts.pact
      .postCustomer({ body })
      .as(`create with ${key}`)
      .test((mock) => send('postCustomer', { body }, mock))();
  }
  vi.stubEnv('BILLING_API_KEY', key);

  const error = await errorOf((async () => mergeShards(readShards(join(pacts.directory, '.shards'))))());

  expect(error).toMatchObject({ name: 'MergeError' });
  expect(findLeaks(inspect(error))).toEqual([]);
});

test('shows no credential of a verification, in errors, tables and JUnit', async () => {
  await using pacts = await temporaryPacts();
  await pacts.pact
    .getCustomer(call)
    .as(`read with ${key}`)
    .test((mock) => send('getCustomer', call, mock))();
  await pacts.merged();
  await using provider = await startProvider(() => ({}));
  const options = { baseUrl: provider.url, pacts: [pacts.directory], credentials: { apiKey: key } };

  const verification = await verifyProvider({ ...options, states: { customerExists: () => ({}) } });
  const failure = await errorOf(
    verifyProvider({
      ...options,
      states: {
        customerExists() {
          throw new Error(`no customer for ${Buffer.from(`ann:${key}`).toString('base64')}`);
        },
      },
    }),
  );

  expect(verification.interactions).toMatchObject([{ description: 'read with [masked]', isPassed: true }]);
  expect(failure).toMatchObject({ name: 'VerificationError' });
  vi.stubEnv('BILLING_API_KEY', key);
  const raw = { interactions: verification.interactions.map((each) => ({ ...each, description: `read ${key} <&>` })) };
  const shown = [inspect(failure, { depth: 9 }), verificationTable(raw), verificationJUnit(raw)];
  expect(shown.flatMap(findLeaks)).toEqual([]);
});

class VerificationError extends Error {
  override name = 'VerificationError';
}

class UnarrangeableStateError extends Error {
  override name = 'UnarrangeableStateError';
}

test('takes no error of the user for one of its own by a name', async () => {
  await using pacts = await temporaryPacts();
  const own = new VerificationError('mine');
  const { stack } = own;
  const test = pacts.pact.getCustomer(call).test(async (mock) => {
    await send('getCustomer', call, mock);
    throw own;
  });

  await expect(test()).rejects.toBe(own);

  expect(isPactError(own)).toBe(false);
  expect(own.stack).toBe(stack);
});

test('takes no error of a state handler for one that says that nobody can arrange it by a name', async () => {
  await using pacts = await temporaryPacts();
  await pacts.pact.getCustomer(call).test((mock) => send('getCustomer', call, mock))();
  await pacts.merged();
  await using provider = await startProvider(() => ({}));
  const states = {
    customerExists() {
      throw new UnarrangeableStateError('not today');
    },
  };

  await expect(verifyProvider({ baseUrl: provider.url, pacts: [pacts.directory], states })).rejects.toThrow(
    'the provider state "a customer exists" could not be brought about: not today',
  );
});
