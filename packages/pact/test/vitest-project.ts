import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

import { PactFile } from '@customer-contracts/pact';

const require = createRequire(import.meta.url);
const projects = fileURLToPath(new URL('./projects/', import.meta.url));

/** The two versions of vitest that the plugin works with. */
export const vitestVersions = { 4: 'vitest-4', 5: 'vitest' } as const;

/** How a run of vitest ended. */
export interface Run {
  readonly code: number | null;
  /** Everything that was printed, without colours. */
  readonly output: string;
}

/** A project with tests of its own, run by a vitest of its own, in a directory that goes away with it. */
export interface VitestProject extends AsyncDisposable {
  readonly pactFile: string;
  write(name: string, source: string): Promise<void>;
  remove(name: string): Promise<void>;
  run(...options: readonly string[]): Promise<Run>;
  /** The descriptions of the interactions in the pact file. */
  descriptions(): Promise<readonly string[]>;
}

const config = `
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
  await mkdir(projects, { recursive: true });
  const root = await mkdtemp(join(projects, `vitest-${version}-`));
  const vitest = join(dirname(require.resolve(`${vitestVersions[version]}/package.json`)), 'vitest.mjs');
  const pactFile = join(root, 'pacts', 'worker-rebilly-customers-api.json');
  const write = (name: string, source: string) => writeFile(join(root, name), source);
  await write('vitest.config.js', config);
  await write('shared.js', shared);
  return {
    pactFile,
    write,
    remove: (name) => rm(join(root, name)),
    run: (...options) => run([vitest, 'run', '--root', root, ...options], root),
    async descriptions() {
      const { interactions } = PactFile.parse(JSON.parse(await readFile(pactFile, 'utf8')));
      return interactions.map(({ description }) => description);
    },
    [Symbol.asyncDispose]: () => rm(root, { recursive: true }),
  };
}

/** Runs Node with these arguments, apart from the vitest that runs this test. */
export async function run(nodeArguments: readonly string[], cwd: string): Promise<Run> {
  const own = Object.entries(process.env).filter(([name]) => !/^VITEST|^TEST$|^NODE_ENV$/.test(name));
  const env = { ...Object.fromEntries(own), NO_COLOR: '1', CI: '1' };
  const child = spawn(process.execPath, nodeArguments, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code, output: out + err };
}
