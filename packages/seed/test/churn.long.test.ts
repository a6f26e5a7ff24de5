import type { Customer } from '@customer-contracts/schemas';
import { type ChurnOptions, churnCustomers, seedCustomers, undoChurn, verifySeed } from '@customer-contracts/seed';
import { expect, test } from 'vitest';

import { collected, standIn, stateOf } from './stand-in.ts';
import { apiKey, runSeed, startEmulatorCommand } from './start-command.ts';
import { virtualTime } from './virtual-time.ts';

const population = { count: 300, seed: 42 };
const month = { ...population, day: '2026-12-30', days: 30 };

/** An emulator with a population. */
async function inhabited(others: object = {}) {
  const api = await standIn();
  const filled = { ...api.target, ...population, ...others };
  await seedCustomers(filled);
  return api;
}

/** What happened of each kind. */
const happened = ({ created, replaced, merged }: Awaited<ReturnType<typeof churnCustomers>>) => ({
  created,
  replaced,
  merged,
});

test('a month brings sign-ups, changed addresses, new lead sources and merges', async () => {
  await using api = await inhabited();
  const before = new Map((await api.customers()).map((customer) => [customer.id, customer]));
  const summary = await churnCustomers({ ...api.target, ...month });
  expect(summary.records).toBe(
    summary.created + summary.replaced + summary.merged + summary.unchanged + summary.gone + summary.refused,
  );
  expect(summary.created).toBe(90);
  expect(summary.merged).toBeGreaterThan(0);
  expect(summary).toMatchObject({ refused: 0, writes: summary.created + summary.replaced + summary.merged });
  const after = await api.customers();
  expect(after.length).toBe(300 + summary.created - summary.merged);
  const kept = after.filter(({ id }) => before.has(id));
  const differs = (part: (customer: Customer | undefined) => unknown) =>
    kept.filter((customer) => JSON.stringify(part(customer)) !== JSON.stringify(part(before.get(customer.id)))).length;
  expect(differs((customer) => customer?.primaryAddress?.address)).toBeGreaterThan(50);
  expect(differs((customer) => customer?._embedded?.leadSource?.source)).toBeGreaterThan(50);
  // They are the same people.
  expect(differs((customer) => [customer?.firstName, customer?.email, customer?.primaryAddress?.phoneNumbers])).toBe(0);
});

test('the same day changes nothing when it is run again, whatever was run in between', async () => {
  await using api = await inhabited();
  const day = (date: string) => churnCustomers({ ...api.target, ...population, day: date });
  const dates = ['2026-12-01', '2026-12-02', '2026-12-03', '2027-01-15'];
  for (const date of dates) expect((await day(date)).writes).toBeGreaterThan(0);
  const state = stateOf(await api.customers());
  for (const date of dates) expect(await day(date)).toMatchObject({ writes: 0, created: 0, replaced: 0, merged: 0 });
  const all = await churnCustomers({ ...api.target, ...population, day: '2026-12-03', days: 3 });
  expect(all.writes).toBe(0);
  expect(stateOf(await api.customers())).toEqual(state);
});

test('days one by one, days at once, and days in shards come to the same', async () => {
  await using one = await inhabited();
  for (const day of ['2026-12-28', '2026-12-29', '2026-12-30']) {
    await churnCustomers({ ...one.target, ...population, day });
  }
  await using together = await inhabited();
  await churnCustomers({ ...together.target, ...month, days: 3 });
  await using divided = await inhabited();
  for (const index of [3, 1, 2]) {
    await churnCustomers({ ...divided.target, ...month, days: 3, shard: { index, of: 3 } });
  }
  const state = stateOf(await one.customers(), { revision: false });
  expect(stateOf(await together.customers(), { revision: false })).toEqual(state);
  expect(stateOf(await divided.customers(), { revision: false })).toEqual(state);
});

test.each([{}, { duplicates: 0.3 }, { leadSources: 0.2, duplicates: 0.1 }])(
  'a dry run says what the run does, of %j',
  async (others) => {
    await using api = await inhabited(others);
    const options = { ...api.target, ...month, ...others };
    const state = stateOf(await api.customers());
    const dry = collected();
    const planned = await churnCustomers({ ...options, dryRun: true, onEvent: dry.onEvent });
    expect(planned.writes).toBe(0);
    expect(stateOf(await api.customers())).toEqual(state);
    const run = collected();
    const done = await churnCustomers({ ...options, onEvent: run.onEvent });
    const outcomes = ({ ofType }: typeof run) =>
      ofType('customer')
        .map(({ id, outcome }) => `${id} ${outcome}`)
        .toSorted();
    expect(happened(planned)).toEqual(happened(done));
    expect(outcomes(dry)).toEqual(outcomes(run));
  },
);

test('duplicates are merged into the people that they are', async () => {
  const others = { duplicates: 0.3 };
  await using api = await inhabited(others);
  const names = new Map((await api.customers()).map(({ id, lastName }) => [id, lastName]));
  const { merged } = await churnCustomers({ ...api.target, ...month, ...others });
  expect(merged).toBeGreaterThan(0);
  const targets = api.requests.filter(({ method }) => method === 'DELETE').map(({ target }) => target);
  expect(targets).toHaveLength(merged);
  expect(names.size).toBe(300);
});

test('somebody else is left alone, and what somebody changed otherwise stays', async () => {
  await using api = await inhabited();
  const dry = collected();
  await churnCustomers({ ...api.target, ...month, dryRun: true, onEvent: dry.onEvent });
  const [first, second] = dry.ofType('customer').filter(({ outcome }) => outcome === 'replaced');
  if (first === undefined || second === undefined) throw new Error('Nothing changes.');
  const other = { primaryAddress: { emails: [{ label: 'main', value: 'other@example.com', primary: true }] } };
  await api.client.putCustomer({ id: first.id, body: other });
  const { body } = await api.client.getCustomer({ id: second.id });
  const emails = body.primaryAddress?.emails ?? [];
  const changed = { ...body.primaryAddress, lastName: 'Changed', emails };
  await api.client.putCustomer({ id: second.id, body: { primaryAddress: changed, websiteId: 'web_1' } });
  expect(await churnCustomers({ ...api.target, ...month })).toMatchObject({ refused: 1 });
  expect((await api.client.getCustomer({ id: first.id })).body.email).toBe('other@example.com');
  expect((await api.client.getCustomer({ id: second.id })).body).toMatchObject({
    lastName: 'Changed',
    websiteId: 'web_1',
  });
});

test.each([{}, { leadSources: 0.3 }])(
  'days are taken back but for merges, and for what was changed since: %j',
  async (others) => {
    await using api = await inhabited(others);
    const options = { ...api.target, ...month, ...others };
    await api.client.putCustomer({ id: 'tombstone', body: {} });
    const { created, replaced, merged } = await churnCustomers(options);
    const run = collected();
    const planned = await undoChurn({ ...options, into: 'tombstone' });
    expect(planned).toMatchObject({ writes: 0, merged: created, replaced, gone: merged });
    const newcomer = api
      .writes()
      .findLast(({ status, method }) => method === 'PUT' && status === 201)
      ?.target.split('/')
      .at(-1);
    await api.client.putCustomer({ id: newcomer ?? '', body: { primaryAddress: { lastName: 'Changed' } } });
    const undone = await undoChurn({ ...options, into: 'tombstone', dryRun: false, onEvent: run.onEvent });
    expect(undone).toMatchObject({ merged: created - 1, replaced, gone: merged, refused: 1 });
    expect(run.ofType('customer').filter(({ outcome }) => outcome === 'refused')).toMatchObject([{ id: newcomer }]);
    expect(await verifySeed({ ...api.target, ...population, ...others })).toMatchObject({
      unchanged: 300 - merged,
      missing: merged,
      changed: 0,
    });
    expect(await undoChurn({ ...options, into: 'tombstone', dryRun: false })).toMatchObject({ writes: 0 });
  },
);

test('faults change nothing of what comes out', async () => {
  await using calm = await inhabited();
  await churnCustomers({ ...calm.target, ...month });
  const { timer } = virtualTime();
  await using api = await inhabited();
  const kinds = [{ kind: 'drop' }, { kind: 'half' }, { kind: 'error', status: 503 }, { kind: 'drop', applied: false }];
  for (const fault of kinds) {
    await fetch(`${api.url}/_faults`, {
      method: 'POST',
      headers: { 'REB-APIKEY': api.target.apiKey, 'content-type': 'application/json' },
      body: JSON.stringify({ ...fault, probability: 0.1, times: 10 }),
    });
  }
  const { retries } = await churnCustomers({ ...api.target, ...month, timer });
  expect(retries).toBeGreaterThan(0);
  expect(stateOf(await api.customers())).toEqual(stateOf(await calm.customers()));
});

test('a signal finishes what is under way, and the next run goes on', async () => {
  await using calm = await inhabited();
  await churnCustomers({ ...calm.target, ...month });
  await using api = await inhabited();
  const stop = new AbortController();
  let count = 0;
  const onEvent = ({ type }: { readonly type: string }) => {
    if (type === 'customer' && (count += 1) === 20) stop.abort(new Error('enough'));
  };
  const failure = await churnCustomers({ ...api.target, ...month, onEvent, signal: stop.signal }).catch(
    (error: unknown) => error,
  );
  expect(failure).toMatchObject({ name: 'InterruptedError', done: count });
  await churnCustomers({ ...api.target, ...month });
  expect(stateOf(await api.customers())).toEqual(stateOf(await calm.customers()));
});

test.each<readonly [Partial<Record<keyof ChurnOptions, unknown>>, string]>([
  [{ day: '2026-02-30' }, 'day is "2026-02-30". Give a day such as 2026-12-01.'],
  [{ day: 'today' }, 'day is "today". Give a day such as 2026-12-01.'],
  [{ day: '1999-12-31' }, 'day is "1999-12-31". Give a day such as 2026-12-01.'],
  [{ day: undefined }, 'day is absent. Give a day such as 2026-12-01.'],
  [{ days: 0 }, 'days is 0. Give a whole number from 1 to 366.'],
  [{ count: undefined }, 'count is absent. Give a whole number from 0 to 9007199254740991.'],
])('%j is refused', async (wrong, message) => {
  const options = { to: 'http://127.0.0.1:1', apiKey: 'key', ...month, ...wrong };
  await expect(Reflect.apply(churnCustomers, undefined, [options])).rejects.toMatchObject({
    message: `Failed to take the options: ${message}`,
  });
});

test('the command says what came of a day, and takes it back', async () => {
  await using emulator = await startEmulatorCommand([]);
  const flags = ['--to', `${emulator.url}/organizations/demo`, '--count', '100', '--seed', '42'];
  const withoutTimes = (text: string) => text.replace(/ in [\d.]+ s\n/, '\n').replace(/\d+ reads/, 'N reads');
  await runSeed(flags);
  const day = ['--day', '2026-12-01'];
  const dry = await runSeed(['churn', ...flags, ...day, '--dry-run']);
  expect(withoutTimes(dry.stdout)).toMatch(
    /^Dry run, nothing was written: 1 would be created, \d replaced, \d merged, 0 unchanged, 0 gone, 0 refused; N reads, 0 writes/,
  );
  expect((await runSeed(['churn', ...flags, ...day])).stdout).toMatch(/^1 created, \d replaced/);
  expect((await runSeed(['churn', ...flags, ...day])).stdout).toMatch(/^0 created, 0 replaced, 0 merged, .* 0 writes,/);
  const missing = await runSeed(['churn', ...flags, ...day, '--take-back']);
  expect(missing.stderr).toBe('error: Failed to take the options: there is no --into. Give --into.\n');
  const headers = { 'REB-APIKEY': apiKey, 'content-type': 'application/json' };
  await fetch(`${emulator.url}/organizations/demo/customers/tombstone`, { method: 'PUT', headers, body: '{}' });
  const back = await runSeed(['churn', ...flags, ...day, '--take-back', '--into', 'tombstone', '--yes']);
  expect(back.code).toBe(0);
  expect(back.stdout).toMatch(/^0 created, \d replaced, 1 merged/);
});

test('that nobody can be merged into a customer is known before anything is taken back', async () => {
  await using api = await inhabited();
  const options = { ...api.target, ...month };
  await churnCustomers(options);
  const before = stateOf(await api.customers());
  for (const dryRun of [true, false]) {
    await expect(undoChurn({ ...options, into: 'nobody', dryRun })).rejects.toThrow(
      'Failed to take the options: into is "nobody", which is not there. Make it first, or name another one.',
    );
    const { onEvent, ofType } = collected();
    await churnCustomers({ ...options, dryRun: true, onEvent });
    const [one] = ofType('customer').slice(-1);
    await expect(undoChurn({ ...options, into: one?.id ?? '', dryRun })).rejects.toThrow(
      `Failed to take the options: into is "${one?.id}", which is one of the customers. Make it first, or name another one.`,
    );
  }
  expect(stateOf(await api.customers())).toEqual(before);
});
