import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

import * as z from 'zod';

import { DemoError } from './demo-error.ts';

const app = join(import.meta.dirname, '..');
const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');
const folder = join(app, '.demo');
const report = join(folder, 'contract-tests.json');
const Report = z.object({ numPassedTests: z.int() });

/** The pact file that a complete, green run leaves behind. */
export const pactFile = join(app, 'pacts/rebilly-js-sdk-rebilly-customers-api.json');

/**
 * Runs the contract tests of the official SDK in a process of their own, as a consumer team would.
 *
 * @returns how many passed.
 * @throws DemoError with all that vitest said, when one fails.
 */
export async function runContractTests(signal: AbortSignal): Promise<number> {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const program = [vitest, 'run', '--config', 'vitest.contract.config.ts', ...reporters];
  mkdirSync(folder, { recursive: true });
  // Whatever the tests put aside stays in the app's folder, even when Ctrl-C stops them.
  const env = { ...process.env, TMPDIR: folder };
  try {
    await promisify(execFile)(process.execPath, program, { cwd: app, env, signal });
  } catch (error) {
    signal.throwIfAborted();
    throw new DemoError(`Failed to run the contract tests.\n${outputOf(error)}`, { cause: error });
  }
  return Report.parse(JSON.parse(readFileSync(report, 'utf8'))).numPassedTests;
}

function outputOf(error: unknown): string {
  const { stdout, stderr } = z
    .object({ stdout: z.string(), stderr: z.string() })
    .catch({ stdout: '', stderr: '' })
    .parse(error);
  return `${stdout}${stderr}`;
}
