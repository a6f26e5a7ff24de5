import { seedCustomers } from '@customer-contracts/seed';
import { expect, test } from 'vitest';

import { standIn } from './stand-in.ts';

const options = { apiKey: 'key', count: 1 };
const live =
  'Failed to take api.rebilly.com as the server: it is the live one. Seed the sandbox, api-sandbox.rebilly.com, or the emulator. There is no flag for the live host.';
const none = (host: string) =>
  `Failed to take ${host} as the server: it is none of api-sandbox.rebilly.com, localhost, 127.0.0.1, [::1]. If it holds test data only: --allow-host ${host}.`;
const notUrl =
  'Failed to take the option to: it is no http(s) URL without credentials, query and fragment. Give one such as http://127.0.0.1:4010/organizations/demo.';

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
  const to = 'http://staging.invalid:1/organizations/org_01';
  await expect(seedCustomers({ ...options, to, allowHosts: ['invalid', 'other.invalid'] })).rejects.toThrow(
    none('staging.invalid'),
  );
  const confirm = () => false;
  await expect(seedCustomers({ ...options, to, allowHosts: ['STAGING.invalid'], confirm })).rejects.toThrow(
    'Failed to seed org_01 at staging.invalid: 1 writes were planned, and not confirmed. Confirm the plan (--yes), or do less.',
  );
});

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
  [{}, 'Failed to take the option count: there is neither a count nor a payload. Give --count or --payload.'],
  [
    { count: 1, payload: 'own.ndjson' },
    'Failed to take the option count: there is both a count and a payload. Give --count or --payload.',
  ],
  [{ count: 1.5 }, 'Failed to take the option count: Invalid input: expected int, received number. Correct it.'],
  [
    { count: 1, duplicates: 2 },
    'Failed to take the option duplicates: Too big: expected number to be <=1. Correct it.',
  ],
  [
    { count: 1, shard: { index: 3, of: 3 } },
    'Failed to take the option shard: The index counts from 0, and is below the number of shards. Correct it.',
  ],
])('%j is refused', async (wrong, message) => {
  await expect(seedCustomers({ to: 'http://127.0.0.1:1', apiKey: 'key', ...wrong })).rejects.toMatchObject({ message });
});
