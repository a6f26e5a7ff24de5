import type { Sqlite3Static } from '@sqlite.org/sqlite-wasm';

import { checkOptions } from '../check-options.ts';
import { type Emulator, emulatorOver } from '../emulator.ts';
import { problem } from '../http/refusal.ts';
import { customersFile, Keeping } from './keeping.ts';
import { loadSqlite } from './load-sqlite.ts';
import { PageDatabase } from './page-database.ts';
import type { PageOptions } from './page-options.ts';
import { PageSnapshots } from './page-snapshots.ts';
import { openPrivateFolder, type PrivateFolder } from './private-folder.ts';

/**
 * Makes an emulator in a web page, or in a worker of one. SQLite is loaded when this is called.
 *
 * @throws {EmulatorError} when an option is unknown or can't be used, SQLite can't be loaded, or another page has the customers of
 *   this name open.
 * @example
 * using emulator = await createEmulator({ customers: { count: 20, seed: 42 } });
 * const [{ secret }] = emulator.credentials;
 * const response = await emulator.fetch(new Request('https://emulator/customers', { headers: { 'REB-APIKEY': secret } }));
 */
export async function createEmulator(options: PageOptions = {}): Promise<Emulator> {
  checkOptions(options, 'page');
  const { persist, wasmUrl, ...others } = options;
  const sqlite = await loadSqlite(wasmUrl);
  if (persist === undefined) return emulatorInMemory(sqlite, others);
  const folder = await openPrivateFolder(persist);
  try {
    return await emulatorIn(folder, sqlite, others);
  } catch (error) {
    folder.close();
    throw error;
  }
}

/** An emulator that is gone with the page. */
export function emulatorInMemory(sqlite: Sqlite3Static, options: PageOptions): Emulator {
  const live = new PageDatabase(sqlite, options.databaseLimit, undefined);
  return emulatorOver(
    { live, snapshots: new PageSnapshots(live, options.readOnly === true, new Map(), undefined) },
    options,
  );
}

/** An emulator whose customers and snapshots are in a folder, too. */
async function emulatorIn(folder: PrivateFolder, sqlite: Sqlite3Static, options: PageOptions): Promise<Emulator> {
  const live = new PageDatabase(sqlite, options.databaseLimit, await folder.read(customersFile));
  const keeping = new Keeping(live, folder);
  const snapshots = new PageSnapshots(live, options.readOnly === true, await keeping.snapshots(), keeping);
  const emulator = emulatorOver({ live, snapshots }, options);
  await keeping.written();
  const close = () => {
    emulator.close();
    folder.close();
  };
  const fetch = async (request: Request) => {
    const response = await emulator.fetch(request);
    try {
      await keeping.written();
      return response;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      const { status, headers, body } = problem(507, `${notKept} The browser says: ${reason}`);
      return new Response(body ?? null, { status, headers });
    }
  };
  return { ...emulator, fetch, close, [Symbol.dispose]: close };
}

const notKept = 'The browser keeps no more data of this page: nothing of the request was written.';
