import { mkdir, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import { expect, test } from 'vitest';

import { filesIn } from './files-in.ts';
import { raw, rawPact } from './raw-pact.ts';
import { run } from './run.ts';

const bin = join(
  dirname(createRequire(import.meta.url).resolve('@customer-contracts/pact-files/package.json')),
  'dist/customer-pact.js',
);

/** A directory with files, and the command in it. */
async function withFiles(contents: Readonly<Record<string, string | Uint8Array>>) {
  const files = await filesIn(contents);
  return {
    run: (...flags: readonly string[]) => run([bin, ...flags], files.directory),
    [Symbol.asyncDispose]: () => files[Symbol.asyncDispose](),
  };
}

const own = rawPact([raw.getCustomer()]);
const orders = rawPact(
  [raw.getCustomer({ path: '/orders/1' }), raw.list({ path: '/orders' })],
  'billing-web',
  'orders-api',
);
const names = { consumer: { name: 'billing-web' }, provider: { name: 'orders-api' } };

/** Files of other providers, as tools write them, break them, and as people save them. */
const ofOthers: Readonly<Record<string, string | Uint8Array>> = {
  'orders.json': orders,
  // Of the JVM.
  'messages.json': JSON.stringify({
    ...names,
    messages: [{ description: 'an order', contents: { id: 1 }, metaData: {} }],
  }),
  'null-interactions.json': JSON.stringify({ ...names, interactions: null, messages: [], metadata: null }),
  'plugin.json': rawPact([{ type: 'Synchronous/Plugin', description: 'an order' }], 'billing-web', 'orders-api'),
  'refused.json': JSON.stringify({ ...names, interactions: [{ response: { status: null } }] }),
  'cut-off.json': orders.slice(0, 400),
  'conflict.json': orders.replace('"interactions"', '<<<<<<< HEAD\n"interactions"'),
  'deep.json': orders.replace('"cus_01"', `${'['.repeat(20_000)}${']'.repeat(20_000)}`),
  'mark.json': `\uFEFF${orders}`,
  'utf-16.json': Buffer.from(`\uFEFF${orders}`, 'utf16le'),
};
const noPacts = {
  'package.json': '{"name":"billing-web"}',
  'list.json': '[1]',
  'text.json': '"pact"',
  'openapi.json': '{"openapi":"3.1.0"}',
};

test('leaves out what is of other providers, and what is no pact, in every command', async () => {
  await using files = await withFiles({ 'customers.json': own, ...ofOthers, ...noPacts });
  const leftOut = '10 pacts of another provider left out\n4 files left out: no pacts\n';
  expect(await files.run('lint', '.')).toEqual({
    code: 0,
    output: `✔ 1 interaction of 1 pact, nothing found\n${leftOut}`,
  });
  const usage = await files.run('usage', '.');
  expect(usage).toEqual({
    code: 0,
    output: `schema    member  read by\nCustomer  id      billing-web (1)\n${leftOut}`,
  });
  const coverage = await files.run('coverage', '.');
  expect(coverage.code).toBe(0);
  expect(coverage.output).toMatch(/in contract only: 1 of 40[^]*left out\n4 files left out: no pacts\n$/);
  expect(await files.run('diff', 'customers.json', '.')).toEqual({
    code: 0,
    output: `The contracts mean the same.\n${leftOut}`,
  });
});

test('passes over directories that are called like files', async () => {
  await using files = await filesIn({ 'customers.json': own });
  await mkdir(files.path('old.json'));
  expect(await run([bin, 'lint', '.'], files.directory)).toEqual({
    code: 0,
    output: '✔ 1 interaction of 1 pact, nothing found\n',
  });
});

test('says whose a named pact of another API is, in every command, and once', async () => {
  await using files = await withFiles({ 'customers.json': own, 'orders.json': orders });
  const error =
    'error: Failed to judge orders.json: its provider is orders-api, and it calls none of the 8 operations of rebilly-customers-api. Hand in a pact with rebilly-customers-api, or give --provider if it has another name.\n';
  for (const command of [['lint'], ['coverage'], ['usage'], ['diff', 'customers.json']])
    expect(await files.run(...command, 'orders.json')).toEqual({ code: 2, output: error });
  expect((await files.run('lint', 'customers.json', 'orders.json')).output).toBe(error);
});

test('judges a named pact of another API by force', async () => {
  await using files = await withFiles({ 'orders.json': orders });
  const { code, output } = await files.run('lint', 'orders.json', '--provider', 'orders-api');
  expect(code).toBe(1);
  expect(output).toContain('unknown-operation');
});

test('judges a named pact of this API whatever its provider is called', async () => {
  await using files = await withFiles({ 'crm.json': rawPact([raw.getCustomer()], 'billing-web', 'crm-api') });
  expect(await files.run('lint', 'crm.json')).toEqual({
    code: 0,
    output: '✔ 1 interaction of 1 pact, nothing found\n',
  });
});

test('names the providers that a directory has instead', async () => {
  await using files = await withFiles({
    'a.json': orders,
    'b.json': rawPact([raw.list()], 'mailer', 'orders-api'),
    'c.json': rawPact([raw.list()], 'mailer', 'billing-api'),
  });
  for (const command of ['lint', 'coverage', 'usage'])
    expect(await files.run(command, '.')).toEqual({
      code: 2,
      output:
        '3 pacts of another provider left out\nerror: Failed to read .: it has no pact with rebilly-customers-api, but 2 with orders-api and 1 with billing-api. Name the provider as its pacts do.\n',
    });
});

test('names a directory without any pact, and one with messages alone', async () => {
  await using files = await withFiles(noPacts);
  expect(await files.run('usage', '.')).toEqual({
    code: 2,
    output:
      '4 files left out: no pacts\nerror: Failed to read .: it has no pact with rebilly-customers-api. Name the provider as its pacts do.\n',
  });
  await using mailer = await withFiles({
    'mailer.json': JSON.stringify({ ...names, provider: { name: 'rebilly-customers-api' }, messages: [{}] }),
  });
  expect(await mailer.run('usage', '.')).toEqual({
    code: 2,
    output:
      '1 message left out\nerror: Failed to read .: it has nothing but messages with rebilly-customers-api. Hand in a pact with interactions over HTTP.\n',
  });
});

test('names every file that is broken and may be ours, at once', async () => {
  const broken = rawPact([{ ...raw.getCustomer(), type: undefined }]);
  await using files = await withFiles({
    'a.json': '',
    'b.json': '{',
    'c.json': JSON.stringify({ consumer: { name: 'billing-web' }, interactions: [] }),
    'd.json': broken,
    'e.json': own,
    'f.json': Buffer.from(own, 'utf16le'),
    ...ofOthers,
  });
  const errors = [
    'Failed to read a.json: it is empty. Hand in a pact file.',
    'Failed to read b.json: it is no JSON at line 1, column 2. Hand in a pact file.',
    'Failed to read c.json: it names no provider. Write the name that the provider has.',
    'Failed to read d.json: Pact refuses the whole file, because interactions[0].type is absent instead of Synchronous/HTTP, Asynchronous/Messages or Synchronous/Messages. Correct it.',
    "Failed to read f.json: it is UTF-16, as PowerShell's > writes it, and Pact reads UTF-8 alone. Save it as UTF-8 without a byte order mark.",
  ];
  const leftOut = '10 pacts of another provider left out\n';
  expect(await files.run('lint', '.')).toEqual({
    code: 2,
    output: `${leftOut}${errors.map((error) => `error: ${error}\n`).join('')}`,
  });
  expect(await files.run('usage', '.')).toEqual({
    code: 2,
    output: `${leftOut}error: Failed to read 5 pacts:\n${errors.map((error) => `  ${error}\n`).join('')}`,
  });
  expect(await files.run('diff', 'a.json', 'b.json')).toEqual({
    code: 2,
    output: `error: Failed to read 2 pacts:\n  ${errors[0]}\n  ${errors[1]}\n`,
  });
});

test('says that a path leads nowhere, in a circle too', async () => {
  await using files = await filesIn({ 'customers.json': own });
  await symlink('loop.json', files.path('loop.json'));
  for (const path of ['loop.json', 'nothing.json', 'customers.json/pact.json'])
    expect(await run([bin, 'lint', path], files.directory)).toEqual({
      code: 2,
      output: `error: Failed to read ${path}: there is no such file or directory. Check the path.\n`,
    });
});
