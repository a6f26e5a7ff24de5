import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';

import { expect, test } from 'vitest';
import * as z from 'zod';

import { testSizes } from '../../../../test-sizes.ts';
import { run } from '../run.ts';
import { temporaryProject } from '../temporary-project.ts';
import { commonJsProject, jest } from './commonjs-project.ts';
import { customerPact } from './customer-pact.ts';
import { type MutateReport, reportIn } from './mutate-report.ts';
import { pluginConfig, vitestProject } from './vitest-project.ts';

const require = createRequire(import.meta.url);

/** The code of a consumer that trims a last name, of which the API says that it may be null. */
const greeting = `export async function greeting({ baseUrl, apiKey }, id) {
  const response = await fetch(baseUrl + '/customers/' + id, { headers: { 'REB-APIKEY': apiKey } });
  if (!response.ok) throw new Error('The API answered ' + response.status);
  const { firstName, lastName, email } = await response.json();
  if (firstName === null) return { name: email };
  return { name: firstName + ' ' + lastName.trim() };
}
`;

/** Its test: \`expectEqual\` is that of the runner. */
const greetingTest = (head: string, expectEqual: string) => `${head}
import { customersPact } from '@customer-contracts/pact';
import * as z from 'zod';
import { greeting } from './greeting.js';
const pact = customersPact({ consumer: 'greeter', directory: new URL('./pacts', import.meta.url) });
const Read = z.object({
  firstName: z.string().nullable(), lastName: z.string().nullable(), email: z.string().nullable(),
});
it('greets', pact.getCustomer({ id: 'cus_01' }).reads(Read).test(async (mock) => {
  const { firstName, lastName, email } = mock.example;
  const expected = firstName === null ? email : firstName + ' ' + lastName?.trim();
  ${expectEqual}(await greeting(mock, 'cus_01'), { name: expected });
}));
`;

const broken = {
  kind: 'tolerance',
  outcome: 'broke',
  changes: [{ member: 'lastName', claim: 'may be null' }],
  message: "lastName may be null: TypeError: Cannot read properties of null (reading 'trim') at greeting.js:6:45",
};

const faults = ({ mutations }: MutateReport) =>
  mutations.filter(({ outcome }) => outcome === 'broke' || outcome === 'unnoticed');

test.each(testSizes.vitest)(
  'names in vitest %i what broke the code, and where',
  async (version) => {
    await using project = await vitestProject(version);
    await project.write('greeting.js', greeting);
    await project.write(
      'greeting.test.js',
      greetingTest('', 'equal').replace('equal(', 'const equal = (a, b) => expect(a).toEqual(b);\n  equal('),
    );

    const command = [process.execPath, project.vitest, 'run', '--root', project.root, 'greeting.test.js'];
    const { code, output } = await run([customerPact, 'mutate', '--json', '--', ...command], project.root);

    expect(faults(reportIn(output))).toEqual([expect.objectContaining(broken)]);
    expect(code).toBe(0);
    expect(existsSync(join(project.root, 'pacts'))).toBe(false);
  },
  120_000,
);

test('names the same in jest 30, and fails below --min', async () => {
  const root = await temporaryProject('mutate-jest');
  await using _ = { [Symbol.asyncDispose]: () => rm(root, { recursive: true }) };
  const config = { transform: {}, testMatch: ['**/*.test.js'], cacheDirectory: '<rootDir>/.jest' };
  await writeFile(join(root, 'jest.config.json'), JSON.stringify(config));
  await writeFile(join(root, 'greeting.js'), greeting);
  await writeFile(
    join(root, 'greeting.test.js'),
    greetingTest('', 'const equal = (a, b) => expect(a).toEqual(b);\n  equal'),
  );

  const command = [process.execPath, '--experimental-vm-modules', require.resolve('jest/bin/jest')];
  const { code, output } = await run([customerPact, 'mutate', '--json', '--min', '99', '--', ...command], root);

  expect(faults(reportIn(output))).toEqual([expect.objectContaining(broken)]);
  expect(output).toContain('customer-pact: below --min 99: tolerance ');
  expect(code).toBe(1);
}, 120_000);

test('joins the parts of a run of node:test to the whole, and misses one', async () => {
  const root = await temporaryProject('mutate-node');
  await using _ = { [Symbol.asyncDispose]: () => rm(root, { recursive: true }) };
  const head = "import { it } from 'node:test';\nimport assert from 'node:assert/strict';";
  await writeFile(join(root, 'greeting.js'), greeting);
  await writeFile(join(root, 'greeting.test.js'), greetingTest(head, 'assert.deepEqual'));
  const mutate = (...flags: readonly string[]) => run([customerPact, 'mutate', '--json', ...flags], root);
  const tests = ['--', process.execPath, '--test'];

  const whole = reportIn((await mutate(...tests)).output);
  expect(faults(whole)).toEqual([expect.objectContaining(broken)]);
  for (const part of [1, 2]) {
    const { output } = await mutate('--shard', `${part}/2`, ...tests);
    await writeFile(join(root, `${part}.log`), output);
  }
  expect(reportIn((await mutate('--merge', '1.log', '2.log')).output)).toEqual(whole);
  expect((await mutate('--merge', '2.log')).output).toBe(
    'error: Failed to mutate: part 1 of 2 is missing. Fetch its report, or run it.\n',
  );
}, 120_000);

test('prints a table with what repeats a fault, and repeats it with its trace', async () => {
  const root = await temporaryProject('mutate-table');
  await using _ = { [Symbol.asyncDispose]: () => rm(root, { recursive: true }) };
  const head = "import { it } from 'node:test';\nimport assert from 'node:assert/strict';";
  await writeFile(join(root, 'greeting.js'), greeting);
  await writeFile(join(root, 'greeting.test.js'), greetingTest(head, 'assert.deepEqual'));

  const { output } = await run([customerPact, 'mutate', '--', process.execPath, '--test'], root);
  expect(output).toContain(`tolerance: ${broken.message}\n  greets\n`);
  const [, id = ''] = /--only ([\da-f]{8}) -- .*node.* --test$/m.exec(output) ?? [];
  const again = await run([customerPact, 'mutate', '--only', id, '--', process.execPath, '--test'], root);
  expect(again.output).toContain('at greeting (');
  expect(again.output).toMatch(/^\d+ mutations?: tolerance /m);
}, 120_000);

test('says that a failing run is not scored, what a test command is, and what a flag takes', async () => {
  const root = await temporaryProject('mutate-failing');
  await using _ = { [Symbol.asyncDispose]: () => rm(root, { recursive: true }) };
  await writeFile(
    join(root, 'a.test.js'),
    "import { it } from 'node:test';\nit('fails', () => { throw new Error('no'); });",
  );
  const mutate = (...flags: readonly string[]) => run([customerPact, 'mutate', ...flags], root);

  const failing = await mutate('--', process.execPath, '--test');
  expect(failing.output).toContain('customer-pact: nothing is scored: the run failed\n');
  expect(failing.code).toBe(1);
  expect(await mutate()).toEqual({
    output: 'error: Failed to mutate: there is no test command. Say which: customer-pact mutate -- vitest run.\n',
    code: 2,
  });
  expect(await mutate('--max', '0', '--', 'x')).toEqual({
    output: 'error: Failed to mutate: --max got "0". Give a whole number from 1 on.\n',
    code: 2,
  });
  expect(await mutate('--merge', 'a.json', '--', 'x')).toEqual({
    output: 'error: Failed to mutate: --merge runs no tests, and got a command. Leave one of them out.\n',
    code: 2,
  });
  await writeFile(join(root, 'a.test.js'), '');
  expect((await mutate('--', process.execPath, '--test')).output).toContain(
    'error: Failed to mutate: no contract test ran. Run tests of customersPact, and the newest @customer-contracts/pact.\n',
  );
}, 120_000);

test('names in jest without a flag what is rejected beside the test, what leaves the process, and a fake clock', async () => {
  await using project = await commonJsProject({
    'a.test.js': `
const { customersPact } = require('@customer-contracts/pact');
const z = require('zod');
const pact = customersPact({ consumer: 'jest', directory: __dirname + '/pacts' });
const Read = z.object({ email: z.string().nullable() });
const load = async ({ baseUrl, apiKey }, id) => {
  const response = await fetch(baseUrl + '/customers/' + id, { headers: { 'REB-APIKEY': apiKey } });
  if (!response.ok) process.exit(3);
  return response.json();
};
it('floats', pact.getCustomer({ id: 'cus_01' }).reads(Read).only('complete').test(async (mock) => {
  const customer = await load(mock, 'cus_01');
  if (customer.email === null) Promise.reject(new Error('floating'));
  jest.useFakeTimers();
  expect(customer).toEqual(mock.example);
}));
it.each([['cus_01'], ['cus_02']])('is in time: %s', async (id) => {
  await pact.getCustomer({ id }).reads(Read).test(async (mock) => {
    expect(await load(mock, id)).toEqual(mock.example);
  })();
});`,
  });

  const { code, output } = await run([customerPact, 'mutate', '--json', '--', process.execPath, ...jest], project.root);

  const report = reportIn(output);
  expect(faults(report).map(({ test: name, message }) => [name, message])).toEqual([
    ['floats', 'email may be null: Error: floating at a.test.js:13:47'],
  ]);
  expect(report.score).toMatchObject({ sensitivity: 1, refusal: 1 });
  expect(new Set(report.mutations.map((each) => each.test))).toEqual(
    new Set(['floats', 'is in time: cus_01', 'is in time: cus_02']),
  );
  expect(code).toBe(0);
}, 120_000);

test('mutates after each run with the plugin, as the configuration says, and writes no pact file', async () => {
  await using project = await vitestProject();
  await project.write('vitest.config.js', pluginConfig.replace('Plugin()', 'Plugin({ mutations: { max: 12 } })'));
  await project.write('greeting.js', greeting);
  await project.write('greeting.test.js', greetingTest('', 'const equal = (a, b) => expect(a).toEqual(b);\n  equal'));

  const { code, output } = await project.run();

  expect(output).toContain(`tolerance: ${broken.message}\n`);
  expect(output).toMatch(/^\d+ mutations: tolerance /m);
  expect(output).toMatch(/\(get a customer: 200, .*\): \d+ mutations? left out: say a larger --max$/m);
  expect(existsSync(project.pactFile)).toBe(false);
  expect(code).toBe(0);
}, 120_000);

test('leaves out of the score what the team exempts with a reason', async () => {
  const root = await temporaryProject('mutate-exempt');
  await using _ = { [Symbol.asyncDispose]: () => rm(root, { recursive: true }) };
  const head = "import { it } from 'node:test';\nimport assert from 'node:assert/strict';";
  await writeFile(join(root, 'greeting.js'), greeting);
  await writeFile(join(root, 'greeting.test.js'), greetingTest(head, 'assert.deepEqual'));
  const reason = 'We write the last names ourselves.';
  const exemptions = [
    { kind: 'tolerance', member: 'lastName', reason },
    { kind: 'refusal', member: 'body', reason },
  ];
  await writeFile(join(root, 'customer-pact.config.json'), JSON.stringify({ mutations: { exemptions } }));

  const { output } = await run([customerPact, 'mutate', '--json', '--', process.execPath, '--test'], root);

  const report = reportIn(output);
  expect(report.score).toEqual({ tolerance: 1, sensitivity: 1, refusal: 1 });
  expect(report.mutations).toContainEqual({
    ...broken,
    test: 'greets',
    interaction: 'get a customer: 200, complete, reading email, firstName, lastName',
    outcome: 'skipped',
    message: `exempt: ${broken.message}`,
  });
  expect(output).toContain(
    'customer-pact: exemption of refusal: It matches nothing that is found. Correct it, or take it out.\n',
  );
}, 120_000);

test('suggests the schema that the tests need', async () => {
  const root = await temporaryProject('mutate-suggest');
  await using _ = { [Symbol.asyncDispose]: () => rm(root, { recursive: true }) };
  const source = `import { it } from 'node:test';
import assert from 'node:assert/strict';
import { customersPact } from '@customer-contracts/pact';
import * as z from 'zod';
const pact = customersPact({ consumer: 'tags', directory: new URL('./pacts', import.meta.url) });
const Read = z.object({
  id: z.string(),
  email: z.email().nullish(),
  tags: z.array(z.object({ name: z.string(), type: z.string() })),
  averageValue: z.object({ currency: z.string() }).optional(),
});
for (const name of ['id', 'tags']) {
  it('shows ' + name, pact.getCustomer({ id: 'cus_01' }).reads(Read).test(async ({ baseUrl, apiKey, example }) => {
    const response = await fetch(baseUrl + '/customers/cus_01', { headers: { 'REB-APIKEY': apiKey } });
    const body = await response.json();
    if (name === 'id') assert.equal(body.id, example.id);
    else assert.deepEqual(body.tags.map((tag) => tag.name), example.tags.map((tag) => tag.name));
  }));
}
`;
  await writeFile(join(root, 'tags.test.js'), source);

  const { output } = await run([customerPact, 'mutate', '--suggest', '--', process.execPath, '--test'], root);

  expect(output).toContain(`const Read = z.object({
  id: z.string(),
  tags: z.array(z.object({
    name: z.string(),
  })),
});`);
}, 120_000);

test('writes a report as Markdown for a pull request, and as SARIF for code scanning', async () => {
  const root = await temporaryProject('mutate-formats');
  await using _ = { [Symbol.asyncDispose]: () => rm(root, { recursive: true }) };
  const of = { test: 'greets', interaction: 'get a customer: 200' };
  const survived = {
    ...of,
    kind: 'refusal',
    changes: [{ member: 'status', claim: 'is 404' }],
    outcome: 'survived',
    message: '',
  };
  const mutations = [{ ...of, ...broken }, survived];
  await writeFile(join(root, 'report.json'), `${JSON.stringify({ mutations, score: {} })}\n`);
  const merge = (format: string) => run([customerPact, 'mutate', '--merge', 'report.json', '--format', format], root);

  // A colon could make a mention or an emoji of what stands around it.
  expect((await merge('markdown')).output.replaceAll(String.raw`\:`, ':')).toBe(
    `| interaction | tolerance | sensitivity | refusal | skipped |
| --- | --- | --- | --- | --- |
| get a customer: 200 | 0/1 | - | 1/1 | 0 |

| kind | what | test | interaction |
| --- | --- | --- | --- |
| tolerance | lastName may be null: TypeError: Cannot read properties of null (reading 'trim') at greeting.js:6:45 | greets | <code>get a customer: 200</code> |

✘ 2 mutations: tolerance 0 %, sensitivity without cases, refusal 100 %
`,
  );
  const Sarif = z.object({
    runs: z.tuple([z.object({ results: z.array(z.object({ ruleId: z.string(), locations: z.unknown() })) })]),
  });
  expect(Sarif.parse(JSON.parse((await merge('sarif')).output)).runs[0].results).toEqual([
    {
      ruleId: 'tolerance',
      locations: [
        {
          physicalLocation: { artifactLocation: { uri: 'greeting.js' }, region: { startLine: 6 } },
          logicalLocations: [{ name: 'lastName', fullyQualifiedName: 'get a customer: 200: lastName', kind: 'member' }],
        },
      ],
    },
  ]);
}, 60_000);
