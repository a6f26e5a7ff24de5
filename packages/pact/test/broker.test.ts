import { inspect } from 'node:util';

import { startEmulator } from '@customer-contracts/emulator';
import { BrokerError } from '@customer-contracts/pact-files';
import { emulatorStates, verifyProvider } from '@customer-contracts/pact/verify';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { brokerWith, type FakeAnswer, startFakeBroker } from './fake-broker.ts';
import { send } from './send.ts';
import { temporaryPacts } from './temporary-pacts.ts';

// The machine may have settings of its own.
beforeEach(() => {
  for (const name of ['BASE_URL', 'TOKEN', 'USERNAME', 'PASSWORD']) vi.stubEnv(`PACT_BROKER_${name}`, '');
  for (const name of ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY', 'NO_PROXY'])
    vi.stubEnv(name, '').stubEnv(name.toLowerCase(), '');
});
afterEach(() => {
  vi.unstubAllEnvs();
});

/** What a verification from a broker fails with; the provider is never asked. */
async function failureWith(broker: Parameters<typeof verifyProvider>[0]['broker'] = {}): Promise<unknown> {
  return verifyProvider({ baseUrl: 'http://127.0.0.1:1', broker, states: {} }).catch((error: unknown) => error);
}

async function failureFrom(answer: FakeAnswer): Promise<{ readonly message: string; readonly url: string }> {
  await using broker = await startFakeBroker(answer);
  const error = await failureWith({ url: broker.url });
  if (!(error instanceof BrokerError)) throw new Error(`expected a BrokerError, received ${String(error)}`);
  return { message: error.message.replaceAll(broker.url, '<broker>'), url: broker.url };
}

test('says that nothing answers at the address of the broker', async () => {
  const { url } = await failureFrom(() => ({}));

  expect(await failureWith({ url })).toMatchObject({
    name: 'BrokerError',
    url,
    message: `Failed to use the Pact Broker at ${url}: nothing answers. Check the address, and that it runs.`,
  });
});

test.each([
  [{}, 'Bearer', { PACT_BROKER_TOKEN: 'broker-token-0123456789' }, 'this token'],
  [
    {},
    'Basic',
    { PACT_BROKER_USERNAME: 'ci', PACT_BROKER_PASSWORD: 'broker-token-0123456789' },
    'this user name and password',
  ],
  [{ token: 'broker-token-0123456789' }, 'Bearer', { PACT_BROKER_USERNAME: 'not this one' }, 'this token'],
])(
  'sends credentials of %j and the environment as %s, and shows them to nobody',
  async (given, scheme, settings, named) => {
    await using broker = await startFakeBroker(() => 401);
    vi.stubEnv('PACT_BROKER_BASE_URL', broker.url);
    for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);

    const error = await failureWith(given);

    expect(error).toMatchObject({
      message:
        `Failed to use the Pact Broker at ${broker.url}: it answers 401 to ${named}. ` +
        'Set PACT_BROKER_TOKEN, or PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD.',
    });
    expect(broker.requests.map(({ headers }) => headers.authorization?.split(' ')[0])).toEqual([scheme]);
    expect(inspect(error, { depth: Infinity, showHidden: true })).not.toContain('0123456789');
  },
);

test.each([
  ['there is no address', {}, 'PACT_BROKER_BASE_URL is not set. Set it, or give the url of the broker.'],
  [
    'the address is none',
    { url: 'localhost:9292' },
    'its address is "localhost:9292". Give a URL that starts with http:// or https://.',
  ],
  [
    'the address holds credentials',
    { url: 'http://ci:secret@127.0.0.1' },
    'its address holds credentials. Set PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD instead.',
  ],
])('says that %s', async (_, broker, problem) => {
  expect(await failureWith(broker)).toMatchObject({ message: `Failed to use the Pact Broker: ${problem}` });
});

test('takes no token beside a user name', async () => {
  expect(await failureWith({ url: 'http://127.0.0.1', token: 'one', username: 'two' })).toMatchObject({
    message: 'Failed to use the Pact Broker at http://127.0.0.1: there are a token and a user name. Keep one.',
  });
});

test('asks for the branch that pending pacts depend on', async () => {
  expect(await failureWith({ url: 'http://127.0.0.1', isPendingEnabled: true, version: '1.0.0' })).toMatchObject({
    name: 'VerificationError',
    message:
      'Failed to verify rebilly-customers-api: pending pacts are asked for, and no branch is given. ' +
      "Give the branch of the provider's version.",
  });
});

test('asks for the branch that work in progress depends on, and for a date', async () => {
  const broker = { url: 'http://127.0.0.1', includeWipPactsSince: '2026-11-01' };

  expect(await failureWith({ ...broker, isPendingEnabled: true })).toMatchObject({
    message:
      'Failed to verify rebilly-customers-api: pending pacts and work in progress are asked for, and no branch is given. ' +
      "Give the branch of the provider's version.",
  });
  expect(String(await failureWith({ ...broker, includeWipPactsSince: 'yesterday' }))).toContain(
    "Give a date: '2026-11-30'",
  );
});

test('asks the broker for work in progress since a date, and lets the verifier do so', async () => {
  await using pacts = await temporaryPacts();
  await pacts.pact.getCustomer({ id: 'cus_01' }).test((mock) => send('getCustomer', { id: 'cus_01' }, mock))();
  await using broker = await startFakeBroker(brokerWith(await pacts.merged()));
  await using emulator = await startEmulator({ providerStates: true });

  await verifyProvider({
    baseUrl: emulator.url,
    states: emulatorStates({ url: emulator.url }),
    broker: { url: broker.url, branch: 'main', isPendingEnabled: true, includeWipPactsSince: '2026-11-01' },
  });

  const asked = broker.requests
    .filter(({ line }) => line.startsWith('POST '))
    .map(({ body }): unknown => JSON.parse(body));
  expect(asked).toMatchObject(
    Array.from({ length: 2 }, () => ({ includeWipPactsSince: '2026-11-01', providerVersionBranch: 'main' })),
  );
});

test.each<readonly [string, FakeAnswer]>([
  ['does not know the provider yet', (path, url) => (path === '/' ? index(`${url}/of/{provider}`) : 404)],
  [
    'has no pact that fits yet',
    (path, url) => (path === '/' ? index(`${url}/of/{provider}`) : { _embedded: { pacts: [] } }),
  ],
])('takes it that a broker %s, where it is told so', async (_, answer) => {
  await using broker = await startFakeBroker(answer);
  const options = { baseUrl: 'http://127.0.0.1:1', broker: { url: broker.url }, states: {} };

  expect(await verifyProvider({ ...options, failIfNoPactsFound: false })).toEqual({ interactions: [] });
  await expect(verifyProvider(options)).rejects.toMatchObject({ name: 'BrokerError' });
});

test('says how to go through a proxy, where there is one', async () => {
  const { url } = await failureFrom(() => ({}));
  vi.stubEnv('HTTP_PROXY', 'http://proxy.example:3128');

  expect(await failureWith({ url })).toMatchObject({
    message:
      `Failed to use the Pact Broker at ${url}: nothing answers. ` +
      'Check the address, or set NODE_USE_ENV_PROXY=1 (Node 22.21 or later) to go through the proxy.',
  });
});

test.each<readonly [string, FakeAnswer, string]>([
  [
    'it wants credentials',
    () => 403,
    'it answers 403 to no credentials. Set PACT_BROKER_TOKEN, or PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD.',
  ],
  ['it is no broker', () => ({ hello: 'world' }), '/ is not what a Pact Broker answers. Check that one is there.'],
  [
    'it knows no such provider',
    (path, url) => (path === '/' ? index(`${url}/of/{provider}`) : 404),
    'it answers 404 for /of/rebilly-customers-api: 404. Correct what it names.',
  ],
  [
    'it has no pact that fits',
    (path, url) => (path === '/' ? index(`${url}/of/{provider}`) : { _embedded: { pacts: [] } }),
    'it has no pact with rebilly-customers-api for [{"mainBranch":true},{"deployedOrReleased":true}]. Publish one, or select others.',
  ],
  [
    'it does not know its own address',
    () => index('http://internal:9292/of/{provider}'),
    'its links lead to http://internal:9292. Set PACT_BROKER_BASE_URL where the broker itself runs.',
  ],
])('says of a broker that %s', async (_, answer, problem) => {
  expect((await failureFrom(answer)).message).toBe(`Failed to use the Pact Broker at <broker>: ${problem}`);
});

function index(href: string): unknown {
  return { _links: { 'pb:provider-pacts-for-verification': { href } } };
}

test('tells of pacts from a broker what it tells of files, and that results were not taken', async () => {
  await using pacts = await temporaryPacts();
  await pacts.pact.getCustomer({ id: 'cus_01' }).test((mock) => send('getCustomer', { id: 'cus_01' }, mock))();
  await using broker = await startFakeBroker(brokerWith(await pacts.merged()));
  await using emulator = await startEmulator({ providerStates: true });
  const options = { baseUrl: emulator.url, states: emulatorStates({ url: emulator.url }) };

  const { interactions } = await verifyProvider({ ...options, broker: { url: broker.url } });

  expect(interactions).toMatchObject([
    { consumer: 'billing-web', cell: 'getCustomer 200', isPassed: true, isPending: true },
  ]);
  await expect(verifyProvider({ ...options, broker: { url: broker.url, version: '2.0.0' } })).rejects.toMatchObject({
    name: 'VerificationError',
    message:
      'Failed to publish the verification of rebilly-customers-api: the broker has no results for billing-web 1.0.0. ' +
      'Check that the credentials may write.',
    verification: { interactions: [{ cell: 'getCustomer 200', isPassed: true }] },
  });
});
