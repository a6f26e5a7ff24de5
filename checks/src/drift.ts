// Holds what the API says today against our own table and the contracts of Lead Desk, as a team does with its own:
// `pnpm drift FILE`. Whatever else stands behind FILE is for `customer-pact drift`.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

import { root } from './places.ts';

const demo = join(root, 'apps/demo');

/** Runs a program of Node as the user would, and ends this one with its code where it fails. */
function run(parameters: readonly string[], cwd: string, output: 'inherit' | 'ignore'): void {
  const { status } = spawnSync(process.execPath, parameters, { cwd, stdio: ['ignore', output, 'inherit'] });
  if (status === 0) return;
  process.exit(status ?? 2);
}

const vitest = join(demo, 'node_modules/vitest/vitest.mjs');
run([vitest, 'run', '--config', 'vitest.contract.config.ts'], demo, 'ignore');
const [file = '', ...flags] = process.argv.slice(2);
const command = join(root, 'packages/pact-files/dist/customer-pact.js');
run([command, 'drift', file, join(demo, 'pacts'), ...flags], process.cwd(), 'inherit');
