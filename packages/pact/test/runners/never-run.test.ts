import { rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { testSizes } from '../../../../test-sizes.ts';
import { run, type Run } from '../run.ts';
import { temporaryProject } from '../temporary-project.ts';
import { customerPact } from './customer-pact.ts';
import { vitestVersions } from './vitest-project.ts';

const require = createRequire(import.meta.url);
const vitest = (version: keyof typeof vitestVersions) => [
  join(dirname(require.resolve(`${vitestVersions[version]}/package.json`)), 'vitest.mjs'),
  'run',
];

interface Runner {
  /** The arguments of Node that run the tests of a folder. */
  readonly command: readonly string[];
  /** Where \`it\` comes from; nowhere where it is global. */
  readonly from: string;
  readonly files: Readonly<Record<string, string>>;
}

/** The root of the repository has bun, where the platform does. */
function bunProgram(): string | undefined {
  try {
    const { resolve } = createRequire(join(import.meta.dirname, '..', '..', '..', '..', 'package.json'));
    return join(dirname(resolve('@oven/bun-linux-x64/package.json')), 'bin', 'bun');
  } catch {
    return undefined;
  }
}

const bun = bunProgram();

const plugin = `import { customerPactPlugin } from '@customer-contracts/pact/vitest';
export default { plugins: [customerPactPlugin()], test: { globals: true, testTimeout: 30000, include: ['*.test.js'] } };`;
const merge = [customerPact, 'merge', '--', process.execPath];

const runners: Readonly<Record<string, Runner>> = {
  ...Object.fromEntries(
    testSizes.vitest.map((version) => [
      `vitest ${version}`,
      { command: vitest(version), from: '', files: { 'vitest.config.js': plugin } },
    ]),
  ),
  'jest 30': {
    command: ['--experimental-vm-modules', require.resolve('jest/bin/jest')],
    from: '',
    files: {
      'jest.config.json': JSON.stringify({
        transform: {},
        testMatch: ['**/*.test.js'],
        reporters: ['default', '@customer-contracts/pact/jest'],
      }),
    },
  },
  'node:test': { command: [...merge, '--test'], from: "import { it } from 'node:test';\n", files: {} },
  ...(bun === undefined
    ? {}
    : {
        bun: {
          command: [customerPact, 'merge', '--', bun, 'test'],
          from: "import { it } from 'bun:test';\n",
          files: {},
        },
      }),
};

/** Runs a file of tests in a project of its own: one good test, and what is to be tried. */
async function tryOut({ command, from, files }: Runner, tried: string, options: readonly string[] = []): Promise<Run> {
  const root = await temporaryProject('never-run');
  const shared = `import { customersPact } from '@customer-contracts/pact';
export const pact = customersPact({ consumer: 'worker' });
export const send = (id) => async ({ baseUrl, apiKey }) => {
  await fetch(baseUrl + '/customers/' + id, { headers: { 'REB-APIKEY': apiKey } });
};
export const sharedTest = pact.getCustomer({ id: 'cus_09' }).test(send('cus_09'));
`;
  const head = `${from}import { pact, send, sharedTest } from './shared.js';\n`;
  const good = `it('good', pact.getCustomer({ id: 'cus_01' }).test(send('cus_01')));\n`;
  const all = {
    ...files,
    'shared.js': shared,
    'a.test.js': `${head}${tried}\n${good}`,
    // What one file imports and another runs is nothing that never ran.
    'b.test.js': `${head}it('shared', sharedTest);\n`,
  };
  for (const [name, source] of Object.entries(all)) await writeFile(join(root, name), source);
  try {
    return await run([...command, ...options], root);
  } finally {
    await rm(root, { recursive: true });
  }
}

describe.each(Object.entries(runners))('in %s', { timeout: 120_000 }, (name, runner) => {
  test.each([
    [
      'a chain without test',
      "pact.getCustomer({ id: 'cus_02' }).respondsWith(404);",
      "getCustomer 404 (a.test.js:NN). End it with .test(...), and hand that to it: it('...', pact.getCustomer(...).test(...)).",
    ],
    [
      'a test that another test makes and does not call',
      "it('makes one', async () => { await pact.getCustomer({ id: 'cus_02' }).respondsWith(404).test(send('cus_02')); });",
      'getCustomer 404 (a.test.js:NN). ',
    ],
    [
      'a test that no runner was handed',
      "pact.getCustomer({ id: 'cus_02' }).test(send('cus_02'));",
      "getCustomer 200 (a.test.js:NN). Hand what test gives to it: it('...', pact.getCustomer(...).test(...)).",
    ],
    [
      'a flow without test',
      "pact.flow(pact.getCustomer({ id: 'cus_02' }));",
      "a flow (a.test.js:NN). End it with .test(...), and hand that to it: it('...', pact.getCustomer(...).test(...)).",
    ],
  ])('is red for %s', async (_, tried, expected) => {
    const { code, output } = await tryOut(runner, tried);

    expect(output.replaceAll(/\.js:\d+:\d+/g, '.js:NN')).toContain(
      `1 interaction was described and never ran: ${expected}`,
    );
    expect(code).toBe(1);
  });

  test('says in one sentence that a test is missing, and runs the others', async () => {
    const { code, output } = await tryOut(runner, "it('is forgotten', pact.getCustomer({ id: 'cus_02' }));");

    expect(output).toContain(
      'Failed to run getCustomer 200: it ends without test. Say .test(async ({ baseUrl, apiKey }) => { ... }) at its end.',
    );
    expect(output).toMatch(/2 pass|pass 2/);
    expect(output).toMatch(/1 fail|fail 1/);
    expect(output).toContain('customer-pact: pact files left as they were: the run failed');
    expect(code).toBe(1);
  });

  test('is not red when nothing is wrong', async () => {
    const { code, output } = await tryOut(runner, '');

    expect(output.match(/customer-pact: .*/g)).toEqual([
      'customer-pact: pacts/worker-rebilly-customers-api.json: 2 interactions, written',
    ]);
    expect(code).toBe(0);
  });

  test('is not red for what is skipped', async () => {
    const { code, output } = await tryOut(
      runner,
      "it.skip('later', pact.getCustomer({ id: 'cus_02' }).test(send('cus_02')));",
    );

    expect(output).toContain('2 interactions, written');
    expect(code).toBe(0);
  });

  test('is not red for what a name filters out', async () => {
    const flag = name === 'node:test' ? [] : ['-t', 'good|shared'];
    const filtered =
      name === 'node:test' ? { ...runner, command: [...merge, '--test', '--test-name-pattern=good|shared'] } : runner;
    const later = "it('later', pact.getCustomer({ id: 'cus_02' }).test(send('cus_02')));";
    const { code, output } = await tryOut(filtered, later, flag);

    expect(output).toContain('2 interactions, written');
    expect(code).toBe(0);
  });
});
