import { once } from 'node:events';
import { connect } from 'node:net';

import { createEmulator, formatLogEntry, type LogEntry, mayAnswer, startEmulator } from '@customer-contracts/emulator';
import { expect, test } from 'vitest';

import { send } from './send.ts';

const credentials = [{ kind: 'apiKey', secret: 'key', organizations: ['demo'] }] as const;
const headers = { 'REB-APIKEY': 'key' };

test('the handler needs no server', async () => {
  using emulator = createEmulator({ credentials });
  const body = JSON.stringify({ locale: 'fr-FR' });
  const put = await emulator.fetch(new Request('https://api.test/customers/ada', { method: 'PUT', headers, body }));
  expect(put.status).toBe(201);
  expect(put.headers.get('location')).toBe('https://api.test/organizations/demo/customers/ada');
  const get = await emulator.fetch(new Request('https://api.test/customers/ada', { headers }));
  expect(await get.json()).toMatchObject({ locale: 'fr-FR' });
  const merge = new Request('https://api.test/customers/ada', { method: 'DELETE', headers });
  expect((await emulator.fetch(merge)).status).toBe(422);
  const tooLong = new Request('https://api.test/customers', { method: 'POST', headers, body: 'x'.repeat(1_000_001) });
  expect((await emulator.fetch(tooLong)).status).toBe(413);
});

test('each emulator makes a key of its own', () => {
  using one = createEmulator();
  using two = createEmulator();
  expect(one.credentials[0]?.organizations).toEqual(['demo']);
  expect(one.credentials[0]?.secret).not.toBe(two.credentials[0]?.secret);
});

test('a closed emulator may be closed again', async () => {
  const emulator = await startEmulator();
  await Promise.all([emulator.close(), emulator.close()]);
  await emulator.close();
  await expect(send(emulator, 'GET /customers')).rejects.toThrow(TypeError);
});

test('half a request holds nobody up, and ends with the emulator', async () => {
  const emulator = await startEmulator();
  const socket = connect(Number(new URL(emulator.url).port), '127.0.0.1');
  socket.write('POST /customers HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{"locale":');
  expect((await send(emulator, 'GET /customers')).status).toBe(200);
  const closed = once(socket.resume(), 'close');
  await emulator.close();
  await closed;
});

test('a read-only emulator refuses every write with 403', async () => {
  await using emulator = await startEmulator({ readOnly: true });
  expect((await send(emulator, 'GET /customers')).status).toBe(200);
  for (const line of ['POST /customers', 'PUT /customers/a', 'DELETE /customers/a', 'PUT /customers/a/lead-source']) {
    const { status, body } = await send(emulator, line, {});
    expect({ status, body }).toMatchObject({ status: 403, body: { detail: 'The emulator is read-only.' } });
  }
});

test('the log has every request, and no secret', async () => {
  const entries: LogEntry[] = [];
  await using emulator = await startEmulator({
    log: (entry) => entries.push(entry),
    clock: () => new Date('2026-11-23T12:57:32Z'),
    faults: [{ kind: 'latency', milliseconds: 1, operations: ['getCustomer'] }],
  });
  await send(emulator, 'GET /customers?q=a%20b');
  await send(emulator, 'GET /customers/ada');
  await send({ ...emulator, apiKey: 'wrong' }, 'POST /customers', {});
  await send(emulator, 'PATCH /customers', {});
  const lines = entries.map((entry) => formatLogEntry({ ...entry, milliseconds: 0.25 }));
  expect(lines).toEqual([
    '12:57:32 GET /customers?q=a%20b 200 demo 0.3 ms',
    '12:57:32 GET /customers/ada 404 demo 0.3 ms (latency)',
    '12:57:32 POST /customers 401 - 0.3 ms',
    '12:57:32 PATCH /customers 405 - 0.3 ms',
  ]);
  expect(JSON.stringify(entries)).not.toContain(emulator.apiKey);
});

test('a method that the path has not is refused with those that it has', async () => {
  await using emulator = await startEmulator();
  const { status, headers: received } = await send(emulator, 'PATCH /customers/ada', {});
  expect({ status, allow: received.get('allow') }).toEqual({ status: 405, allow: 'GET, HEAD, PUT, DELETE' });
});

test('the answers outside of the documented ones are known', () => {
  expect(mayAnswer('getCustomer', 404)).toBe(true);
  expect(mayAnswer('putCustomerLeadSource', 404)).toBe(true);
  expect(mayAnswer('getCustomerCollection', 400)).toBe(true);
  expect(mayAnswer('getCustomer', 400)).toBe(false);
  expect(mayAnswer('postCustomer', 500)).toBe(false);
});
