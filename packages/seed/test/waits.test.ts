import { seedCustomers } from '@customer-contracts/seed';
import { expect, test } from 'vitest';

import { answering } from './answering.ts';
import { collected } from './stand-in.ts';
import { virtualTime } from './virtual-time.ts';

const sent = Date.UTC(2026, 0, 1);
const date = new Date(sent).toUTCString();
const inUnix = sent / 1000 + 50;

const forms: readonly (readonly [string, Record<string, string>])[] = [
  ['a delay', { 'retry-after': '50' }],
  ['a date', { 'retry-after': new Date(sent + 50_000).toUTCString() }],
  ['Unix time', { 'retry-after': String(inUnix) }],
  ['Unix time in ms', { 'retry-after': String(inUnix * 1000) }],
  ["Unix time in the API's own header", { 'x-ratelimit-retry-after': String(inUnix) }],
  ["a delay in the API's own header", { 'x-ratelimit-retry-after': '50' }],
];

test.each(
  [429, 503].flatMap((status) =>
    ['GET', 'PUT'].flatMap((method) => forms.map(([form, headers]) => [status, method, form, headers] as const)),
  ),
)('waits as long as a %i to a %s asks, in %s', async (status, method, _, headers) => {
  const { timer, passed } = virtualTime();
  // The clocks of both are wrong: only the answer's own date counts.
  await using api = await answering((asked) =>
    asked.method === method && asked.before === 0 ? { status, headers: { date, ...headers } } : undefined,
  );
  expect(await seedCustomers({ ...api.target, count: 1, seed: 1, timer })).toMatchObject({ created: 1 });
  expect(passed()).toBe(50_000);
});

test.each([
  [429, 'GET', { 'retry-after': '2592000' }, 2_592_000],
  [429, 'PUT', { 'retry-after': '2592000' }, 2_592_000],
  [503, 'PUT', { 'retry-after': '901' }, 901],
  [503, 'GET', { 'x-ratelimit-retry-after': String(inUnix * 1000 + 2_000_000) }, 2050],
  [429, 'PUT', { 'x-ratelimit-retry-after': '99999999999' }, 99_999_999_999 - sent / 1000],
])('does not wait where a %i to a %s asks for more than the most: %j', async (status, method, headers, seconds) => {
  const { timer, passed } = virtualTime();
  await using api = await answering((asked) =>
    asked.method === method ? { status, headers: { date, ...headers } } : undefined,
  );
  await expect(seedCustomers({ ...api.target, count: 100, seed: 1, timer })).rejects.toMatchObject({
    name: 'WaitTooLongError',
    wait: seconds * 1000,
    message: `Failed to wait for the API: it asks for ${seconds} s, and 900 s are the most. ${
      seconds < 31_536_000
        ? `Run it again then, or wait longer: --max-wait ${seconds}.`
        : 'That is none to wait for: check what answers there, and its clock.'
    }`,
  });
  expect(passed()).toBe(0);
  expect(api.asked.filter((asked) => asked.method === method).length).toBeLessThanOrEqual(2);
});

test('waits longer where it is told to', async () => {
  const { timer, passed } = virtualTime();
  await using api = await answering(({ method, before }) =>
    method === 'PUT' && before === 0 ? { status: 429, headers: { 'retry-after': '3600' } } : undefined,
  );
  expect(await seedCustomers({ ...api.target, count: 1, seed: 1, timer, maxWait: 3_600_000 })).toMatchObject({
    created: 1,
  });
  expect(passed()).toBe(3_600_000);
});

test('does not wait for a period that ends in a month, which a success tells', async () => {
  const { timer } = virtualTime();
  const headers = { 'x-ratelimit-limit': '10', 'x-ratelimit-remaining': '0', 'x-ratelimit-retry-after': '2592000' };
  await using api = await answering(({ method }) =>
    method === 'PUT' ? { status: 201, body: '{"id":"one"}', headers } : undefined,
  );
  await expect(seedCustomers({ ...api.target, count: 2, seed: 1, timer })).rejects.toMatchObject({
    name: 'WaitTooLongError',
    wait: 2_592_000_000,
  });
});

test('a period of its own may last as long as it likes', async () => {
  const { timer, passed } = virtualTime();
  await using api = await answering(() => undefined);
  const rate = { limit: 1, windowSeconds: 2_592_000 };
  expect(await seedCustomers({ ...api.target, count: 2, seed: 1, timer, rate })).toMatchObject({ created: 2 });
  expect(passed()).toBe(2_592_000_000);
});

test('an outage ends it after the longest wait, and not before', async () => {
  const { timer, passed } = virtualTime();
  await using api = await answering(({ method }) => (method === 'PUT' ? { status: 502 } : undefined));
  await expect(seedCustomers({ ...api.target, count: 1, seed: 1, timer })).rejects.toThrow(
    /^seed=1 index=0: Failed to write the customer cus_\w+\. .* the API answered 502.* What is done stays done: run it again to go on\.$/,
  );
  expect(passed()).toBeGreaterThan(860_000);
  expect(passed()).toBeLessThanOrEqual(900_000);
});

test('a server that says ten times that it is in trouble means it', async () => {
  const { timer, passed } = virtualTime();
  await using api = await answering(({ method }) => (method === 'PUT' ? { status: 500 } : undefined));
  await expect(seedCustomers({ ...api.target, count: 1, seed: 1, timer })).rejects.toThrow('the API answered 500');
  expect(api.asked.filter(({ method }) => method === 'PUT')).toHaveLength(10);
  expect(passed()).toBeLessThan(60_000);
});

test('an endless row of refusals is a wait, too', async () => {
  const { timer, passed } = virtualTime();
  await using api = await answering(({ method }) =>
    method === 'PUT' ? { status: 429, headers: { 'retry-after': '0' } } : undefined,
  );
  await expect(seedCustomers({ ...api.target, count: 50, seed: 1, timer })).rejects.toMatchObject({
    name: 'WaitTooLongError',
  });
  expect(passed()).toBeGreaterThan(800_000);
  expect(passed()).toBeLessThan(1_100_000);
});

test('tells of waits once a second at the most', async () => {
  let time = 0;
  const timer = {
    now: () => time,
    sleep: async (milliseconds: number) => {
      await new Promise(setImmediate);
      time += milliseconds;
    },
  };
  const { onEvent, ofType } = collected();
  const told: number[] = [];
  const listen: typeof onEvent = (event) => {
    if (event.type === 'wait') told.push(time);
    onEvent(event);
  };
  const rate = { limit: 1, windowSeconds: 0.01 };
  await using api = await answering(() => undefined);
  await seedCustomers({ ...api.target, count: 500, seed: 1, timer, rate, onEvent: listen });
  expect(time).toBeGreaterThan(4000);
  expect(told.every((at, index) => index === 0 || at - (told[index - 1] ?? 0) >= 1000)).toBe(true);
  expect(ofType('wait').length).toBeGreaterThan(2);
  expect(ofType('wait').length).toBeLessThanOrEqual(Math.ceil(time / 1000));
});

test("this machine's timer waits for more than it can count in one go", async () => {
  const stop = new AbortController();
  await using api = await answering(({ method, before }) =>
    method === 'PUT' && before === 0 ? { status: 429, headers: { 'retry-after': '2592000' } } : undefined,
  );
  const { onEvent, ofType } = collected();
  const options = { ...api.target, count: 5, seed: 1, maxWait: 3_000_000_000, signal: stop.signal, onEvent };
  const failure = seedCustomers(options).catch((error: unknown) => error);
  while (ofType('wait').length === 0) await new Promise(setImmediate);
  // A timer that overflows is over at once.
  await new Promise((resolve) => setTimeout(resolve, 30));
  stop.abort(new Error('enough'));
  expect(await failure).toMatchObject({ name: 'InterruptedError' });
  expect(api.asked.filter(({ method }) => method === 'PUT')).toHaveLength(1);
  expect(ofType('wait')).toHaveLength(1);
});
