import { createEmulator, type Fault, startEmulator } from '@customer-contracts/emulator';
import { expect, test } from 'vitest';

import { member } from './member.ts';
import { send } from './send.ts';

const rateLimit = false;

test('latency makes an answer late', async () => {
  await using emulator = await startEmulator({ faults: [{ kind: 'latency', milliseconds: 60 }] });
  const started = performance.now();
  expect((await send(emulator, 'GET /customers/unknown')).status).toBe(404);
  expect(performance.now() - started).toBeGreaterThanOrEqual(59);
});

test('a closing emulator does not wait for a late answer', async () => {
  const emulator = await startEmulator({ faults: [{ kind: 'latency', milliseconds: 600_000 }] });
  const late = send(emulator, 'GET /customers').catch((error: unknown) => error);
  await fetch(`${emulator.url}/_faults`, { headers: { 'REB-APIKEY': emulator.apiKey } });
  await emulator.close();
  expect(await late).toBeInstanceOf(TypeError);
});

test('a rate limit on demand has its header, and does nothing', async () => {
  await using emulator = await startEmulator({ faults: [{ kind: 'rateLimit', operations: ['putCustomer'] }] });
  const { status, headers } = await send(emulator, 'PUT /customers/ada', {});
  expect(status).toBe(429);
  expect(Number(headers.get('x-ratelimit-retry-after'))).toBeGreaterThan(1e9);
  expect((await send(emulator, 'GET /customers/ada')).status).toBe(404);
});

test.each([
  [{ kind: 'error', status: 500 }, 500, { title: 'Internal Server Error', status: 500 }, 404],
  [{ kind: 'error', status: 503, body: false }, 503, undefined, 404],
  [{ kind: 'error', status: 503, applied: true }, 503, { title: 'Service Unavailable' }, 200],
] satisfies [Fault, number, object | undefined, number][])('%o answers %d', async (fault, status, body, after) => {
  await using emulator = await startEmulator({ faults: [{ ...fault, times: 1 }] });
  const reply = await send(emulator, 'PUT /customers/ada', {});
  expect(reply).toMatchObject({ status, body });
  expect((await send(emulator, 'GET /customers/ada')).status).toBe(after);
});

test.each([
  [{ kind: 'drop' }, 200],
  [{ kind: 'drop', applied: false }, 404],
  [{ kind: 'half' }, 200],
] satisfies [Fault, number][])('%o breaks the connection off', async (fault, after) => {
  await using emulator = await startEmulator({ faults: [{ ...fault, times: 1 }] });
  await expect(send(emulator, 'PUT /customers/ada', {})).rejects.toThrow(TypeError);
  expect((await send(emulator, 'GET /customers/ada')).status).toBe(after);
});

test('half of an answer comes before the connection is broken off', async () => {
  await using emulator = await startEmulator({ faults: [{ kind: 'half' }] });
  const response = await fetch(`${emulator.url}/customers/x`, { headers: { 'REB-APIKEY': emulator.apiKey } });
  expect(response.status).toBe(404);
  await expect(response.text()).rejects.toThrow('terminated');
});

test('half of an answer without a body is none', async () => {
  await using emulator = await startEmulator({ faults: [{ kind: 'half', operations: ['deleteCustomerLeadSource'] }] });
  await send(emulator, 'PUT /customers/ada', { leadSource: {} });
  await expect(send(emulator, 'DELETE /customers/ada/lead-source')).rejects.toThrow('fetch failed');
  expect((await send(emulator, 'GET /customers/ada/lead-source')).status).toBe(404);
});

test('garbage is not JSON', async () => {
  await using emulator = await startEmulator({ faults: [{ kind: 'garbage' }] });
  const response = await fetch(`${emulator.url}/customers`, { headers: { 'REB-APIKEY': emulator.apiKey } });
  expect(response.status).toBe(200);
  await expect(response.json()).rejects.toThrow(SyntaxError);
});

test('the handler without a server breaks off too', async () => {
  const credentials = [{ kind: 'apiKey', secret: 'key', organizations: ['demo'] }] as const;
  using emulator = createEmulator({ credentials, faults: [{ kind: 'drop', times: 1 }, { kind: 'half' }] });
  const request = () => new Request('http://emulator/customers', { headers: { 'REB-APIKEY': 'key' } });
  await expect(emulator.fetch(request())).rejects.toThrow('fetch failed: the connection was closed.');
  const response = await emulator.fetch(request());
  expect(response.status).toBe(200);
  await expect(response.text()).rejects.toThrow('terminated: the connection was closed.');
});

test('the same seed strikes the same requests, as often as the probability says', async () => {
  const struck = async (seed: number) => {
    const fault: Fault = { kind: 'error', status: 500, probability: 0.3, seed };
    await using emulator = await startEmulator({ rateLimit, faults: [fault] });
    const statuses = [];
    for (let count = 0; count < 300; count += 1) statuses.push((await send(emulator, 'GET /customers?limit=0')).status);
    return statuses;
  };
  const first = await struck(1);
  expect(await struck(1)).toEqual(first);
  expect(await struck(2)).not.toEqual(first);
  const share = first.filter((status) => status === 500).length / first.length;
  expect(share).toBeGreaterThan(0.2);
  expect(share).toBeLessThan(0.4);
});

test('faults are asked for over HTTP, listed and taken back', async () => {
  await using emulator = await startEmulator();
  const fault = { kind: 'error', status: 503, operations: ['getCustomer'], times: 2 };
  const added = await send(emulator, 'POST /_faults', fault);
  expect(added).toMatchObject({ status: 201, body: [{ fault: { ...fault, organizationId: 'demo' }, struck: 0 }] });
  expect((await send(emulator, 'GET /customers/ada')).status).toBe(503);
  expect((await send(emulator, 'GET /customers')).status).toBe(200);
  expect((await send(emulator, 'GET /_faults')).body).toMatchObject([{ struck: 1 }]);
  expect((await send(emulator, 'DELETE /_faults')).status).toBe(204);
  expect((await send(emulator, 'GET /customers/ada')).status).toBe(404);
});

test('faults over HTTP need a key, and strike its organization only', async () => {
  const credentials = ['one', 'two'].map((name) => ({ kind: 'apiKey', secret: name, organizations: [name] }) as const);
  await using emulator = await startEmulator({ credentials });
  expect((await send({ ...emulator, apiKey: 'wrong' }, 'GET /_faults')).status).toBe(401);
  await send({ ...emulator, apiKey: 'two' }, 'POST /_faults', [{ kind: 'error', status: 500 }]);
  expect((await send({ ...emulator, apiKey: 'one' }, 'GET /customers')).status).toBe(200);
  expect((await send({ ...emulator, apiKey: 'two' }, 'GET /customers')).status).toBe(500);
});

test('a fault that makes no sense is refused', async () => {
  await using emulator = await startEmulator();
  const { status, body } = await send(emulator, 'POST /_faults', { kind: 'drop', operations: ['getEverything'] });
  expect(status).toBe(422);
  expect(JSON.stringify(body)).toContain('There is no such operation');
});

test('an organization may have a thousand faults, and those that exceed them are refused together', async () => {
  await using emulator = await startEmulator();
  const faults = (count: number) => Array.from({ length: count }, () => ({ kind: 'latency', milliseconds: 0 }));
  expect((await send(emulator, 'POST /_faults', faults(999))).status).toBe(201);
  const { status, body } = await send(emulator, 'POST /_faults', faults(2));
  expect({ status, detail: member(body, 'detail') }).toEqual({
    status: 422,
    detail: 'There may be 1000 faults, and 999 are there. Take them back with DELETE first.',
  });
  expect((await send(emulator, 'GET /_faults')).body).toHaveLength(999);
  expect((await send(emulator, 'POST /_faults', faults(1))).status).toBe(201);
});
