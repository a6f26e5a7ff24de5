import { existsSync } from 'node:fs';

import { expect, test } from 'vitest';

import { commandOf } from './started.ts';

const full = 'error: Failed to write standard output: the disk is full. Make room and try again.\n';
const hasFull = existsSync('/dev/full');

const printing = `const command = { run: async () => { for (let line = 0; line < 50_000; line += 1) console.log(String(line)) } }`;

test.runIf(hasFull)('ends with 1 where standard output is full, with the first line and with the last', async () => {
  await using many = await commandOf(printing);
  await using one = await commandOf(`const command = { run: async () => console.log('one') }`);
  await using later = await commandOf(
    `const command = { run: async () => { process.exitCode = 0; console.log('one'); await wait(50); process.exitCode = 0 } }`,
  );
  for (const command of [many, one, later])
    expect(await command.shell('$command > /dev/full')).toMatchObject({ code: 1, stderr: full });
});

test.runIf(hasFull)('ends with 1 where standard error is full', async () => {
  await using command = await commandOf(`const command = { run: async () => console.error('going on') }`);
  expect(await command.shell('$command 2> /dev/full')).toMatchObject({ code: 1, stdout: '', stderr: '' });
});

test.runIf(hasFull)('ends with 1 where the help and the version can not be written', async () => {
  await using command = await commandOf(
    `const program = createProgram({ name: 'customer-test', description: 'A test.', from: '${import.meta.url}', manifest: '../package.json' });
     const command = { run: async () => { await program.parseAsync() } }`,
  );
  for (const flag of ['--help', '--version'])
    expect(await command.shell(`$command ${flag} > /dev/full`)).toMatchObject({ code: 1, stderr: full });
});

test('ends without a word when nobody reads on', async () => {
  await using usual = await commandOf(printing);
  await using filter = await commandOf(printing.replace('{ run', '{ whenUnread: 0, run'));
  expect(await usual.shell('$command | head -1')).toMatchObject({ code: 1, stdout: '0\n', stderr: '' });
  expect(await filter.shell('$command | head -1')).toMatchObject({ code: 0, stdout: '0\n', stderr: '' });
});

test('lets a command that stops itself finish, and fails it where it was not done', async () => {
  const run = `run: async (stop) => {
    for (let line = 0; line < 1000 && !stop.aborted; line += 1) { console.log(String(line)); await wait(1) }
    writeFileSync('stopped', '');
    if (stop.aborted) throw new CommandError('Failed to finish: interrupted. Run it again.');
  }`;
  await using command = await commandOf(`const command = { stopsItself: true, ${run} }`);
  expect(await command.shell('$command | head -1')).toMatchObject({ code: 1, stdout: '0\n', stderr: '' });
  expect(existsSync(`${command.folder}/stopped`)).toBe(true);
  if (!hasFull) return;
  const stderr = `${full}error: Failed to finish: interrupted. Run it again.\n`;
  expect(await command.shell('$command > /dev/full')).toMatchObject({ code: 1, stderr });
});

test('serves on without a reader where it says so', async () => {
  const run = `run: async () => { for (let line = 0; line < 50; line += 1) { console.log(String(line)); await wait(1) } writeFileSync('done', '') }`;
  await using command = await commandOf(`const command = { whenUnread: 'go on', ${run} }`);
  expect(await command.shell('$command | head -1')).toMatchObject({ code: 0, stdout: '0\n', stderr: '' });
  expect(existsSync(`${command.folder}/done`)).toBe(true);
});

const hostile = '\u001B[31mred\u001B]0;title\u0007\r\u009B2J\u202E\u2028\uD800';
const shown = '\\u001b[31mred\\u001b]0;title\\u0007\\r\\u009b2J\\u202e\\u2028\\ud800'.replace('\\r', '\\u000d');

test('prints nothing that a terminal obeys, whoever says it', async () => {
  const text = JSON.stringify(hostile);
  await using command = await commandOf(
    `const command = { run: async () => { console.log(${text}); console.error(${text}); throw new CommandError(${text}) } }`,
  );
  const { stdout, stderr } = await command.run();
  expect({ stdout, stderr }).toEqual({ stdout: `${shown}\n`, stderr: `${shown}\nerror: ${shown}\n` });
});

test('prints nothing of a flag that a terminal obeys, and the help of one that the environment fills', async () => {
  await using command = await commandOf(
    `const program = createProgram({ name: 'customer-test', description: 'A test.', from: '${import.meta.url}', manifest: '../package.json' })
       .option('--count <count>', 'how many', wholeFlag(1, 9)).option('--to <url>', 'where', process.env.WHERE);
     const command = { run: async () => { await program.parseAsync() } }`,
  );
  expect(await command.run(['--count', '\u001B[31m\n1'])).toMatchObject({
    code: 1,
    stderr: `error: option '--count <count>' argument '\\u001b[31m 1' is invalid. Give a whole number from 1 to 9.\n`,
  });
  const help = await command.run(['--help'], { WHERE: 'http://\u009B2J' });
  expect(help.code).toBe(0);
  expect(help.stdout).not.toContain('\u009B');
});

test('JSON stays JSON', async () => {
  const value = { text: '\u202E\u009B\uD83D\uDE00' };
  await using command = await commandOf(
    `const command = { run: async () => console.log(${JSON.stringify(JSON.stringify(value))}) }`,
  );
  const { stdout } = await command.run();
  expect(JSON.parse(stdout)).toEqual(value);
  expect(stdout).toContain('\\u202e\\u009b');
});

test('leaves colours where they are its own', async () => {
  await using command = await commandOf(
    `const command = { colours: true, run: async () => { console.log('\\u001B[1mbold\\u001B[22m\\u001B[2J'); console.error('\\u001B[1mbold') } }`,
  );
  const { stdout, stderr } = await command.run();
  expect({ stdout, stderr }).toEqual({ stdout: '\u001B[1mbold\u001B[22m\\u001b[2J\n', stderr: '\\u001b[1mbold\n' });
});
