import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { testSizes } from '../../../../test-sizes.ts';
import { run } from '../run.ts';
import { customerPact } from './customer-pact.ts';
import { vitestProject } from './vitest-project.ts';

const oneTest = (id: string) => `import { getCustomer } from './shared.js';\nit('${id}', getCustomer('${id}'));\n`;
const wouldGo = (id: string) =>
  `this interaction would go: "get a customer: 200" (a customer exists {"id":"${id}","view":"complete"})`;

describe.each(testSizes.vitest)('in vitest %i', { timeout: 120_000 }, (version) => {
  test('leaves what a filter of the command line leaves out, and says by name what would go', async () => {
    await using project = await vitestProject(version);
    for (const id of ['cus_01', 'cus_02']) await project.write(`${id}.test.js`, oneTest(id));
    await project.write('more/c.test.js', "it('is about something else', () => {});\n");
    await project.run();
    const before = await readFile(project.pactFile, 'utf8');

    for (const [options, reason] of [
      [['--exclude', 'cus_02.test.js'], 'test files were excluded'],
      [['cus_01'], 'not all test files ran'],
      [['-t', 'cus_01'], 'the tests were filtered by name'],
    ] as const) {
      const { code, output } = await project.run(...options);
      expect(output).toContain(`customer-pact: pact files left as they were: ${reason}, and ${wouldGo('cus_02')}\n`);
      expect(code).toBe(0);
    }
    await project.write('cus_02.test.js', `${oneTest('cus_02')}it.only('another', () => {});\n`);
    expect((await project.run('--allowOnly')).output).toContain(`1 test skipped, and ${wouldGo('cus_02')}\n`);
    await project.write('cus_02.test.js', `${oneTest('cus_02')}it('fails', () => expect(1).toBe(2));\n`);
    expect((await project.run('--bail', '1')).output).toContain('left as they were: the run failed');
    expect(await readFile(project.pactFile, 'utf8')).toBe(before);

    await project.write('cus_03.test.js', oneTest('cus_03'));
    await rm(project.pactFile);
    expect((await project.run('-t', 'cus_01')).output).toContain('1 interaction, written\n');
  });

  test('takes what ran from the shards, whatever runs an interaction', async () => {
    await using project = await vitestProject(version);
    await project.write(
      'a.test.js',
      `import { getCustomer } from './shared.js';
const both = async (...ids) => { for (const id of ids) await getCustomer(id)(); };
it.each(['cus_01', 'cus_02'])('gone: %s', async (id) => { await getCustomer(id)(); });
describe.each(['cus_03', 'cus_04'])('%s', (id) => { it('is there', getCustomer(id)); });
it('several', () => both('cus_05', 'cus_06'));
`,
    );

    const { code, output } = await project.run();

    expect(output).toContain('worker-rebilly-customers-api.json: 6 interactions, written\n');
    expect(code).toBe(0);
  });

  test('merges the parts of a divided run when vitest merges their reports', async () => {
    await using project = await vitestProject(version);
    for (const id of ['cus_01', 'cus_02']) await project.write(`${id}.test.js`, oneTest(id));
    for (const part of ['1/2', '2/2']) await project.run(`--shard=${part}`, '--reporter=blob');

    const { code, output } = await project.run('--merge-reports');

    expect(output).toContain('worker-rebilly-customers-api.json: 2 interactions, written\n');
    expect(code).toBe(0);
    expect(await readdir(dirname(project.pactFile))).toEqual(['worker-rebilly-customers-api.json']);
    const again = await project.run('--merge-reports');
    expect(again.output).toContain('pact files left as they were: no part of the run is in pacts/.shards\n');
    expect(again.code).toBe(0);
  });

  test('is whole in two projects of one configuration', async () => {
    await using project = await vitestProject(version);
    await project.write(
      'vitest.config.js',
      `import { customerPactPlugin } from '@customer-contracts/pact/vitest';
const of = (name) => ({ extends: true, test: { name, include: [name + '/*.test.js'] } });
export default {
  plugins: [customerPactPlugin()],
  test: { globals: true, testTimeout: 30000, projects: [of('one'), of('two')] },
};`,
    );
    for (const [folder, id] of [
      ['one', 'cus_01'],
      ['two', 'cus_02'],
    ] as const) {
      await project.write(`${folder}/a.test.js`, oneTest(id).replace('./shared', '../shared'));
    }

    const { code, output } = await project.run();

    expect(output.match(/customer-pact: .*/g)).toEqual([
      'customer-pact: pacts/worker-rebilly-customers-api.json: 2 interactions, written',
    ]);
    expect(code).toBe(0);
    expect((await project.run('--project', 'one')).output).toContain(
      `the tests were filtered by project, and ${wouldGo('cus_02')}\n`,
    );
  });

  test('says where the plugin belongs that stands at the root of projects', async () => {
    await using project = await vitestProject(version);
    await project.write(
      'vitest.config.js',
      `import { customerPactPlugin } from '@customer-contracts/pact/vitest';
export default { plugins: [customerPactPlugin()], test: { projects: ['members/*'] } };`,
    );
    await project.write('members/a/package.json', '{ "name": "a" }');
    await project.write('members/a/vitest.config.js', 'export default { test: { globals: true } };\n');
    await project.write('members/a/a.test.js', oneTest('cus_01').replace('./shared', '../../shared'));

    expect((await project.run()).output).toContain(
      "Add customerPactPlugin() to the plugins of each project, which vitest does not give the root's.\n",
    );
  });

  test('leaves its run to the plugin when the command stands around it', async () => {
    await using project = await vitestProject(version);
    await project.write('a.test.js', oneTest('cus_01'));

    const { code, output } = await run(
      [customerPact, 'merge', '--', process.execPath, project.vitest, 'run'],
      project.root,
    );

    expect(output.match(/customer-pact: .*/g)).toEqual([
      'customer-pact: pacts/worker-rebilly-customers-api.json: 1 interaction, written',
    ]);
    expect(code).toBe(0);
  });
});

test('proves nothing about a directory of several packages, unless it is told so', { timeout: 60_000 }, async () => {
  await using project = await vitestProject();
  await project.write('members/a/package.json', '{ "name": "a", "type": "module" }');
  const config = (options: string) => `import { customerPactPlugin } from '@customer-contracts/pact/vitest';
export default { plugins: [customerPactPlugin(${options})], test: { globals: true, testTimeout: 30000 } };`;
  await project.write('members/a/vitest.config.js', config(''));
  const a = (id: string) => project.write('members/a/a.test.js', oneTest(id).replace('./shared', '../../shared'));
  const home = join(project.root, 'members', 'a');
  await a('cus_01');
  await run([project.vitest, 'run'], home);
  await a('cus_02');

  const { code, output } = await run([project.vitest, 'run'], home);

  expect(output).toContain(
    `MergeError: Failed to merge ${project.pactFile}: ${wouldGo('cus_01')}. Run all tests; where theirs are gone, say --allow-removal, or allowRemoval: true.\n`,
  );
  expect(code).toBe(1);

  await project.write('members/a/vitest.config.js', config('{ allowRemoval: true }'));
  expect((await run([project.vitest, 'run'], home)).output).toContain('1 interaction, written without "get a customer');
});

test('merges no parts that are filtered, or of other tests', { timeout: 120_000 }, async () => {
  await using project = await vitestProject();
  for (const id of ['cus_01', 'cus_02']) await project.write(`${id}.test.js`, oneTest(id));
  await project.run();
  const merge = () => run([customerPact, 'merge'], project.root);

  for (const part of ['1/2', '2/2']) await project.run('--shard', part, 'cus_01', '--passWithNoTests');
  const filtered = await merge();
  expect(filtered.output).toContain(`left as they were: not all test files ran, and ${wouldGo('cus_02')}\n`);
  expect(filtered.code).toBe(1);

  for (const part of ['1/2', '2/2']) await project.run('--shard', part);
  await project.write('cus_02.test.js', oneTest('cus_03'));
  await project.run('--shard', '1/2');
  const mixed = await merge();
  expect(mixed.output).toMatch(/: part 2 of 2 is of other tests than part 1 of 2\. Run both again\.\n$/);
  expect(mixed.code).toBe(1);

  await project.run('--shard', '2/2');
  expect((await merge()).output).toBe(
    `customer-pact: pacts/worker-rebilly-customers-api.json: 2 interactions, written without "get a customer: 200" (a customer exists {"id":"cus_02","view":"complete"})\n`,
  );
});

test('writes the contract of one project, whatever becomes of the others', { timeout: 120_000 }, async () => {
  await using project = await vitestProject();
  const config = (options: string) => `import { customerPactPlugin } from '@customer-contracts/pact/vitest';
const of = (name) => ({ globals: true, testTimeout: 30000, name, include: [name + '/*.test.js'] });
export default {
  test: { projects: [{ plugins: [customerPactPlugin(${options})], test: of('contract') }, { test: of('unit') }] },
};`;
  const contract = (id: string) => project.write('contract/a.test.js', oneTest(id).replace('./shared', '../shared'));
  await project.write('vitest.config.js', config(''));
  await contract('cus_01');
  await project.write('unit/a.test.js', "it('fails', () => expect(1).toBe(2)); it.skip('later', () => {});\n");

  const red = await project.run();
  expect(red.output).toContain('1 interaction, written\n');
  expect(red.code).toBe(1);

  await contract('cus_02');
  const alone = await project.run('--project', 'contract');
  expect(alone.output).toContain(`the tests were filtered by project, and ${wouldGo('cus_01')}\n`);
  expect(alone.code).toBe(0);

  await project.write('vitest.config.js', config('{ allowRemoval: true }'));
  const allowed = await project.run('--project', 'contract');
  expect(allowed.output).toContain('1 interaction, written without "get a customer: 200" (');
  expect(allowed.code).toBe(0);
});

test('writes nothing while vitest is watching', { timeout: 60_000 }, async () => {
  await using project = await vitestProject();
  await project.write('a.test.js', oneTest('cus_01'));
  const child = spawn(process.execPath, [project.vitest, '--watch'], {
    cwd: project.root,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const closed = new Promise((resolve) => child.once('close', resolve));
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
    if (output.includes('Waiting for file changes')) child.kill();
  });
  await closed;

  expect(output).toContain('customer-pact: pact files left as they were: vitest is watching\n');
  expect(existsSync(project.pactFile)).toBe(false);
});

test('says that a file is left over when its consumer was renamed', { timeout: 60_000 }, async () => {
  await using project = await vitestProject();
  await project.write('a.test.js', oneTest('cus_01'));
  await project.run();
  const shared = await readFile(join(project.root, 'shared.js'), 'utf8');
  await project.write('shared.js', shared.replace("'worker'", "'renamed'"));

  expect((await project.run()).output).toContain(
    'customer-pact: pacts/worker-rebilly-customers-api.json is left over: all its interactions are in pacts/renamed-rebilly-customers-api.json. Delete it if the consumer was renamed.\n',
  );
});

test('keeps what others wrote into the file', { timeout: 60_000 }, async () => {
  await using project = await vitestProject();
  await project.write('a.test.js', oneTest('cus_01'));
  await project.run();
  const pact: unknown = JSON.parse(await readFile(project.pactFile, 'utf8'));
  const foreign = { type: 'Asynchronous/Messages', description: 'a customer was created', contents: {} };
  const mixed = JSON.stringify(pact).replace('"interactions":[', `"interactions":[${JSON.stringify(foreign)},`);
  await writeFile(project.pactFile, mixed);
  await project.write('a.test.js', oneTest('cus_02'));

  expect((await project.run()).output).toContain('2 interactions, written without "get a customer: 200" (');
  expect(await readFile(project.pactFile, 'utf8')).toContain('a customer was created');
});

test('keeps what a plain PactV4 test writes into the same file', { timeout: 60_000 }, async () => {
  await using project = await vitestProject();
  await project.write('a.test.js', oneTest('cus_01'));
  await project.write(
    'plain.test.js',
    `import { PactV4 } from '@pact-foundation/pact';
const provider = new PactV4({ consumer: 'worker', provider: 'rebilly-customers-api', dir: import.meta.dirname + '/pacts' });
it('is plain', () => provider.addInteraction().given('a customer exists').uponReceiving('a plain request')
  .withRequest('GET', '/customers/cus_07').willRespondWith(200)
  .executeTest(async ({ url }) => { await fetch(url + '/customers/cus_07'); }));
`,
  );

  for (let round = 0; round < 2; round += 1) expect((await project.run()).output).toContain(': 2 interactions, ');

  expect(await project.descriptions()).toEqual(['a plain request', 'get a customer: 200']);
});
