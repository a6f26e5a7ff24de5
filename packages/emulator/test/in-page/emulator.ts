/** What the tests import as `@customer-contracts/emulator` where they run in a page: the same names, on the page's engine. */

import { emulatorInMemory } from '../../src/browser/create-emulator.ts';
import { loadSqlite } from '../../src/browser/load-sqlite.ts';
import { checkOptions } from '../../src/check-options.ts';
import { credentialsOf } from '../../src/credentials/default-credentials.ts';
import type { EmulatorOptions, StartOptions } from '../../src/emulator-options.ts';
import type { Emulator } from '../../src/emulator.ts';
import type { RunningEmulator } from '../../src/start-emulator.ts';

export { EmulatorError, isEmulatorError } from '../../src/emulator-error.ts';
export { formatLogEntry } from '../../src/request-log.ts';
export { mayAnswer, undocumentedAnswers } from '../../src/undocumented-answers.ts';

const sqlite = await loadSqlite(undefined);

export function createEmulator(options: EmulatorOptions = {}): Emulator {
  checkOptions(options, 'handler');
  return emulatorInMemory(sqlite, options);
}

/** Those that "listen", by the origin that they are asked at. */
const listening = new Map<string, Emulator>();
const outside = globalThis.fetch;

globalThis.fetch = (input, init) => {
  const request = new Request(input, init);
  const emulator = listening.get(new URL(request.url).origin);
  return emulator === undefined ? outside(request) : emulator.fetch(request);
};

let port = 4010;

/** An emulator that `fetch` finds at an address of its own. */
export async function startEmulator(received: StartOptions = {}): Promise<RunningEmulator> {
  checkOptions(received, 'server');
  const { port: _port, hostname: _hostname, ...options } = received;
  const credentials = credentialsOf(options);
  const emulator = emulatorInMemory(sqlite, { cors: true, admin: true, ...options, credentials });
  const url = `http://127.0.0.1:${(port += 1)}`;
  listening.set(url, emulator);
  const [credential] = credentials;
  const close = async () => {
    listening.delete(url);
    emulator.close();
  };
  const { fetch: _fetch, credentials: _credentials, ...workplace } = emulator;
  return {
    ...workplace,
    url,
    organizationId: credential?.organizations[0] ?? '',
    apiKey: credential?.secret ?? '',
    close,
    [Symbol.asyncDispose]: close,
  };
}
