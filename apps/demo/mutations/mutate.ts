import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

import { type MutationReport, parseMutations } from '../src/report/mutations.ts';

const require = createRequire(import.meta.url);
const fileOf = (name: string, path: string) => join(dirname(require.resolve(`${name}/package.json`)), path);

/** What `customer-pact mutate` says of contract tests of this app, for which vitest gets these arguments. */
export async function mutate(config: string, ...tests: readonly string[]): Promise<MutationReport> {
  const vitest = [process.execPath, fileOf('vitest', 'vitest.mjs'), 'run', '--config', config, ...tests];
  const command = [fileOf('@customer-contracts/pact', 'dist/customer-pact.js'), 'mutate', '--json', '--', ...vitest];
  // A vitest that runs this must not be taken for the one that is run.
  const own = Object.entries(process.env).filter(([name]) => !/^VITEST|^TEST$|^NODE_ENV$/.test(name));
  const { stdout } = await promisify(execFile)(process.execPath, command, {
    cwd: join(import.meta.dirname, '..'),
    env: Object.fromEntries(own),
    maxBuffer: Infinity,
  });
  return parseMutations(stdout);
}
