import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';

import { describe, expect, test } from 'vitest';

import { pluginConfig, vitestProject } from './vitest-project.ts';

const oneTest = (id: string) => `import { getCustomer } from './shared.js';\nit('${id}', getCustomer('${id}'));\n`;

describe.each([4, 5] as const)('in vitest %i', { timeout: 60_000 }, (version) => {
  test('keeps every interaction of six parallel workers', async () => {
    await using project = await vitestProject(version);
    const fifteen = Array.from({ length: 15 }, (_, index) => index);
    for (const file of Array.from({ length: 8 }, (_, index) => index)) {
      const tests = fifteen.map((test) => `it('${test}', getCustomer('cus_${file}_${test}'));`);
      await project.write(`${file}.test.js`, `import { getCustomer } from './shared.js';\n${tests.join('\n')}\n`);
    }

    const { code, output } = await project.run();

    expect(output).toContain('worker-rebilly-customers-api.json: 120 interactions, written');
    expect(code).toBe(0);
  });

  test('fails when the shard of an interaction that ran has vanished', async () => {
    await using project = await vitestProject(version);
    await project.write(
      'a.test.js',
      `${oneTest('cus_01')}
import { rmSync } from 'node:fs';
afterAll(() => rmSync(process.env.CUSTOMER_PACT_SHARDS, { recursive: true }));`,
    );

    const { code, output } = await project.run();

    expect(output).toContain('1 of 1 interaction that ran left no shard. Run the tests again.');
    expect(code).not.toBe(0);
  });

  test('fails when two interactions have one name and differ, and says where, and in which tests', async () => {
    await using project = await vitestProject(version);
    await project.write(
      'a.test.js',
      `import { pact } from './shared.js';
const send = (body) => async ({ baseUrl, apiKey }) => {
  const headers = { 'REB-APIKEY': apiKey, 'Content-Type': 'application/json' };
  await fetch(baseUrl + '/customers', { method: 'POST', headers, body: JSON.stringify(body) });
};
for (const body of [{}, { locale: 'fr-FR' }]) it(JSON.stringify(body), pact.postCustomer({ body }).test(send(body)));`,
    );

    const { code, output } = await project.run();

    expect(output).toContain(
      `two interactions are called "create a customer with an id made by the server: 201" in the same provider state, and differ:
  request.body.content.locale: absent in the one, "fr-FR" in the other
The one is of the test "a.test.js > {}", the other of "a.test.js > {"locale":"fr-FR"}". Tell them apart with .as('...').`,
    );
    expect(code).not.toBe(0);
  });
});

test('touches no byte when nothing changed, and forgets the interactions of tests that are gone', async () => {
  await using project = await vitestProject();
  await project.write('a.test.js', oneTest('cus_01'));
  await project.write('b.test.js', oneTest('cus_02'));
  await project.run();
  const [first, { mtimeMs }] = await Promise.all([readFile(project.pactFile, 'utf8'), stat(project.pactFile)]);

  const { output } = await project.run();

  expect(output).toContain('2 interactions, unchanged');
  expect(await readFile(project.pactFile, 'utf8')).toBe(first);
  expect((await stat(project.pactFile)).mtimeMs).toBe(mtimeMs);

  await project.remove('b.test.js');
  expect((await project.run()).output).toContain(
    '1 interaction, written without "get a customer: 200" (a customer exists {"id":"cus_02","view":"complete"})',
  );
}, 60_000);

test('runs in a test that has fixtures', async () => {
  await using project = await vitestProject();
  await project.write(
    'a.test.js',
    `const own = it.extend({ place: 'here' });\n${oneTest('cus_01').replace('it(', 'own(')}`,
  );

  expect((await project.run()).output).toContain('1 interaction, written');
}, 60_000);

test('leaves the pact file as it was after a failing, a filtered and a partly skipped run, and says why', async () => {
  await using project = await vitestProject();
  await project.write('a.test.js', oneTest('cus_01'));
  await project.write('b.test.js', oneTest('cus_02'));
  await project.run();
  const before = await readFile(project.pactFile, 'utf8');
  const leftBecause = (reason: string) => `customer-pact: pact files left as they were: ${reason}`;

  expect((await project.run('-t', 'cus_01')).output).toContain(leftBecause('the tests were filtered by name'));
  expect((await project.run('a.test.js')).output).toContain(leftBecause('not all test files ran'));
  expect((await project.run('-t', 'nothing')).output).toContain(leftBecause('the tests were filtered by name'));
  await project.write('b.test.js', oneTest('cus_02').replace('it(', 'it.skip('));
  expect((await project.run()).output).toContain(
    leftBecause(
      '1 test skipped, and this interaction would go: "get a customer: 200" (a customer exists {"id":"cus_02"',
    ),
  );
  await project.write('b.test.js', `${oneTest('cus_02')}it('fails', () => expect(1).toBe(2));`);
  expect((await project.run()).output).toContain(leftBecause('the run failed'));

  expect(await readFile(project.pactFile, 'utf8')).toBe(before);
}, 60_000);

test('says why the pact file is as it was when no interaction ran at all', async () => {
  await using project = await vitestProject();
  const leftBecause = (reason: string) => `customer-pact: pact files left as they were: ${reason}\n`;

  await project.write(
    'a.test.js',
    "import { pact } from './shared.js';\nit('fails', pact.getCustomer({ id: 'cus_01' }).test(() => {}));\n",
  );
  expect((await project.run()).output).toContain(leftBecause('the run failed'));
  await project.write('a.test.js', "it('is about something else', () => {});\n");
  expect((await project.run()).output).toContain(leftBecause('no interaction ran'));
}, 60_000);

test.each([4, 5] as const)(
  'warns once that no pact file is written without the plugin, which then leaves nothing else, in vitest %i',
  async (version) => {
    await using project = await vitestProject(version);
    await project.write('vitest.config.js', "export default { test: { globals: true, include: ['*.test.js'] } };\n");
    await project.write('a.test.js', `${oneTest('cus_01')}it('again', getCustomer('cus_02'));\n`);
    const warning =
      "customer-pact: no pact file is written, interactions are kept in pacts/.shards. Add customerPactPlugin() to vitest's plugins, or run customer-pact merge.";

    const { code, output } = await project.run();

    expect(output.split(warning)).toHaveLength(2);
    expect(code).toBe(0);

    await project.write('vitest.config.js', pluginConfig);
    expect((await project.run()).output).toContain('2 interactions, written');
    expect(await readdir(dirname(project.pactFile))).toEqual([basename(project.pactFile)]);
  },
);
