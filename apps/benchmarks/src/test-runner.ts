import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import type { Harness } from './consumer-project.ts';

const require = createRequire(import.meta.url);

/** The command of vitest, for Node. Our plugin is in the project's configuration. */
export function vitest(version: 4 | 5, pool: 'forks' | 'threads', workers: number): readonly string[] {
  const name = version === 4 ? 'vitest-4' : 'vitest';
  return [fileOf(name, 'vitest.mjs'), 'run', '--pool', pool, '--maxWorkers', String(workers)];
}

/** The command of jest, for Node: inside `customer-pact merge` where the merge is ours. */
export function jest(harness: Harness, workers: number): readonly string[] {
  const command = ['--experimental-vm-modules', fileOf('jest', 'bin/jest.js'), '--maxWorkers', String(workers)];
  if (harness === 'stock') return command;
  return [fileOf('@customer-contracts/pact', 'dist/customer-pact.js'), 'merge', '--', process.execPath, ...command];
}

function fileOf(name: string, path: string): string {
  return join(dirname(require.resolve(`${name}/package.json`)), path);
}
