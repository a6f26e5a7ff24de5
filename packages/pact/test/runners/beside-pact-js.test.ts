import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname } from 'node:path';

import { expect, test } from 'vitest';

import { testSizes } from '../../../../test-sizes.ts';
import { run } from '../run.ts';
import { customerPact } from './customer-pact.ts';
import { vitestProject, type VitestProject } from './vitest-project.ts';

const require = createRequire(import.meta.url);

/** Plain tests: \`plain(dir)\` makes one with \`PactV4\`, \`plainV3(dir)\` one with \`PactV3\`. */
const plainTests = `
import { MatchersV3, PactV3, PactV4 } from '@pact-foundation/pact';
const options = (dir) => ({ consumer: 'worker', provider: 'rebilly-customers-api', dir, logLevel: 'error' });
const load = async (url, id, key = 'placeholder-api-key') =>
  (await fetch(url + '/customers/' + id, { headers: { 'REB-APIKEY': key } })).json();
const body = (id) => ({ id: MatchersV3.string(id), email: MatchersV3.regex(/\\S+@\\S+/, 'ada@example.com') });
export const plain = (dir, { key = 'placeholder-api-key', path = '/customers/' } = {}) => {
  const provider = new PactV4(options(dir));
  return (id) => () =>
    provider
      .addInteraction()
      .given('a customer exists', { id })
      .uponReceiving('plain ' + id)
      .withRequest('GET', path + id, (request) => request.headers({ 'REB-APIKEY': key }))
      .willRespondWith(200, (answer) => answer.jsonBody(body(id)))
      .executeTest(({ url }) => load(url, id, key));
};
export const plainV3 = (dir) => (id) => () => {
  const provider = new PactV3(options(dir));
  provider
    .given('a customer exists', { id })
    .uponReceiving('third ' + id)
    .withRequest({ method: 'GET', path: '/customers/' + id, headers: { 'REB-APIKEY': 'placeholder-api-key' } })
    .willRespondWith({ status: 200, headers: { 'Content-Type': 'application/json' }, body: body(id) });
  return provider.executeTest(({ url }) => load(url, id));
};`;

const imports = `import { pactJsDirectory } from '@customer-contracts/pact';
import { getCustomer } from './shared.js';
import { plain, plainV3 } from './plain.js';
`;

/** A test file with plain tests of both versions and one of ours, for customers of its own. */
const mixedFile = (file: number, tests: number): string => {
  const ids = JSON.stringify(Array.from({ length: tests }, (_, index) => `cus_${file}_${index}`));
  return `${imports}
const dir = new URL('./pacts', import.meta.url);
const [third, fourth] = [plainV3(pactJsDirectory({ directory: dir })), plain(pactJsDirectory({ directory: dir }))];
for (const id of ${ids}) {
  it('third ' + id, third(id));
  it('plain ' + id, fourth(id));
  it('ours ' + id, getCustomer(id));
}`;
};

async function mixedProject(version: 4 | 5 = 5, files = 8, tests = 5): Promise<VitestProject> {
  const project = await vitestProject(version);
  await project.write('plain.js', plainTests);
  for (let file = 0; file < files; file += 1) await project.write(`${file}.test.js`, mixedFile(file, tests));
  return project;
}

const written = 'customer-pact: pacts/worker-rebilly-customers-api.json';

test.each(testSizes.vitest)(
  'keeps every interaction of plain pact-js tests and ours in one file, in vitest %i with six workers',
  async (version) => {
    await using project = await mixedProject(version);

    const { code, output } = await project.run();

    expect(output).toContain(`${written}: 120 interactions, written`);
    expect(code).toBe(0);
    expect(new Set(await project.descriptions()).size).toBe(81);
    expect(await readdir(dirname(project.pactFile))).toEqual([basename(project.pactFile)]);

    const before = await readFile(project.pactFile, 'utf8');
    expect((await project.run()).output).toContain(`${written}: 120 interactions, unchanged`);
    expect(await readFile(project.pactFile, 'utf8')).toBe(before);

    await project.write('0.test.js', mixedFile(0, 4));
    expect((await project.run()).output).toContain(
      `${written}: 117 interactions, written without "get a customer: 200" (a customer exists {"id":"cus_0_4","view":"complete"}), "plain cus_0_4", "third cus_0_4"`,
    );
  },
  120_000,
);

test.each([2, 6])(
  'keeps every interaction of plain pact-js tests and ours in one file, in jest with %i workers',
  async (workers) => {
    await using project = await mixedProject();
    await project.write('jest.config.json', JSON.stringify({ transform: {}, cacheDirectory: '<rootDir>/.jest' }));
    const jest = ['--experimental-vm-modules', require.resolve('jest/bin/jest'), '--maxWorkers', String(workers)];

    const { code, output } = await run([customerPact, 'merge', '--', process.execPath, ...jest], project.root);

    expect(output).toContain(`${written}: 120 interactions, written`);
    expect(code).toBe(0);
  },
  120_000,
);

test('keeps plain pact-js tests and ours in one file in jest as CommonJS, without a flag', async () => {
  await using project = await vitestProject();
  await project.write('package.json', '{}');
  await project.write('jest.config.json', JSON.stringify({ transform: {}, cacheDirectory: '<rootDir>/.jest' }));
  await project.write(
    'a.test.js',
    `const { customersPact, pactJsDirectory } = require('@customer-contracts/pact');
const { PactV4 } = require('@pact-foundation/pact');
const pact = customersPact({ consumer: 'worker' });
it('ours', pact.getCustomer({ id: 'cus_01' }).test(({ baseUrl, apiKey }) =>
  fetch(baseUrl + '/customers/cus_01', { headers: { 'REB-APIKEY': apiKey } })));
it('plain', () =>
  new PactV4({ consumer: 'worker', provider: 'rebilly-customers-api', dir: pactJsDirectory(), logLevel: 'error' })
    .addInteraction()
    .uponReceiving('plain')
    .withRequest('GET', '/customers')
    .willRespondWith(200)
    .executeTest(({ url }) => fetch(url + '/customers')));`,
  );

  const { code, output } = await run(
    [customerPact, 'merge', '--', process.execPath, require.resolve('jest/bin/jest')],
    project.root,
  );

  expect(output).toContain(`${written}: 2 interactions, written`);
  expect(code).toBe(0);
}, 60_000);

test('keeps what pact-js wrote in parts of a divided run, and in a run without the plugin, for the command', async () => {
  await using project = await mixedProject(5, 2, 2);
  const merge = async () => (await run([customerPact, 'merge'], project.root)).output;

  for (const part of ['1/2', '2/2']) await project.run('--shard', part);
  expect(await merge()).toContain(`${written}: 12 interactions, written`);

  await project.write('vitest.config.js', "export default { test: { globals: true, include: ['*.test.js'] } };");
  expect((await project.run()).output).toContain('no pact file is written, interactions are kept in pacts/.shards.');
  expect(await merge()).toContain(`${written}: 12 interactions, unchanged`);
  expect(await readdir(dirname(project.pactFile))).toEqual([basename(project.pactFile)]);
}, 60_000);

test('keeps and names what a pact-js test writes into the directory itself, until it has a place of its own', async () => {
  await using project = await mixedProject(5, 1, 1);
  const plainFile = (dir: string) => `${imports}
it('plain', plain(${dir})('cus_own'));
it('third', plainV3(${dir})('cus_own'));`;
  await project.write('own.test.js', plainFile("'pacts'"));

  await project.run();
  const { code, output } = await project.run();

  expect(output).toContain(
    `${written}: 2 interactions stay that the harness did not write: "plain cus_own", "third cus_own". ` +
      'A pact-js test that writes there loses interactions in parallel runs: give it dir: pactJsDirectory(). Delete what no test has.',
  );
  expect(code).toBe(0);
  expect(await project.descriptions()).toEqual([
    'get a customer: 200',
    'plain cus_0_0',
    'plain cus_own',
    'third cus_0_0',
    'third cus_own',
  ]);

  await project.write('own.test.js', plainFile("pactJsDirectory({ directory: new URL('./pacts', import.meta.url) })"));
  expect((await project.run()).output).not.toContain('stay');
  await project.remove('own.test.js');
  expect((await project.run()).output).toContain('3 interactions, written without "plain cus_own", "third cus_own"');
}, 60_000);

test('keeps an interaction of another endpoint and a message', async () => {
  await using project = await mixedProject(5, 0);
  await project.write(
    'a.test.js',
    `${imports}
import { MatchersV3, MessageConsumerPact } from '@pact-foundation/pact';
const place = () => pactJsDirectory({ directory: new URL('./pacts', import.meta.url) });
it('invoice', async () => {
  const { PactV4 } = await import('@pact-foundation/pact');
  await new PactV4({ consumer: 'worker', provider: 'rebilly-customers-api', dir: place(), logLevel: 'error' })
    .addInteraction()
    .uponReceiving('an invoice')
    .withRequest('GET', '/invoices/in_01')
    .willRespondWith(200)
    .executeTest(({ url }) => fetch(url + '/invoices/in_01'));
});
it('message', () =>
  new MessageConsumerPact({ consumer: 'worker', provider: 'rebilly-customers-api', dir: place(), logLevel: 'error' })
    .given('two customers exist')
    .expectsToReceive('a customer was merged')
    .withContent({ id: MatchersV3.like('cus_01') })
    .verify(async () => {}));
it('ours', getCustomer('cus_01'));`,
  );

  expect((await project.run()).output).toContain(`${written}: 3 interactions, written`);
  expect((await project.run()).output).toContain(`${written}: 3 interactions, unchanged`);

  const pact: unknown = JSON.parse(await readFile(project.pactFile, 'utf8'));
  expect(pact).toMatchObject({
    interactions: [
      { type: 'Asynchronous/Messages', description: 'a customer was merged', contents: { content: { id: 'cus_01' } } },
      { type: 'Synchronous/HTTP', description: 'an invoice' },
      { type: 'Synchronous/HTTP', description: 'get a customer: 200' },
    ],
  });
  await project.write('a.test.js', `${imports}\nit('ours', getCustomer('cus_01'));`);
  expect((await project.run()).output).toContain('written without "an invoice", "a customer was merged"');
}, 60_000);

test('refuses a real key in a plain pact-js test by name, and masks it', async () => {
  await using project = await mixedProject(5, 0);
  const key = ['sk', 'live', '7d1c9e2b4a6f8d0c'].join('_');
  await project.write(
    'a.test.js',
    `${imports}
const place = () => pactJsDirectory({ directory: new URL('./pacts', import.meta.url) });
it('plain', plain(place(), { key: ['sk', 'live', '7d1c9e2b4a6f8d0c'].join('_') })('cus_01'));`,
  );

  const { code, output } = await project.run();

  expect(output).toContain('SecretError: Failed to write "plain cus_01": it holds what looks like a key or token.');
  expect(output).not.toContain(key);
  expect(code).not.toBe(0);
}, 60_000);

test('says where two plain tests of one name differ, and what tells them apart', async () => {
  await using project = await mixedProject(5, 0);
  await project.write(
    'a.test.js',
    `${imports}
const place = () => pactJsDirectory({ directory: new URL('./pacts', import.meta.url) });
it('one', plain(place())('cus_01'));
it('other', plain(place(), { key: 'another' })('cus_01'));`,
  );

  const { code, output } = await project.run();

  expect(output).toContain(`two interactions are called "plain cus_01" in the same provider state, and differ:`);
  expect(output).toContain("Tell them apart with uponReceiving('...').");
  expect(code).not.toBe(0);
}, 60_000);

test('names a file of the same contract that pact-js wrote under a name of its own', async () => {
  await using project = await mixedProject(5, 0);
  await project.write(
    'a.test.js',
    `import { customersPact } from '@customer-contracts/pact';
import { PactV4 } from '@pact-foundation/pact';
const call = { id: 'cus_01' };
it('ours', customersPact({ consumer: 'back office', directory: new URL('./pacts', import.meta.url) }).getCustomer(call)
  .test(({ baseUrl, apiKey }) => fetch(baseUrl + '/customers/cus_01', { headers: { 'REB-APIKEY': apiKey } })));
it('plain', () =>
  new PactV4({ consumer: 'back office', provider: 'rebilly-customers-api', dir: 'pacts', logLevel: 'error' })
    .addInteraction()
    .uponReceiving('plain')
    .withRequest('GET', '/customers')
    .willRespondWith(200)
    .executeTest(({ url }) => fetch(url + '/customers')));`,
  );

  expect((await project.run()).output).toContain(
    'customer-pact: pacts/back office-rebilly-customers-api.json: the same contract under the name that pact-js gives it. ' +
      'A pact-js test that writes there loses interactions in parallel runs: give it dir: pactJsDirectory(). Then delete the file.',
  );
}, 60_000);
