import { seedCustomers, seedIds } from '@customer-contracts/seed';
import { expect, test } from 'vitest';

import { standIn } from './stand-in.ts';
import { virtualTime } from './virtual-time.ts';
import { windowsOf } from './windows-of.ts';

test('the shards of any count follow each other, and differ by one customer at most', async () => {
  for (const count of [1, 2, 7, 16, 101, 1000]) {
    const whole = await Array.fromAsync(seedIds({ count, seed: 5, duplicates: 0.2 }));
    for (const shards of [1, 2, 3, 7, 16, 100]) {
      const parts = [];
      for (let index = 1; index <= shards; index += 1) {
        parts.push(await Array.fromAsync(seedIds({ count, seed: 5, duplicates: 0.2, shard: { index, of: shards } })));
      }
      expect(parts.flat()).toEqual(whole);
      const lengths = parts.map(({ length }) => length);
      expect(Math.max(...lengths) - Math.min(...lengths)).toBeLessThanOrEqual(1);
    }
  }
});

test.each([
  { writes: 10, parts: [3, 3, 2, 2] },
  { writes: 4, parts: [1, 1, 1, 1] },
  // One each, or they would never end.
  { writes: 3, parts: [1, 1, 1, 1] },
])('of $writes writes in a window, four shards take $parts', async ({ writes, parts }) => {
  const { timer, emulatorClock } = virtualTime();
  await using api = await standIn({ rateLimit: { limit: 100, windowSeconds: 60 }, clock: emulatorClock });
  const taken = [];
  for (const index of parts.keys()) {
    await timer.sleep(60_000);
    const before = api.writes().length;
    const shard = { index: index + 1, of: parts.length };
    await seedCustomers({
      ...api.target,
      count: 40,
      seed: 1,
      timer,
      shard,
      rate: { limit: writes, windowSeconds: 60 },
    });
    taken.push(windowsOf(api.writes().slice(before), 60)[0]?.taken);
  }
  expect(taken).toEqual(parts);
});
