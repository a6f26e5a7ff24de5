import { createServer, type Server, type ServerOptions } from 'node:http';
import { isIP } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';

import type { Workplace } from './admin/workplace.ts';
import { Api } from './api.ts';
import { credentialsOf } from './credentials/default-credentials.ts';
import { EmulatorError } from './emulator-error.ts';
import type { StartOptions } from './emulator-options.ts';
import { fileStorage } from './file-storage.ts';
import { Connections } from './http/connections.ts';
import { nodeListener } from './http/node-listener.ts';
import type { ProblemStatus } from './http/refusal.ts';
import { refuseConnection } from './http/refuse-connection.ts';

/** An emulator that listens, and may still be filled with customers. */
export interface BoundEmulator {
  /** Where it listens: `http://127.0.0.1:4010`. */
  readonly url: string;
  /** The default organization of the first credential. */
  readonly organizationId: string;
  /** The secret of the first credential. */
  readonly apiKey: string;
  /** How many customers are still to be made. */
  readonly missing: number;
  /** Resolves when all customers are there, or it was closed before; rejects when they can't be written. */
  readonly filled: Promise<void>;
  /** What is done with it beside sending requests. */
  readonly workplace: Workplace;
  /** Ends all connections and closes the database. */
  readonly close: () => Promise<void>;
}

/** Who can look at requests and events: those who hold the emulator itself, or those alone who ask over HTTP. */
export type Watchers = 'holder' | 'callers';

/**
 * Binds the port, opens the database, and begins to fill it, in this order: what takes long comes last. Until it is done,
 * requests are answered with 503.
 *
 * @throws {EmulatorError} when the port can't be used, the database can't be opened, or nobody may use it.
 */
export async function bindEmulator(options: StartOptions, watchers: Watchers): Promise<BoundEmulator> {
  const { port = 0, hostname = '127.0.0.1' } = options;
  const { cors = isLoopback(hostname), admin = isLoopback(hostname) } = options;
  const credentials = credentialsOf(options);
  const [credential] = credentials;
  const organizationId = credential?.organizations[0];
  if (credential === undefined || organizationId === undefined) {
    const received = credential === undefined ? 'there are no credentials' : 'the first credential has no organization';
    throw new EmulatorError(`Failed to start the emulator: ${received}. Give it one with an organization.`, undefined);
  }
  const server = createServer(serverOptions);
  const connections = new Connections(server);
  answerWhatNodeRefuses(server, connections);
  await listening(server, port, hostname);
  const closing = new AbortController();
  const api = apiOf({ ...options, cors, admin });
  server.on('request', nodeListener(api, connections, closing.signal));
  const filled = fill(api, closing.signal);
  let closed: Promise<void> | undefined;
  const ended = async () => {
    await disconnected(server, connections);
    await filled.catch(() => {});
    await api.close();
  };
  const close = () => {
    closing.abort();
    return (closed ??= ended());
  };
  const url = `http://${hostname.includes(':') ? `[${hostname}]` : hostname}:${portOf(server)}`;
  const { missing, workplace } = api;
  return { url, organizationId, apiKey: credential.secret, missing, filled, workplace, close };

  function apiOf(complete: StartOptions): Api {
    try {
      return new Api(complete, credentials, fileStorage(complete), watchers === 'holder' || complete.admin === true);
    } catch (error) {
      void disconnected(server, connections);
      throw error;
    }
  }
}

/** Between two steps others get their turn: whoever asks how far it is, or wants it to end. */
async function fill(api: Api, closing: AbortSignal): Promise<void> {
  for (const _ of api.fill()) {
    await turn();
    if (closing.aborted) return;
  }
}

function disconnected(server: Server, connections: Connections): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    connections.destroy();
  });
}

const serverOptions: ServerOptions = {
  // What doesn't come within half a minute is given up. Node looks for it as often as the next line says.
  requestTimeout: 30_000,
  connectionsCheckingInterval: 1000,
  // Longer than a client's pool keeps an idle connection, so that none is closed just when it is used again.
  keepAliveTimeout: 65_000,
  // Node would answer a request without one by itself, with no problem in it.
  requireHostHeader: false,
};

function listening(server: Server, port: number, hostname: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (cause: unknown) => reject(unusable(hostname, port, cause));
    server.once('error', fail);
    server.listen(port, hostname, () => {
      server.off('error', fail);
      resolve();
    });
  });
}

function portOf(server: Server): number | undefined {
  const address = server.address();
  return typeof address === 'object' ? address?.port : undefined;
}

/** Whether nobody but this machine can reach it. */
function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '::1' || (isIP(hostname) === 4 && hostname.startsWith('127.'));
}

/** What is not HTTP, or is a tunnel, never becomes a request. It gets a problem all the same, when its turn comes. */
function answerWhatNodeRefuses(server: Server, connections: Connections): void {
  server.on('clientError', (error, socket) => {
    connections.break(socket);
    const status = unreadable['code' in error ? String(error.code) : ''] ?? 400;
    connections.inTurn(socket, () => refuseConnection(socket, status, `The request can't be read: ${error.message}.`));
  });
  server.on('connect', ({ socket }) =>
    connections.inTurn(socket, () => refuseConnection(socket, 405, 'The Customers API has no CONNECT.')),
  );
  server.on('checkExpectation', (message, response) => server.emit('request', message, response));
}

/** What Node says of a request that it can't read, where there is a status for it. */
const unreadable: Readonly<Record<string, ProblemStatus>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 408,
  HPE_HEADER_OVERFLOW: 431,
};

function unusable(hostname: string, port: number, cause: unknown): EmulatorError {
  const address = `${hostname}:${port}`;
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new EmulatorError(`Failed to listen at ${address}: ${reason}. Choose another port or address.`, address, {
    cause,
  });
}
