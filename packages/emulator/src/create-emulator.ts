import type { Workplace } from './admin/workplace.ts';
import { Api } from './api.ts';
import { checkOptions } from './check-options.ts';
import type { Credential } from './credentials/credential.ts';
import { credentialsOf } from './credentials/default-credentials.ts';
import type { EmulatorOptions } from './emulator-options.ts';
import { fetchHandler } from './http/fetch-handler.ts';

/** The Customers API without a server. */
export interface Emulator extends Workplace, Disposable {
  /** Answers a request. Never rejects, but for a fault that closes the connection. */
  readonly fetch: (request: Request) => Promise<Response>;
  /** Who may use it. */
  readonly credentials: readonly Credential[];
  /** Closes the database. */
  close(): void;
}

/**
 * Makes an emulator that any server, or a test by itself, can hand requests to.
 *
 * @throws {EmulatorError} when an option is unknown or can't be used, or the database can't be opened.
 * @example
 * using emulator = createEmulator({ credentials: [{ kind: 'apiKey', secret: 'key', organizations: ['demo'] }] });
 * const headers = { 'REB-APIKEY': 'key' };
 * const response = await emulator.fetch(new Request('http://emulator/customers', { headers }));
 */
export function createEmulator(options: EmulatorOptions = {}): Emulator {
  checkOptions(options, 'handler');
  const credentials = credentialsOf(options);
  const api = new Api(options, credentials, true);
  try {
    for (const _ of api.fill());
  } catch (error) {
    void api.close();
    throw error;
  }
  const closing = new AbortController();
  const close = () => {
    if (closing.signal.aborted) return;
    closing.abort();
    void api.close();
  };
  return { fetch: fetchHandler(api, closing.signal), credentials, ...api.workplace, close, [Symbol.dispose]: close };
}
