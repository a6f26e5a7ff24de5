import type { Workplace } from './admin/workplace.ts';
import { Api } from './api.ts';
import type { Credential } from './credentials/credential.ts';
import { credentialsOf } from './credentials/default-credentials.ts';
import type { EmulatorOptions } from './emulator-options.ts';
import { fetchHandler } from './http/fetch-handler.ts';
import type { Storage } from './storage.ts';

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
 * An emulator over a database that is open already.
 *
 * @throws {EmulatorError} when it can't be filled. The database is closed then.
 */
export function emulatorOver(storage: Storage, options: EmulatorOptions): Emulator {
  const credentials = credentialsOf(options);
  const api = new Api(options, credentials, storage, true);
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
