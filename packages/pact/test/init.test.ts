import { execFile } from 'node:child_process';
import { chmodSync, readlinkSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

import { expect, test, vi } from 'vitest';

import { run } from './run.ts';
import { fakePrograms, temporaryPackage } from './temporary-package.ts';

const manifest = {
  name: '@acme/billing-web',
  type: 'module',
  scripts: { test: 'vitest run' },
  devDependencies: { vitest: '^5.0.0', zod: '^4.3.0' },
};
const ours = { '@customer-contracts/pact': '^0.0.0' };
const complete = { ...manifest, devDependencies: { ...manifest.devDependencies, ...ours } };

test('says what it found and what it would do, and writes nothing in a dry run', async () => {
  await using project = await temporaryPackage({
    'package.json': manifest,
    'src/index.ts': '',
    '.github/a.yml': '',
    '.git/HEAD': '',
  });
  const before = project.all();
  expect(await project.init('--dry-run')).toEqual({
    code: 0,
    lines: [
      'found    billing-web, vitest, TypeScript, ES modules, fetch, npm, zod ^4.3.0, GitHub',
      'write    package.json                    script test:contract',
      'write    vitest.contract.config.mjs      runs the contract tests alone',
      'write    contract/customers.contract.ts  two tests that run, to be replaced',
      'write    .github/workflows/contract.yml  runs them on each push',
      'install  npm install --save-dev @customer-contracts/pact@^0.0.0',
      'run      npm run test:contract',
      'customer-pact: nothing was written.',
    ],
  });
  expect(project.all()).toEqual(before);
});

test('tells a program what it would do, and what it did', async () => {
  await using project = await temporaryPackage({ 'package.json': manifest, 'src/index.ts': '' });
  const told = {
    consumer: 'billing-web',
    runner: 'vitest',
    files: ['package.json', 'vitest.contract.config.mjs', 'contract/customers.contract.ts'],
    kept: [],
    install: ['npm', 'install', '--save-dev', '@customer-contracts/pact@^0.0.0'],
    run: ['npm', 'run', 'test:contract'],
    notes: [],
  };
  const json = async (...flags: readonly string[]): Promise<unknown> => {
    const { code, lines } = await project.init('--json', ...flags);
    expect({ code, count: lines.length }).toEqual({ code: 0, count: 1 });
    return JSON.parse(lines[0] ?? '');
  };
  expect(await json('--dry-run')).toEqual({ result: 'nothing-written', ...told });
  expect(await json('--no-install')).toEqual({ result: 'written', ...told });
  const kept = ['vitest.contract.config.mjs', 'contract/customers.contract.ts', 'package.json (script test:contract)'];
  expect(await json('--no-install')).toMatchObject({ result: 'written', files: [], kept });
});

test('writes what is missing, and says what is left to do', async () => {
  await using project = await temporaryPackage({ 'package.json': manifest, 'src/index.ts': '' });
  const { code, lines } = await project.init('--no-install');
  expect(code).toBe(0);
  expect(lines.slice(-4)).toEqual([
    'customer-pact: package.json: written',
    'customer-pact: vitest.contract.config.mjs: written',
    'customer-pact: contract/customers.contract.ts: written',
    'customer-pact: next: npm install --save-dev @customer-contracts/pact@^0.0.0, then npm run test:contract',
  ]);
  expect(project.all()).toEqual({
    'package.json': JSON.stringify(
      {
        ...manifest,
        scripts: { test: 'vitest run', 'test:contract': 'vitest run --config vitest.contract.config.mjs' },
      },
      undefined,
      2,
    ),
    'src/index.ts': '',
    'vitest.contract.config.mjs': `import { customerPactPlugin } from '@customer-contracts/pact/vitest';
import { defineConfig } from 'vitest/config';

// The contract tests, and nothing else.
export default defineConfig({
  plugins: [customerPactPlugin()],
  test: { include: ['contract/**/*.contract.ts'], testTimeout: 30000 },
});
`,
    'contract/customers.contract.ts': `import { customersPact } from '@customer-contracts/pact';
import { expect, it } from 'vitest';
import * as z from 'zod';

// An example that runs. Replace these two by your own function, and by the schema of what it reads.
const Summary = z.object({ id: z.string(), email: z.email().nullable() });

async function loadCustomer(baseUrl: string, apiKey: string, id: string) {
  const response = await fetch(\`\${baseUrl}/customers/\${id}\`, { headers: { 'REB-APIKEY': apiKey } });
  if (response.status === 404) return null;
  if (!response.ok) throw new Error(\`The API answered \${response.status}\`);
  return Summary.parse(await response.json());
}

const pact = customersPact({ consumer: 'billing-web' });

it(
  'shows the customer',
  pact
    .getCustomer({ id: 'cus_01' })
    .reads(Summary)
    .test(async ({ baseUrl, apiKey, example }) => {
      expect(await loadCustomer(baseUrl, apiKey, 'cus_01')).toEqual(example);
    }),
);

it(
  'says that the customer is gone',
  pact
    .getCustomer({ id: 'cus_01' })
    .respondsWith(404)
    .test(async ({ baseUrl, apiKey }) => {
      expect(await loadCustomer(baseUrl, apiKey, 'cus_01')).toBeNull();
    }),
);
`,
  });
});

test('changes nothing the second time, and says so', async () => {
  await using project = await temporaryPackage({ 'package.json': complete, 'index.js': '' });
  await project.init('--no-install', '--ci', 'github');
  const written = project.all();
  expect(await project.init()).toEqual({
    code: 0,
    lines: [
      'customer-pact: nothing to do: vitest.contract.config.mjs, .github/workflows/contract.yml, contract/customers.contract.js, package.json (script test:contract) are there.',
    ],
  });
  expect(project.all()).toEqual(written);
});

test('goes on where it was ended, with what is still missing', async () => {
  await using project = await temporaryPackage({ 'package.json': complete, 'index.js': '' });
  await project.init('--no-install');
  const written = project.all();
  const { 'contract/customers.contract.js': example = '', ...rest } = written;
  await using ended = await temporaryPackage(rest);
  const { lines } = await ended.init('--no-install');
  expect(lines).toContain('customer-pact: contract/customers.contract.js: written');
  expect(lines.join('\n')).toMatch(/^keep {5}vitest\.contract\.config\.mjs +is there already$/m);
  expect(ended.all()).toEqual({ ...rest, 'contract/customers.contract.js': example });
});

test('keeps what is there: a configuration, a script, a job, and the tests of somebody who needs no example', async () => {
  const files = {
    'package.json': { ...complete, scripts: { 'test:contract': 'my own' } },
    'vitest.contract.config.mjs': '// mine\n',
    '.github/workflows/contract.yml': '# mine\n',
    'contract/lead-source.contract.ts': '// mine\n',
  };
  await using project = await temporaryPackage(files);
  const before = project.all();
  expect(await project.init('--ci', 'github')).toEqual({
    code: 0,
    lines: [
      'customer-pact: nothing to do: vitest.contract.config.mjs, .github/workflows/contract.yml, contract/lead-source.contract.ts, package.json (script test:contract) are there.',
    ],
  });
  expect(project.all()).toEqual(before);
});

test.each([
  [
    'tabs',
    '{\n\t"name": "a",\n\t"scripts": {\n\t\t"a": "b"\n\t}\n}\n',
    '{\n\t"name": "a",\n\t"scripts": {\n\t\t"a": "b",\n\t\t"test:contract": "C"\n\t}\n}\n',
  ],
  [
    'four spaces and no end of line',
    '{\n    "name": "a",\n    "scripts": {}\n}',
    '{\n    "name": "a",\n    "scripts": {\n        "test:contract": "C"\n    }\n}',
  ],
  [
    'the ends of line of Windows',
    '{\r\n  "name": "a"\r\n}\r\n',
    '{\r\n  "name": "a",\r\n  "scripts": {\r\n    "test:contract": "C"\r\n  }\r\n}\r\n',
  ],
  [
    'odd spaces',
    '{ "name" : "a",\n  "files": [ "x","y" ] }\n',
    '{ "name" : "a",\n  "files": [ "x","y" ],\n  "scripts": { "test:contract": "C" } }\n',
  ],
  ['one line', '{"name":"a","scripts":{"a":"b"}}', '{"name":"a","scripts":{"a":"b","test:contract": "C"}}'],
  ['nothing in it', '{}\n', '{\n  "scripts": {\n    "test:contract": "C"\n  }\n}\n'],
])('adds a script and leaves the rest of package.json as it was: %s', async (_, before, after) => {
  await using project = await temporaryPackage({ 'package.json': before });
  await project.init('--no-install');
  expect(project.read('package.json').replace('vitest run --config vitest.contract.config.mjs', 'C')).toBe(after);
});

test('writes through a link, and keeps the mode of a file', async () => {
  await using project = await temporaryPackage({ 'real/package.json': complete });
  symlinkSync('real/package.json', join(project.root, 'package.json'));
  chmodSync(join(project.root, 'real/package.json'), 0o640);
  await project.init('--no-install');
  expect(readlinkSync(join(project.root, 'package.json'))).toBe('real/package.json');
  expect(statSync(join(project.root, 'real/package.json')).mode & 0o777).toBe(0o640);
  expect(project.read('real/package.json')).toContain('test:contract');
});

test.each([
  [
    {},
    'InitError: Failed to find a package in <root>: there is no package.json. Start where one is, or make it: npm init.',
  ],
  [
    { 'package.json': '' },
    'InitError: Failed to read <root>/package.json: it is not JSON at line 1 (ValueExpected). Correct it.',
  ],
  [
    { 'package.json': '{\n  "name": "a",\n}' },
    'InitError: Failed to read <root>/package.json: it is not JSON at line 3 (PropertyNameExpected). Correct it.',
  ],
  [
    { 'package.json': '{ "scripts": ["a"] }' },
    'InitError: Failed to read <root>/package.json: scripts: Invalid input: expected record, received array. Correct it.',
  ],
  [
    { 'package.json': '[]' },
    'InitError: Failed to read <root>/package.json: Invalid input: expected object, received array. Correct it.',
  ],
  [
    { 'package.json': complete, 'tsconfig.json': '{\n  // of ours\n  "include": [}\n' },
    'InitError: Failed to read <root>/tsconfig.json: it is not JSON at line 3 (ValueExpected). Correct it.',
  ],
  [
    { 'package.json': complete, contract: 'a file' },
    'InitError: Failed to write <root>/contract/customers.contract.js: <root>/contract is a file. Move it away.',
  ],
  [
    {
      'package.json': { ...complete, workspaces: ['packages/*'] },
      'packages/a/package.json': {},
      'packages/b/package.json': {},
    },
    'InitError: Failed to choose a package: <root> is the root of a workspace with packages/a, packages/b. Name the one that calls the API: customer-pact init packages/a. The root itself is customer-pact init .',
  ],
  [
    { 'package.json': { dependencies: { zod: '^4.1.0' } }, 'node_modules/zod/package.json': { version: '4.1.12' } },
    'InitError: Failed to set up contract tests: zod is 4.1.12, and they need ^4.3.0. Raise it, and run this again.',
  ],
  [
    {
      'package.json': manifest,
      'vitest.config.ts': "import { customerPactPlugin } from '@customer-contracts/pact/vitest';",
    },
    'InitError: Failed to set up contract tests: they are set up by hand, vitest.config.ts has @customer-contracts/pact/vitest. Write the next test, or take that out first.',
  ],
  [
    { 'package.json': { scripts: { test: 'customer-pact merge -- node --test' } } },
    'InitError: Failed to set up contract tests: they are set up by hand, the script test runs customer-pact merge. Write the next test, or take that out first.',
  ],
])('says in one line why it sets nothing up, and writes nothing: %j', async (files, message) => {
  await using project = await temporaryPackage(files);
  const before = project.all();
  expect(await project.init()).toEqual({ code: 1, lines: [message] });
  expect(project.all()).toEqual(before);
});

test('refuses a place that a link to nowhere takes', async () => {
  await using project = await temporaryPackage({ 'package.json': complete });
  symlinkSync('nowhere', join(project.root, 'vitest.contract.config.mjs'));
  expect(await project.init()).toEqual({
    code: 1,
    lines: [
      'InitError: Failed to write <root>/vitest.contract.config.mjs: <root>/vitest.contract.config.mjs is a link that leads nowhere. Move it away.',
    ],
  });
});

test('reads a package.json that begins with a byte order mark', async () => {
  await using project = await temporaryPackage({ 'package.json': `\uFEFF${JSON.stringify(complete)}` });
  const { code } = await project.init('--no-install');
  expect(code).toBe(0);
  expect(JSON.parse(project.read('package.json'))).toMatchObject(complete);
});

test('sets up the package of a workspace that is named, and the root where that is named', async () => {
  await using project = await temporaryPackage({
    'package.json': { name: 'root', workspaces: ['packages/*'] },
    'package-lock.json': '{}',
    'packages/web/package.json': { name: 'web' },
    '.git/HEAD': '',
  });
  const web = await project.init('packages/web', '--no-install', '--ci', 'gitlab');
  expect(web.lines[0]).toBe(
    'found    web, no runner that is known, JavaScript, CommonJS, fetch, npm, no zod, in the workspace or repository ., GitLab',
  );
  expect(web.lines.slice(-2)).toEqual([
    'customer-pact: Add it to .gitlab-ci.yml: include: [{ local: .gitlab/contract-web.yml }]',
    'customer-pact: next: npm install --save-dev @customer-contracts/pact@^0.0.0 zod@^4.3.0 vitest (in packages/web), then npm run test:contract (in packages/web)',
  ]);
  expect(project.read('.gitlab/contract-web.yml'))
    .toBe(`# The contract tests: they pass, their pact file is committed, and the API documents all that it asks for.
contract-web:
  image: node:24
  script:
    - cd "packages/web"
    - npm ci
    - npm run test:contract
    - git diff --exit-code pacts
    - npx customer-pact lint pacts
`);
  expect((await project.init('.', '--no-install')).lines[0]).toContain('found    root, ');
});

test('gives the contract tests a package of their own where zod 3 is in use, and never touches that', async () => {
  const old = {
    name: 'old',
    scripts: { test: 'jest' },
    dependencies: { zod: '^3.23.0' },
    devDependencies: { jest: '^30.0.0' },
  };
  await using project = await temporaryPackage({ 'package.json': old, 'index.js': '' });
  const { lines } = await project.init('--no-install');
  expect(lines).toContain(
    'customer-pact: zod ^3.23.0 stays as it is. The contract tests have zod 4 in contract/package.json, and import your code from there.',
  );
  expect(lines.at(-1)).toBe(
    'customer-pact: next: npm install --save-dev @customer-contracts/pact@^0.0.0 zod@^4.3.0 vitest (in contract), then npm run test:contract',
  );
  expect(JSON.parse(project.read('package.json'))).toEqual({
    ...old,
    scripts: { test: 'jest', 'test:contract': 'npm --prefix contract run test:contract' },
  });
  expect(JSON.parse(project.read('contract/package.json'))).toEqual({
    name: 'old-contract',
    private: true,
    type: 'module',
    scripts: { 'test:contract': 'vitest run' },
  });
  expect(project.read('contract/vitest.config.mjs')).toContain("include: ['**/*.contract.js']");
});

const passing = 'echo "$0 $@ in $PWD with ${npm_config_package:-nothing}" | sed "s#.*/##" >> "$LOG"';

test('installs what is missing and runs the tests, and what npx was told reaches no npm in it', async () => {
  await using project = await temporaryPackage({ 'package.json': manifest });
  await using programs = await temporaryPackage({});
  const log = join(programs.root, 'log');
  vi.stubEnv('LOG', log);
  vi.stubEnv('npm_config_package', 'something-else');
  vi.stubEnv('PATH', fakePrograms(programs.root, { npm: passing }));
  const { code, lines } = await project.init();
  expect(code).toBe(0);
  expect(lines.at(-1)).toBe(
    'customer-pact: it works. Next, put your own code into contract/customers.contract.js, and commit it with the pact file.',
  );
  const name = project.root.replace(/.*\//, '');
  expect(programs.read('log').split('\n')).toEqual([`${name} with nothing`, `${name} with nothing`, '']);
});

test.each([
  ['exit 7', 1, 'customer-pact: npm install failed. What is written stays: correct what it says, and run this again.'],
  [
    'kill -TERM $$',
    143,
    'customer-pact: npm install failed. What is written stays: correct what it says, and run this again.',
  ],
  ['[ $1 = install ]', 1, 'customer-pact: the contract tests failed. Correct what they say: npm run test:contract.'],
])('exits as it should where a program fails: %s', async (script, code, line) => {
  await using project = await temporaryPackage({ 'package.json': manifest });
  await using programs = await temporaryPackage({});
  vi.stubEnv('PATH', fakePrograms(programs.root, { npm: script }));
  const ended = await project.init();
  expect(ended.code).toBe(code);
  expect(ended.lines.at(-1)).toBe(line);
  expect(project.read('contract/customers.contract.js')).toContain('loadCustomer');
});

test('says which package manager is missing', async () => {
  await using project = await temporaryPackage({ 'package.json': { ...manifest, packageManager: 'yarn@1.22.0' } });
  vi.stubEnv('PATH', '/nonexistent');
  const ended = await project.init();
  expect(ended).toMatchObject({ code: 1 });
  expect(ended.lines.at(-1)).toBe('PactError: Failed to run yarn: there is no such command. Check the name.');
});

test('refuses a runner and a service that it does not know', async () => {
  await using project = await temporaryPackage({ 'package.json': manifest });
  expect((await project.init('--runner', 'ava')).lines[0]).toBe(
    "error: option '--runner <name>' argument 'ava' is invalid. Allowed choices are vitest, jest, node:test, mocha, bun.",
  );
  expect((await project.init('--ci', 'jenkins')).lines[0]).toBe(
    "error: option '--ci <name>' argument 'jenkins' is invalid. Allowed choices are github, gitlab, none.",
  );
});

const command = join(
  dirname(createRequire(import.meta.url).resolve('@customer-contracts/pact/package.json')),
  'dist/customer-pact.js',
);

test('exits with 2 where a flag is unknown, and with 1 where there is no package', async () => {
  await using project = await temporaryPackage({});
  expect(await run([command, 'init', '--nope'], project.root)).toEqual({
    code: 2,
    output: "error: unknown option '--nope'\n",
  });
  expect(await run([command, 'init'], project.root)).toEqual({
    code: 1,
    output: `error: Failed to find a package in ${project.root}: there is no package.json. Start where one is, or make it: npm init.\n`,
  });
});

test('leaves package.json whole where nothing more can be written', async () => {
  await using project = await temporaryPackage({ 'package.json': complete });
  const before = project.all();
  // No file may be longer than nothing, as on a full disk.
  const shell = `ulimit -f 0; exec "${process.execPath}" "${command}" init`;
  await expect(promisify(execFile)('bash', ['-c', shell], { cwd: project.root })).rejects.toMatchObject({
    code: 1,
    stderr: `error: Failed to write ${project.root}/package.json: the file may not grow any more. Give another path.\n`,
  });
  expect(project.all()).toEqual(before);
});
