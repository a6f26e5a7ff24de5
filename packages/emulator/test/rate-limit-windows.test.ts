import { startEmulator } from '@customer-contracts/emulator';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { testSizes } from '../../../test-sizes.ts';
import { send } from './send.ts';

/** 13:15 o'clock and 250 ms: a clock need not begin on the second, but windows do. */
const start = Date.UTC(2024, 3, 15, 13, 15, 0, 250);

test.each([
  [
    'a window begins with its first write, not with the emulator',
    [
      [100, 201, 130],
      [129, 200, 130],
      [130, 200, 160],
    ],
  ],
  [
    'a window that nobody uses is not counted',
    [
      [0, 201, 30],
      [300, 200, 330],
    ],
  ],
  [
    'refused writes do not move the end',
    [
      [0, 201, 30],
      [1, 200, 30],
      [2, 429, 30],
      [29, 429, 30],
      [30, 200, 60],
    ],
  ],
  [
    'the last ms of a window belong to it',
    [
      [0.5, 201, 30],
      [1, 200, 30],
      [29.74, 429, 30],
      [29.75, 200, 60],
    ],
  ],
])('%s', async (_, writes) => {
  let time = start;
  await using emulator = await startEmulator({
    clock: () => new Date(time),
    rateLimit: { limit: 2, windowSeconds: 30 },
  });
  const seen = [];
  for (const [seconds = 0] of writes) {
    time = start + seconds * 1000;
    const { status, headers } = await send(emulator, 'PUT /customers/ada', {});
    seen.push([seconds, status, Number(headers.get('x-ratelimit-retry-after')) - Math.floor(start / 1000)]);
  }
  expect(seen).toEqual(writes);
});

test('whoever waits until the end that an answer tells is let in, whatever the allowance and the times', async () => {
  const pauses = fc.array(fc.nat({ max: 9000 }), { minLength: 1, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 3 }),
      fc.integer({ min: 1, max: 5 }),
      pauses,
      async (limit, windowSeconds, pauses) => {
        let time = start;
        await using emulator = await startEmulator({
          clock: () => new Date(time),
          rateLimit: { limit, windowSeconds },
        });
        const write = () => send(emulator, 'PUT /customers/ada', {});
        for (const pause of pauses) {
          time += pause;
          const { status, headers } = await write();
          const end = Number(headers.get('x-ratelimit-retry-after')) * 1000;
          expect(end).toBeGreaterThan(time);
          expect(end - time).toBeLessThanOrEqual(windowSeconds * 1000);
          if (status !== 429) continue;
          time = end;
          expect((await write()).headers.get('x-ratelimit-remaining')).toBe(String(limit - 1));
        }
      },
    ),
    { numRuns: 30 * testSizes.properties },
  );
});
