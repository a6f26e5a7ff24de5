import { createServer, type Server, type ServerOptions, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';

import { Api } from './api.ts';
import { checkOptions } from './check-options.ts';
import { credentialsOf } from './credentials/default-credentials.ts';
import { EmulatorError } from './emulator-error.ts';
import type { StartOptions } from './emulator-options.ts';
import { nodeListener } from './http/node-listener.ts';
import { problem } from './http/refusal.ts';

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
  const server = createServer(serverOptions, nodeListener(api, closing.signal));
  answerWhatNodeRefuses(server);
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
      server.closeAllConnections();
    }));
  const url = `http://${hostname.includes(':') ? `[${hostname}]` : hostname}:${portOf(server)}`;
  return { url, organizationId, apiKey: credential.secret, close, [Symbol.asyncDispose]: close };
}

const serverOptions: ServerOptions = {
  // What doesn't come within half a minute is given up.
  requestTimeout: 30_000,
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

/** What is not HTTP, or is a tunnel, never becomes a request. It gets a problem all the same. */
function answerWhatNodeRefuses(server: Server): void {
  server.on('clientError', (error, socket) => refuse(socket, 400, `The request can't be read: ${error.message}.`));
  server.on('connect', (_, socket) => refuse(socket, 405, 'The Customers API has no CONNECT.'));
  server.on('checkExpectation', (message, response) => server.emit('request', message, response));
}

function refuse(socket: Duplex, status: 400 | 405, detail: string): void {
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const { body = '' } = problem(status, detail);
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'content-type: application/json',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}

function unusable(hostname: string, port: number, cause: unknown): EmulatorError {
  const address = `${hostname}:${port}`;
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new EmulatorError(`Failed to listen at ${address}: ${reason}. Choose another port or address.`, address, {
    cause,
  });
}
