import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { startEmulator } from '@customer-contracts/emulator';
import { emulatorStates, type Verification, verificationTable, verifyProvider } from '@customer-contracts/pact/verify';
import { providerStates } from '@customer-contracts/schemas';
import { afterEach, expect, test, vi } from 'vitest';

import { startProvider } from './start-provider.ts';
import { temporaryPacts } from './temporary-pacts.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

const { sentence } = providerStates.noCustomers;

/** A pact of plain Pact, that lists customers. */
function pactOf(consumer: string, provider: string, version: string | undefined, others: object = {}) {
  return {
    consumer: { name: consumer },
    provider: { name: provider },
    interactions: [
      {
        ...(version === '4.0' ? { type: 'Synchronous/HTTP' } : {}),
        description: 'list customers where there are none',
        ...(version === '4.0' ? { providerStates: [{ name: sentence }] } : { providerState: sentence }),
        request: { method: 'GET', path: '/customers', headers: { 'REB-APIKEY': 'key-of-somebody' } },
        response: { status: 404 },
      },
    ],
    ...(version === undefined ? {} : { metadata: { pactSpecification: { version } } }),
    ...others,
  };
}

const message = { type: 'Asynchronous/Messages', description: 'a customer was merged', contents: {} };

async function write(directory: string, files: Readonly<Record<string, object>>): Promise<void> {
  await mkdir(directory, { recursive: true });
  for (const [name, pact] of Object.entries(files)) await writeFile(join(directory, name), JSON.stringify(pact));
}

/** A provider that knows no customer. */
function nobodyThere(): ReturnType<typeof startProvider> {
  return startProvider(() => ({}), 404);
}

const states = { noCustomers: () => ({}) };

test('takes versions 1 to 4 of a directory, leaves pacts of others and messages out, and counts them', async () => {
  await using pacts = await temporaryPacts();
  await using provider = await nobodyThere();
  const plain = pactOf('version-4', 'rebilly-customers-api', '4.0');
  await write(pacts.directory, {
    'a.json': pactOf('version-1', 'rebilly-customers-api', undefined),
    'b.json': pactOf('version-2', 'rebilly-customers-api', '2.0.0'),
    'c.json': pactOf('version-3', 'rebilly-customers-api', '3.0.0'),
    'd.json': { ...plain, interactions: [message, ...plain.interactions] },
    // Nobody here can tell what a plugin of another provider writes.
    'e.json': pactOf('billing-web', 'crm-api', '4.0', { interactions: [{ type: 'Synchronous/HTTP', request: 5 }] }),
    'f.json': {
      consumer: { name: 'mailer' },
      provider: { name: 'rebilly-customers-api' },
      messages: [{ description: 'a customer was merged', contents: {} }],
      metadata: { pactSpecification: { version: '3.0.0' } },
    },
  });
  await using temporary = await temporaryPacts();
  vi.stubEnv('TMPDIR', temporary.directory);

  const verification = await verifyProvider({ baseUrl: provider.url, pacts: [pacts.directory], states });

  expect(verification.interactions.map(({ consumer, isPassed }) => [consumer, isPassed])).toEqual([
    ['version-1', true],
    ['version-2', true],
    ['version-3', true],
    ['version-4', true],
  ]);
  expect(verification.leftOut).toEqual({ pacts: 1, messages: 2 });
  expect(verificationTable(verification).split('\n').at(-1)).toBe('left out: 1 pact of another provider, 2 messages');
  expect(await readdir(temporary.directory)).toEqual([]);
});

test('lists interactions that the emulator knows nothing about as not ours', async () => {
  await using pacts = await temporaryPacts();
  await using emulator = await startEmulator({ providerStates: true });
  const invoices = {
    type: 'Synchronous/HTTP',
    description: 'list invoices',
    providerStates: [{ name: 'invoices exist' }],
    request: { method: 'GET', path: '/invoices' },
    response: { status: 404 },
  };
  await write(pacts.directory, {
    'plain.json': pactOf('plain', 'rebilly-customers-api', '4.0', { interactions: [invoices] }),
  });
  const verify = (own: object): Promise<Verification> =>
    verifyProvider({ baseUrl: emulator.url, pacts: [pacts.directory], states: emulatorStates(emulator), ...own });

  const verification = await verify({});

  expect(verification.interactions).toMatchObject([{ isPassed: false, isVerifiable: false }]);
  expect(verificationTable(verification).replace(/\d+ ms/, '1 ms')).toBe(
    'not verifiable  plain  list invoices  1 ms\n  not ours: the emulator has no GET /invoices',
  );
  // Somebody's own handlers are of a provider that may have invoices.
  await expect(verify({ states: {} })).rejects.toThrow('1 of 1 interaction not honoured');
});

test('takes it that there is no pact yet, where it is told so', async () => {
  await using pacts = await temporaryPacts();
  await using provider = await nobodyThere();
  const of = (directory: string, failIfNoPactsFound?: boolean) =>
    verifyProvider({
      baseUrl: provider.url,
      pacts: [directory],
      states,
      ...(failIfNoPactsFound === undefined ? {} : { failIfNoPactsFound }),
    });
  await expect(of(pacts.directory)).rejects.toMatchObject({
    name: 'VerificationError',
    message: `Failed to read ${pacts.directory}: it holds no pact file. Check the path.`,
  });
  const empty = await of(pacts.directory, false);
  expect(empty).toEqual({ interactions: [] });
  expect(verificationTable(empty)).toBe('no interaction to verify');

  await write(pacts.directory, { 'e.json': pactOf('billing-web', 'crm-api', '4.0') });
  await expect(of(pacts.directory)).rejects.toThrow('it has no pact with rebilly-customers-api');
  expect(await of(pacts.directory, false)).toEqual({ interactions: [], leftOut: { pacts: 1, messages: 0 } });

  const nowhere = join(pacts.directory, 'nowhere');
  await expect(of(nowhere, false)).rejects.toMatchObject({
    name: 'VerificationError',
    message: `Failed to read ${nowhere}: there is no such file or directory. Check the path.`,
  });
});

test('verifies files side by side, and tells of them in the order of the files', async () => {
  await using pacts = await temporaryPacts();
  await using provider = await nobodyThere();
  const names = ['a', 'b', 'c', 'd', 'e'];
  await write(
    pacts.directory,
    Object.fromEntries(names.map((name) => [`${name}.json`, pactOf(name, 'rebilly-customers-api', '4.0')])),
  );
  let open = 0;
  let most = 0;
  const slow = {
    noCustomers: async () => {
      open += 1;
      most = Math.max(most, open);
      await new Promise((resolve) => setTimeout(resolve, 300));
      open -= 1;
      return {};
    },
  };
  const options = { baseUrl: provider.url, pacts: [pacts.directory], states: slow };
  const consumers = ({ interactions }: Verification) => interactions.map(({ consumer }) => consumer);

  expect(consumers(await verifyProvider({ ...options, concurrency: 3 }))).toEqual(names);
  expect(most).toBeGreaterThan(1);
  most = 0;
  expect(consumers(await verifyProvider(options))).toEqual(names);
  expect(most).toBe(1);
  const shards = [1, 2, 3].map((index) => verifyProvider({ ...options, shard: { index, count: 3 } }));
  expect((await Promise.all(shards)).map(consumers)).toEqual([['a', 'd'], ['b', 'e'], ['c']]);
  expect(await verifyProvider({ ...options, shard: { index: 6, count: 6 } })).toEqual({ interactions: [] });
});

test('names each file that fails among those that are verified side by side', async () => {
  await using pacts = await temporaryPacts();
  await using provider = await startProvider(() => ({}));
  await write(pacts.directory, {
    'a.json': pactOf('a', 'rebilly-customers-api', '4.0'),
    'b.json': pactOf('b', 'rebilly-customers-api', '4.0'),
  });
  const options = { baseUrl: provider.url, pacts: [pacts.directory], states, concurrency: 2 };

  await expect(verifyProvider(options)).rejects.toMatchObject({
    message: `Failed to verify rebilly-customers-api: 2 of 2 interactions not honoured.
  a: list customers where there are none (given ${sentence})
    status: expected 404 but was 200
  b: list customers where there are none (given ${sentence})
    status: expected 404 but was 200`,
    verification: { interactions: [{ consumer: 'a' }, { consumer: 'b' }] },
  });
});

test('fails for a pact that Pact itself cannot read, among others that are honoured', async () => {
  await using pacts = await temporaryPacts();
  await using provider = await nobodyThere();
  const plain = pactOf('b', 'rebilly-customers-api', '4.0');
  const rules = { body: { '$.[': { combine: 'AND', matchers: [{ match: 'type' }] } } };
  const interactions = plain.interactions.map((each) => ({ ...each, response: { status: 404, matchingRules: rules } }));
  await write(pacts.directory, {
    'a.json': pactOf('a', 'rebilly-customers-api', '4.0'),
    'b.json': { ...plain, interactions },
  });

  await expect(verifyProvider({ baseUrl: provider.url, pacts: [pacts.directory], states })).rejects.toMatchObject({
    message:
      `Failed to verify rebilly-customers-api: Failed to load pact '${join(pacts.directory, 'b.json')}' - ` +
      'Expected either a "*" or path identifier in path expression "$.[" at index 2. Check pacts or broker.',
    verification: { interactions: [{ consumer: 'a', isPassed: true }] },
  });
});
