import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import { createServer, type Server } from 'node:net';

import { seedCustomers } from '@customer-contracts/seed';
import { expect, test } from 'vitest';

/** A server that listens until it is disposed of. */
async function listening(server: Server & { closeAllConnections?: () => void }) {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    host: `127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections?.();
      await new Promise((closed) => server.close(closed));
    },
  };
}

test('a connection is used again and again, and the seeder says what it is', async () => {
  const agents = new Set<string | undefined>();
  const server = createHttpServer((request, response) => {
    agents.add(request.headers['user-agent']);
    request.resume();
    request.on('end', () => {
      const [status, body] = request.method === 'PUT' ? [201, '{"id":"one"}'] : [200, '[]'];
      response.writeHead(status, { 'content-type': 'application/json' }).end(body);
    });
  });
  let connections = 0;
  server.on('connection', () => (connections += 1));
  await using api = await listening(server);
  const options = { to: `http://${api.host}`, apiKey: 'key', count: 120, seed: 1, concurrency: 4 };
  expect(await seedCustomers(options)).toMatchObject({ created: 120, reads: 3, writes: 120 });
  // Four that write, and one that reads ahead.
  expect(connections).toBeLessThanOrEqual(5);
  expect([...agents]).toEqual(['customer-seed']);
});

test('https is spoken where the URL says so', async () => {
  const stop = new AbortController();
  let hello: Buffer | undefined;
  const server = createServer((socket) => {
    socket.on('error', () => {});
    socket.once('data', (chunk) => {
      hello = chunk;
      stop.abort();
      socket.destroy();
    });
  });
  await using api = await listening(server);
  const options = { to: `https://${api.host}`, apiKey: 'sk_of-the-test', count: 1, seed: 1, signal: stop.signal };
  await expect(seedCustomers(options)).rejects.toMatchObject({ name: 'InterruptedError' });
  // The handshake of TLS, and no key on the wire.
  expect(hello?.[0]).toBe(0x16);
  expect(hello?.includes('sk_of-the-test')).toBe(false);
});
