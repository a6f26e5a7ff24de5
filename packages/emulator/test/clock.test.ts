import { createEmulator, startEmulator } from '@customer-contracts/emulator';
import { expect, test } from 'vitest';

import { member } from './member.ts';
import { send } from './send.ts';

const start = (time = '2026-01-31T10:00:00Z') => startEmulator({ clock: () => new Date(time) });

test('times of customers follow the clock', async () => {
  await using emulator = await start();
  await send(emulator, 'PUT /customers/ada', {});
  emulator.clock.advance('P1D');
  const { body } = await send(emulator, 'PUT /customers/ada', {});
  expect(body).toMatchObject({ createdTime: '2026-01-31T10:00:00Z', updatedTime: '2026-02-01T10:00:00Z' });
});

test('the allowance of writes follows the clock, on and back', async () => {
  await using emulator = await startEmulator({ rateLimit: { limit: 1, windowSeconds: 600 } });
  const write = async () => (await send(emulator, 'PUT /customers/ada', {})).status;
  expect([await write(), await write()]).toEqual([201, 429]);
  emulator.clock.advance('PT10M');
  expect([await write(), await write()]).toEqual([200, 429]);
  emulator.clock.set('2020-01-01T00:00:00Z');
  expect([await write(), await write()]).toEqual([200, 429]);
  const refused = await send(emulator, 'PUT /customers/ada', {});
  expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(600);
  emulator.clock.reset();
  expect(await write()).toBe(200);
});

test('a clock that is set goes on from there; stopped, it stands still', async () => {
  let now = Date.parse('2026-06-01T00:00:00Z');
  using emulator = createEmulator({ clock: () => new Date(now) });
  const { clock } = emulator;
  clock.set('2030-01-01T00:00:00+01:00');
  now += 5000;
  expect({ now: clock.now().toISOString(), stopped: clock.stopped }).toEqual({
    now: '2029-12-31T23:00:05.000Z',
    stopped: false,
  });
  clock.set(new Date('2030-01-01T00:00:00Z'), { stopped: true });
  now += 5000;
  clock.advance('PT1S');
  expect({ now: clock.now().toISOString(), stopped: clock.stopped }).toEqual({
    now: '2030-01-01T00:00:01.000Z',
    stopped: true,
  });
  clock.reset();
  expect({ now: clock.now().toISOString(), stopped: clock.stopped }).toEqual({
    now: '2026-06-01T00:00:10.000Z',
    stopped: false,
  });
});

test.each([
  ['P1D', '2026-02-01T10:00:00.000Z'],
  ['P1W', '2026-02-07T10:00:00.000Z'],
  ['P1M', '2026-02-28T10:00:00.000Z'],
  ['P25M', '2028-02-29T10:00:00.000Z'],
  ['P1Y2M3DT4H5M6S', '2027-04-03T14:05:06.000Z'],
  ['PT36H', '2026-02-01T22:00:00.000Z'],
  ['PT0.5S', '2026-01-31T10:00:00.500Z'],
  ['PT1,25S', '2026-01-31T10:00:01.250Z'],
  ['PT0S', '2026-01-31T10:00:00.000Z'],
])('%s leads to %s', async (duration, time) => {
  await using emulator = await start();
  const { status, body } = await send(emulator, 'POST /_clock/advance', { duration });
  expect({ status, body }).toEqual({ status: 200, body: { time, stopped: false } });
  expect(emulator.clock.now().toISOString()).toBe(time);
});

test.each(['', 'P', 'PT', 'P1', '1D', 'p1d', '-P1D', 'P-1D', 'P1DT', 'P1S', 'PT1D', 'P1.5D', 'P1D ', '86400'])(
  '%j is no duration',
  async (duration) => {
    await using emulator = await start();
    const message = `Failed to advance the clock: ${JSON.stringify(duration)} is no duration. Give one of ISO 8601, such as P1D or PT1H30M.`;
    expect(() => emulator.clock.advance(duration)).toThrow(message);
    const { status, body } = await send(emulator, 'POST /_clock/advance', { duration });
    expect({ status, detail: member(body, 'detail') }).toEqual({ status: 422, detail: message });
    expect(emulator.clock.now().toISOString()).toBe('2026-01-31T10:00:00.000Z');
  },
);

test.each(['P8000Y', 'P999999999999999999999Y', `P${'9'.repeat(400)}D`])('%s leads too far', async (duration) => {
  await using emulator = await start();
  expect(() => emulator.clock.advance(duration)).toThrow(
    `Failed to advance the clock: ${duration} after 2026-01-31T10:00:00.000Z there are no times of four digits. Give a shorter duration.`,
  );
  expect(emulator.clock.now().toISOString()).toBe('2026-01-31T10:00:00.000Z');
});

test.each(['yesterday', '', '2026-01-01', '2026-01-01T00:00:00', '2026-02-30T00:00:00Z', '+010000-01-01T00:00:00Z'])(
  '%j is no time',
  async (time) => {
    await using emulator = await start();
    const message = `Failed to set the clock: ${JSON.stringify(time)} is no date and time. Give one of the years 0 to 9999 with an offset, such as 2026-01-01T00:00:00Z.`;
    expect(() => emulator.clock.set(time)).toThrow(message);
    const { status, body } = await send(emulator, 'PUT /_clock', { time });
    expect({ status, detail: member(body, 'detail') }).toEqual({ status: 422, detail: message });
  },
);

test('a Date that the API can not write is no time', () => {
  using emulator = createEmulator();
  for (const time of [new Date(Number.NaN), new Date(8e15)]) {
    expect(() => emulator.clock.set(time)).toThrow(
      'Failed to set the clock: an invalid or too distant Date is no date and time. Give one of the years 0 to 9999 with an offset, such as 2026-01-01T00:00:00Z.',
    );
  }
});

test('the clock is told, set and reset over HTTP', async () => {
  await using emulator = await start();
  const stopped = { time: '2027-01-01T00:00:00.000Z', stopped: true };
  expect((await send(emulator, 'PUT /_clock', { time: '2027-01-01T00:00:00Z', stopped: true })).body).toEqual(stopped);
  expect((await send(emulator, 'GET /_clock')).body).toEqual(stopped);
  expect((await send(emulator, 'DELETE /_clock')).body).toEqual({ time: '2026-01-31T10:00:00.000Z', stopped: false });
  expect((await send(emulator, 'PUT /_clock', { tiem: 'x' })).status).toBe(422);
  expect((await send(emulator, 'PUT /_clock', { time: '2027-01-01T00:00:00Z', stoped: true })).status).toBe(422);
  const patched = await send(emulator, 'PATCH /_clock', {});
  expect({ status: patched.status, allow: patched.headers.get('allow') }).toEqual({
    status: 405,
    allow: 'GET, PUT, DELETE',
  });
  expect((await send(emulator, 'GET /_clock/advance')).headers.get('allow')).toBe('POST');
});
