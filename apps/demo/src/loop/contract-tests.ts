import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

import * as z from 'zod';

import { DemoError } from '../demo-error.ts';
import type { DataFolder } from './data-folder.ts';

const app = join(import.meta.dirname, '../..');
const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');

/** The consumers: each has a folder of contract tests, and a pact file that a complete, green run leaves behind. */
const consumers = ['lead-desk', 'rebilly-js-sdk'];

/** What vitest reports. */
const Report = z.object({
  testResults: z.array(z.object({ name: z.string(), assertionResults: z.array(z.unknown()) })),
});

/** A consumer whose contract tests have passed. */
export interface Consumer {
  readonly name: string;
  /** How many tests it has. */
  readonly tests: number;
  /** The path of its pact file. */
  readonly pact: string;
}

/**
 * Runs the contract tests in a process of their own, as a consumer team would.
 *
 * @throws {DemoError} with all that vitest said, when one fails.
 */
export async function runContractTests(
  { tests, temporary }: DataFolder,
  signal: AbortSignal,
): Promise<readonly Consumer[]> {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${tests}`];
  const program = [vitest, 'run', '--config', 'vitest.contract.config.ts', ...reporters];
  // Whatever the tests put aside stays in the folder, even when Ctrl-C stops them.
  const env = { ...process.env, TMPDIR: temporary, TEMP: temporary };
  try {
    await promisify(execFile)(process.execPath, program, { cwd: app, env, signal });
  } catch (error) {
    signal.throwIfAborted();
    throw new DemoError(`Failed to run the contract tests.\n${outputOf(error)}`, { cause: error });
  }
  const { testResults } = Report.parse(JSON.parse(readFileSync(tests, 'utf8')));
  return consumers.map((name) => ({
    name,
    tests: testResults
      .filter((file) => file.name.includes(`/contract/${name}/`))
      .reduce((sum, { assertionResults }) => sum + assertionResults.length, 0),
    pact: join(app, 'pacts', `${name}-rebilly-customers-api.json`),
  }));
}

function outputOf(error: unknown): string {
  const { stdout, stderr } = z
    .object({ stdout: z.string(), stderr: z.string() })
    .catch({ stdout: '', stderr: '' })
    .parse(error);
  return `${stdout}${stderr}`;
}
