import { startEmulator } from '@customer-contracts/emulator';
import { expect, test } from 'vitest';

import { send } from './send.ts';

const start = Date.UTC(2024, 3, 15, 13, 15);

test('writes use the allowance up, and the next window renews it', async () => {
  let seconds = 0;
  const clock = () => new Date(start + seconds * 1000);
  await using emulator = await startEmulator({ clock, rateLimit: { limit: 2, windowSeconds: 600 } });
  const headersOf = async (line: string) => {
    const { status, headers } = await send(emulator, line, {});
    const names = ['x-ratelimit-limit', 'x-ratelimit-remaining', 'x-ratelimit-retry-after'];
    return [status, ...names.map((name) => headers.get(name))];
  };
  expect(await headersOf('PUT /customers/ada')).toEqual([201, '2', '1', '1713187500']);
  seconds = 599;
  expect(await headersOf('PUT /customers/ada')).toEqual([200, '2', '0', '1713187500']);
  expect(await headersOf('PUT /customers/ada')).toEqual([429, null, null, '1713187500']);
  seconds = 600;
  expect(await headersOf('PUT /customers/ada')).toEqual([200, '2', '1', '1713188100']);
});

test('the problem of a refused write says so, with the time that its header is relative to', async () => {
  const clock = () => new Date(start);
  await using emulator = await startEmulator({ clock, rateLimit: { limit: 0, windowSeconds: 600 } });
  const { headers, body } = await send(emulator, 'POST /customers', {});
  expect(body).toEqual({
    type: 'about:blank',
    title: 'Rate Limit Exceeded',
    status: 429,
    detail: "The organization's allowance of writes is used up.",
  });
  expect(headers.get('date')).toBe('Mon, 15 Apr 2024 13:15:00 GMT');
});

test('a refused write says in seconds as well how long to wait, and one that is let in does not', async () => {
  let seconds = 0;
  const clock = () => new Date(start + seconds * 1000);
  await using emulator = await startEmulator({ clock, rateLimit: { limit: 1, windowSeconds: 600 } });
  const waitAfter = async () => (await send(emulator, 'PUT /customers/ada', {})).headers.get('retry-after');
  expect(await waitAfter()).toBeNull();
  expect(await waitAfter()).toBe('600');
  seconds = 599;
  expect(await waitAfter()).toBe('1');
});

test('reading costs nothing, refused writes do', async () => {
  await using emulator = await startEmulator({ rateLimit: { limit: 3, windowSeconds: 600 } });
  for (let count = 0; count < 5; count += 1) await send(emulator, 'GET /customers');
  const lines = ['PUT /customers/ada', 'DELETE /customers/ada', 'PUT /customers/ada/lead-source', 'POST /customers'];
  const statuses = [];
  for (const line of lines) statuses.push((await send(emulator, line, '[1]')).status);
  expect(statuses).toEqual([422, 422, 422, 429]);
});

test('each organization has an allowance of its own', async () => {
  const credentials = [{ kind: 'apiKey', secret: 'key', organizations: ['one', 'two'] }] as const;
  await using emulator = await startEmulator({ credentials, rateLimit: { limit: 1, windowSeconds: 600 } });
  expect((await send(emulator, 'POST /organizations/one/customers', {})).status).toBe(201);
  expect((await send(emulator, 'POST /organizations/one/customers', {})).status).toBe(429);
  expect((await send(emulator, 'POST /organizations/two/customers', {})).status).toBe(201);
});

test('without a limit there are no headers about it', async () => {
  await using emulator = await startEmulator({ rateLimit: false });
  const { headers } = await send(emulator, 'POST /customers', {});
  expect([...headers.keys()].filter((name) => name.startsWith('x-ratelimit'))).toEqual([]);
});

test("the default is that of Rebilly's sandbox", async () => {
  await using emulator = await startEmulator();
  const { headers } = await send(emulator, 'POST /customers', {});
  expect(headers.get('x-ratelimit-remaining')).toBe('2999');
});
