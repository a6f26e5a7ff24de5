import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';

import { canonicalJson } from '@customer-contracts/pact-files/internal';

import type { Exchange } from './answer.ts';

/** A provider in this process, for one run of a test. */
export interface AnsweringMock {
  /** Where it listens, without a slash at the end. */
  readonly url: string;
  /** How many of the expected requests have come. */
  answered(): number;
  /** The first request that none of the exchanges expects, such as `GET /customers?offset=100`. */
  stray(): string | undefined;
  /** Stops. Whoever still asks is cut off. */
  close(): void;
}

/** Ports by which some clients keep what they got: none comes twice. */
export type UsedPorts = Set<number>;

/** Starts to answer the expected requests, each as often as it comes. */
export async function startAnsweringMock(exchanges: readonly Exchange[], used: UsedPorts): Promise<AnsweringMock> {
  let answered = 0;
  let stray: string | undefined;
  const server = createServer((request, response) => {
    void count(request, response);
  });
  const count = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    try {
      const refused = await respond(request, response, exchanges);
      if (refused === undefined) answered += 1;
      else stray ??= refused;
    } catch {
      // The client has hung up.
      response.destroy();
    }
  };
  const port = await listen(server, used);
  return {
    url: `http://127.0.0.1:${port}`,
    answered: () => answered,
    stray: () => stray,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function listen(server: Server, used: UsedPorts): Promise<number> {
  for (;;) {
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    if (!used.has(port)) {
      used.add(port);
      return port;
    }
    server.close();
    await once(server, 'close');
  }
}

/** @returns the request where none of the exchanges expects it. */
async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  exchanges: readonly Exchange[],
): Promise<string | undefined> {
  const { method = '', url = '' } = request;
  const sent = await text(request);
  // A page of another origin, as happy-dom and jsdom are one, may ask and read.
  response.setHeader('Access-Control-Allow-Origin', '*');
  response.setHeader('Connection', 'close');
  const exchange = exchanges.find((each) => isExpected(each.request, method, url, sent));
  if (exchange !== undefined) {
    const { status, headers, body } = exchange.answer;
    response.setHeader('Access-Control-Expose-Headers', '*');
    response.writeHead(status, headers).end(body);
    return undefined;
  }
  if (method === 'OPTIONS') {
    const allowed = request.headers['access-control-request-headers'] ?? '*';
    const headers = { 'Access-Control-Allow-Methods': '*', 'Access-Control-Allow-Headers': allowed };
    response.writeHead(204, headers).end();
    return undefined;
  }
  response.writeHead(500, { 'Content-Type': 'application/json' }).end('{"error":"The test expects no such request."}');
  return `${method} ${url}`;
}

function isExpected(
  { method, path, query, body }: Exchange['request'],
  sentMethod: string,
  url: string,
  sentBody: string,
): boolean {
  const [sentPath = '', ...search] = url.split('?');
  const sent = new URLSearchParams(search.join('?'));
  return (
    method === sentMethod &&
    new RegExp(path.pattern).test(sentPath) &&
    [...sent].length === query.size &&
    [...query].every(([name, value]) => sent.get(name) === value) &&
    (body === undefined || isJson(sentBody, body))
  );
}

function isJson(text: string, value: unknown): boolean {
  try {
    return canonicalJson(JSON.parse(text)) === canonicalJson(value);
  } catch {
    return false;
  }
}
