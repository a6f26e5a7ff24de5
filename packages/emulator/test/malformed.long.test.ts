import { type LogEntry, mayAnswer, type RunningEmulator, startEmulator } from '@customer-contracts/emulator';
import { Problem } from '@customer-contracts/schemas';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { testSizes } from '../../../test-sizes.ts';
import { bytesOf, malformedRequest } from './malformed-request.ts';
import { RawClient, type RawReply } from './raw-client.ts';
import { send } from './send.ts';

let emulator: RunningEmulator;
let client: RawClient;
let last: LogEntry | undefined;

beforeAll(async () => {
  const log = (entry: LogEntry) => {
    last = entry;
  };
  emulator = await startEmulator({ customers: { count: 200, seed: 1 }, rateLimit: false, log });
  client = new RawClient(Number(new URL(emulator.url).port));
});
afterAll(async () => {
  client.close();
  await emulator.close();
});

/** Throws where an answer is one that may not be, or shows the inside. */
function check(reply: RawReply, isHead: boolean): void {
  if (last?.error !== undefined) throw last.error;
  if (reply === 'closed') return;
  const { status, body } = reply;
  const { operationId, status: logged } = last ?? {};
  if (operationId !== undefined && logged === status && !mayAnswer(operationId, status)) {
    throw new Error(`${operationId} answered ${status}: ${body}`);
  }
  if (status < 400 || isHead) return;
  const { data } = Problem.omit({ instance: true }).required().safeParse(JSON.parse(body));
  expect(data).toMatchObject({ status, type: 'about:blank' });
  expect(status).toBeLessThan(500);
  expect(body).not.toMatch(/\bat .*\.[jt]s:\d+|sqlite/i);
}

const seed = 20_261_123;

/** Few for every pull request, and all of them in the night. */
const some = testSizes.properties === 1 ? 0.25 : testSizes.properties;

test('malformed requests are answered with problems', async () => {
  await fc.assert(
    fc.asyncProperty(malformedRequest, async (parts) => {
      last = undefined;
      const reply = await client.send(
        bytesOf(parts, emulator.apiKey),
        parts.method === 'HEAD' || parts.method === 'CONNECT',
      );
      check(reply, parts.method === 'HEAD');
    }),
    { seed, numRuns: 16_000 * some },
  );
});

test('requests whose length is a lie, or which end in the middle, are answered or closed', async () => {
  await fc.assert(
    fc.asyncProperty(malformedRequest, fc.integer({ min: -20, max: 50 }), fc.nat(), async (parts, lie, cut) => {
      last = undefined;
      const bytes = bytesOf(parts, emulator.apiKey, lie);
      check(await client.send(bytes.subarray(0, bytes.length - (cut % bytes.length)), true), parts.method === 'HEAD');
    }),
    { seed, numRuns: 3000 * some },
  );
});

test('bytes that are no HTTP are answered or closed', async () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc
      .constantFrom(
        'GET /customers HTTP/9.9\r\n\r\n',
        'GET / HTTP/1.1\r\n\r\n',
        '\r\n\r\n\r\n',
        'POST /customers HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n',
        'POST /customers HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n0\r\n\r\n',
        `GET /${'a'.repeat(20_000)} HTTP/1.1\r\n\r\n`,
        'GET /customers HTTP/1.1\r\nHost: x\r\nA\u0000b: c\r\n\r\n',
        `GET /customers HTTP/1.1\r\n${'A: b\r\n'.repeat(3000)}\r\n`,
        'CONNECT x:1 HTTP/1.1\r\nHost: x\r\n\r\n',
      )
      .map((value) => Buffer.from(value)),
  );
  await fc.assert(
    fc.asyncProperty(bytes, async (value) => {
      last = undefined;
      check(await client.send(Buffer.from(value), true), false);
    }),
    { seed, numRuns: 1500 * some },
  );
});

test('bodies over 1 MB are refused, and the connection goes on', async () => {
  for (const size of [1_000_001, 3_000_000, 20_000_000]) {
    const { status } = await send(emulator, 'PUT /customers/ada', 'x'.repeat(size));
    expect(status).toBe(413);
  }
  expect((await send(emulator, 'PUT /customers/ada', '['.repeat(1_000_000))).status).toBe(400);
  expect((await send(emulator, 'GET /customers?limit=1')).status).toBe(200);
});
