import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';

import { expect, test } from 'vitest';

import { raw, rawPact } from './raw-pact.ts';
import { run } from './run.ts';

const bin = join(
  dirname(createRequire(import.meta.url).resolve('@customer-contracts/pact-files/package.json')),
  'dist/customer-pact.js',
);
const misspelt = rawPact([raw.getCustomer({ answer: { emial: 'ann@example.com' } })]);
const found = (severity: string) => `pact.json
  get a customer
    28  ${severity}  undocumented-member  response.body.emial: The API documents no emial. Correct the name, or leave it out.

✘ ${severity === 'error' ? '1 error and 0 warnings' : '0 errors and 1 warning'} in 1 interaction of 1 pact
What each rule is about: lint-rules.md in @customer-contracts/pact-files
`;
const clean = '✔ 1 interaction of 1 pact, nothing found\n';

/** A directory with the pact and files of these names, which goes away with the test. */
async function directoryWith(files: Readonly<Record<string, string | object>>) {
  const directory = await mkdtemp(join(tmpdir(), 'lint-command-'));
  for (const [name, content] of Object.entries({ 'pact.json': misspelt, ...files })) {
    const isWritten = typeof content === 'string' || Buffer.isBuffer(content);
    await writeFile(join(directory, name), isWritten ? content : JSON.stringify(content));
  }
  return {
    run: (...flags: readonly string[]) => run([bin, ...flags], directory),
    /** The exit code and the errors of a line of a shell in which `$lint` is the command. */
    async shell(line: string) {
      const environment = { ...process.env, lint: `${process.execPath} ${bin} lint pact.json` };
      const child = spawn('bash', ['-o', 'pipefail', '-c', line], { cwd: directory, env: environment });
      const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
      const [errors, code] = await Promise.all([text(child.stderr), ended]);
      return { code, errors };
    },
    [Symbol.asyncDispose]: () => rm(directory, { recursive: true }),
  };
}

test('takes the configuration of the working directory, or the one that is named', async () => {
  await using directory = await directoryWith({
    'customer-pact.config.json': { $schema: 'https://example.test', rules: { 'undocumented-member': 'warn' } },
    'other.json': { exemptions: [{ rule: 'undocumented-member', member: 'emial', reason: 'The API will have it.' }] },
  });

  expect(await directory.run('lint', 'pact.json')).toEqual({ code: 1, output: found('warning') });
  expect(await directory.run('lint', 'pact.json', '--config', 'other.json')).toEqual({ code: 0, output: clean });
  expect(await directory.run('lint', 'pact.json', '--ignore', 'undocumented-member')).toEqual({
    code: 0,
    output: clean,
  });
});

test('does not take the configuration of a directory for a pact', async () => {
  await using directory = await directoryWith({
    'customer-pact.config.json': { rules: { 'undocumented-member': 'off' } },
  });

  expect(await directory.run('lint', '.')).toEqual({ code: 0, output: clean });
});

test('prints JSON with nothing bare that a terminal obeys', async () => {
  const description = 'get \u202E\u009B31m\u{E0041}';
  await using directory = await directoryWith({ 'a.json': rawPact([raw.list({ description })]) });

  for (const command of [
    ['diff', 'pact.json', 'a.json'],
    ['explain', 'a.json'],
  ]) {
    const { output } = await directory.run(...command, '--json');
    expect(output).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}]/u);
    expect(JSON.stringify(JSON.parse(output))).toContain(description);
  }
});

test('says where an exemption is over, and judges without it', async () => {
  const exemptions = [{ rule: 'undocumented-member', reason: 'They promised.', until: '2020-02-29' }];
  await using directory = await directoryWith({ 'team.json': { exemptions } });

  const { code, output } = await directory.run('lint', 'pact.json', '--config', 'team.json', '--format', 'github');

  expect(code).toBe(1);
  expect(output.split('\n').slice(1)).toEqual([
    '::error file=team.json,line=1,title=expired-exemption::exemption of undocumented-member: exemptions[0]: It ended on 2020-02-29, and its reason was "They promised.". Mend what it is about, or give another day.',
    '',
  ]);
});

test.each([
  [
    '{ "rules": { "undocumented-membr": "off" } }',
    'there is no option rules.undocumented-membr. Did you mean rules.undocumented-member?',
  ],
  ['{', 'it is no JSON. Write one: { "rules": { "lone-absence": "off" } }.'],
])('judges nothing with a configuration that it can not read: %s', async (content, problem) => {
  await using directory = await directoryWith({ 'customer-pact.config.json': content });

  const output = `error: Failed to read customer-pact.config.json: ${problem}\n`;
  expect(await directory.run('lint', 'pact.json')).toEqual({ code: 2, output });
});

test("takes a configuration in UTF-16, as PowerShell's > writes it", async () => {
  const config = Buffer.from('\uFEFF{ "rules": { "undocumented-member": "off" } }', 'utf16le');
  await using directory = await directoryWith({ 'customer-pact.config.json': config });

  expect(await directory.run('lint', 'pact.json')).toEqual({ code: 0, output: clean });
});

test('refuses a configuration that is not there, a rule that is none, and two formats', async () => {
  await using directory = await directoryWith({});

  expect(await directory.run('lint', '--config', 'absent.json')).toEqual({
    code: 2,
    output: 'error: Failed to read absent.json: there is no such file. Check the path.\n',
  });
  expect(await directory.run('lint', '--config', '.')).toEqual({
    code: 2,
    output: 'error: Failed to read .: it is a directory. Check the path.\n',
  });
  expect((await directory.run('lint', '--ignore', 'lone-absense')).output).toContain('Did you mean lone-absence?');
  expect(await directory.run('lint', '--json', '--format', 'sarif')).toEqual({
    code: 2,
    output: "error: option '--json' cannot be used with option '--format <format>'\n",
  });
});

test.each([
  ['json', /^\{\n {2}"findings": \[\]\n\}\n$/],
  ['sarif', /^\{\n[^]*"executionSuccessful": false[^]*\n\}\n$/],
  ['junit', /^<\?xml [^]*<error type="PactFileError"[^]*<\/testsuites>\n$/],
])('prints whole %s where a pact can not be read, and fails with 2', async (format, whole) => {
  await using directory = await directoryWith({ 'empty.json': '' });

  const { code, output } = await directory.run('lint', '--format', format, 'empty.json');

  expect(code).toBe(2);
  const [document, error] = output.split(/^(?=error: )/m);
  expect(document).toMatch(whole);
  expect(error).toBe('error: Failed to read empty.json: it is empty. Hand in a pact file.\n');
});

test.each(['stylish', 'json', 'github', 'sarif', 'junit', 'markdown'])(
  'fails when %s can not be written, and when nobody reads it',
  async (format) => {
    await using directory = await directoryWith({});

    expect((await directory.shell(`$lint --format ${format} | true`)).code).toBeGreaterThan(0);
    if (!existsSync('/dev/full')) return;
    expect(await directory.shell(`$lint --format ${format} > /dev/full`)).toEqual({
      code: 1,
      errors: 'error: Failed to write standard output: the disk is full. Make room and try again.\n',
    });
  },
);

test('explains a pact, an interaction of a name, and lists those of a part of it', async () => {
  const names = ['get a customer', 'get nobody', 'list customers'];
  const interactions = names.map((description) => raw.list({ description }));
  await using directory = await directoryWith({ 'all.json': rawPact(interactions, 'shop', 'orders-api') });

  expect(await directory.run('explain', 'all.json', 'nobody')).toEqual({
    code: 0,
    output: `all.json: shop asks orders-api

get nobody
  GET /customers
    header REB-APIKEY: exactly "placeholder-api-key"
    other headers and the body are free; nothing else in the query
  200
    body: a list of exactly 1
    [0].id: exactly "cus_01"
    other headers and other members are free
`,
  });
  expect(await directory.run('explain', 'all.json', 'GET')).toEqual({
    code: 0,
    output: '2 descriptions with "GET". Name one of them:\n  get a customer\n  get nobody\n',
  });
  expect(await directory.run('explain', 'all.json', 'get nobdy')).toEqual({
    code: 2,
    output:
      'error: Failed to explain "get nobdy": all.json has no interaction with that in its description. Did you mean "get nobody"?\n',
  });
  const { output } = await directory.run('explain', 'all.json', 'get nobody', '--json');
  expect(JSON.parse(output)).toMatchObject({ interactions: [{ description: 'get nobody', provider: 'orders-api' }] });
  expect((await directory.run('explain', 'all.json')).output.split(/^GET|^ {2}GET/m)).toHaveLength(4);
});
