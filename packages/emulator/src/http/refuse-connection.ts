import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';

import { problem, type ProblemStatus } from './refusal.ts';

/** How long a caller that was refused may take to go, in ms. */
const patience = 1000;

/** Answers what never became a request, and ends the connection, whether or not the caller ends it too. */
export function refuseConnection(socket: Duplex, status: ProblemStatus, detail: string): void {
  if (socket.writableEnded) return;
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const { headers, body = '' } = problem(status, detail);
  const head = Object.entries({ ...headers, 'content-length': Buffer.byteLength(body), connection: 'close' });
  const lines = [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...head.map(([name, value]) => `${name}: ${value}`)];
  // What still comes is thrown away: where it stayed unread, the end would be a reset, and the answer be lost with it.
  socket.resume().end(`${lines.join('\r\n')}\r\n\r\n${body}`);
  const gone = setTimeout(() => socket.destroy(), patience);
  socket.once('close', () => clearTimeout(gone));
}
