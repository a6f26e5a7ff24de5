import { readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';

import { expect, test, vi } from 'vitest';

import { run } from '../run.ts';
import { temporaryProject } from '../temporary-project.ts';
import { readWritten } from '../written-pact.ts';
import { customerPact } from './customer-pact.ts';

const require = createRequire(import.meta.url);

const jest = ['--experimental-vm-modules', require.resolve('jest/bin/jest'), '--maxWorkers', '2'];
const merge = [customerPact, 'merge', '--', process.execPath, ...jest];

const config = JSON.stringify({ transform: {}, testMatch: ['**/*.test.mjs'], cacheDirectory: '<rootDir>/.jest' });

const withReporter = JSON.stringify({
  transform: {},
  testMatch: ['**/*.test.mjs'],
  cacheDirectory: '<rootDir>/.jest',
  reporters: ['default', '@customer-contracts/pact/jest'],
});

/** Two files of contract tests in jest, the second one with `more` at its end. */
async function jestProject(more = ''): Promise<AsyncDisposable & { readonly root: string }> {
  const root = await temporaryProject('jest');
  await writeFile(join(root, 'jest.config.json'), config);
  for (const [file, end] of [
    ['a', ''],
    ['b', more],
  ] as const) {
    await writeFile(
      join(root, `${file}.test.mjs`),
      `import { customersPact } from '@customer-contracts/pact';
const pact = customersPact({ consumer: 'jest', directory: new URL('./pacts', import.meta.url) });
for (const id of ['cus_${file}1', 'cus_${file}2']) {
  it(id, pact.getCustomer({ id }).test(async ({ baseUrl, apiKey }) => {
    const response = await fetch(baseUrl + '/customers/' + id, { headers: { 'REB-APIKEY': apiKey } });
    expect(response.status).toBe(200);
  }));
}
${end}`,
    );
  }
  return { root, [Symbol.asyncDispose]: () => rm(root, { recursive: true }) };
}

test('brings the interactions of all workers of jest 30 together', async () => {
  await using project = await jestProject();

  const { code, output } = await run(merge, project.root);

  expect(output).toContain('Tests:       4 passed, 4 total');
  expect(output).toContain('customer-pact: pacts/jest-rebilly-customers-api.json: 4 interactions, written');
  expect(code).toBe(0);
  const pact = await readWritten(join(project.root, 'pacts', 'jest-rebilly-customers-api.json'));
  expect(pact.interactions).toHaveLength(4);
}, 60_000);

test('explains a failure in jest, and says without the command that no pact file is written', async () => {
  await using project = await jestProject(`
it('forgets the id', pact.getCustomer({ id: 'cus_01' }).test(async ({ baseUrl, apiKey }) => {
  await fetch(baseUrl + '/customers/undefined', { headers: { 'REB-APIKEY': apiKey } });
}));`);

  const { code, output } = await run(jest, project.root);

  expect(output).toContain('received GET /customers/undefined. An id is undefined: the client did not pass it on.');
  expect(output).toMatch(/> \d+ \| it\('forgets the id'/);
  expect(output).toContain('customer-pact: no pact file is written, interactions are kept in pacts/.shards.');
  expect(code).toBe(1);
}, 60_000);

test('prints no key of the environment with the reporter', async () => {
  const key = 'leaks-env-3f9c7d21';
  await using project = await jestProject();
  await writeFile(join(project.root, 'jest.config.json'), withReporter);
  for (const file of ['a.test.mjs', 'b.test.mjs']) {
    const text = await readFile(join(project.root, file), 'utf8');
    await writeFile(join(project.root, file), text.replace('./pacts', `./pacts/${key}`));
  }
  vi.stubEnv('BILLING_API_KEY', key);

  const { code, output } = await run(jest, project.root);

  vi.unstubAllEnvs();
  expect(output.match(/customer-pact: .*/g)).toEqual([
    'customer-pact: pacts/[masked]/jest-rebilly-customers-api.json: 4 interactions, written',
  ]);
  expect(output).not.toContain(key);
  expect(code).toBe(0);
}, 60_000);

test('writes, keeps and lets go with the reporter alone, as far as jest says that a run was whole', async () => {
  await using project = await jestProject();
  await writeFile(join(project.root, 'jest.config.json'), withReporter);
  const file = 'pacts/jest-rebilly-customers-api.json';
  const said = async (...options: readonly string[]) => {
    const { code, output } = await run([...jest, ...options], project.root);
    return [code, ...(output.match(/(?:customer-pact|MergeError): .*/g) ?? [])];
  };
  const b = (ids: string) => `these 2 interactions would go: ${ids}`;
  const both = ['cus_b1', 'cus_b2']
    .map((id) => `"get a customer: 200" (a customer exists {"id":"${id}","view":"complete"})`)
    .join(', ');

  expect(await said()).toEqual([0, `customer-pact: ${file}: 4 interactions, written`]);
  const left = 'customer-pact: pact files left as they were:';
  expect(await said('a.test.mjs')).toEqual([0, `${left} not all test files ran, and ${b(both)}`]);
  expect(await said('-t', 'cus_a')).toEqual([0, `${left} the tests were filtered by name, and ${b(both)}`]);
  expect(await said('--testPathIgnorePatterns', 'b.test')).toEqual([
    1,
    `MergeError: Failed to merge ${join(project.root, file)}: ${b(both)}. Run all tests; where theirs are gone, say --allow-removal, or allowRemoval: true.`,
  ]);
  for (const part of ['1/2', '2/2']) {
    expect(await said(`--shard=${part}`)).toEqual([
      0,
      `customer-pact: part ${part.replace('/', ' of ')} kept in pacts/.shards: bring all of them together with customer-pact merge`,
    ]);
  }
  expect((await run([customerPact, 'merge'], project.root)).output).toBe(
    `customer-pact: ${file}: 4 interactions, unchanged\n`,
  );

  await rm(join(project.root, 'b.test.mjs'));
  expect(await said()).toEqual([0, `customer-pact: ${file}: 2 interactions, written without ${both}`]);
  const inCommand = await run(merge, project.root);
  expect(inCommand.output.match(/customer-pact: .*/g)).toEqual([`customer-pact: ${file}: 2 interactions, unchanged`]);
}, 120_000);

test('keeps what runs in jest without a context of its own', async () => {
  await using project = await jestProject(`
it.each(['cus_01', 'cus_02'])('gone: %s', async (id) => {
  await pact.getCustomer({ id }).respondsWith(404).test(async ({ baseUrl, apiKey }) => {
    await fetch(baseUrl + '/customers/' + id, { headers: { 'REB-APIKEY': apiKey } });
  })();
});`);

  expect((await run(merge, project.root)).output).toContain('6 interactions, written');
}, 60_000);
