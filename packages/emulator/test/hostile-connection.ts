import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';

import * as fc from 'fast-check';

const heads = [
  'GET /customers?limit=1 HTTP/1.1\r\nHost: x\r\nREB-APIKEY: key\r\n\r\n',
  'GET /nowhere HTTP/1.1\r\nHost: x\r\n\r\n',
  'HEAD /customers HTTP/1.1\r\nHost: x\r\nREB-APIKEY: key\r\n\r\n',
  'OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n',
  'DELETE /customers/a?targetCustomerId=b HTTP/1.1\r\nHost: x\r\nREB-APIKEY: key\r\nContent-Length: 4\r\n\r\nnull',
  'PUT /customers/a HTTP/1.1\r\nHost: x\r\nREB-APIKEY: key\r\nContent-Length: 2\r\n\r\n{}',
  'PUT /customers/b HTTP/1.1\r\nHost: x\r\nREB-APIKEY: key\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n',
  'PUT /customers/c HTTP/1.1\r\nHost: x\r\nREB-APIKEY: key\r\nTransfer-Encoding: chunked\r\n\r\nnone\r\n',
  'PUT /customers/d HTTP/1.1\r\nHost: x\r\nREB-APIKEY: key\r\nContent-Length: 900\r\n\r\n{"locale":',
  'POST /customers HTTP/1.1\r\nHost: x\r\nREB-APIKEY: key\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n{}',
  'POST /customers HTTP/1.1\r\nHost: x\r\nExpect: a miracle\r\nContent-Length: 2\r\n\r\n{}',
  'GET /customers HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\nleft over',
  'GET /customers HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n\u0081\u0085',
  'PUT /customers/e HTTP/1.1\r\nHost: x\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nContent-Length: 2\r\n\r\n{}',
  'CONNECT localhost:1 HTTP/1.1\r\nHost: x\r\n\r\n',
  'CONNECT localhost:1 HTTP/1.1\r\nHost: x\r\n\r\n\u0016\u0003\u0001',
  'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
  '\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00FC\u0003\u0003',
  `GET /${'a'.repeat(20_000)} HTTP/1.1\r\n\r\n`,
  '\r\n\r\n',
  '\u0000',
];

/** A connection that goes wrong. */
export interface HostileConnection {
  /** What is sent, piece by piece. */
  readonly pieces: readonly string[];
  /** Whether the answers are read. */
  readonly reads: boolean;
  /** How many turns of the loop pass between two pieces. */
  readonly turns: number;
  /**
   * How it ends: with a reset, for good without one, with the end of what is sent, which the other side has to end too, or
   * not at all before an answer has come.
   */
  readonly ending: 'reset' | 'close' | 'half-close' | 'answer';
}

/** Requests one behind the other, cut off anywhere, in pieces, and how the connection ends. */
export const hostileConnection: fc.Arbitrary<HostileConnection> = fc
  .record({
    requests: fc.array(fc.constantFrom(...heads), { maxLength: 5 }),
    cut: fc.oneof(fc.constant(0), fc.nat()),
    splits: fc.array(fc.nat(), { maxLength: 3 }),
    reads: fc.boolean(),
    turns: fc.nat(3),
    ending: fc.constantFrom<HostileConnection['ending']>('reset', 'reset', 'reset', 'close', 'half-close', 'answer'),
  })
  .map(({ requests, cut, splits, ...rest }) => {
    const text = requests.join('');
    const sent = text.slice(0, text.length - (cut % (text.length + 1)));
    const places = splits.map((split) => split % (sent.length + 1)).toSorted((left, right) => left - right);
    return { ...rest, pieces: [0, ...places].map((place, index) => sent.slice(place, places[index])) };
  });

/** Makes the connection, and resolves when it is over. */
export async function attack(port: number, { pieces, reads, turns, ending }: HostileConnection): Promise<void> {
  const socket = connect(port, '127.0.0.1');
  // Node doesn't always tell the end of a socket that has failed.
  const closed = new Promise((resolve) => socket.on('close', resolve).on('error', resolve));
  if (reads) socket.resume();
  await Promise.race([once(socket, 'connect').catch(() => {}), closed]);
  for (const piece of pieces) {
    if (socket.writable) socket.write(piece, 'latin1');
    for (let count = 0; count < turns; count += 1) await turn();
  }
  await end(socket, ending, closed);
  socket.resetAndDestroy();
  await closed;
}

async function end(socket: Socket, ending: HostileConnection['ending'], closed: Promise<unknown>): Promise<void> {
  switch (ending) {
    case 'reset':
      return;
    case 'close':
      socket.destroy();
      return;
    case 'half-close':
      socket.resume().end();
      await closed;
      return;
    case 'answer':
      await answered(socket, closed);
      return;
    default:
      ending satisfies never;
  }
}

/** An answer to a request that makes one whole, whatever was sent before it. */
async function answered(socket: Socket, closed: Promise<unknown>): Promise<void> {
  if (!socket.writable) return;
  const data = new Promise((resolve) => socket.once('data', resolve));
  socket.write('\r\n\r\n\r\nGET / HTTP/1.1\r\nConnection: close\r\n\r\n');
  // Where a body was promised and didn't come, there is no answer either.
  socket.resume().end();
  await Promise.race([data, closed]);
}
