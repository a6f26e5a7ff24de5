import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';

import { isMethod, methods } from '@customer-contracts/schemas';

import type { Api } from '../api.ts';
import type { Connections } from './connections.ts';
import type { Delivery } from './delivery.ts';
import { type Incoming, maximumBodyBytes } from './incoming.ts';
import { passed } from './passed.ts';

/** A body that goes on after this is not read to its end for the sake of a polite 413. */
const maximumDiscardedBytes = 64 * maximumBodyBytes;

/** Listens to requests for a Node server; `closing` ends what is waiting. */
export function nodeListener(api: Api, connections: Connections, closing: AbortSignal): RequestListener {
  return (message, response) => {
    // Errors of the connection are its own; without a listener each of them would be the end of the process.
    message.on('error', nothing);
    response.on('error', nothing);
    // Node serves such a request as any other, and then never reads from the connection again.
    if (message.headers.upgrade !== undefined) response.setHeader('connection', 'close');
    connections.inTurn(message.socket, async () => {
      const body = hasBody(message) ? await readWhole(message, connections) : noBytes;
      if (body === 'broken off') return;
      await deliver(await api.handle(incoming(message, response, body)), response, closing);
    });
  };
}

/** A body that has no meaning is not read (RFC 9110; docs/api-decisions.md#q40). */
function hasBody({ method = 'GET' }: IncomingMessage): boolean {
  return isMethod(method) && methods[method].hasBody;
}

const noBytes = new Uint8Array();

function nothing(): void {}

function incoming(message: IncomingMessage, response: ServerResponse, body: Uint8Array | undefined): Incoming {
  const { headers, method = 'GET', url = '/' } = message;
  const target = url.startsWith('/') ? url : pathOfAbsolute(url);
  const mark = target.indexOf('?');
  return {
    method,
    path: mark === -1 ? target : target.slice(0, mark),
    query: mark === -1 ? '' : target.slice(mark + 1),
    origin: () => `http://${hostOf(message)}`,
    header: (name) => headers[name]?.toString(),
    headers: () => headers,
    body,
    signal: () => closeSignal(response),
  };
}

/** Made only for those who ask for it: most answers are out before anybody could go away. */
function closeSignal(response: ServerResponse): AbortSignal {
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  return gone.signal;
}

/** A proxy's request has a whole URL as its target. */
function pathOfAbsolute(url: string): string {
  return /^https?:\/\/[^/?#]*(\/.*)?$/i.exec(url)?.[1] ?? '/';
}

/** What the caller calls us; our own address where it sent no such header, or nonsense. */
function hostOf({ headers, socket }: IncomingMessage): string {
  const { host = '' } = headers;
  if (/^[\w.-]+(?::\d+)?$|^\[[\da-f:.]+\](?::\d+)?$/i.test(host)) return host;
  const { localAddress = '127.0.0.1', localPort = 80 } = socket;
  return localAddress.includes(':') ? `[${localAddress}]:${localPort}` : `${localAddress}:${localPort}`;
}

/** The body; `undefined` where it is too long. */
function readWhole(message: IncomingMessage, connections: Connections): Promise<Uint8Array | undefined | 'broken off'> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let length = 0;
    message.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length <= maximumBodyBytes) chunks.push(chunk);
      else chunks.length = 0;
      if (length > maximumDiscardedBytes) resolve(undefined);
    });
    message.on('end', () => resolve(length > maximumBodyBytes ? undefined : Buffer.concat(chunks)));
    message.on('close', () => resolve('broken off'));
    connections.onBroken(message.socket, () => {
      // What came whole before that is still read to its end.
      if (!message.complete) resolve('broken off');
    });
  });
}

/** Resolves when the answer is out, or the connection is gone. */
async function deliver(
  { answer: { status, headers, body = '' }, delay, extent }: Delivery,
  response: ServerResponse,
  closing: AbortSignal,
): Promise<void> {
  const sent = new Promise<void>((resolve) => response.on('close', resolve));
  if (delay > 0) await passed(delay, closing).catch(() => response.destroy());
  if (response.destroyed) return;
  const length = Buffer.byteLength(body);
  const head = status === 204 ? headers : { ...headers, 'content-length': length };
  switch (extent) {
    case 'none':
      response.destroy();
      break;
    case 'whole':
      // As text: Node then sends head and body in one piece.
      response.writeHead(status, head).end(body);
      break;
    case 'half':
      response.writeHead(status, head);
      response.write(Buffer.from(body).subarray(0, length / 2), () => response.destroy());
      break;
    default:
      extent satisfies never;
  }
  await sent;
}
