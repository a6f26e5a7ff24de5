import { customerFixtures } from '@customer-contracts/fixtures';
import { localeTags } from '@customer-contracts/fixtures/locales';
import { enGB } from '@customer-contracts/fixtures/locales/en-GB';
import { seedCustomers, verifySeed } from '@customer-contracts/seed';
import { expect, test } from 'vitest';

import { before } from './before.ts';
import { collected, standIn, stateOf } from './stand-in.ts';

test('fills an organization with the customers of the fixtures, each in one write with its lead source', async () => {
  await using api = await standIn();
  const summary = await seedCustomers({ ...api.target, count: 120, seed: 42, locale: 'en-GB' });
  expect(summary).toEqual({
    records: 120,
    created: 120,
    replaced: 0,
    unchanged: 0,
    kept: 0,
    refused: 0,
    journaled: 0,
    reads: 3,
    writes: 120,
    retries: 0,
    refusals: 0,
  });
  const fixtures = customerFixtures({ seed: 42, locale: enGB });
  const { id, email } = fixtures.responses.at(17);
  const { body } = await api.client.getCustomer({ id, expand: 'leadSource' });
  expect(body.email).toBe(email);
  expect(body._embedded?.leadSource).toMatchObject(fixtures.leadSourceInputs.at(17));
});

test('a second run writes nothing: same state, same revisions', async () => {
  await using api = await standIn();
  const options = { ...api.target, count: 230, seed: 7, duplicates: 0.3, leadSources: 0.5 };
  await seedCustomers(options);
  const before = await api.customers();
  const writes = api.writes().length;
  expect(await seedCustomers(options)).toMatchObject({ unchanged: 230, created: 0, replaced: 0, reads: 5, writes: 0 });
  expect(api.writes()).toHaveLength(writes);
  expect(await api.customers()).toEqual(before);
  expect(new Set(before.map(({ revision }) => revision))).toEqual(new Set([1]));
});

test.each(localeTags)('customers of %s are known again, whatever letters they have', async (locale) => {
  await using api = await standIn();
  const options = { ...api.target, count: 60, seed: 42, locale };
  expect(await seedCustomers(options)).toMatchObject({ created: 60 });
  expect(await seedCustomers(options)).toMatchObject({ unchanged: 60, writes: 0 });
});

test('writes only what is missing or different, and tells in which members', async () => {
  await using api = await standIn();
  const options = { ...api.target, count: 60, seed: 42 };
  await seedCustomers(options);
  const fixtures = customerFixtures({ seed: 42 }).withLeadSource();
  const [moved, renamed, relead] = [3, 4, 5].map((index) => ({
    id: fixtures.responses.at(index).id,
    body: fixtures.inputs.at(index),
  }));
  await api.client.putCustomer({
    id: moved?.id ?? '',
    body: { ...moved?.body, primaryAddress: { ...moved?.body.primaryAddress, city: 'Elsewhere' } },
  });
  await api.client.putCustomer({ id: renamed?.id ?? '', body: { primaryAddress: { firstName: 'Nobody' } } });
  await api.client.putCustomerLeadSource({ id: relead?.id ?? '', body: { source: 'other' } });
  const { onEvent, ofType } = collected();
  expect(await seedCustomers({ ...options, onEvent })).toMatchObject({
    unchanged: 57,
    replaced: 3,
    created: 0,
    writes: 3,
  });
  const replaced = ofType('customer').filter(({ outcome }) => outcome === 'replaced');
  expect(replaced.find(({ id }) => id === moved?.id)?.members).toEqual(['primaryAddress.city']);
  expect(await seedCustomers(options)).toMatchObject({ unchanged: 60, writes: 0 });
});

test('members that are not written may change without being written over', async () => {
  await using api = await standIn();
  const options = { ...api.target, count: 3, seed: 42 };
  await seedCustomers(options);
  const customers = customerFixtures({ seed: 42 });
  const { id } = customers.responses.at(1);
  const { body } = await api.client.getCustomer({ id });
  const { locale, primaryAddress } = body;
  const { hash: _, ...address } = primaryAddress ?? {};
  const { taxNumbers = null } = customers.inputs.at(1);
  await api.client.putCustomer({
    id,
    body: { locale: locale ?? null, primaryAddress: address, taxNumbers, customFields: { vip: true } },
  });
  expect(await seedCustomers(options)).toMatchObject({ unchanged: 3, writes: 0 });
});

test('duplicates share the e-mail address of the one that they stand behind', async () => {
  await using api = await standIn();
  await seedCustomers({ ...api.target, count: 400, seed: 3, duplicates: 0.25 });
  const customers = await api.customers();
  const addresses = new Set(customers.map(({ email }) => email?.toLowerCase()));
  expect(customers).toHaveLength(400);
  expect(addresses.size).toBeGreaterThan(260);
  expect(addresses.size).toBeLessThan(340);
});

test('the union of the shards equals the whole', async () => {
  await using whole = await standIn();
  await using parts = await standIn();
  const options = { count: 101, seed: 5, duplicates: 0.2, leadSources: 0.7 };
  await seedCustomers({ ...whole.target, ...options });
  const shards = [1, 2, 3, 4, 5, 6, 7].map((index) =>
    seedCustomers({ ...parts.target, ...options, shard: { index, of: 7 } }),
  );
  const counts = (await Promise.all(shards)).map(({ created }) => created);
  expect(counts).toEqual([14, 14, 15, 14, 15, 14, 15]);
  expect(stateOf(await parts.customers())).toEqual(stateOf(await whole.customers()));
});

test('a dry run reads only, and says what it would do', async () => {
  await using api = await standIn();
  await seedCustomers({ ...api.target, count: 10, seed: 1 });
  const writes = api.writes().length;
  const summary = await seedCustomers({ ...api.target, count: 25, seed: 1, dryRun: true });
  expect(summary).toMatchObject({ unchanged: 10, created: 15, writes: 0 });
  expect(api.writes()).toHaveLength(writes);
});

test('customers whose e-mail address was changed are found, and replaced, as the dry run says', async () => {
  await using api = await standIn();
  const options = { ...api.target, count: 150, seed: 8 };
  await seedCustomers(options);
  const emails = [{ label: 'main', value: 'a@example.com' }];
  for (const { id } of (await api.customers()).slice(0, 70)) {
    await api.client.putCustomer({ id, body: { primaryAddress: { emails } } });
  }
  const outcome = { created: 0, replaced: 70, unchanged: 80, reads: 3 };
  expect(await seedCustomers({ ...options, dryRun: true })).toMatchObject(outcome);
  expect(await seedCustomers(options)).toMatchObject(outcome);
});

test('a list that is behind the time is found out, and not believed again', async () => {
  await using api = await standIn();
  await using stale = await before(api.target.to, (_, url) =>
    url.includes('filter=') ? { status: 200, body: [] } : undefined,
  );
  const options = { ...api.target, count: 150, seed: 8, concurrency: 1 };
  await seedCustomers(options);
  const { reads, replaced, unchanged } = await seedCustomers({ ...options, to: stale.to });
  // Those of the first two groups that were looked up before a PUT told.
  expect(replaced).toBeLessThanOrEqual(100);
  expect(replaced + unchanged).toBe(150);
  expect(reads).toBeGreaterThan(50);
  // Nothing may be written over unseen.
  expect(await seedCustomers({ ...options, to: stale.to, keepChanged: true })).toMatchObject({ unchanged: 150 });
});

test.each([400, 422])('where the API answers a filter by id with %i, each customer is read', async (status) => {
  await using api = await standIn();
  const body = { type: 'about:blank', status, title: 'No such filter' };
  await using strict = await before(api.target.to, (_, url) =>
    url.includes('filter=id') ? { status, body } : undefined,
  );
  const options = { ...api.target, to: strict.to, count: 60, seed: 8 };
  expect(await seedCustomers(options)).toMatchObject({ created: 60, reads: 61 });
  expect(await seedCustomers(options)).toMatchObject({ unchanged: 60 });
  expect(await verifySeed(options)).toMatchObject({ unchanged: 60, reads: 53 });
});
