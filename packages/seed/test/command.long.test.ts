import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import manifest from '@customer-contracts/seed/package.json' with { type: 'json' };
import { expect, test } from 'vitest';

import { answering } from './answering.ts';
import { apiKey, runSeed, shell, startEmulatorCommand, startSeed } from './start-command.ts';
import { temporaryFolder } from './temporary-folder.ts';

const withoutTimes = (text: string) => text.replaceAll(/\d+\/s/g, 'N/s').replaceAll(/[\d.]+ (s|min)( left)?$/gm, 'T$2');

test('fills, verifies and undoes, and says so in lines', async () => {
  await using folder = await temporaryFolder();
  await using emulator = await startEmulatorCommand([]);
  const ledger = join(folder.path, 'seed.ledger');
  const target = ['--to', `${emulator.url}/organizations/demo`, '--count', '20', '--seed', '42'];
  const flags = [...target, '--ledger', ledger];
  const dry = await runSeed([...flags, '--dry-run']);
  expect(withoutTimes(dry.stdout)).toBe(
    'Dry run, nothing was written: 20 would be created, 0 replaced, 0 unchanged, 0 kept, 0 refused, 0 journaled; 1 reads, 0 writes, 0 retries, 0 x 429 in T\n',
  );
  const filled = await runSeed(flags);
  expect(filled.code).toBe(0);
  expect(withoutTimes(filled.stdout)).toBe(
    '20 created, 0 replaced, 0 unchanged, 0 kept, 0 refused, 0 journaled; 1 reads, 20 writes, 0 retries, 0 x 429 in T\n',
  );
  const lines = filled.stderr.split('\n');
  expect(lines.slice(0, 6)).toEqual([
    'Organization demo at 127.0.0.1',
    '20 customers: seed=42 locale=en-US lead-sources=1 duplicates=0',
    expect.stringMatching(/^1 or more reads, 20 or fewer writes of about \d\d\.\d kB$/),
    '20 writes saved: lead sources go with their customers',
    'The time depends on how many writes the API allows: its first answer tells',
    'The API allows 3000 writes in 600 s',
  ]);
  expect(lines.at(-2)).toMatch(/^100 %, 20 of 20, \d+\/s, 0 retries, 0 x 429$/);

  const verified = await runSeed(['verify', ...flags.slice(0, 2), '--count', '19', '--seed', '42']);
  const ids = (await runSeed(['ids', '--count', '20', '--seed', '42'])).stdout.trim().split('\n');
  expect(verified.code).toBe(1);
  expect(withoutTimes(verified.stdout)).toBe(
    `extra ${ids[19]}\n19 unchanged, 0 missing, 0 changed, 1 extra; 3 reads, 0 writes, 0 retries, 0 x 429 in T\n`,
  );

  const planned = await runSeed(['undo', ...flags, '--into', 'tombstone']);
  expect(withoutTimes(planned.stdout)).toBe(
    'Dry run, nothing was written: 20 would be merged, 0 gone, 0 kept, 0 refused; 1 reads, 0 writes, 0 retries, 0 x 429 in T\nTo merge those 20, add --yes.\n',
  );
  const undone = await runSeed(['undo', ...flags, '--into', 'tombstone', '--yes']);
  expect(withoutTimes(undone.stdout)).toBe(
    '20 merged, 0 gone, 0 kept, 0 refused; 2 reads, 21 writes, 0 retries, 0 x 429 in T\n',
  );
  for (const { stdout, stderr } of [filled, verified, planned, undone]) expect(stdout + stderr).not.toContain(apiKey);
});

test('--json writes every event on a line of its own', async () => {
  await using emulator = await startEmulatorCommand([]);
  const flags = ['--to', `${emulator.url}/organizations/demo`, '--count', '3', '--json'];
  const { stdout, stderr } = await runSeed(flags);
  const types = stdout
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line));
  expect(types).toMatchObject([
    { type: 'plan', writes: 3 },
    { type: 'allowance', limit: 3000, windowSeconds: 600 },
    { type: 'customer', outcome: 'created' },
    { type: 'customer', outcome: 'created' },
    { type: 'customer', outcome: 'created' },
    { type: 'done', created: 3 },
  ]);
  expect(stderr).toBe('');
});

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const)('%s finishes what is under way, and prints the command to go on', async (signal, code) => {
  const latency = JSON.stringify({ kind: 'latency', milliseconds: 20, operations: ['putCustomer'] });
  await using emulator = await startEmulatorCommand(['--fault', latency]);
  const flags = ['--to', `${emulator.url}/organizations/demo`, '--count', '500', '--seed', '42'];
  const { child, ended } = startSeed([...flags, '--website-id', 'web_1']);
  while (!(await once(child.stderr, 'data')).join('').includes('10 %'));
  child.kill(signal);
  const { stderr, code: received } = await ended;
  expect(received).toBe(code);
  const [, done] = /interrupted after (\d+) of 500 customers\. Run it again to go on\.\n/.exec(stderr) ?? [];
  expect(stderr).toContain(`Go on with: customer-seed ${flags.join(' ')} --website-id web_1\n`);
  const { stdout } = await runSeed([...flags, '--website-id', 'web_1', '--dry-run']);
  expect(stdout).toContain(`${500 - Number(done)} would be created, 0 replaced, ${done} unchanged`);
});

test('the key may come from a file, and the target from the environment', async () => {
  await using folder = await temporaryFolder();
  await using emulator = await startEmulatorCommand([]);
  const file = join(folder.path, 'key');
  await writeFile(file, `${apiKey}\n`);
  const environment = { CUSTOMERS_API_URL: emulator.url, ORGANIZATION_ID: 'demo' };
  expect((await runSeed(['--count', '1', '--api-key-file', file], environment)).stdout).toContain('1 created');
  await writeFile(file, ' \n');
  expect((await runSeed(['--count', '1', '--api-key-file', file], environment)).stderr).toBe(
    `error: Failed to take the API key from ${file}: it is empty. Give one line.\n`,
  );
});

test('the key of the environment goes to the origin that the environment names, and to no other', async () => {
  await using folder = await temporaryFolder();
  await using emulator = await startEmulatorCommand([]);
  const flags = ['--to', `${emulator.url}/organizations/demo`, '--count', '1'];
  const elsewhere = { CUSTOMERS_API_KEY: apiKey, CUSTOMERS_API_URL: 'https://api-sandbox.rebilly.com' };
  for (const command of [[], ['verify'], ['undo', '--into', 'tombstone']]) {
    expect(await runSeed([...command, ...flags], elsewhere)).toMatchObject({
      code: 1,
      stderr: `error: Failed to take the options: CUSTOMERS_API_KEY is the key of https://api-sandbox.rebilly.com, as CUSTOMERS_API_URL says, and --to leads to ${emulator.url}. Name a file with the key of ${emulator.url}: --api-key-file. Or unset CUSTOMERS_API_URL.\n`,
    });
  }
  const file = join(folder.path, 'key');
  await writeFile(file, apiKey);
  expect((await runSeed([...flags, '--api-key-file', file], elsewhere)).code).toBe(0);
  expect((await runSeed(flags, { CUSTOMERS_API_KEY: apiKey, CUSTOMERS_API_URL: `${emulator.url}/` })).code).toBe(0);
});

test.each(['api-sandbox.rebilly.com', '127.0.0.1:4010', 'localhost:4010', '//example.com', 'https//example.com'])(
  'the key of the environment goes nowhere while CUSTOMERS_API_URL is %s',
  async (url) => {
    await using api = await answering(() => undefined);
    const environment = { CUSTOMERS_API_KEY: apiKey, CUSTOMERS_API_URL: url };
    expect((await runSeed(['--to', api.target.to, '--count', '1'], environment)).stderr).toBe(
      'error: Failed to take the options: CUSTOMERS_API_URL is no http(s) URL, and so does not say whose key CUSTOMERS_API_KEY is. Begin it with https:// or http://, or unset it.\n',
    );
    expect(api.asked).toEqual([]);
  },
);

test.each([
  [
    ['--count', '1'],
    'Failed to take the options: there is no URL. Name the API: --to http://127.0.0.1:4010/organizations/demo.',
  ],
  [
    ['--to', 'http://127.0.0.1:1'],
    'Failed to take the options: there is neither a count nor a payload. Give --count or --payload.',
  ],
  [
    ['--to', 'https://api.rebilly.com', '--count', '1', '--allow-host', 'api.rebilly.com', '--yes'],
    'Failed to take api.rebilly.com as the server: it is the live one. Seed the sandbox, api-sandbox.rebilly.com, or the emulator. There is no flag for the live host.',
  ],
  [['--count', 'many'], "option '-n, --count <count>' argument 'many' is invalid. Give a whole number of 0 or more."],
  [
    ['--shard', '0/16'],
    "option '--shard <i/n>' argument '0/16' is invalid. Give a shard and how many there are, counted from 1, such as 3/16.",
  ],
  [
    ['--shard', '17/16'],
    "option '--shard <i/n>' argument '17/16' is invalid. Give a shard and how many there are, counted from 1, such as 3/16.",
  ],
  [
    ['--rate', '3000'],
    "option '--rate <writes/seconds>' argument '3000' is invalid. Give writes and seconds, such as 3000/600.",
  ],
  [['--duplicates', '2'], "option '--duplicates <share>' argument '2' is invalid. Give a number from 0 to 1."],
  [['undo', '--count', '1'], "required option '--into <id>' not specified"],
  [['fill'], 'too many arguments. Expected 0 arguments but got 1: fill.'],
])('%j is refused', async (flags, message) => {
  expect(await runSeed(flags)).toMatchObject({ stdout: '', stderr: `error: ${message}\n`, code: 1 });
});

test('more than 10 000 writes need --yes where there is no terminal', async () => {
  const flags = ['--to', 'http://127.0.0.1:1/organizations/demo', '--count', '10001'];
  const { stderr, code } = await runSeed(flags);
  expect(code).toBe(1);
  expect(stderr).toContain(
    'error: Failed to seed demo at 127.0.0.1: 10001 writes were planned, and not confirmed. Confirm the plan (--yes), or do less.\n',
  );
});

test('without a key nothing is begun', async () => {
  const flags = ['--to', 'http://127.0.0.1:1/organizations/demo', '--count', '1'];
  expect((await runSeed(flags, {})).stderr).toBe(
    'error: Failed to take the options: there is no API key. Set CUSTOMERS_API_KEY, or name a file with one line: --api-key-file.\n',
  );
});

test('the help has examples, and says where the key comes from', async () => {
  const { stdout, code } = await runSeed(['--help']);
  expect(code).toBe(0);
  for (const text of ['Examples:', 'CUSTOMERS_API_KEY', '--shard <i/n>', 'verify', 'undo', 'ids']) {
    expect(stdout).toContain(text);
  }
});

test.each([[], ['verify'], ['undo'], ['churn'], ['ids']])('the help of %s fits a terminal', async (...words) => {
  const { stdout } = await runSeed([...words, '--help']);
  expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
});

test.each([[], ['verify'], ['undo'], ['churn'], ['ids']])(
  '%s says which version it is, as npm does',
  async (...words) => {
    expect(await runSeed([...words, '--version'])).toMatchObject({
      stdout: `${manifest.version}\n`,
      stderr: '',
      code: 0,
    });
  },
);

test.runIf(existsSync('/dev/full'))('ends with 1 where nobody can have what it prints', async () => {
  await using emulator = await startEmulatorCommand([]);
  const to = `--to ${emulator.url}/organizations/demo`;
  const lines = [
    `${to} --count 500 --json`,
    `verify ${to} --count 600`,
    `verify ${to} --count 1 --json`,
    'ids --count 1',
    '--help',
  ];
  for (const line of lines) {
    const { code, stderr } = await shell(`$seed ${line} > /dev/full`);
    expect({ line, code }).toEqual({ line, code: 1 });
    expect(stderr).toContain('error: Failed to write standard output: the disk is full. Make room and try again.\n');
  }
});

test('a reader that goes away ends it without a word, and with 1 where it was not done', async () => {
  await using emulator = await startEmulatorCommand([]);
  const to = `--to ${emulator.url}/organizations/demo`;
  const { code, stderr } = await shell(`$seed ${to} --count 3000 --yes --json | head -1`);
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  expect((await runSeed(['verify', '--to', `${emulator.url}/organizations/demo`, '--count', '3000'])).code).toBe(1);
  expect(await shell('$seed ids --count 1000000 | head -1')).toMatchObject({ code: 0, stderr: '' });
});

test('what a server says reaches no terminal as it is', async () => {
  const detail = '\u001B]0;title\u0007\u202E';
  await using api = await answering(() => ({ status: 403, body: JSON.stringify({ detail }) }));
  const { stdout, stderr } = await runSeed(['--to', api.target.to, '--count', '1'], { CUSTOMERS_API_KEY: apiKey });
  expect(stderr).toContain('the API answered 403');
  // oxlint-disable-next-line no-control-regex -- what is looked for
  expect(stdout + stderr).not.toMatch(/[\u001B\u0007\u202E]/);
  const json = await runSeed(['--to', api.target.to, '--count', '1', '--json'], { CUSTOMERS_API_KEY: apiKey });
  // oxlint-disable-next-line no-control-regex -- what is looked for
  expect(json.stdout + json.stderr).not.toMatch(/[\u001B\u0007\u202E]/);
});

test('an allowance that changes with each answer is told now and then', async () => {
  await using api = await answering(({ method, before }) =>
    method === 'GET'
      ? undefined
      : { status: 201, body: '{"id":"one"}', headers: { 'x-ratelimit-limit': String(1000 + before) } },
  );
  const environment = { CUSTOMERS_API_KEY: apiKey };
  const { stderr } = await runSeed(['--to', api.target.to, '--count', '200'], environment);
  expect(stderr.match(/The API allows/g)).toHaveLength(1);
});
