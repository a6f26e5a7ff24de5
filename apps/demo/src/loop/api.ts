import { createCustomersClient } from '@customer-contracts/client';
import { startEmulator } from '@customer-contracts/emulator';
import { apiStates, emulatorStates, type StateArranger } from '@customer-contracts/pact/verify';
import { organizationPath, servers } from '@customer-contracts/schemas';

import { DemoError } from '../demo-error.ts';

/** The Customers API that a run works with. */
export interface Api extends AsyncDisposable {
  /** What it is called, in words. */
  readonly name: string;
  /** Where it is, for people. */
  readonly words: string;
  /** Its address, with the organization unless that is the key's own. */
  readonly url: string;
  readonly apiKey: string;
  /** Who brings the provider states about. */
  readonly states: StateArranger;
  /** Whether it is our own, with a file that a run may fill without being asked. */
  readonly isEmulator: boolean;
}

/** The variables that point a run at another API than the emulator. */
export type Settings = Readonly<Record<string, string | undefined>>;

/**
 * Starts the emulator on a file; or reaches the API of `CUSTOMERS_API_URL`, where that is set.
 *
 * @throws {DemoError} when that is Rebilly's live host, or there is no key for it.
 */
export async function reachApi(settings: Settings, database: string): Promise<Api> {
  const { CUSTOMERS_API_URL: url, ORGANIZATION_ID: organizationId, CUSTOMERS_API_KEY: apiKey } = settings;
  return url ? reach(url, organizationId, apiKey) : emulate(database);
}

async function emulate(database: string): Promise<Api> {
  const emulator = await startEmulator({ database, providerStates: true });
  const { url, apiKey, organizationId } = emulator;
  return {
    name: 'the emulator',
    words: `the eight endpoints on SQLite, at ${url}/organizations/${organizationId}`,
    url,
    apiKey,
    states: emulatorStates({ url }),
    isEmulator: true,
    [Symbol.asyncDispose]: () => emulator.close(),
  };
}

async function reach(server: string, organizationId: string | undefined, apiKey: string | undefined): Promise<Api> {
  const { protocol, hostname } = URL.parse(server) ?? {};
  if (protocol !== 'http:' && protocol !== 'https:') {
    throw new DemoError(
      `Failed to take CUSTOMERS_API_URL: it is no http(s) URL. Give one such as ${servers.sandbox}, and ORGANIZATION_ID.`,
    );
  }
  if (hostname?.replace(/\.+$/, '') === new URL(servers.live).hostname) {
    throw new DemoError(
      `Failed to take CUSTOMERS_API_URL: ${hostname} is Rebilly's live host. Give the sandbox, ${servers.sandbox}.`,
    );
  }
  if (!apiKey) {
    throw new DemoError(`Failed to reach ${hostname}: there is no key. Set CUSTOMERS_API_KEY to a secret API key.`);
  }
  const client = createCustomersClient({ server, organizationId, apiKey });
  await client.getCustomerCollection({ limit: 1 });
  const base = server.replace(/\/+$/, '');
  const url = organizationId === undefined ? base : base + organizationPath(organizationId, '');
  return {
    name: url,
    words: url,
    url,
    apiKey,
    states: apiStates(client),
    isEmulator: false,
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
}
