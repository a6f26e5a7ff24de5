import { mkdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import { run, type Run } from '../run.ts';
import { temporaryProject } from '../temporary-project.ts';
import { readWritten } from '../written-pact.ts';

const require = createRequire(import.meta.url);

/** The two versions of vitest that the plugin works with. */
export const vitestVersions = { 4: 'vitest-4', 5: 'vitest' } as const;

/** A project with tests of its own, run by a vitest of its own, in a directory that goes away with it. */
export interface VitestProject extends AsyncDisposable {
  readonly root: string;
  readonly pactFile: string;
  /** Vitest's own program. */
  readonly vitest: string;
  write(name: string, source: string): Promise<void>;
  remove(name: string): Promise<void>;
  run(...options: readonly string[]): Promise<Run>;
  /** The descriptions of the interactions in the pact file. */
  descriptions(): Promise<readonly string[]>;
}

/** The configuration of a project that has the plugin. */
export const pluginConfig = `
import { customerPactPlugin } from '@customer-contracts/pact/vitest';
export default {
  plugins: [customerPactPlugin()],
  test: { globals: true, include: ['*.test.js'], maxWorkers: 6, testTimeout: 30000 },
};`;

/** A project in which the tests find \`getCustomer(id)\`: an interaction's test, for \`it\`. */
const shared = `
import { customersPact } from '@customer-contracts/pact';
export const pact = customersPact({ consumer: 'worker', directory: new URL('./pacts', import.meta.url) });
export const getCustomer = (id) =>
  pact.getCustomer({ id }).test(async ({ baseUrl, apiKey }) => {
    await fetch(baseUrl + '/customers/' + id, { headers: { 'REB-APIKEY': apiKey } });
  });`;

export async function vitestProject(version: keyof typeof vitestVersions = 5): Promise<VitestProject> {
  const root = await temporaryProject(`vitest-${version}`);
  const vitest = join(dirname(require.resolve(`${vitestVersions[version]}/package.json`)), 'vitest.mjs');
  const pactFile = join(root, 'pacts', 'worker-rebilly-customers-api.json');
  const write = async (name: string, source: string) => {
    const file = join(root, name);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, source);
  };
  await write('vitest.config.js', pluginConfig);
  await write('shared.js', shared);
  return {
    root,
    pactFile,
    vitest,
    write,
    remove: (name) => rm(join(root, name)),
    run: (...options) => run([vitest, 'run', '--root', root, ...options], root),
    async descriptions() {
      const { interactions } = await readWritten(pactFile);
      return interactions.map(({ description }) => description);
    },
    [Symbol.asyncDispose]: () => rm(root, { recursive: true }),
  };
}
