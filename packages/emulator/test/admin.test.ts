import { createEmulator, type RunningEmulator, startEmulator } from '@customer-contracts/emulator';
import { expect, test } from 'vitest';

import { send } from './send.ts';

const lines = [
  'GET /_requests',
  'DELETE /_requests',
  'GET /_requests.har',
  'GET /_events',
  'GET /_clock',
  'DELETE /_clock',
  'PUT /_clock',
  'POST /_clock/advance',
  'GET /_snapshots',
  'POST /_snapshots',
  'POST /_snapshots/empty/restore',
  'DELETE /_snapshots/empty',
];

const bodies: Readonly<Record<string, object>> = {
  'PUT /_clock': { time: '2026-01-01T00:00:00Z' },
  'POST /_clock/advance': { duration: 'P1D' },
  'POST /_snapshots': { name: 'empty' },
  'POST /_snapshots/empty/restore': {},
};

async function statuses(emulator: Pick<RunningEmulator, 'url' | 'apiKey'>, headers = {}): Promise<Set<number>> {
  const all = [];
  for (const line of lines) all.push((await send(emulator, line, bodies[line], headers)).status);
  return new Set(all);
}

test('an emulator on this machine alone answers them all', async () => {
  await using emulator = await startEmulator();
  expect(await statuses(emulator)).toEqual(new Set([200, 201, 204]));
});

test('one that others can reach answers none, and whoever holds it can use it all the same', async () => {
  await using emulator = await startEmulator({ hostname: '0.0.0.0' });
  const near = { apiKey: emulator.apiKey, url: emulator.url.replace('0.0.0.0', '127.0.0.1') };
  expect(await statuses(near)).toEqual(new Set([404]));
  await emulator.snapshot('empty');
  await send(near, 'PUT /customers/ada', {});
  expect(emulator.requests.find({ operation: 'putCustomer' })).toHaveLength(1);
  expect(emulator.events.find()).toHaveLength(1);
  await emulator.restore('empty');
  expect((await send(near, 'GET /customers/ada')).status).toBe(404);
});

test('whoever asks for them gets them, and whoever asks for none gets none', async () => {
  await using asked = await startEmulator({ hostname: '0.0.0.0', admin: true });
  const near = { apiKey: asked.apiKey, url: asked.url.replace('0.0.0.0', '127.0.0.1') };
  expect(await statuses(near)).toEqual(new Set([200, 201, 204]));
  await using none = await startEmulator({ admin: false });
  expect(await statuses(none)).toEqual(new Set([404]));
});

test('a handler without a server has them when it is asked for', async () => {
  const credentials = [{ kind: 'apiKey', secret: 'key', organizations: ['demo'] }] as const;
  const request = () => new Request('http://emulator/_clock', { headers: { 'REB-APIKEY': 'key' } });
  using none = createEmulator({ credentials });
  expect((await none.fetch(request())).status).toBe(404);
  using asked = createEmulator({ credentials, admin: true });
  expect((await asked.fetch(request())).status).toBe(200);
});

test('they are for no web page, and for nobody without a key', async () => {
  await using emulator = await startEmulator({ cors: true });
  expect(await statuses(emulator, { origin: 'https://evil.example' })).toEqual(new Set([403]));
  expect(await statuses({ ...emulator, apiKey: 'wrong' })).toEqual(new Set([401]));
  for (const line of lines.filter((each) => bodies[each] !== undefined)) {
    const [method = '', path = ''] = line.split(' ');
    const headers = { 'REB-APIKEY': emulator.apiKey, 'content-type': 'text/plain' };
    const { status } = await fetch(`${emulator.url}${path}`, { method, headers, body: JSON.stringify(bodies[line]) });
    expect({ line, status }).toEqual({ line, status: 415 });
  }
});

test('they are no part of what was sent', async () => {
  await using emulator = await startEmulator({ providerStates: true });
  await statuses(emulator);
  await send(emulator, 'POST /_provider-states', { state: 'the organization is ready', action: 'setup', params: {} });
  await send(emulator, 'GET /_faults');
  expect(emulator.requests.find()).toEqual([]);
});
