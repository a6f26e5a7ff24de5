import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

import { type RunningEmulator, startEmulator } from '@customer-contracts/emulator';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { testSizes } from '../../../test-sizes.ts';
import { send } from './send.ts';

const apiKey = 'key';
const credentials = [{ kind: 'apiKey', secret: apiKey, organizations: ['demo'] }] as const;
const start = () => startEmulator({ credentials, rateLimit: false });

async function connected({ url }: RunningEmulator): Promise<Socket> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  socket.on('error', () => {});
  await once(socket, 'connect');
  return socket;
}

/** All that comes back until the other side has closed the connection. */
async function received(socket: Socket): Promise<string> {
  let text = '';
  socket.on('data', (chunk: Buffer) => (text += chunk.toString('latin1')));
  await once(socket, 'close');
  return text;
}

function statuses(answers: string): number[] {
  return [...answers.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => Number(status));
}

function request(line: string, body?: string): string {
  const length = body === undefined ? '' : `Content-Length: ${Buffer.byteLength(body)}\r\n`;
  return `${line} HTTP/1.1\r\nHost: x\r\nREB-APIKEY: ${apiKey}\r\n${length}\r\n${body ?? ''}`;
}

const last = 'GET /customers?limit=0 HTTP/1.1\r\nREB-APIKEY: key\r\nConnection: close\r\n\r\n';

test('a CONNECT that ends in a reset is the end of its own connection alone', async () => {
  await using emulator = await start();
  for (let count = 0; count < 20; count += 1) {
    const socket = await connected(emulator);
    socket.write('CONNECT localhost:1 HTTP/1.1\r\nHost: localhost:1\r\n\r\n');
    if (count % 2 === 0) await once(socket, 'data');
    socket.resetAndDestroy();
  }
  expect((await send(emulator, 'GET /customers')).status).toBe(200);
});

test('a later request never overtakes an earlier one', async () => {
  await using emulator = await start();
  const socket = await connected(emulator);
  const answers = received(socket);
  socket.write(
    request('PUT /customers/x', '{}') +
      request('GET /customers/x') +
      request('PUT /customers/x', '{"locale":"en"}') +
      request('GET /customers/x?fields=locale') +
      request('PUT /customers/y', '{}') +
      request('DELETE /customers/x?targetCustomerId=y') +
      request('GET /customers/x') +
      last,
  );
  expect(statuses(await answers)).toEqual([201, 200, 200, 200, 201, 204, 404, 200]);
  expect(await answers).toContain('{"id":"x","locale":"en"}');
});

test('pipelined requests are answered as they are one by one', async () => {
  await using emulator = await start();
  const id = fc.constantFrom('a', 'b', 'c');
  const one = fc.oneof(
    id.map((each) => ['PUT', `/customers/${each}`, '{}']),
    id.map((each) => ['GET', `/customers/${each}`]),
    fc.tuple(id, id).map(([from, to]) => ['DELETE', `/customers/${from}?targetCustomerId=${to}`]),
    id.map((each) => ['PUT', `/customers/${each}/lead-source`, '{"medium":"cpc"}']),
    id.map((each) => ['DELETE', `/customers/${each}/lead-source`]),
  );
  let round = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(one, { minLength: 1, maxLength: 12 }), async (calls) => {
      round += 1;
      const of = (prefix: string) =>
        calls.map(([method, target = '', body]) => {
          const named = target.replaceAll(/(?<=customers\/|Id=)/g, `${prefix}${round}-`);
          return { line: `${method} ${named}`, body };
        });
      const alone: number[] = [];
      for (const { line, body } of of('alone')) alone.push((await send(emulator, line, body)).status);
      const socket = await connected(emulator);
      const answers = received(socket);
      socket.write(
        of('piped')
          .map(({ line, body }) => request(line, body))
          .join('') + last,
      );
      expect(statuses(await answers)).toEqual([...alone, 200]);
    }),
    { seed: 17, numRuns: testSizes.properties === 1 ? 60 : 200 },
  );
});

test('what can not be read is refused behind the answers to what came before it', async () => {
  await using emulator = await start();
  for (const rest of [
    'what?\r\n\r\n',
    'CONNECT x:1 HTTP/1.1\r\nHost: x\r\n\r\n',
    `GET /${'a'.repeat(20_000)} HTTP/1.1\r\n\r\n`,
    'PUT /customers/x HTTP/1.1\r\nHost: x\r\nREB-APIKEY: key\r\nTransfer-Encoding: chunked\r\n\r\nnone\r\n',
  ]) {
    const socket = await connected(emulator);
    const answers = received(socket);
    socket.write(request('PUT /customers/x', '{}') + request('GET /customers/x') + rest);
    const [, second, third] = statuses(await answers);
    expect({ rest: rest.slice(0, 20), second, third }).toEqual({
      rest: rest.slice(0, 20),
      second: 200,
      third: rest.startsWith('CONNECT') ? 405 : rest.startsWith('GET') ? 431 : 400,
    });
  }
});

test('thousands of requests in one piece are all answered, in their order', async () => {
  await using emulator = await start();
  const socket = await connected(emulator);
  const answers = received(socket);
  const ids = Array.from({ length: 5000 }, (_, index) => `c${index}`);
  socket.write(ids.map((id) => request(`GET /customers/${id}`)).join('') + last);
  const named = [...(await answers).matchAll(/There is no customer \\"(c\d+)\\"/g)].map(([, id]) => id);
  expect(named).toEqual(ids);
});

test('closing does not wait for callers that hold a connection open', async () => {
  const emulator = await start();
  const sockets: Socket[] = [];
  for (const text of [
    '',
    'GET /cust',
    'CONNECT x:1 HTTP/1.1\r\nHost: x\r\n\r\n',
    'GET /customers HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
    'PUT /customers/x HTTP/1.1\r\nREB-APIKEY: key\r\nContent-Length: 9\r\n\r\n{',
  ]) {
    const socket = await connected(emulator);
    socket.pause().write(text);
    sockets.push(socket);
  }
  await send(emulator, 'GET /customers');
  const closed = sockets.map((socket) => once(socket.resume(), 'close'));
  await emulator.close();
  expect(await Promise.all(closed)).toHaveLength(5);
});

// It takes the half minute: the night has it.
test.runIf(testSizes.properties > 1)('half a request is given up after half a minute, with 408', async () => {
  await using emulator = await start();
  const started = performance.now();
  const replies = await Promise.all(
    ['GET /customers HT', 'PUT /customers/x HTTP/1.1\r\nREB-APIKEY: key\r\nContent-Length: 9\r\n\r\n{"loc'].map(
      async (half) => {
        const socket = await connected(emulator);
        const answer = received(socket);
        socket.write(half);
        return statuses(await answer);
      },
    ),
  );
  expect(replies).toEqual([[408], [408]]);
  // Half a minute, and what a busy machine adds to it; Node by itself looks every half a minute, and would take a whole one.
  expect(performance.now() - started).toBeGreaterThan(29_000);
  expect(performance.now() - started).toBeLessThan(50_000);
});
