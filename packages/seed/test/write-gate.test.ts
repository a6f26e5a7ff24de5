import type { Fault } from '@customer-contracts/emulator';
import { seedCustomers } from '@customer-contracts/seed';
import { expect, test } from 'vitest';

import { collected, standIn } from './stand-in.ts';
import { virtualTime } from './virtual-time.ts';
import { windowsOf } from './windows-of.ts';

const rateLimit = { limit: 100, windowSeconds: 60 };

test('takes what another writer has left of a window, and asks for no more', async () => {
  const { timer, emulatorClock } = virtualTime();
  await using api = await standIn({ rateLimit, clock: emulatorClock });
  for (let index = 0; index < 40; index += 1) await api.client.putCustomer({ id: `other-${index}`, body: {} });
  expect(await seedCustomers({ ...api.target, count: 120, seed: 1, timer })).toMatchObject({
    writes: 120,
    refusals: 0,
  });
  expect(windowsOf(api.writes(), 60)).toEqual([
    { taken: 100, refused: 0 },
    { taken: 60, refused: 0 },
  ]);
});

test.each([1, 8])(
  'shares windows with a writer who never waits, and %i at once are refused no more often in each',
  async (concurrency) => {
    const { timer, emulatorClock } = virtualTime();
    await using api = await standIn({ rateLimit, clock: emulatorClock });
    const others: Promise<unknown>[] = [];
    const onEvent = ({ type }: { readonly type: string }) => {
      if (type !== 'customer') return;
      const headers = { 'REB-APIKEY': api.target.apiKey, 'Content-Type': 'application/json' };
      others.push(fetch(`${api.target.to}/customers/other-${others.length}`, { method: 'PUT', headers, body: '{}' }));
    };
    const { created, refusals } = await seedCustomers({
      ...api.target,
      count: 150,
      seed: 1,
      timer,
      concurrency,
      onEvent,
    });
    await Promise.all(others);
    expect(created).toBe(150);
    const windows = windowsOf(api.writes(), 60);
    expect(refusals).toBeLessThanOrEqual(windows.length * concurrency);
    for (const { taken } of windows.slice(0, -1)) expect(taken).toBe(100);
  },
);

test('goes on after an outage in which nobody knows what was counted', async () => {
  const { timer, emulatorClock } = virtualTime();
  const faults: Fault[] = [{ kind: 'drop', operations: ['putCustomer'], times: 3 }];
  await using api = await standIn({ rateLimit, clock: emulatorClock, faults });
  const { onEvent, ofType } = collected();
  const summary = await seedCustomers({ ...api.target, count: 150, seed: 1, timer, onEvent });
  expect(summary).toMatchObject({ created: 150, refusals: 0 });
  expect(ofType('wait').length).toBeGreaterThan(0);
});
