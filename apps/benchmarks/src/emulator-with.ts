import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { servedBy, type ServerProcess } from './served-by.ts';

const require = createRequire(import.meta.url);

/** The command of this workspace. */
export const emulatorCommand = join(
  dirname(require.resolve('@customer-contracts/emulator/package.json')),
  'dist/customer-emulator.js',
);

/** An emulator in a process of its own. */
export interface EmulatorProcess extends ServerProcess {
  /** How long it took from its start until it had all customers, in ms. */
  readonly milliseconds: number;
}

/** Where its customers are, and which command serves them. */
export interface EmulatorPlace {
  /** The file; in memory when absent. */
  readonly database?: string;
  /** That of this workspace when absent. */
  readonly command?: string;
  /** More of its flags. */
  readonly flags?: readonly string[];
}

/** The emulator in a process of its own, with customers of a seed and no limit of writes; in memory where no file is named. */
export async function emulatorWith(
  count: number,
  seed: number,
  apiKey: string,
  { database, command = emulatorCommand, flags: more = [] }: EmulatorPlace = {},
): Promise<EmulatorProcess> {
  const flags = ['--port', '0', '--customers', String(count), '--seed', String(seed), '--rate-limit', 'off', '--quiet'];
  const file = database === undefined ? [] : ['--database', database];
  const start = performance.now();
  const server = await servedBy([command, ...flags, ...file, ...more], { CUSTOMERS_API_KEY: apiKey });
  for (;;) {
    const response = await fetch(`${server.url}/customers?limit=0`, { headers: { 'REB-APIKEY': apiKey } });
    await response.arrayBuffer();
    if (Number(response.headers.get('pagination-total')) >= count) break;
  }
  return { ...server, milliseconds: performance.now() - start };
}

/** A file that is there until it is disposed of. */
export interface TemporaryDatabase extends Disposable {
  readonly path: string;
  /** Of the file alone, once all is in it. */
  readonly bytes: () => number;
}

/** A place for a database. */
export function temporaryDatabase(): TemporaryDatabase {
  const folder = mkdtempSync(join(tmpdir(), 'benchmark-'));
  const path = join(folder, 'customers.db');
  return {
    path,
    bytes: () => statSync(path).size,
    [Symbol.dispose]: () => rmSync(folder, { recursive: true }),
  };
}
