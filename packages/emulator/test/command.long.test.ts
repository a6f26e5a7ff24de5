import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import manifest from '@customer-contracts/emulator/package.json' with { type: 'json' };
import { expect, test } from 'vitest';
import * as z from 'zod';

import { send } from './send.ts';
import { command } from './start-command.ts';
import { temporaryFolder } from './temporary-folder.ts';

const Filling = z.strictObject({ type: z.literal('filling'), customers: z.literal(2000), port: z.int() });
const Listening = z.strictObject({
  type: z.literal('listening'),
  url: z.string().regex(/^http:\/\/127\.0\.0\.1:\d+\/organizations\/demo$/),
  apiKey: z.string().nullable(),
});
const Request = z.looseObject({ type: z.literal('request'), time: z.iso.datetime(), milliseconds: z.number() });

/** The real command, and all that it writes until it ends. */
function run(flags: readonly string[], key?: string) {
  const { CUSTOMERS_API_KEY: _, ...env } = process.env;
  const child = spawn(process.execPath, [command, ...flags], {
    env: key === undefined ? env : { ...env, CUSTOMERS_API_KEY: key },
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => (stdout += String(chunk)));
  child.stderr.on('data', (chunk: Buffer) => (stderr += String(chunk)));
  const ended = once(child, 'close').then(() => ({ stdout, stderr, code: child.exitCode }));
  /** Where it listens, once it does. */
  const listening = async (): Promise<string> => {
    for (;;) {
      const [url] = /http:\/\/[^/]+(?=\/.*\n.*\n)/.exec(stdout) ?? [];
      if (url !== undefined) return url;
      await once(child.stdout, 'data');
    }
  };
  const end = (signal: NodeJS.Signals) => {
    child.kill(signal);
    return ended;
  };
  return { child, ended, listening, end };
}

test.each(['SIGINT', 'SIGTERM'] as const)('%s ends it with exit code 0, connections and all', async (signal) => {
  const running = run(
    ['--port', '0', '--customers', '20', '--seed', '9007199254740991', '--organization', 'acme', 'other'],
    'my-key',
  );
  const url = await running.listening();
  const { headers } = await send({ url, apiKey: 'my-key' }, 'GET /customers?limit=1');
  expect(headers.get('pagination-total')).toBe('20');
  expect((await send({ url, apiKey: 'my-key' }, 'GET /organizations/other/customers')).body).toEqual([]);
  const { stdout, stderr, code } = await running.end(signal);
  expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
  const lines = stdout.split('\n');
  expect(lines[0]).toBe(`Customers API at ${url}/organizations/acme`);
  expect(lines[1]).toBe('API key: as given');
  expect(lines[2]).toMatch(/^\d\d:\d\d:\d\d GET \/customers\?limit=1 200 acme \d+\.\d ms$/);
  expect(stdout).not.toContain('my-key');
});

test('tells a program where it listens and what it is asked, as JSON', async () => {
  const flags = ['--port', '0', '--customers', '3000', '--json'];
  const { child, ended } = run(flags);
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const next = async (): Promise<unknown> => JSON.parse(String((await lines.next()).value));
  Filling.parse(await next());
  const { url, apiKey } = Listening.parse(await next());
  const answer = await fetch(`${url}/customers?limit=1`, { headers: { 'REB-APIKEY': apiKey ?? '' } });
  expect(answer.status).toBe(200);
  const { time: _, milliseconds: __, ...request } = Request.parse(await next());
  expect(request).toEqual({
    type: 'request',
    method: 'GET',
    target: '/organizations/demo/customers?limit=1',
    operationId: 'getCustomerCollection',
    organizationId: 'demo',
    status: 200,
    faults: [],
  });
  child.kill('SIGINT');
  expect(await ended).toMatchObject({ code: 0, stderr: '' });
});

test('a key that was given is in no line of JSON', async () => {
  const { child, ended } = run(['--port', '0', '--json'], 'my-key');
  await once(child.stdout, 'data');
  child.kill('SIGINT');
  const { stdout } = await ended;
  expect(Listening.parse(JSON.parse(stdout)).apiKey).toBeNull();
  expect(stdout).not.toContain('my-key');
});

test('it ends with the wrapper that npx puts around it', async () => {
  const env = { ...process.env, npm_command: 'exec' };
  // As npx does it: a shell that waits, and hands no signal on.
  const line = `"${process.execPath}" "${command}" --port 0; exit $?`;
  const shell = spawn('sh', ['-c', line], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const greeting = String(await once(shell.stdout, 'data'));
  const url = /http:\/\/[\d.:]+/.exec(greeting)?.[0] ?? '';
  expect((await fetch(`${url}/_health`)).status).toBe(200);
  const ended = once(shell.stdout, 'close');
  shell.kill('SIGTERM');
  shell.stdout.resume();
  // Closed by the last process that could write to it.
  await ended;
  await expect(fetch(`${url}/_health`)).rejects.toThrow('fetch failed');
});

test('it serves on when nobody reads its log any more', async () => {
  const running = run(['--port', '0'], 'key');
  const url = await running.listening();
  const unread = once(running.child.stdout, 'close');
  running.child.stdout.destroy();
  await unread;
  for (let count = 0; count < 5; count += 1) {
    expect((await send({ url, apiKey: 'key' }, 'GET /customers')).status).toBe(200);
  }
  const { stderr, code } = await running.end('SIGINT');
  expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
});

test('without a key it makes one and prints it', async () => {
  const running = run([
    '--port',
    '0',
    '--quiet',
    '--read-only',
    '--clock',
    '2026-01-01T00:00:00Z',
    '--provider-states',
  ]);
  const url = await running.listening();
  const { stdout } = await running.end('SIGINT');
  expect(stdout).toMatch(new RegExp(`^Customers API at ${url}/organizations/demo\nAPI key: sk_[\\w-]{32}\n$`));
});

test('the key may come from a file', async () => {
  await using folder = await temporaryFolder();
  const file = join(folder.path, 'key');
  await writeFile(file, 'key-of-a-file\n');
  const running = run(['--port', '0', '--api-key-file', file], 'another');
  const url = await running.listening();
  expect((await send({ url, apiKey: 'key-of-a-file' }, 'GET /customers')).status).toBe(200);
  expect((await running.end('SIGINT')).stdout).not.toContain('key-of-a-file');
  await writeFile(file, ' \n');
  const { stderr, code } = await run(['--api-key-file', file]).ended;
  expect({ stderr, code }).toEqual({
    stderr: `error: Failed to take the API key from ${file}: it is empty. Give one line.\n`,
    code: 1,
  });
  await writeFile(file, 'one\ntwo\n');
  expect((await run(['--api-key-file', file]).ended).stderr).toBe(
    `error: Failed to take the API key from ${file}: it has more than one line. Give one line.\n`,
  );
});

test.each([
  ['', 'is empty'],
  ['a b c', 'has spaces or other than printable ASCII in it'],
  ['clé', 'has spaces or other than printable ASCII in it'],
  ['a\nb', 'has more than one line'],
])('the key %j of the environment is refused', async (key, mistake) => {
  const { stdout, stderr, code } = await run(['--port', '0'], key).ended;
  expect({ stdout, stderr, code }).toEqual({
    stdout: '',
    stderr: `error: Failed to take the API key from CUSTOMERS_API_KEY: it ${mistake}. Give one line, or unset CUSTOMERS_API_KEY.\n`,
    code: 1,
  });
});

test('faults come from flags', async () => {
  const fault = JSON.stringify({ kind: 'error', status: 503 });
  const running = run(['--port', '0', '--fault', fault, '--rate-limit', '10/60'], 'key');
  const url = await running.listening();
  expect((await send({ url, apiKey: 'key' }, 'GET /customers')).status).toBe(503);
  const { stdout } = await running.end('SIGINT');
  expect(stdout).toContain(' GET /customers 503 demo ');
  expect(stdout).toContain(' (error)\n');
});

test.each([
  [['--port', 'http'], "error: option '-p, --port <port>' argument 'http' is invalid. Give a port from 0 to 65535."],
  [
    ['--customers', '-1'],
    "error: option '-n, --customers <count>' argument '-1' is invalid. Give a whole number from 0 to 10000000.",
  ],
  [
    ['--seed', '9007199254740992'],
    "error: option '-s, --seed <seed>' argument '9007199254740992' is invalid. Give a whole number from 0 to 9007199254740991.",
  ],
  [
    ['--rate-limit', '10'],
    "error: option '--rate-limit <writes/seconds>' argument '10' is invalid. Give writes and seconds, such as 3000/600, or off.",
  ],
  [
    ['--database-limit', '0'],
    "error: option '--database-limit <megabytes>' argument '0' is invalid. Give a whole number from 1 to 10000000.",
  ],
  ...[['http://a.b/c'], ['all', 'http://a.b'], ['http://a.b', 'none'], ['*']].map((origins): [string[], string] => [
    ['--cors', ...origins],
    `error: option '--cors <origin...>' argument '${origins.at(-1)}' is invalid. Give all, none, or origins such as https://app.example.com.`,
  ]),
  [
    ['--clock', 'noon'],
    "error: option '--clock <date-time>' argument 'noon' is invalid. Give a date and time with an offset, such as 2026-01-01T00:00:00Z.",
  ],
  [
    ['--fault', '{'],
    `error: option '--fault <json>' argument '{' is invalid. Give JSON, such as {"kind":"latency","milliseconds":200}.`,
  ],
  [
    ['--api-key-file', '/no/such/file'],
    "error: Failed to read the API key file /no/such/file: ENOENT: no such file or directory, open '/no/such/file'. Name a file that can be read.",
  ],
  ...['a b', '', 'x/y'].map((id): [string[], string] => [
    ['--organization', 'demo', id],
    `error: option '-o, --organization <id...>' argument '${id}' is invalid. An id is 1 to 50 ASCII letters, digits, dots and _ @ ~ -.`,
  ]),
  [['--prot', '1'], "error: unknown option '--prot' (Did you mean --port?)"],
  [['serve'], 'error: too many arguments. Expected 0 arguments but got 1: serve.'],
  [
    ['--port', '0', '--database', '/no/such/folder/c.db'],
    'error: Failed to open the database /no/such/folder/c.db: unable to open database file. Name a file that can be written.',
  ],
])('%j is refused', async (flags, message) => {
  const { stdout, stderr, code } = await run(flags).ended;
  expect({ stdout, stderr: stderr.trimEnd(), code }).toEqual({ stdout: '', stderr: message, code: 1 });
});

test('a port that is taken is named', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const address = other.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const { stderr, code } = await run(['--port', String(port)]).ended;
  other.close();
  expect(stderr).toBe(
    `error: Failed to listen at 127.0.0.1:${port}: listen EADDRINUSE: address already in use 127.0.0.1:${port}. ` +
      'Choose another port or address.\n',
  );
  expect(code).toBe(1);
});

test('the help names every flag and the key', async () => {
  const { stdout, code } = await run(['--help']).ended;
  expect(code).toBe(0);
  for (const flag of [
    '--port',
    '--database',
    '--organization',
    '--customers',
    '--seed',
    '--provider-states',
    '--clock',
    '--cors',
    '--database-limit',
  ]) {
    expect(stdout).toContain(flag);
  }
  expect(stdout).toContain('CUSTOMERS_API_KEY');
});

test('says which version it is, as npm does', async () => {
  expect(await run(['--version']).ended).toEqual({ stdout: `${manifest.version}\n`, stderr: '', code: 0 });
});
