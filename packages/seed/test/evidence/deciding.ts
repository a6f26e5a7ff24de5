import { once } from 'node:events';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';

import { startEmulator } from '@customer-contracts/emulator';

import { virtualTime } from '../virtual-time.ts';
import type { Asked, Opposite } from './opposites.ts';

/** An emulator, with something before it that may decide otherwise; in a time of its own, in which nobody waits. */
export async function deciding(opposite: Opposite = (asked, pass) => pass(asked)) {
  const { timer, emulatorClock } = virtualTime();
  const emulator = await startEmulator({ clock: emulatorClock });
  const requests: Asked[] = [];
  const pass = async ({ method, url, headers, body }: Asked) => {
    const { host: _, connection: __, 'content-length': ___, 'transfer-encoding': ____, ...others } = headers;
    const passed = await fetch(emulator.url + url, {
      method,
      headers: others,
      redirect: 'manual',
      ...(body !== '' && method !== 'GET' && { body }),
    });
    const answered = Object.fromEntries(passed.headers);
    for (const name of ['connection', 'content-length', 'keep-alive', 'transfer-encoding']) delete answered[name];
    return { status: passed.status, headers: answered, body: await passed.text() };
  };
  const server = createServer((request, response) => {
    void (async () => {
      const { method = '', url = '' } = request;
      const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
      const asked = { method, url, headers, body: await text(request) };
      requests.push(asked);
      const answer = await opposite(asked, pass);
      response.writeHead(answer.status, answer.headers).end(answer.status === 204 ? undefined : answer.body);
    })().catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const host = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  return {
    emulator,
    requests,
    /** The options that lead to it. */
    target: { to: `${host}/organizations/${emulator.organizationId}`, apiKey: emulator.apiKey, timer },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      await emulator.close();
    },
  };
}
