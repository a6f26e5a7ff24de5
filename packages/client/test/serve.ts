import { createServer, type ServerResponse } from 'node:http';

import { createCustomersClient, type CustomersClient, type CustomersClientOptions } from '@customer-contracts/client';

import { listening } from './listening.ts';

/** A request, as it came over the wire. */
export interface Received {
  readonly line: string;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly text: string;
}

/** What the server answers with, or what it does instead. */
export type Reply =
  | {
      readonly status?: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly json?: unknown;
      readonly text?: string;
    }
  | ((response: ServerResponse) => void);

export const apiKey = 'sk_test_51H8qVzL';

/** A server that answers one request after the other as told, and any later one like the last. */
export async function serve(...replies: readonly [Reply, ...Reply[]]) {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const reply = replies[received.length] ?? replies.at(-1) ?? {};
      received.push({
        line: `${request.method} ${request.url}`,
        headers: request.headers,
        text: Buffer.concat(chunks).toString(),
      });
      if (typeof reply === 'function') return reply(response);
      const { status = 200, headers = {}, json, text = json === undefined ? '' : JSON.stringify(json) } = reply;
      return response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(text);
    });
  });
  const listener = await listening(server);
  return {
    ...listener,
    received,
    client: (options: Partial<Omit<CustomersClientOptions, 'apiKey' | 'token'>> = {}): CustomersClient =>
      createCustomersClient({ server: listener.url, organizationId: 'demo', apiKey, ...options }),
  };
}

/** Breaks the connection without an answer. */
export function drop(response: ServerResponse): void {
  response.socket?.destroy();
}

/** Breaks the connection in the middle of the body. */
export function half(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
  response.write('{"id":', () => response.socket?.destroy());
}

/** Never answers. */
export function hang(): void {}

/** Answers, and stalls in the middle of the body. */
export function stall(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/json' }).write('{"id":');
}
