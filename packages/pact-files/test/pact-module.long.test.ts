import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { expect, test } from 'vitest';

import { raw, rawPact } from './raw-pact.ts';
import { run } from './run.ts';

const bin = join(
  dirname(createRequire(import.meta.url).resolve('@customer-contracts/pact-files/package.json')),
  'dist/customer-pact.js',
);

/** A project with a pact file and, where files of it are given, a `@customer-contracts/pact`; it goes away with the test. */
async function projectWith(pactPackage: Readonly<Record<string, string>> = {}) {
  const root = await realpath(await mkdtemp(join(tmpdir(), 'pact-module-')));
  const home = join(root, 'node_modules/@customer-contracts/pact');
  await writeFile(join(root, 'pact.json'), rawPact([raw.list()]));
  for (const [name, content] of Object.entries(pactPackage)) {
    await mkdir(home, { recursive: true });
    await writeFile(join(home, name), content);
  }
  return {
    root,
    home,
    run: (...flags: readonly string[]) => run([bin, ...flags], root),
    [Symbol.asyncDispose]: () => rm(root, { recursive: true }),
  };
}

const packageWith = (exports: object) => JSON.stringify({ name: '@customer-contracts/pact', type: 'module', exports });
const commandsOf = (version: number) =>
  `export const commands = {
     version: ${version},
     add: (program) => program.command('merge').description('merge').action(() => console.log('merged')),
   };`;
const everything = packageWith({ './commands': './commands.js' });
const found = { code: 0, output: '✔ 1 interaction of 1 pact, nothing found\n' };

test('does everything but merge without @customer-contracts/pact, and says what to install', async () => {
  await using project = await projectWith();
  const missing = {
    code: 2,
    output:
      'error: Failed to run merge: @customer-contracts/pact is not installed. Install it: npm install --save-dev @customer-contracts/pact.\n',
  };
  expect(await project.run('merge')).toEqual(missing);
  expect(await project.run('merge', '--directory', 'contracts', '--', 'node', '--test')).toEqual(missing);
  expect(await project.run('lint', 'pact.json')).toEqual(found);
  const help = await project.run('--help');
  expect(help.output.replaceAll(/\s+/g, ' ')).toContain(
    'init [command...] set up contract tests in a package, and run the first one (needs @customer-contracts/pact) write-tests [command...] write contract tests from pacts, whoever wrote them, or from recorded traffic (needs @customer-contracts/pact) merge [command...] merge the interactions of all test processes into the pact file (needs @customer-contracts/pact) mutate [command...] run the tests on every answer that the API documents, and on wrong ones (needs @customer-contracts/pact) lint',
  );
  expect(help.code).toBe(0);
});

test('runs merge of the package that the working directory has', async () => {
  await using project = await projectWith({ 'package.json': everything, 'commands.js': commandsOf(1) });
  expect(await project.run('merge')).toEqual({ code: 0, output: 'merged\n' });
  expect((await project.run('--help')).output).not.toContain('(needs');
});

test.each<readonly [string, Readonly<Record<string, string>>, string]>([
  ['exports no commands', { 'package.json': packageWith({ './package.json': './package.json' }) }, ''],
  ['exports nothing', { 'package.json': packageWith({}) }, ''],
  ['has no exports', { 'package.json': '{}' }, ''],
  ['has no package.json', { 'index.js': '' }, ''],
  ['has commands of version 2', { 'package.json': everything, 'commands.js': commandsOf(2) }, '/commands.js'],
  ['has no version', { 'package.json': everything, 'commands.js': 'export const merge = 1;' }, '/commands.js'],
])('names a package that %s, and does everything but merge', async (_, pactPackage, module) => {
  await using project = await projectWith(pactPackage);
  expect(await project.run('merge')).toEqual({
    code: 2,
    output:
      `error: Failed to run merge: the version of @customer-contracts/pact at ${project.home}${module} does not fit this customer-pact. ` +
      'Install the newest of both: npm install --save-dev @customer-contracts/pact @customer-contracts/pact-files.\n',
  });
  expect(await project.run('lint', 'pact.json')).toEqual(found);
});

test('names a package that can not be loaded, and does everything but merge', async () => {
  await using project = await projectWith({
    'package.json': everything,
    'commands.js': "throw new Error('no native core for this machine');",
  });
  expect(await project.run('merge')).toEqual({
    code: 2,
    output:
      `error: Failed to run merge: ${project.home}/commands.js can't be loaded (no native core for this machine). ` +
      'Install it again: npm install --save-dev @customer-contracts/pact.\n',
  });
  expect(await project.run('lint', 'pact.json')).toEqual(found);
});

/** The exit code and the errors of a shell's line. */
async function shell(line: string, cwd: string): Promise<{ readonly code: number | null; readonly errors: string }> {
  const child = spawn('bash', ['-o', 'pipefail', '-c', line], { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  await once(child, 'close');
  return { code: child.exitCode, errors };
}

test('fails with 1 when the disk is full, and with 2 and without a word when nobody reads on', async () => {
  await using project = await projectWith();
  const coverage = `'${process.execPath}' '${bin}' coverage pact.json --json`;
  expect(await shell(`${coverage} > /dev/full`, project.root)).toEqual({
    code: 1,
    errors: 'error: Failed to write standard output: the disk is full. Make room and try again.\n',
  });
  expect(await shell(`${coverage} | true`, project.root)).toEqual({ code: 2, errors: '' });
});
