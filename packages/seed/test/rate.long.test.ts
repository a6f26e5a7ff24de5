import { once } from 'node:events';
import { createServer, request } from 'node:http';

import { seedCustomers } from '@customer-contracts/seed';
import { expect, test } from 'vitest';

import { collected, standIn } from './stand-in.ts';
import { virtualTime } from './virtual-time.ts';
import { windowsOf } from './windows-of.ts';

test('uses the whole budget of each window, and never asks for more', async () => {
  const { timer, emulatorClock, passed } = virtualTime();
  await using api = await standIn({ rateLimit: { limit: 150, windowSeconds: 600 }, clock: emulatorClock });
  const { onEvent, ofType } = collected();
  const summary = await seedCustomers({ ...api.target, count: 500, seed: 42, timer, onEvent });
  expect(summary).toMatchObject({ created: 500, writes: 500, refusals: 0, retries: 0 });
  expect(windowsOf(api.writes(), 600)).toEqual([
    { taken: 150, refused: 0 },
    { taken: 150, refused: 0 },
    { taken: 150, refused: 0 },
    { taken: 50, refused: 0 },
  ]);
  expect(passed()).toBe(1_800_000);
  expect(ofType('allowance')).toEqual([{ type: 'allowance', limit: 150, windowSeconds: 600 }]);
  expect(ofType('wait').map(({ milliseconds }) => milliseconds)).toEqual([600_000, 600_000, 600_000]);
});

test.each([0, 950])('64 at once keep to the windows, begun %i ms into a second', async (phase) => {
  // A window's worth of writes takes most of a second, and the shortest windows end on the second.
  const { timer, emulatorClock, passed } = virtualTime({ start: Date.UTC(2026, 0, 1) + phase, step: 3 });
  await using api = await standIn({ rateLimit: { limit: 100, windowSeconds: 2 }, clock: emulatorClock });
  expect(await seedCustomers({ ...api.target, count: 300, seed: 42, timer, concurrency: 64 })).toMatchObject({
    writes: 300,
    refusals: 0,
  });
  expect(passed()).toBeLessThan(6000);
});

test.each([8, 64])('on the clock of this machine, too, with %i at once', async (concurrency) => {
  await using api = await standIn({ rateLimit: { limit: 50, windowSeconds: 2 } });
  await seedCustomers({ ...api.target, count: 150, seed: 42, concurrency });
  const windows = windowsOf(api.writes(), 2);
  for (const { taken, refused } of windows.slice(0, -1)) {
    expect(taken).toBeGreaterThanOrEqual(49);
    expect(refused).toBeLessThanOrEqual(1);
  }
});

/** A proxy that leaves out what the API's document doesn't promise: when a window ends, unless it is over. */
async function asDocumented(url: string) {
  const server = createServer((incoming, outgoing) => {
    const { method, headers } = incoming;
    const forwarded = request(new URL(incoming.url ?? '/', url), { method, headers }, (answer) => {
      const others = { ...answer.headers };
      delete others['x-ratelimit-retry-after'];
      if (answer.statusCode === 200) for (const name of ['limit', 'remaining']) delete others[`x-ratelimit-${name}`];
      outgoing.writeHead(answer.statusCode ?? 502, answer.statusCode === 429 ? answer.headers : others);
      answer.pipe(outgoing);
    });
    incoming.pipe(forwarded);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

test('learns the end of a window from one 429 where no other answer tells it', async () => {
  const { timer, emulatorClock } = virtualTime();
  await using api = await standIn({ rateLimit: { limit: 120, windowSeconds: 60 }, clock: emulatorClock });
  await using proxy = await asDocumented(api.url);
  const to = api.target.to.replace(api.url, proxy.url);
  expect(await seedCustomers({ ...api.target, to, count: 400, seed: 1, timer })).toMatchObject({ refusals: 3 });
  expect(windowsOf(api.writes(), 60)).toEqual([
    { taken: 120, refused: 1 },
    { taken: 120, refused: 1 },
    { taken: 120, refused: 1 },
    { taken: 40, refused: 0 },
  ]);
});

test('counts for itself where answers are silent, as those of replaced customers are', async () => {
  const { timer, emulatorClock } = virtualTime();
  await using api = await standIn({ rateLimit: { limit: 100, windowSeconds: 60 }, clock: emulatorClock });
  await seedCustomers({ ...api.target, count: 150, seed: 1, leadSources: 0, timer });
  await using proxy = await asDocumented(api.url);
  const to = api.target.to.replace(api.url, proxy.url);
  await timer.sleep(60_000);
  const before = api.writes().length;
  const rate = { limit: 100, windowSeconds: 60 };
  await seedCustomers({ ...api.target, to, count: 150, seed: 1, websiteId: 'web_1', leadSources: 0, timer, rate });
  expect(windowsOf(api.writes().slice(before), 60)).toEqual([
    { taken: 100, refused: 0 },
    { taken: 50, refused: 0 },
  ]);
});

test('--rate keeps below what the API allows', async () => {
  const { timer, emulatorClock } = virtualTime();
  await using api = await standIn({ rateLimit: { limit: 100, windowSeconds: 60 }, clock: emulatorClock });
  await seedCustomers({ ...api.target, count: 100, seed: 1, timer, rate: { limit: 20, windowSeconds: 60 } });
  expect(windowsOf(api.writes(), 60).map(({ taken }) => taken)).toEqual([20, 20, 20, 20, 20]);
});

test('shards divide the budget: each takes its part of a window', async () => {
  const { timer, emulatorClock } = virtualTime();
  await using api = await standIn({ rateLimit: { limit: 100, windowSeconds: 60 }, clock: emulatorClock });
  await seedCustomers({ ...api.target, count: 400, seed: 1, timer, shard: { index: 2, of: 4 } });
  expect(windowsOf(api.writes(), 60)).toEqual([25, 25, 25, 25].map((taken) => ({ taken, refused: 0 })));
});

test('asks once for each period while it is refused', async () => {
  const { timer, passed } = virtualTime();
  await using api = await standIn({ faults: [{ kind: 'rateLimit', operations: ['putCustomer'], times: 6 }] });
  const { refusals, writes } = await seedCustomers({ ...api.target, count: 5, seed: 1, timer });
  expect({ refusals, writes }).toEqual({ refusals: 6, writes: 11 });
  expect(Math.round(passed() / 600_000)).toBe(6);
});
