import { readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire, stripTypeScriptTypes } from 'node:module';
import { dirname, join } from 'node:path';

import { afterAll, beforeAll, expect, test, vi } from 'vitest';

import { testSizes } from '../../../../test-sizes.ts';
import { findLeaks } from '../find-leaks.ts';
import { run } from '../run.ts';
import { temporaryProject } from '../temporary-project.ts';
import { shapes } from '../thrown-shapes.ts';
import { vitestVersions } from './vitest-project.ts';

const require = createRequire(import.meta.url);

beforeAll(() => {
  vi.stubEnv('LEAKS_API_KEY', 'leaks-env/3f+9"\\c=7~leaks');
  vi.stubEnv('LEAKS_PASSWORD', "leaks pa55<&>wörd'leaks");
});
afterAll(() => void vi.unstubAllEnvs());

/** A test for each of these shapes, in any runner; `more` is what its own assertions throw. */
const testsOf = (names: readonly string[], imports: string, more: string) => `
${imports}
import { customersPact } from '@customer-contracts/pact';
import { shapes } from './thrown-shapes.mjs';

const pact = customersPact({ consumer: 'shapes', directory: new URL('./pacts', import.meta.url) });
const { LEAKS_API_KEY: key, LEAKS_PASSWORD: password } = process.env;
// Known from what reaches the mock alone. In pieces, because runners print the lines of a file.
const sent = ['le', 'aks-sent-4d81b6a2-le', 'aks'].join('');
const contract = (then) => pact.getCustomer({ id: 'cus_01' }).test(async ({ baseUrl, apiKey }) => {
  const get = (id, as) => fetch(baseUrl + '/customers/' + id, { headers: { 'REB-APIKEY': as } });
  await get('cus_01', apiKey);
  await then({ baseUrl, key, password, sent }, get);
});
for (const name of ${JSON.stringify(names)}) {
  it(name, contract(async (place, get) => {
    const thrown = await shapes.get(name)(place);
    if (name.includes('was sent')) await get('none', sent);
    throw thrown;
  }));
}
const headers = { 'REB-APIKEY': key };
${more}`;

const byExpect = `
it('expects a text', contract(() => expect(key).toBe('another')));
it('expects headers', contract(() => expect(headers).toEqual({ 'REB-APIKEY': 'another' })));
it('expects headers to match', contract(() => expect({ headers }).toMatchObject({ headers: { Accept: key } })));
it('expects a call', contract(async () => {
  await expect(Promise.reject(Object.assign(new Error(key), { headers }))).resolves.toBe(1);
}));`;
const byAssert = `
it('asserts a text', contract(() => assert.strictEqual(key, 'another')));
it('asserts headers', contract(() => assert.deepStrictEqual(headers, { 'REB-APIKEY': 'another' })));
it('asserts what is thrown', contract(() => assert.doesNotThrow(() => { throw Object.assign(new Error(key), { headers }); })));
it('asserts a text by a pattern', contract(() => assert.match(key, /another/)));`;

interface Project {
  readonly source: string;
  /** The configuration of the runner, by the name of its file. */
  readonly config?: Readonly<Record<string, string>>;
  /** What runs it, and the files that this writes. */
  readonly command: readonly string[];
  readonly reports: readonly string[];
}

/** Runs the tests, all of which fail, and gives everything that the runner prints and writes. */
async function outputOf({ source, config = {}, command, reports }: Project): Promise<string> {
  const root = await temporaryProject('shapes');
  try {
    const typed = await readFile(join(import.meta.dirname, '..', 'thrown-shapes.ts'), 'utf8');
    const files = { 'a.test.mjs': source, 'thrown-shapes.mjs': stripTypeScriptTypes(typed), ...config };
    for (const [name, text] of Object.entries(files)) await writeFile(join(root, name), text);
    const { code, output } = await run(command, root);
    expect(code).toBe(1);
    const texts = await Promise.all(reports.map((name) => readFile(join(root, name), 'utf8')));
    return [output, ...texts].join('\n');
  } finally {
    await rm(root, { recursive: true });
  }
}

/** The shapes but these. */
const allBut = (names: readonly string[]) => [...shapes.keys()].filter((name) => !names.includes(name));

test.each(testSizes.vitest)(
  'shows no key in vitest %s, nor in its JUnit and JSON',
  async (version) => {
    // It prints causes without an end, and stops with a stack that is too large.
    const names = allBut(['causes in a cycle']);
    const vitest = join(dirname(require.resolve(`${vitestVersions[version]}/package.json`)), 'vitest.mjs');
    const to = (reporter: string, file: string) => [`--reporter=${reporter}`, `--outputFile.${reporter}=${file}`];
    const output = await outputOf({
      source: testsOf(names, "import { expect, it } from 'vitest';", byExpect),
      config: { 'vitest.config.mjs': "export default { test: { include: ['*.test.mjs'], testTimeout: 60000 } };" },
      command: [vitest, 'run', '--reporter=default', ...to('junit', 'report.xml'), ...to('json', 'report.json')],
      reports: ['report.xml', 'report.json'],
    });

    expect(output).toContain(`${names.length + 4} failed`);
    expect(findLeaks(output)).toEqual([]);
  },
  300_000,
);

/** What jest can print, and can't write as JSON: it takes no cycle, and no getter that throws. */
const noJson = [
  'a getter that throws, beside it, on an error',
  'a cycle, on an error',
  'a cycle through the error, on an error',
  'causes in a cycle',
  'an error of node:http',
  'an error of the official SDK',
];

test.each([
  ['jest 30', noJson, ''],
  ['jest 30, nor in its JSON', allBut(noJson), 'report.json'],
])(
  'shows no key in %s',
  async (_, names, report) => {
    const jest = ['--experimental-vm-modules', require.resolve('jest/bin/jest')];
    const output = await outputOf({
      source: testsOf(names, '', byExpect),
      config: {
        'jest.config.json': JSON.stringify({ transform: {}, testMatch: ['**/*.test.mjs'], testTimeout: 60_000 }),
      },
      command: report === '' ? jest : [...jest, '--json', `--outputFile=${report}`],
      reports: report === '' ? [] : [report],
    });

    expect(output).toContain(`${names.length + 4} failed`);
    expect(findLeaks(output)).toEqual([]);
  },
  300_000,
);

test('shows no key in node:test, nor in its JUnit and TAP', async () => {
  const to = (reporter: string, file: string) => [`--test-reporter=${reporter}`, `--test-reporter-destination=${file}`];
  const output = await outputOf({
    source: testsOf([...shapes.keys()], "import assert from 'node:assert';\nimport { it } from 'node:test';", byAssert),
    command: [
      '--test',
      ...to('spec', 'stdout'),
      ...to('junit', 'report.xml'),
      ...to('tap', 'report.tap'),
      'a.test.mjs',
    ],
    reports: ['report.xml', 'report.tap'],
  });

  expect(output).toContain(`fail ${shapes.size + 4}`);
  expect(findLeaks(output)).toEqual([]);
}, 300_000);
