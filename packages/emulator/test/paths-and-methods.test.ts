import { connect } from 'node:net';
import { text } from 'node:stream/consumers';

import {
  createEmulator,
  type Fault,
  type LogEntry,
  type RunningEmulator,
  startEmulator,
} from '@customer-contracts/emulator';
import { expect, test } from 'vitest';

import { send } from './send.ts';

const credentials = [{ kind: 'apiKey', secret: 'key', organizations: ['demo'] }] as const;

/** The whole answer to a request of this line. */
async function answerTo({ url }: RunningEmulator, line: string): Promise<string> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  socket.write(`${line} HTTP/1.1\r\nHost: x\r\nREB-APIKEY: key\r\nConnection: close\r\n\r\n`);
  return text(socket);
}

test.each([
  '/customers',
  '/customers/ada',
  '/customers/ada/lead-source',
  '/customers/nobody',
  '/nowhere',
  '/_health',
  '/_faults',
])('HEAD %s is answered as GET is, without the body', async (path) => {
  await using emulator = await startEmulator({ credentials, clock: () => new Date(0) });
  await send({ ...emulator, apiKey: 'key' }, 'PUT /customers/ada', { leadSource: {} });
  const [get = '', body] = (await answerTo(emulator, `GET ${path}`)).split('\r\n\r\n');
  const [head = '', nothing] = (await answerTo(emulator, `HEAD ${path}`)).split('\r\n\r\n');
  const withoutDate = (headers: string) => headers.replace(/^date: .*$/im, '');
  expect(withoutDate(head)).toBe(withoutDate(get));
  expect(body).not.toBe('');
  expect(nothing).toBe('');
  using handler = createEmulator({ credentials });
  const answer = await handler.fetch(
    new Request(`http://emulator${path}`, { method: 'HEAD', headers: { 'REB-APIKEY': 'key' } }),
  );
  expect(await answer.text()).toBe('');
  expect(Number(answer.headers.get('content-length'))).toBeGreaterThan(0);
});

test('HEAD is logged as what it is, and struck by the faults of GET', async () => {
  const entries: LogEntry[] = [];
  const faults: Fault[] = [{ kind: 'error', status: 503, operations: ['getCustomer'] }];
  await using emulator = await startEmulator({ credentials, faults, log: (entry) => entries.push(entry) });
  expect(await answerTo(emulator, 'HEAD /customers/ada')).toMatch(/^HTTP\/1.1 503 /);
  expect(entries).toMatchObject([{ method: 'HEAD', operationId: 'getCustomer', status: 503 }]);
});

test.each([
  ['//organizations/demo/customers', 200],
  ['///organizations/demo/customers/ada', 200],
  ['//customers', 200],
  ['/organizations/demo//customers/ada', 200],
  ['//organizations/demo//customers/ada/lead-source', 200],
  ['/organizations//customers', 404],
  ['/customers//lead-source', 404],
  ['/customers/ada//lead-source', 404],
  ['/customers//', 404],
])('the slashes of %s are answered %i', async (path, status) => {
  await using emulator = await startEmulator({ credentials });
  await send({ ...emulator, apiKey: 'key' }, 'PUT /customers/ada', { leadSource: {} });
  expect(await answerTo(emulator, `GET ${path}`)).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
});

test('a customer that was made by two slashes is found by one', async () => {
  await using emulator = await startEmulator({ credentials });
  const { status, headers } = await send({ ...emulator, apiKey: 'key' }, 'PUT //organizations/demo/customers/ada', {});
  expect(status).toBe(201);
  expect(headers.get('location')).toBe(`${emulator.url}/organizations/demo/customers/ada`);
});
