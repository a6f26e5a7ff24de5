import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import manifest from '@customer-contracts/pact-files/package.json' with { type: 'json' };
import { expect, test, vi } from 'vitest';

import { raw, rawPact, type RawInteraction } from './raw-pact.ts';
import { run } from './run.ts';
import { soundInteractions } from './seeded-defects.ts';

const bin = join(
  dirname(createRequire(import.meta.url).resolve('@customer-contracts/pact-files/package.json')),
  'dist/customer-pact.js',
);

/** A directory with files of these names, which goes away with the test. */
async function filesOf(files: Readonly<Record<string, string | readonly RawInteraction[]>>) {
  const directory = await mkdtemp(join(tmpdir(), 'pact-commands-'));
  for (const [name, content] of Object.entries(files)) {
    await writeFile(join(directory, name), typeof content === 'string' ? content : rawPact(content));
  }
  return {
    run: (...flags: readonly string[]) => run([bin, ...flags], directory),
    [Symbol.asyncDispose]: () => rm(directory, { recursive: true }),
  };
}

const misspelt = raw.getCustomer({ answer: { emial: 'ann@example.com' } });

test('exits with 0 when nothing is found', async () => {
  await using files = await filesOf({ 'pact.json': soundInteractions });
  expect(await files.run('lint', '.')).toEqual({ code: 0, output: '✔ 8 interactions of 1 pact, nothing found\n' });
});

test('lints for people, and exits with 1', async () => {
  await using files = await filesOf({ 'pact.json': [raw.list(), misspelt] });
  expect(await files.run('lint', 'pact.json')).toEqual({
    code: 1,
    output: `pact.json
  get a customer
    51  error  undocumented-member  response.body.emial: The API documents no emial. Correct the name, or leave it out.

✘ 1 error and 0 warnings in 2 interactions of 1 pact
What each rule is about: lint-rules.md in @customer-contracts/pact-files
`,
  });
});

test('lints for programs, and for GitHub', async () => {
  await using files = await filesOf({ 'pact.json': [misspelt] });
  const { output } = await files.run('lint', '--json', 'pact.json');
  expect(JSON.parse(output)).toEqual({
    findings: [
      {
        file: 'pact.json',
        line: 28,
        interaction: 'get a customer',
        path: 'response.body.emial',
        rule: 'undocumented-member',
        severity: 'error',
        message: 'The API documents no emial. Correct the name, or leave it out.',
      },
    ],
  });
  expect((await files.run('lint', '--format', 'github', 'pact.json')).output).toBe(
    '::error file=pact.json,line=28,title=undocumented-member::get a customer: response.body.emial: The API documents no emial. Correct the name, or leave it out.\n',
  );
});

test('names broken and empty files, judges the others, and exits with 2', async () => {
  await using files = await filesOf({ 'a.json': '', 'b.json': '{', 'c.json': [misspelt] });
  const { code, output } = await files.run('lint', '.');
  expect(code).toBe(2);
  expect(output).toContain('✘ 1 error and 0 warnings in 1 interaction of 1 pact');
  expect(output).toContain('error: Failed to read a.json: it is empty. Hand in a pact file.\n');
  expect(output).toContain('error: Failed to read b.json: it is no JSON at line 1, column 2. Hand in a pact file.\n');
});

test('says that nothing was found only when all could be read', async () => {
  await using files = await filesOf({ 'a.json': '{"consumer":{"name":"billing-web"}}', 'b.json': [raw.list()] });
  expect(await files.run('lint', '.')).toEqual({
    code: 2,
    output: 'error: Failed to read a.json: it names no provider. Write the name that the provider has.\n',
  });
  expect(await files.run('lint', '')).toEqual({
    code: 2,
    output: 'error: Failed to read pacts: an empty path was given. Name a file or directory.\n',
  });
});

test('leaves messages out of a directory, and says how many', async () => {
  await using files = await filesOf({
    'customers.json': [raw.getCustomer()],
    'mailer.json': JSON.stringify({
      consumer: { name: 'mailer' },
      provider: { name: 'rebilly-customers-api' },
      messages: [{ description: 'a customer was merged', contents: {} }],
    }),
  });
  expect(await files.run('lint', '.')).toEqual({
    code: 0,
    output: '✔ 1 interaction of 1 pact, nothing found\n1 message left out\n',
  });
  expect(await files.run('lint', 'mailer.json')).toEqual({
    code: 2,
    output: 'error: Failed to read mailer.json: it has no interaction over HTTP. Hand in a pact that has some.\n',
  });
});

test('says which Node it needs', async () => {
  const older = ['--import', `data:text/javascript,Object.defineProperty(process.versions,'node',{value:'22.15.1'})`];
  expect(await run([...older, bin, 'lint'], tmpdir())).toEqual({
    code: 2,
    output: 'error: customer-pact needs Node 22.16 or later, and this is v22.15.1.\n',
  });
});

test('refuses a flag that it does not know with 2, not with the 1 of a finding', async () => {
  await using files = await filesOf({});
  expect(await files.run('lint', '--fix')).toEqual({ code: 2, output: "error: unknown option '--fix'\n" });
});

test('shows the cells that are in contract, and fails below a minimum', async () => {
  await using files = await filesOf({ 'pact.json': [raw.getCustomer(), raw.list()] });
  const { code, output } = await files.run('coverage', 'pact.json', '--format', 'markdown', '--min', '3');
  expect(output).toContain('| `GET /customers/{id}` | ◌ |  |  | ✘ | ✘ | ✘ |  |  |  |');
  expect(output).toContain('error: Failed to cover 3 answers: 2 are in contract. Add contract tests.\n');
  expect(code).toBe(1);
});

test('shows what a verification says about the cells', async () => {
  const verified = { isPassed: true, isVerifiable: true, isPending: false, duration: 5, reasons: [] };
  const interactions = [
    { ...verified, consumer: 'billing-web', description: 'get a customer', states: ['a customer exists'] },
    {
      ...verified,
      consumer: 'billing-web',
      description: 'list customers',
      states: [],
      cell: 'getCustomerCollection 200',
    },
  ];
  await using files = await filesOf({
    'pact.json': [raw.getCustomer(), raw.list(), raw.merge()],
    'verification.txt': JSON.stringify({ interactions }),
  });
  const { code, output } = await files.run(
    'coverage',
    '.',
    '--verification',
    'verification.txt',
    '--json',
    '--min',
    '2',
  );
  expect(JSON.parse(output)).toMatchObject({ inContract: 3, verified: 2, missing: 37 });
  expect(code).toBe(0);
  expect(await files.run('coverage', '.', '--verification', 'pact.json')).toEqual({
    code: 2,
    output:
      'error: Failed to read pact.json: it is no result of verifyProvider. Write one: JSON.stringify(await verifyProvider(...)).\n',
  });
});

test('says of each mark by whom it is honoured, apart', async () => {
  const passed = { isPassed: true, isVerifiable: true, isPending: false, duration: 5, reasons: [], states: [] };
  const resultOf = (answeredBy: object, ...cells: readonly string[]) =>
    JSON.stringify({
      answeredBy,
      interactions: cells.map((cell) => ({ ...passed, consumer: 'billing-web', description: cell, cell })),
    });
  const [one, list] = ['getCustomer 200', 'getCustomerCollection 200'];
  await using files = await filesOf({
    'pact.json': [raw.getCustomer(), raw.list(), raw.merge()],
    'emulator.txt': resultOf({ kind: 'emulator', version: '0.4.0' }, one, list),
    'sandbox.txt': resultOf({ kind: 'sandbox', date: '2026-11-30' }, list),
  });
  const by = (...names: readonly string[]) => names.flatMap((name) => ['--verification', `${name}.txt`]);

  const { output } = await files.run('coverage', '.', ...by('emulator', 'sandbox'), '--min', '3');
  expect(output).toContain(
    '✔ in contract, honoured by the emulator: 2 of 40   ✔ in contract, seen in the sandbox on 2026-11-30: 1 of 40   ◌ in contract only: 1 of 40   ✘ missing: 37 of 40',
  );
  expect(output).toContain(
    'error: Failed to cover 3 answers: 2 are honoured by the emulator and seen in the sandbox on 2026-11-30. Add contract tests.',
  );
  const json: unknown = JSON.parse((await files.run('coverage', '.', ...by('sandbox'), '--json')).output);
  expect(json).toMatchObject({ inContract: 3, verified: 1, missing: 37 });
  expect(json).toHaveProperty('cells.0', {
    cell: list,
    operationId: 'getCustomerCollection',
    status: 200,
    interactions: 1,
    isVerified: true,
    honouredBy: [{ kind: 'sandbox', date: '2026-11-30' }],
  });
  expect((await files.run('coverage', '.')).output).toContain('✔ in contract, honoured by a provider: 0 of 40');
});

test('shows what the answers themselves rest on', async () => {
  const lines = [
    { shapes: 1, from: '2026-11-28', to: '2026-11-30', where: 'sandbox' },
    {
      operation: 'getCustomer',
      status: 200,
      body: { object: { members: { id: { text: {} }, shoeSize: { text: {} } } } },
    },
    { operation: 'getCustomer', status: 404, body: { object: { members: { title: { text: {} } } } } },
    { scenario: 'getCustomer-404', about: 'getCustomer 404', observed: 'as-decided' },
    { scenario: 'q3-locale', about: 'q3', observed: 'otherwise', came: [{ ask: 0, status: 409 }] },
    {
      scenario: 'deleteCustomer-404',
      about: 'deleteCustomer 404',
      observed: 'otherwise',
      came: [{ ask: 0, status: 410 }],
    },
  ];
  await using files = await filesOf({
    'pact.json': [raw.getCustomer()],
    'evidence.txt': lines.map((line) => `${JSON.stringify(line)}\n`).join(''),
    'none.txt': '{}',
  });
  const { code, output } = await files.run('coverage', 'pact.json', '--evidence', 'evidence.txt');
  expect(code).toBe(0);
  expect(output).toMatch(/│ GET \/customers\/\{id\} +│ ◌!  │     │     │ ✘○  │ ✘○  │ ✘●  │/);
  expect(output).toContain(
    '✘ missing: 39 of 40   ● seen in the sandbox on 2026-11-30: 1 of 40   ○ documented only: 37 of 40   ! contradicted: 2 of 40\n' +
      '! getCustomer 200: shoeSize is new\n! deleteCustomer 404: deleteCustomer-404\n',
  );
  const json: unknown = JSON.parse((await files.run('coverage', '.', '--evidence', 'evidence.txt', '--json')).output);
  expect(json).toHaveProperty('cells.12.evidence', {
    kind: 'seen',
    where: 'sandbox',
    date: '2026-11-30',
  });
  expect(await files.run('coverage', 'pact.json', '--evidence', 'none.txt')).toEqual({
    code: 2,
    output:
      'error: Failed to read none.txt: line 1 is no shape: Invalid input: expected 1 (shapes). Record it anew, or correct the line by docs/shapes.md.\n',
  });
  expect(await files.run('coverage', 'pact.json', '--evidence', 'no-such.txt')).toEqual({
    code: 2,
    output: 'error: Failed to read no-such.txt: there is no such file. Record some: customer-seed evidence --to URL.\n',
  });
});

test('shows who reads a member', async () => {
  await using files = await filesOf({ 'pact.json': [raw.getCustomer({ answer: { customFields: { vip: true } } })] });
  expect((await files.run('usage', 'pact.json', '--member', 'customFields')).output).toBe(
    'schema    member            read by\nCustomer  customFields.vip  billing-web (1)\n',
  );
  expect((await files.run('usage', 'pact.json', '--member', 'tags')).output).toBe('Nobody reads tags.\n');
});

test('shows what a change means', async () => {
  await using files = await filesOf({ 'old.json': [raw.list()], 'new.json': [raw.list(), raw.merge()] });
  expect(await files.run('diff', 'old.json', 'new.json')).toEqual({
    code: 0,
    output: `+ billing-web: merge a duplicate (deleteCustomer 204)

The provider is newly asked for 1 thing:
  deleteCustomer 204, by billing-web
    status: 204
Nothing that it was asked for is dropped.
`,
  });
});

test('says which version it is, as npm does', async () => {
  await using files = await filesOf({});
  expect(await files.run('--version')).toEqual({ code: 0, output: `${manifest.version}\n` });
});

test('prints no key of the environment, wherever it stands', async () => {
  const key = 'leaks-env-3f9c7d21';
  await using files = await filesOf({
    [`${key}.json`]: [misspelt],
    'other.json': rawPact([misspelt]).replace('get a customer', `get ${key}`),
  });
  vi.stubEnv('BILLING_API_KEY', key);

  const outputs = [
    await files.run('lint', `${key}.json`),
    await files.run('lint', '--json', '.'),
    ...(await Promise.all(
      ['github', 'sarif', 'junit', 'markdown'].map((format) => files.run('lint', '--format', format, '.')),
    )),
    await files.run('explain', 'other.json'),
    await files.run('explain', '--json', 'other.json', key),
    await files.run('lint', `${key}-absent.json`),
    await files.run('usage', `--member=${key}`, '.'),
    await files.run('diff', 'other.json', `${key}-absent.json`),
    await files.run('lint', `--${key}`),
  ];

  vi.unstubAllEnvs();
  expect(outputs.map(({ output }) => [output.includes('[masked]'), output.includes(key)])).toEqual(
    outputs.map(() => [true, false]),
  );
});
