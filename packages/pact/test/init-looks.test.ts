import { Script } from 'node:vm';

import { expect, test } from 'vitest';
import * as z from 'zod';

import { temporaryPackage } from './temporary-package.ts';

const Scripts = z.object({ scripts: z.record(z.string(), z.string()) });

/** Whether Node can read a text as CommonJS. */
const isScript = (text: string): boolean => new Script(text) instanceof Script;

type Files = Readonly<Record<string, unknown>>;

/** What is found in a package, and the script that it gets. */
async function looked(files: Files, ...flags: readonly string[]) {
  await using project = await temporaryPackage(files);
  const { lines } = await project.init(...flags, '--no-install');
  const all = project.all();
  const { scripts } = Scripts.parse(JSON.parse(all['package.json'] ?? ''));
  const [found = ''] = lines;
  return { found: found.replace(/^found +[^,]+, /, ''), script: scripts['test:contract'], all, lines };
}

const vitest = 'vitest run --config vitest.contract.config.mjs';
const jest = 'jest --config jest.contract.config.mjs';
const merge = 'customer-pact merge --allow-removal --';

test.each<[kind: string, manifest: object, found: string, script: string]>([
  [
    'the script goes before what is installed',
    { scripts: { test: 'jest' }, devDependencies: { vitest: '5', jest: '30' } },
    'jest',
    jest,
  ],
  [
    '`test` goes before `test:browser`',
    { scripts: { 'test:browser': 'vitest', test: 'mocha' } },
    'mocha',
    `${merge} mocha --timeout 30000 "contract/**/*.contract.js"`,
  ],
  [
    'a part of a script',
    { scripts: { test: 'tsc && cross-env A=1 jest --ci; echo done' } },
    'jest',
    `cross-env A=1 ${jest}`,
  ],
  [
    'a linter of tests is no runner',
    { scripts: { lint: 'eslint --plugin jest', test: 'echo none' } },
    'no runner that is known',
    vitest,
  ],
  [
    'a runner without a script',
    { devDependencies: { mocha: '^11' } },
    'mocha',
    `${merge} mocha --timeout 30000 "contract/**/*.contract.js"`,
  ],
  [
    'node with flags',
    { scripts: { test: 'c8 node --import ./a.js --env-file=.env --test test/' } },
    'node:test',
    `${merge} node --import ./a.js --env-file=.env --test "contract/**/*.contract.js"`,
  ],
  ['no run of tests', { scripts: { test: 'node --test-name-pattern=a a.js' } }, 'no runner that is known', vitest],
  [
    'tsx',
    { type: 'module', scripts: { test: 'tsx --test' }, devDependencies: { typescript: '6', tsx: '4' } },
    'node:test',
    `${merge} node --import tsx --test "contract/**/*.contract.ts"`,
  ],
  [
    'mocha with what reads TypeScript',
    { scripts: { test: 'mocha -r ts-node/register --recursive' }, devDependencies: { typescript: '6' } },
    'mocha',
    `${merge} mocha -r ts-node/register --timeout 30000 "contract/**/*.contract.ts"`,
  ],
  [
    'jest as ES modules by its path',
    { type: 'module', scripts: { test: 'node --experimental-vm-modules node_modules/jest/bin/jest.js' } },
    'jest',
    `node --experimental-vm-modules node_modules/jest/bin/jest.js --config jest.contract.config.mjs`,
  ],
  [
    'jest as ES modules without a script',
    { type: 'module', devDependencies: { jest: '30' } },
    'jest',
    `node --experimental-vm-modules node_modules/jest/bin/jest.js --config jest.contract.config.mjs`,
  ],
  ['bun', { scripts: { test: 'bun test --coverage' } }, 'bun', `${merge} bun test --timeout 30000 contract`],
])('finds the runner: %s', async (_, manifest, found, script) => {
  const { found: all, script: added } = await looked({ 'package.json': manifest });
  expect(all.split(', ')[0]).toBe(found);
  expect(added).toBe(script);
});

test('takes the runner and the service that somebody asks for', async () => {
  const files = {
    'package.json': { scripts: { test: 'jest' }, devDependencies: { jest: '^30.0.0' } },
    '.github/a.yml': '',
  };
  const { found, script, all } = await looked(files, '--runner', 'node:test', '--ci', 'none');
  expect(found).toBe('node:test, JavaScript, CommonJS, fetch, npm, no zod');
  expect(script).toBe(`${merge} node --test "contract/**/*.contract.js"`);
  expect(Object.keys(all)).toEqual(['.github/a.yml', 'contract/customers.contract.js', 'package.json']);
});

test.each<[files: Files, packageManager: string, installs: string]>([
  [{ 'package.json': { packageManager: 'pnpm@10.1.0+sha512.abc' }, 'yarn.lock': '' }, 'pnpm', 'pnpm add --save-dev '],
  [{ 'package.json': { devEngines: { packageManager: { name: 'yarn' } } } }, 'yarn', 'yarn add --dev '],
  [{ 'package.json': {}, 'pnpm-lock.yaml': '' }, 'pnpm', 'pnpm add --save-dev '],
  [
    { 'package.json': {}, 'pnpm-workspace.yaml': 'autoInstallPeers: true\n' },
    'pnpm',
    'pnpm add --save-dev --workspace-root ',
  ],
  [{ 'package.json': {}, 'yarn.lock': '# yarn lockfile v1\n' }, 'yarn 1', 'yarn add --dev '],
  [
    { 'package.json': { workspaces: [] }, 'yarn.lock': '# yarn lockfile v1\n' },
    'yarn 1',
    'yarn add --dev --ignore-workspace-root-check ',
  ],
  [{ 'package.json': {}, 'yarn.lock': '__metadata:\n  version: 8\n' }, 'yarn', 'yarn add --dev '],
  [{ 'package.json': {}, 'bun.lock': '{}' }, 'bun', 'bun add --dev '],
  [{ 'package.json': {}, 'package-lock.json': '{}' }, 'npm', 'npm install --save-dev '],
  [{ 'package.json': { packageManager: 'unheard-of@1' } }, 'npm', 'npm install --save-dev '],
])('finds the package manager: %j', async (files, packageManager, installs) => {
  const { found, lines } = await looked(files);
  expect(found.split(', ')[4]).toBe(packageManager);
  expect(lines.at(-1)).toContain(`next: ${installs}@customer-contracts/pact@^0.0.0`);
});

test.each<[zod: object, found: string, isAdded: boolean]>([
  [{}, 'no zod', true],
  [{ dependencies: { zod: '^4.3.0' } }, 'zod ^4.3.0', false],
  [{ dependencies: { zod: '>=3.25' } }, 'zod >=3.25', false],
  [{ peerDependencies: { zod: '^3.25 || ^4.0' } }, 'zod ^3.25 || ^4.0', false],
  [{ optionalDependencies: { zod: 'catalog:' } }, 'zod catalog:', false],
  [{ dependencies: { zod: 'npm:zod@^4.4.0' } }, 'zod npm:zod@^4.4.0', false],
])('adds zod only where there is none: %j', async (manifest, found, isAdded) => {
  const { found: all, lines } = await looked({ 'package.json': manifest });
  expect(all.split(', ')[5]).toBe(found);
  expect(lines.at(-1)?.includes(' zod@^4.3.0')).toBe(isAdded);
});

test.each(['^3.23.8', '3', '~3.22.0', '<4', 'npm:zod@^3.0.0'])('keeps zod %s apart', async (zod) => {
  const { all } = await looked({ 'package.json': { dependencies: { zod } } });
  expect(Object.keys(all)).toContain('contract/package.json');
});

test('gives a package of its own the settings around it, without keys', async () => {
  const { all } = await looked({
    'package.json': { dependencies: { zod: '3' } },
    '.npmrc':
      '@acme:registry=https://npm.example.com/\n//npm.example.com/:_authToken=abc\n//npm.example.com/:_authToken=${NPM_TOKEN}\n',
  });
  expect(all['contract/.npmrc']).toBe(
    '@acme:registry=https://npm.example.com/\n//npm.example.com/:_authToken=${NPM_TOKEN}\n',
  );
});

test('never takes a package from the section that it is in', async () => {
  const dependencies = { zod: '^4.3.0', '@customer-contracts/pact': '^0.0.0', vitest: '^5.0.0' };
  const { lines, all } = await looked({ 'package.json': { dependencies } });
  expect(lines.at(-1)).toBe('customer-pact: next: npm run test:contract');
  expect(JSON.parse(all['package.json'] ?? '')).toMatchObject({ dependencies });
});

test.each<[files: Files, test: string]>([
  [{ 'src/index.tsx': '' }, 'contract/customers.contract.ts'],
  [{ 'tsconfig.json': '{}' }, 'contract/customers.contract.ts'],
  [
    { 'tsconfig.json': '{ "compilerOptions": { "checkJs": true } }', 'src/index.js': '' },
    'contract/customers.contract.js',
  ],
  [{ 'vitest.config.ts': '', 'index.mjs': '' }, 'contract/customers.contract.js'],
  [
    { 'tsconfig.json': '{ // all\n "compilerOptions": { "rootDir": "./src", }, }' },
    'src/contract/customers.contract.ts',
  ],
  [
    { 'tsconfig.json': '{ "compilerOptions": { "rootDir": "src" }, "include": ["**/*.ts"] }' },
    'src/contract/customers.contract.ts',
  ],
  [
    { 'tsconfig.json': '{ "compilerOptions": { "rootDir": "src" }, "include": ["src"] }' },
    'contract/customers.contract.ts',
  ],
  [{ 'tsconfig.json': '{ "compilerOptions": { "rootDir": ".." } }' }, 'contract/customers.contract.ts'],
])('writes the test where the compiler may have it: %j', async (files, path) => {
  const { all } = await looked({ 'package.json': {}, ...files });
  expect(Object.keys(all)).toContain(path);
});

test.each([
  ['@acme/Billing Web', 'Billing-Web'],
  ["it's \\ `a` ${name}\n", 'it-s-a-name'],
  ['../../etc', 'etc'],
  ['日本語', 'my-consumer'],
])('makes a consumer of any name: %j', async (name, consumer) => {
  const { all } = await looked({ 'package.json': { name } });
  expect(all['contract/customers.contract.js']).toContain(`customersPact({ consumer: '${consumer}' })`);
});

const clients = ['fetch', 'axios', 'ky', 'got', 'rebilly-js-sdk'];
const styles: Readonly<Record<string, object>> = {
  'vitest, ES modules': { type: 'module', scripts: { test: 'vitest' } },
  'jest, CommonJS': { scripts: { test: 'jest' } },
  'node:test, CommonJS': { scripts: { test: 'node --test' } },
  'mocha, ES modules': { type: 'module', scripts: { test: 'mocha' } },
};

test.each(
  Object.entries(styles).flatMap(([style, manifest]) => clients.map((client) => ({ style, client, manifest }))),
)('writes a test that can be read, in $style, with $client', async ({ client, manifest, style }) => {
  const { all } = await looked({ 'package.json': { ...manifest, dependencies: { [client]: '1' } } });
  const text = all['contract/customers.contract.js'] ?? '';
  // In CommonJS, jest can't load what is ESM only.
  const isTooNew = style.startsWith('jest') && ['ky', 'got'].includes(client);
  expect(text.includes('fetch(')).toBe(client === 'fetch' || isTooNew);
  const isRead = style.endsWith('CommonJS') ? isScript(text) : text.startsWith('import ');
  expect(isRead).toBe(true);
  expect(text).not.toContain('undefined');
});

test.each<[file: string, text: string, written: string]>([
  [
    'vite.config.ts',
    "export default { root: 'app', resolve: { alias: {} } };",
    `import { customerPactPlugin } from '@customer-contracts/pact/vitest';
import { defineConfig } from 'vitest/config';

import own from './vite.config.ts';

// The contract tests, and nothing else: with the plugins of the other tests, and without what sets those up.
export default defineConfig(async (environment) => {
  const { test, ...config } = typeof own === 'function' ? await own(environment) : await own;
  return {
    ...config,
    root: import.meta.dirname,
    plugins: [...(config.plugins ?? []), customerPactPlugin()],
    test: { alias: test?.alias, include: ['contract/**/*.contract.js'], testTimeout: 30000 },
  };
});
`,
  ],
  [
    'jest.config.json',
    '{ "preset": "a", "setupFiles": [], "testRegex": "b", "roots": ["src"] }',
    `import file from './jest.config.json' with { type: 'json' };

const config = file;

// The contract tests, and nothing else: read as the other tests are, and without what sets those up.
export default {
  ...config,
  testRegex: [],
  setupFiles: [],
  roots: [import.meta.dirname],
  testMatch: ['**/contract/**/*.contract.js'],
  testEnvironment: 'node',
  testTimeout: 30000,
  reporters: ['default', ['@customer-contracts/pact/jest', { allowRemoval: true }]],
};
`,
  ],
  [
    '.mocharc.yml',
    'spec: test\n',
    `// The contract tests, and nothing else.
module.exports = { spec: ['contract/**/*.contract.js'] };
`,
  ],
])('imports the configuration that is there, and leaves it as it is: %s', async (file, text, written) => {
  const runner = /vite|jest|mocha/.exec(file)?.[0].replace('vite', 'vitest') ?? '';
  const { all } = await looked({ 'package.json': { scripts: { test: runner } }, [file]: text });
  expect(all[file]).toBe(text);
  expect(Object.values(all)).toContain(written);
});

test('looks for the configuration of vitest before that of vite', async () => {
  const { all } = await looked({
    'package.json': { scripts: { test: 'vitest' } },
    'vite.config.js': '',
    'vitest.config.mts': '',
  });
  expect(all['vitest.contract.config.mjs']).toContain("import own from './vitest.config.mts';");
});

test('writes a job for each package of a repository, that works in its folder', async () => {
  await using project = await temporaryPackage({
    '.git/HEAD': '',
    '.github/a.yml': '',
    'pnpm-workspace.yaml': 'packages: ["apps/*"]\n',
    'package.json': { packageManager: 'pnpm@12.0.0' },
    'apps/lead desk/package.json': { name: 'lead-desk', devDependencies: { vitest: '^5.0.0' } },
  });
  await project.init('apps/lead desk', '--no-install');
  expect(project.read('.github/workflows/contract-lead-desk.yml')).toMatch(
    /working-directory: "apps\/lead desk"\n[^]*- run: corepack enable\n {6}- run: pnpm install --frozen-lockfile\n {6}- run: pnpm run test:contract\n {6}- run: git diff --exit-code pacts\n {6}- run: pnpm exec customer-pact lint pacts\n$/,
  );
});
