import { localeTags } from '@customer-contracts/fixtures/locales';
import { seedCustomers, seedIds, undoSeed, verifySeed } from '@customer-contracts/seed';
import { expect, test } from 'vitest';

import { standIn } from './stand-in.ts';

const options = { apiKey: 'key', count: 1 };
const live =
  'Failed to take api.rebilly.com as the server: it is the live one. Seed the sandbox, api-sandbox.rebilly.com, or the emulator. There is no flag for the live host.';
const none = (host: string) =>
  `Failed to take ${host} as the server: it is none of api-sandbox.rebilly.com, localhost, 127.0.0.1, [::1]. If it holds test data only: --allow-host ${host}.`;
const notUrl =
  'Failed to take the options: to is no http(s) URL without credentials, query and fragment. Give one such as http://127.0.0.1:4010/organizations/demo.';

test.each([
  ['https://api.rebilly.com/organizations/org_01', live],
  ['https://API.REBILLY.COM./organizations/org_01', live],
  ['https://api.rebilly.com:8443', live],
  ['https://api-sandbox.rebilly.com.example.com/organizations/org_01', none('api-sandbox.rebilly.com.example.com')],
  ['https://evil-api-sandbox.rebilly.com', none('evil-api-sandbox.rebilly.com')],
  ['http://192.0.2.1/organizations/org_01', none('192.0.2.1')],
  ['http://localhost.example.com', none('localhost.example.com')],
  [
    'http://api-sandbox.rebilly.com',
    'Failed to take api-sandbox.rebilly.com as the server: http would show the API key to the network. Use https.',
  ],
  ['https://api-sandbox.rebilly.com@example.com', notUrl],
  ['ftp://127.0.0.1', notUrl],
  ['demo', notUrl],
])('%s is refused', async (to, message) => {
  await expect(seedCustomers({ ...options, to, allowHosts: ['api.rebilly.com'] })).rejects.toMatchObject({ message });
});

test.each([
  ['https://api.rebilly.com', live],
  ['http://192.0.2.1', none('192.0.2.1')],
  ['demo', notUrl],
])('%s is refused before anything is said about the customers', async (to, message) => {
  await expect(seedCustomers({ apiKey: 'key', to })).rejects.toMatchObject({ message });
});

test('another host passes when it is allowed by its exact name', async () => {
  const to = 'https://staging.invalid:1/organizations/org_01';
  await expect(seedCustomers({ ...options, to, allowHosts: ['invalid', 'other.invalid'] })).rejects.toThrow(
    none('staging.invalid'),
  );
  const confirm = () => false;
  await expect(seedCustomers({ ...options, to, allowHosts: ['STAGING.invalid'], confirm })).rejects.toThrow(
    'Failed to seed org_01 at staging.invalid: 1 writes were planned, and not confirmed. Confirm the plan (--yes), or do less.',
  );
});

test.each(['http://staging.invalid/organizations/org_01', 'http://192.0.2.1:8080', 'HTTP://staging.invalid.:80'])(
  'a key goes over plain http to %s only where that is said',
  async (to) => {
    const host = URL.parse(to)?.hostname.replace(/\.$/, '') ?? '';
    const target = { ...options, to, allowHosts: [host], confirm: () => false };
    await expect(seedCustomers(target)).rejects.toThrow(
      `Failed to take ${host} as the server: http would show the API key to the network. Use https, or say that nobody listens there: --allow-http.`,
    );
    await expect(seedCustomers({ ...target, allowHttp: true })).rejects.toMatchObject({ name: 'NotConfirmedError' });
  },
);

test('no flag lets the key go over plain http to the sandbox', async () => {
  await expect(seedCustomers({ ...options, to: 'http://api-sandbox.rebilly.com', allowHttp: true })).rejects.toThrow(
    'Failed to take api-sandbox.rebilly.com as the server: http would show the API key to the network. Use https.',
  );
});

test.each(['http://127.0.0.1:1', 'http://127.8.9.1:1', 'http://[::1]:1', 'http://localhost:1', 'http://LOCALHOST.:1'])(
  'this machine is %s, too',
  async (to) => {
    await expect(seedCustomers({ ...options, to, confirm: () => false })).rejects.toMatchObject({
      name: 'NotConfirmedError',
    });
  },
);

test.each(['%E0%A4%A', '%1b[31mred', 'a%2Fb', 'a%20b', 'x'.repeat(51), '%00', 'de%CC%81mo'])(
  '%j is refused as an organization',
  async (organization) => {
    const to = `http://127.0.0.1:1/organizations/${organization}`;
    await expect(seedCustomers({ ...options, to })).rejects.toThrow(
      `Failed to take the options: the organization of to is "${organization}". Give its id: 1 to 50 ASCII letters, digits, dots and _ @ ~ -.`,
    );
  },
);

test('more than 10 000 writes need to be confirmed, before anything is sent', async () => {
  await using api = await standIn();
  const failure = seedCustomers({ ...api.target, count: 10_001, seed: 1 });
  await expect(failure).rejects.toMatchObject({ name: 'NotConfirmedError', writes: 10_001 });
  expect(api.requests).toEqual([]);
});

test('the plan of the sandbox says how long its limit makes it wait', async () => {
  const plans: unknown[] = [];
  const confirm = (plan: unknown) => plans.push(plan) < 0;
  const to = 'https://api-sandbox.rebilly.com/organizations/org_01';
  await expect(seedCustomers({ ...options, to, count: 9000, seed: 42, leadSources: 0.5, confirm })).rejects.toThrow(
    'Failed to seed org_01 at api-sandbox.rebilly.com: 9000 writes were planned',
  );
  expect(plans).toMatchObject([
    {
      host: 'api-sandbox.rebilly.com',
      organization: 'org_01',
      records: 'seed=42 locale=en-US lead-sources=0.5 duplicates=0',
      from: 0,
      to: 9000,
      reads: 180,
      writes: 9000,
      allowance: { limit: 3000, windowSeconds: 600 },
      milliseconds: 1_200_000,
    },
  ]);
});

test.each([
  [{}, 'Failed to take the options: there is neither a count nor a payload. Give --count or --payload.'],
  [
    { count: 1, payload: 'own.ndjson' },
    'Failed to take the options: there is both a count and a payload. Give --count or --payload.',
  ],
  [{ count: 1.5 }, 'Failed to take the options: count is 1.5. Give a whole number from 0 to 9007199254740991.'],
  [{ count: 1, duplicates: 2 }, 'Failed to take the options: duplicates is 2. Give a number from 0 to 1.'],
  [
    { count: 1, shard: { index: 4, of: 3 } },
    'Failed to take the options: shard is {"index":4,"of":3}. Give { index, of }: index counts from 1 to of.',
  ],
  [{ count: 1, shard: 3 }, 'Failed to take the options: shard is 3. Give { index, of }: index counts from 1 to of.'],
  [{ cuont: 1 }, 'Failed to take the options: there is no option cuont. Did you mean count?'],
  [
    { count: 1, shard: { indx: 0, of: 1 } },
    'Failed to take the options: there is no option shard.indx. Did you mean shard.index?',
  ],
  [{ count: 1, apiKey: 'a b' }, 'Failed to take the options: apiKey is a string. Give printable ASCII without spaces.'],
  [
    { count: 1, to: 42 },
    'Failed to take the options: to is a number. Give a URL such as http://127.0.0.1:4010/organizations/demo.',
  ],
  [
    { count: 1, timer: () => new Date() },
    'Failed to take the options: timer is a function. Give { now, sleep }, two functions.',
  ],
  [
    { count: 1, rate: { limit: 0, windowSeconds: 1 } },
    'Failed to take the options: rate.limit is 0. Give { limit, windowSeconds }, two numbers above 0.',
  ],
  [
    { count: 1, locale: 'la-VA' },
    `Failed to take the options: locale is "la-VA". Give one of ${localeTags.join(', ')}, or a mix: en-US:6,de-DE:3.`,
  ],
])('%j is refused', async (wrong: object, message) => {
  await expect(seedCustomers({ to: 'http://127.0.0.1:1', apiKey: 'key', ...wrong })).rejects.toMatchObject({ message });
});

test.each([
  [undefined, 'absent'],
  [null, 'null'],
  [[], 'a list'],
  ['http://127.0.0.1:1', 'a string'],
])('options that are %j are refused', async (options, kind) => {
  const given: readonly unknown[] = [options];
  const failures = await Promise.allSettled([
    Reflect.apply(seedCustomers, undefined, given),
    Reflect.apply(undoSeed, undefined, given),
    Reflect.apply(verifySeed, undefined, given),
    // @ts-expect-error What a caller without types may give.
    Array.fromAsync(seedIds(options)),
  ]);
  const message = `Failed to take the options: the options are ${kind}. Give an object of options.`;
  expect(failures).toMatchObject(failures.map(() => ({ reason: { name: 'SeedOptionError', message } })));
});
