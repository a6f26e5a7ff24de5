import { createServer, type Server, type ServerOptions } from 'node:http';

import { Api } from './api.ts';
import { checkOptions } from './check-options.ts';
import { credentialsOf } from './credentials/default-credentials.ts';
import { EmulatorError } from './emulator-error.ts';
import type { StartOptions } from './emulator-options.ts';
import { Connections } from './http/connections.ts';
import { nodeListener } from './http/node-listener.ts';
import type { ProblemStatus } from './http/refusal.ts';
import { refuseConnection } from './http/refuse-connection.ts';

/** The Customers API, listening. */
export interface RunningEmulator extends AsyncDisposable {
  /** Where it listens: `http://127.0.0.1:4010`. */
  readonly url: string;
  /** The default organization of the first credential. */
  readonly organizationId: string;
  /** The secret of the first credential. */
  readonly apiKey: string;
  /** Ends all connections and closes the database. */
  close(): Promise<void>;
}

/**
 * Starts an emulator.
 *
 * @throws {EmulatorError} when an option is unknown or can't be used, the database can't be opened, the port can't be used, or nobody may use it.
 * @example
 * await using emulator = await startEmulator();
 * const headers = { 'REB-APIKEY': emulator.apiKey };
 * const response = await fetch(`${emulator.url}/organizations/${emulator.organizationId}/customers`, { headers });
 */
export async function startEmulator(options: StartOptions = {}): Promise<RunningEmulator> {
  checkOptions(options, 'server');
  const { port = 0, hostname = '127.0.0.1' } = options;
  const credentials = credentialsOf(options);
  const [credential] = credentials;
  const organizationId = credential?.organizations[0];
  if (credential === undefined || organizationId === undefined) {
    const received = credential === undefined ? 'there are no credentials' : 'the first credential has no organization';
    throw new EmulatorError(`Failed to start the emulator: ${received}. Give it one with an organization.`, undefined);
  }
  const api = new Api(options, credentials);
  const closing = new AbortController();
  const server = createServer(serverOptions);
  const connections = new Connections(server);
  server.on('request', nodeListener(api, connections, closing.signal));
  answerWhatNodeRefuses(server, connections);
  try {
    await listening(server, port, hostname);
  } catch (error) {
    await api.close();
    throw unusable(hostname, port, error);
  }
  let closed: Promise<void> | undefined;
  const close = () =>
    (closed ??= new Promise((resolve) => {
      closing.abort();
      server.close(() => {
        void api.close().then(resolve);
      });
      connections.destroy();
    }));
  const url = `http://${hostname.includes(':') ? `[${hostname}]` : hostname}:${portOf(server)}`;
  return { url, organizationId, apiKey: credential.secret, close, [Symbol.asyncDispose]: close };
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
    server.once('error', reject);
    server.listen(port, hostname, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function portOf(server: Server): number | undefined {
  const address = server.address();
  return typeof address === 'object' ? address?.port : undefined;
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
