import { readdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';

import manifest from '@customer-contracts/pact/package.json' with { type: 'json' };
import { expect, test } from 'vitest';

import { run, type Run } from '../run.ts';
import { temporaryProject } from '../temporary-project.ts';
import { readWritten } from '../written-pact.ts';
import { pluginConfig, vitestProject } from './vitest-project.ts';

const require = createRequire(import.meta.url);
const bin = join(dirname(require.resolve('@customer-contracts/pact/package.json')), 'dist', 'customer-pact.js');

const nodeTest = (ids: readonly string[], extra = '') => `
import { it } from 'node:test';
import { customersPact } from '@customer-contracts/pact';
const pact = customersPact({ consumer: 'node', directory: new URL('./pacts', import.meta.url) });
for (const id of ${JSON.stringify(ids)}) {
  it(id, pact.getCustomer({ id }).test(async ({ baseUrl, apiKey }) => {
    await fetch(baseUrl + '/customers/' + id, { headers: { 'REB-APIKEY': apiKey } });
  }));
}
${extra}`;

async function nodeProject(): Promise<
  AsyncDisposable & {
    write(name: string, source: string): Promise<void>;
    merge(...options: readonly string[]): Promise<Run>;
    interactions(): Promise<number>;
  }
> {
  const root = await temporaryProject('node');
  return {
    write: (name, source) => writeFile(join(root, name), source),
    merge: (...options) => run([bin, 'merge', ...options], root),
    interactions: async () => {
      const pact = await readWritten(join(root, 'pacts', 'node-rebilly-customers-api.json'));
      return pact.interactions.length;
    },
    [Symbol.asyncDispose]: () => rm(root, { recursive: true }),
  };
}

const nodeTests = ['--', process.execPath, '--test', '*.test.js'];

test('runs a test command from a clean start, and merges what its processes left', async () => {
  await using project = await nodeProject();
  await project.write('a.test.js', nodeTest(['cus_01', 'cus_02']));
  await project.write('b.test.js', nodeTest(['cus_02', 'cus_03']));

  const { code, output } = await project.merge(...nodeTests);

  expect(output).toContain('customer-pact: pacts/node-rebilly-customers-api.json: 3 interactions, written');
  expect(code).toBe(0);
  expect((await project.merge(...nodeTests)).output).toContain('3 interactions, unchanged');
});

test('leaves the pact file as it was when the command fails, and exits as it did', async () => {
  await using project = await nodeProject();
  await project.write('a.test.js', nodeTest(['cus_01']));
  await project.merge(...nodeTests);
  await project.write('a.test.js', nodeTest(['cus_01', 'cus_02'], "it('fails', () => { throw new Error('no'); });"));

  const { code, output } = await project.merge(...nodeTests);

  expect(output).toContain('customer-pact: pact files left as they were: the run failed');
  expect(code).toBe(1);
  expect(await project.interactions()).toBe(1);
});

test('says that there is nothing to merge', async () => {
  await using project = await nodeProject();

  const { code, output } = await project.merge('--directory', 'pacts');

  expect(output).toMatch(
    /^error: Failed to merge .*pacts\/\.shards: it holds no interaction\. Run the tests first\.\n$/,
  );
  expect(code).toBe(1);
});

test('says in one line that there is no such command', async () => {
  await using project = await nodeProject();

  const { code, output } = await project.merge('--', 'nosuchcmd');

  expect(output).toBe('error: Failed to run nosuchcmd: there is no such command. Check the name.\n');
  expect(code).toBe(1);
});

test('brings all parts of a divided run together, one without contract tests too, and misses one that is not there', async () => {
  await using project = await vitestProject();
  for (const id of ['cus_01', 'cus_02']) {
    await project.write(
      `${id}.test.js`,
      `import { getCustomer } from './shared.js';\nit('${id}', getCustomer('${id}'));\n`,
    );
  }
  await project.write('other.test.js', "it('is about something else', () => {});\n");
  const directory = dirname(project.pactFile);
  await project.write('vitest.config.js', pluginConfig.replace('Plugin()', `Plugin({ directory: '${directory}' })`));
  const merge = () => run([bin, 'merge', '-d', directory], directory);

  for (const part of [1, 2]) {
    const { output } = await project.run('--shard', `${part}/3`);
    expect(output).toContain(`customer-pact: part ${part} of 3 kept in pacts/.shards`);
  }
  expect((await merge()).output).toContain('part 3 of 3 is missing. Fetch it, or run it.');
  await project.run('--shard', '3/3');

  expect((await merge()).output).toContain('2 interactions, written');
  expect(await project.descriptions()).toEqual(['get a customer: 200', 'get a customer: 200']);
  expect(await readdir(directory)).toEqual([basename(project.pactFile)]);
}, 120_000);

test('says which version it is, as npm does', async () => {
  expect(await run([bin, '--version'], dirname(bin))).toEqual({ code: 0, output: `${manifest.version}\n` });
});
