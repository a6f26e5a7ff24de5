import { rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';

import { temporaryProject } from '../temporary-project.ts';
import { customerPact } from './customer-pact.ts';

const require = createRequire(import.meta.url);

/** Node's arguments that start jest 30, and those that merge what its workers leave. No flag. */
export const jest: readonly string[] = [require.resolve('jest/bin/jest')];
export const merge: readonly string[] = [customerPact, 'merge', '--', process.execPath, ...jest];

/** Says what failed, and nothing else. */
const silentReporter = `module.exports = class {
  onTestResult(_, { failureMessage }) {
    if (failureMessage) process.stdout.write(failureMessage);
  }
};`;

/** A project for jest without a type, as CommonJS is: its files, and the packages that tests import. */
export async function commonJsProject(
  files: Readonly<Record<string, string>>,
  config: Readonly<Record<string, unknown>> = {},
): Promise<AsyncDisposable & { readonly root: string }> {
  const root = await temporaryProject('commonjs');
  const jestConfig = { reporters: ['<rootDir>/silent.js'], cacheDirectory: '<rootDir>/.jest', ...config };
  const all = {
    'package.json': '{}',
    'silent.js': silentReporter,
    'jest.config.json': JSON.stringify(jestConfig),
    ...files,
  };
  for (const [name, text] of Object.entries(all)) await writeFile(join(root, name), text);
  return { root, [Symbol.asyncDispose]: () => rm(root, { recursive: true }) };
}
