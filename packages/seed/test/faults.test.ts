import type { Customer } from '@customer-contracts/schemas';
import { seedCustomers } from '@customer-contracts/seed';
import { expect, test } from 'vitest';

import { collected, standIn, stateOf } from './stand-in.ts';

const options = { count: 150, seed: 11, duplicates: 0.1, leadSources: 0.6, concurrency: 16 };

/** Every kind of fault that the emulator has. */
const faults = [
  { kind: 'drop' },
  { kind: 'drop', applied: false },
  { kind: 'half' },
  { kind: 'garbage' },
  { kind: 'error', status: 500 },
  { kind: 'error', status: 500, applied: true },
  { kind: 'error', status: 503, body: false },
  { kind: 'rateLimit' },
] as const;

/** What an unbroken run leaves behind. */
const unbroken = await (async () => {
  await using api = await standIn();
  await seedCustomers({ ...api.target, ...options });
  return await api.customers();
})();

test.each(faults.map((fault) => [JSON.stringify(fault), fault] as const))('survives %s', async (_, fault) => {
  // A window of one second, so that a 429 says to wait so long.
  const rateLimit = { limit: 100_000, windowSeconds: 1 };
  await using api = await standIn({
    rateLimit,
    faults: [{ ...fault, probability: 0.1, times: fault.kind === 'rateLimit' ? 3 : 15 }],
  });
  const { onEvent, ofType } = collected();
  const { created, retries, refusals } = await seedCustomers({ ...api.target, ...options, onEvent });
  expect(created).toBe(150);
  expect(retries + refusals).toBeGreaterThan(0);
  expect(ofType('retry')).toHaveLength(retries);
  const customers = await api.customers();
  expect(stateOf(customers)).toEqual(stateOf(unbroken));
  expect(new Set(customers.map(({ revision }) => revision))).toEqual(new Set([1]));
});

test('survives answers that never come in time', async () => {
  await using api = await standIn({ faults: [{ kind: 'latency', milliseconds: 5000, probability: 0.1, times: 8 }] });
  const { retries } = await seedCustomers({ ...api.target, ...options, timeout: 500 });
  expect(retries).toBeGreaterThan(0);
  // A write that is given up may be carried out after the reading that follows: then it is written twice, alike.
  const state = (customers: Customer[]) => stateOf(customers, { revision: false });
  expect(state(await api.customers())).toEqual(state(unbroken));
});

test('survives all of them at once', async () => {
  const rateLimit = { limit: 100_000, windowSeconds: 1 };
  const all = faults.map((fault, seed) => ({ ...fault, probability: 0.02, seed, times: 20 }));
  await using api = await standIn({ rateLimit, faults: all });
  await seedCustomers({ ...api.target, ...options });
  await fetch(`${api.url}/_faults`, { method: 'DELETE', headers: { 'REB-APIKEY': api.target.apiKey } });
  expect(stateOf(await api.customers())).toEqual(stateOf(unbroken));
});

test('what the API refuses ends it at once, with the record and the reason', async () => {
  await using api = await standIn({ readOnly: true });
  const failure = seedCustomers({ ...api.target, count: 40, seed: 42 });
  await expect(failure).rejects.toThrow(
    /^seed=42 index=\d: Failed to write the customer cus_\w+\. Failed to create a customer with an id of your own, or replace it, PUT \/customers\/cus_\w+: the API answered 403 \(The emulator is read-only\)\. Check the organization, and what the API key or token may do\. What is done stays done: put that right, and run it again to go on\.$/,
  );
  expect(api.writes().length).toBeLessThanOrEqual(8);
});

test('a signal finishes what is under way, and the next run goes on', async () => {
  await using api = await standIn();
  const stop = new AbortController();
  let count = 0;
  const onEvent = ({ type }: { type: string }) => {
    if (type === 'customer' && (count += 1) === 60) stop.abort(new Error('enough'));
  };
  const failure = await seedCustomers({ ...api.target, ...options, onEvent, signal: stop.signal }).catch(
    (error: unknown) => error,
  );
  expect(failure).toMatchObject({ name: 'InterruptedError', records: 150, cause: new Error('enough') });
  expect(api.writes().length).toBe(count);
  expect(api.writes().every(({ status }) => status === 201)).toBe(true);
  const { created, unchanged } = await seedCustomers({ ...api.target, ...options });
  expect({ created, unchanged }).toEqual({ created: 150 - count, unchanged: count });
});
