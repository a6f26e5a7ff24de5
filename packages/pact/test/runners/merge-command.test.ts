import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

import manifest from '@customer-contracts/pact/package.json' with { type: 'json' };
import { expect, test } from 'vitest';

import { run, type Run } from '../run.ts';
import { temporaryProject } from '../temporary-project.ts';
import { readWritten } from '../written-pact.ts';
import { customerPact } from './customer-pact.ts';
import { pluginConfig, vitestProject } from './vitest-project.ts';

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
    readonly root: string;
    write(name: string, source: string): Promise<void>;
    merge(...options: readonly string[]): Promise<Run>;
    interactions(): Promise<number>;
  }
> {
  const root = await temporaryProject('node');
  return {
    root,
    write: (name, source) => writeFile(join(root, name), source),
    merge: (...options) => run([customerPact, 'merge', ...options], root),
    interactions: async () => {
      const pact = await readWritten(join(root, 'pacts', 'node-rebilly-customers-api.json'));
      return pact.interactions.length;
    },
    [Symbol.asyncDispose]: () => rm(root, { recursive: true }),
  };
}

const nodeTests = ['--', process.execPath, '--test'];

test('tells a program what it wrote, what has gone and why it left files', async () => {
  await using project = await nodeProject();
  const told = async (...flags: readonly string[]): Promise<unknown> => {
    const { output } = await project.merge('--json', ...flags, ...nodeTests);
    return JSON.parse(output.trimEnd().split('\n').at(-1) ?? '');
  };
  const file = 'pacts/node-rebilly-customers-api.json';
  const nothing = { pacts: [], notes: [], parts: [], left: null };

  await project.write('a.test.js', nodeTest(['cus_01', 'cus_02']));
  const written = { file, interactions: 2, isChanged: true, removed: [] };
  expect(await told()).toEqual({ ...nothing, pacts: [written] });

  await project.write('a.test.js', nodeTest(['cus_01']));
  expect(await told()).toMatchObject({
    pacts: [{ file, interactions: 1, isChanged: true, removed: [expect.stringContaining('get a customer: 200')] }],
  });

  await project.write('a.test.js', nodeTest(['cus_01'], "it('fails', () => { throw new Error('no'); });"));
  expect(await told()).toEqual({ ...nothing, left: 'the run failed' });
});

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
  const merge = () => run([customerPact, 'merge', '-d', directory], directory);

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
  expect(await run([customerPact, '--version'], dirname(customerPact))).toEqual({
    code: 0,
    output: `${manifest.version}\n`,
  });
});

const wouldGo = (...ids: readonly string[]) =>
  ids.map((id) => `"get a customer: 200" (a customer exists {"id":"${id}","view":"complete"})`).join(', ');
const advice = '. Run all tests; where theirs are gone, say --allow-removal, or allowRemoval: true.\n';

test('refuses by name what a command does not prove to be gone, and lets it go where that is allowed', async () => {
  await using project = await nodeProject();
  await project.write('a.test.js', nodeTest(['cus_01', 'cus_02']));
  await project.write('b.test.js', nodeTest(['cus_03']));
  await project.merge(...nodeTests);

  const files = ['--', process.execPath, '--test', 'a.test.js'];
  const some = await project.merge(...files);
  expect(some.output).toContain(`this interaction would go: ${wouldGo('cus_03')}${advice}`);
  expect(some.code).toBe(1);
  const filtered = await project.merge('--', process.execPath, '--test', '--test-name-pattern=cus_01');
  expect(filtered.output).toContain(
    `customer-pact: pact files left as they were: the command has --test-name-pattern=cus_01, and these 2 interactions would go: ${wouldGo('cus_02', 'cus_03')}\n`,
  );
  expect(filtered.code).toBe(1);
  expect(await project.interactions()).toBe(3);

  const allowed = await project.merge('--allow-removal', ...files);
  expect(allowed.output).toContain(`2 interactions, written without ${wouldGo('cus_03')}\n`);
  expect(allowed.code).toBe(0);
});

test('lets go what a whole run of node --test proves to be gone', async () => {
  await using project = await nodeProject();
  await project.write('a.test.js', nodeTest(['cus_01', 'cus_02']));
  await project.merge(...nodeTests);
  await project.write('a.test.js', nodeTest(['cus_01', 'cus_03']));

  const { code, output } = await project.merge(...nodeTests);

  expect(output).toContain(`2 interactions, written without ${wouldGo('cus_02')}\n`);
  expect(code).toBe(0);
  await project.write('a.test.js', nodeTest(['cus_01'], "it.skip('later', () => {});"));
  expect((await project.merge(...nodeTests)).output).toContain(`1 test skipped, and this interaction would go:`);
});

test('keeps the parts of a run that a command divides, and merges them', async () => {
  await using project = await nodeProject();
  for (const id of ['cus_01', 'cus_02']) await project.write(`${id}.test.js`, nodeTest([id]));

  for (const part of ['1/2', '2/2']) {
    const { output } = await project.merge('--', process.execPath, '--test', `--test-shard=${part}`);
    expect(output).toContain(
      `customer-pact: part ${part.replace('/', ' of ')} kept in pacts/.shards: bring all of them`,
    );
  }

  expect((await project.merge()).output).toBe(
    'customer-pact: pacts/node-rebilly-customers-api.json: 2 interactions, written\n',
  );
});

test('takes only what the last run left, and nothing where a test of it failed', async () => {
  await using project = await nodeProject();
  const { root } = project;
  const runTests = () => run(['--test'], root);
  await project.write('a.test.js', nodeTest(['cus_01', 'cus_02']));
  await runTests();
  await project.write('a.test.js', nodeTest(['cus_01']));
  await runTests();

  expect((await project.merge()).output).toBe(
    'customer-pact: pacts/node-rebilly-customers-api.json: 1 interaction, written\n',
  );

  const failing = "it('calls nobody', pact.getCustomer({ id: 'cus_02' }).test(() => {}));";
  await project.write('a.test.js', nodeTest(['cus_01'], failing));
  await runTests();
  const { code, output } = await project.merge();
  expect(output).toMatch(/^error: Failed to merge .*\.shards: 1 test of the last run failed\. Let them pass\.\n$/);
  expect(code).toBe(1);
});

test('misses what never ran among what the last run left, and makes no folder where nothing ran', async () => {
  await using project = await nodeProject();
  const { root } = project;
  await project.write('a.test.js', nodeTest([], "pact.getCustomer({ id: 'cus_02' });"));
  await run(['--test'], root);
  expect(existsSync(join(root, 'pacts'))).toBe(false);
  await project.write('a.test.js', nodeTest(['cus_01'], "pact.getCustomer({ id: 'cus_02' });"));
  await run(['--test'], root);

  const { code, output } = await project.merge();

  expect(output).toContain('1 interaction was described and never ran: getCustomer 200 (a.test.js:');
  expect(code).toBe(1);
});

test('refuses two contracts that have one file, on file or in one run', async () => {
  await using project = await nodeProject();
  const consumers = (...names: readonly string[]) =>
    names
      .map(
        (name) => `it('${name}', customersPact({ consumer: '${name}', directory: new URL('./pacts', import.meta.url) })
  .getCustomer({ id: 'cus_01' }).test(async ({ baseUrl, apiKey }) => {
    await fetch(baseUrl + '/customers/cus_01', { headers: { 'REB-APIKEY': apiKey } });
  }));`,
      )
      .join('\n');
  const clash =
    /pacts\/a_b-rebilly-customers-api\.json: it would be the contract of "a b" with "rebilly-customers-api", and that of "a\/b" with "rebilly-customers-api"\. Give one of them a directory of its own\./;
  await project.write('a.test.js', nodeTest([], consumers('a b', 'a/b')));
  expect((await project.merge(...nodeTests)).output).toMatch(clash);

  await project.write('a.test.js', nodeTest([], consumers('a b')));
  await project.merge(...nodeTests);
  await project.write('a.test.js', nodeTest([], consumers('a/b')));
  expect((await project.merge(...nodeTests)).output).toMatch(clash);

  await project.write('a.test.js', nodeTest([], consumers('請求', '顧客')));
  expect((await project.merge(...nodeTests)).output).toContain('pacts/請求-rebilly-customers-api.json');
});

test('overwrites no file that it cannot read', async () => {
  await using project = await nodeProject();
  await project.write('a.test.js', nodeTest(['cus_01']));
  await project.merge(...nodeTests);
  await project.write('pacts/node-rebilly-customers-api.json', '<<<<<<< HEAD');

  const { code, output } = await project.merge(...nodeTests);

  expect(output).toMatch(/node-rebilly-customers-api\.json: what stands there is no pact\. Mend or delete it\.\n$/);
  expect(code).toBe(1);
});

test.each(['SIGTERM', 'SIGINT'] as const)(
  'passes %s on to the command, and leaves no folder behind',
  async (signal) => {
    await using project = await nodeProject();
    await project.write(
      'slow.js',
      `process.on('${signal}', () => { console.log('told'); process.exit(7); });
setInterval(() => {}, 1000);
console.log('started ' + process.env.CUSTOMER_PACT_SHARDS);`,
    );
    const child = spawn(process.execPath, [customerPact, 'merge', '--', process.execPath, 'slow.js'], {
      cwd: project.root,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (output.endsWith('\n') && !output.includes('told')) child.kill(signal);
    });

    const code = await new Promise<number | null>((resolve) => child.once('close', resolve));

    expect(output).toMatch(/^started .*\ntold\n$/);
    expect(code).toBe(7);
    expect(existsSync(/started (.*)/.exec(output)?.[1] ?? '/')).toBe(false);
  },
);
