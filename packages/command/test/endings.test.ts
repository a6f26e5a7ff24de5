import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { commandOf } from './started.ts';

test('shows the stack of an error that nobody expected, and one line below it', async () => {
  await using command = await commandOf(`const command = { run: async () => { throw new TypeError('x is no y') } }`);
  const { code, stderr } = await command.run();
  expect(code).toBe(1);
  const lines = stderr.trimEnd().split('\n');
  expect(lines[0]).toBe('TypeError: x is no y');
  expect(lines.at(-1)).toBe(
    'error: customer-test failed in a way that nobody expected: TypeError: x is no y. Report it with what stands above.',
  );
});

test('does so for one that comes from no call, and for what is no error', async () => {
  await using late = await commandOf(
    `const command = { run: async () => { setTimeout(() => { throw new RangeError('late') }, 1); await wait(5000) } }`,
  );
  expect((await late.run()).stderr).toContain(
    'error: customer-test failed in a way that nobody expected: RangeError: late.',
  );
  await using odd = await commandOf(`const command = { run: async () => { throw 'nothing' } }`);
  expect(await odd.run()).toMatchObject({
    code: 1,
    stderr: `'nothing'\nerror: customer-test failed in a way that nobody expected: 'nothing'. Report it with what stands above.\n`,
  });
});

test('takes secrets out of all that it prints', async () => {
  await using command = await commandOf(
    `const command = { mask: (text) => text.replaceAll('sk_1', '***'), run: async () => { console.log('sk_1'); throw new Error('sk_1') } }`,
  );
  const { stdout, stderr } = await command.run();
  expect(stdout + stderr).toContain('***');
  expect(stdout + stderr).not.toContain('sk_1');
});

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const)('%s stops a command that stops itself, and says so in its exit code', async (signal, code) => {
  const run = `run: async (stop) => {
    const alive = setInterval(() => {}, 1000);
    await new Promise((resolve) => { stop.addEventListener('abort', resolve); console.log('ready') });
    clearInterval(alive);
    throw new CommandError('Failed to finish: ' + stop.reason + '.');
  }`;
  await using command = await commandOf(`const command = { stopsItself: true, advise: () => 'Go on.', ${run} }`);
  const { child, ended } = command.start();
  await once(child.stdout, 'data');
  child.kill(signal);
  expect(await ended).toMatchObject({ code, signal: null, stderr: `error: Failed to finish: ${signal}.\nGo on.\n` });
});

test('a second signal ends it at once', async () => {
  await using command = await commandOf(
    `const command = { stopsItself: true, run: async (stop) => { stop.addEventListener('abort', () => console.log('stopping')); console.log('ready'); await wait(100_000) } }`,
  );
  const { child, ended } = command.start();
  await once(child.stdout, 'data');
  child.kill('SIGINT');
  await once(child.stdout, 'data');
  child.kill('SIGINT');
  expect(await ended).toMatchObject({ signal: 'SIGINT' });
});

test.each(['18.20.0', '20.19.4', '22.15.1'])('loads nothing on Node %s, and says what it needs', async (version) => {
  const preload = `Object.defineProperty(process.versions, 'node', { value: '${version}' });`;
  await using command = await commandOf(`throw new Error('loaded')`, { preload });
  expect(await command.run()).toMatchObject({
    code: 1,
    stderr: `error: customer-test needs Node 22.16 or later, and this is v${version}.\n`,
  });
});

test.each(['22.16.0', '23.0.0', '100.2.0'])('runs on Node %s', async (version) => {
  const preload = `Object.defineProperty(process.versions, 'node', { value: '${version}' });`;
  await using command = await commandOf(`const command = { run: async () => console.log('ran') }`, { preload });
  expect(await command.run()).toMatchObject({ code: 0, stdout: 'ran\n' });
});

test('reads a key of a file or of the environment, and says what is wrong with it, but never the key', async () => {
  await using command = await commandOf(
    `const command = { run: async () => console.log(JSON.stringify(givenKey(process.argv[2]) ?? null)) }`,
  );
  const file = join(command.folder, 'key');
  await writeFile(file, 'one\n');
  const ofEnvironment = { CUSTOMERS_API_KEY: 'two' };
  expect((await command.run([file], ofEnvironment)).stdout).toBe('{"key":"one","isOfEnvironment":false}\n');
  expect((await command.run([], ofEnvironment)).stdout).toBe('{"key":"two","isOfEnvironment":true}\n');
  await writeFile(file, 'se cret\n');
  expect((await command.run([file])).stderr).toBe(
    `error: Failed to take the API key from ${file}: it has spaces or other than printable ASCII in it. Give one line.\n`,
  );
  expect((await command.run([], { CUSTOMERS_API_KEY: '' })).stderr).toBe(
    'error: Failed to take the API key from CUSTOMERS_API_KEY: it is empty. Give one line, or unset CUSTOMERS_API_KEY.\n',
  );
  expect((await command.run([join(command.folder, 'no')])).stderr).toMatch(
    /^error: Failed to read the API key file .*\/no: ENOENT: .*\. Name a file that can be read\.\n$/,
  );
});
