import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

import { startEmulator } from '@customer-contracts/emulator';
import { expect, test } from 'vitest';

import { dataFolder, ended, printed, startDemo } from './run-demo.ts';

test('a second demo in the same folder says so, and the first one goes on', async () => {
  const data = dataFolder();
  const first = startDemo(['--once', '--data', data]);
  const finished = ended(first);
  await printed(first, /(API)/);
  const second = await ended(startDemo(['--once', '--data', data]));
  expect(second).toEqual({
    output: '',
    errors: `error: Failed to use ${data}: another demo is using it. Stop that one, or name another folder with --data.\n`,
    code: 1,
  });
  first.kill('SIGINT');
  expect(await finished).toMatchObject({ errors: '', code: 130 });
});

test('a port that is taken is told before anything else is done', async () => {
  await using taken = await takenPort();
  const { output, errors, code } = await ended(startDemo(['--port', String(taken.port), '--data', dataFolder()]));
  expect(errors).toBe(
    `error: Failed to serve the page: listen EADDRINUSE: address already in use 127.0.0.1:${taken.port}. Choose another port with --port.\n`,
  );
  expect(output).not.toContain('Fill');
  expect(code).toBe(1);
});

test('a port that is none is refused', async () => {
  const { errors, code } = await ended(startDemo(['--port', 'eighty']));
  expect(errors).toBe(
    "error: option '--port <port>' argument 'eighty' is invalid. A port is a number from 0 to 65535.\n",
  );
  expect(code).toBe(1);
});

test('a folder that cannot be made, and a file of another program, are refused', async () => {
  const data = dataFolder();
  writeFileSync(join(data, 'file'), '');
  const inAFile = await ended(startDemo(['--once', '--data', join(data, 'file')]));
  expect(inAFile.errors).toBe(
    `error: Failed to use ${join(data, 'file')}: EEXIST: file already exists, mkdir '${join(data, 'file')}'. Name a folder that can be written with --data.\n`,
  );
  writeFileSync(join(data, 'customers.sqlite'), 'no database at all, but long enough to have a header of its own');
  const foreign = await ended(startDemo(['--once', '--data', data]));
  expect(foreign.errors).toBe(
    `error: Failed to open the database ${join(data, 'customers.sqlite')}: file is not a database. Name a file that can be written.\n`,
  );
  expect([inAFile.code, foreign.code]).toEqual([1, 1]);
});

test.runIf(existsSync('/proc/self'))('a folder in one that takes no folders is refused at once', async () => {
  const { errors, code } = await ended(startDemo(['--once', '--data', '/proc/lead-desk/data']));
  expect(errors).toBe(
    "error: Failed to use /proc/lead-desk/data: ENOENT: no such file or directory, mkdir '/proc/lead-desk'. Name a folder that can be written with --data.\n",
  );
  expect(code).toBe(1);
});

test.each([
  [
    'no address',
    { CUSTOMERS_API_URL: 'sandbox' },
    'error: Failed to take CUSTOMERS_API_URL: it is no http(s) URL. Give one such as https://api-sandbox.rebilly.com, and ORGANIZATION_ID.',
  ],
  [
    'the live host',
    { CUSTOMERS_API_URL: 'https://API.rebilly.com./' },
    "error: Failed to take CUSTOMERS_API_URL: api.rebilly.com. is Rebilly's live host. Give the sandbox, https://api-sandbox.rebilly.com.",
  ],
  [
    'no key',
    { CUSTOMERS_API_URL: 'http://127.0.0.1:9' },
    'error: Failed to reach 127.0.0.1: there is no key. Set CUSTOMERS_API_KEY to a secret API key.',
  ],
  [
    'two organizations',
    { CUSTOMERS_API_URL: 'http://127.0.0.1:9/organizations/one', ORGANIZATION_ID: 'two', CUSTOMERS_API_KEY: 'key' },
    'error: Failed to create a customers client: organizationId is a string. The server has an organization already: leave it out.',
  ],
])('another API is refused by its settings: %s', async (_, settings, message) => {
  const { errors, code } = await ended(startDemo(['--once', '--data', dataFolder()], settings));
  expect(errors).toBe(`${message}\n`);
  expect(code).toBe(1);
});

test('a key that another API does not know is told in one line, without the key', async () => {
  await using emulator = await startEmulator();
  const settings = { CUSTOMERS_API_URL: emulator.url, CUSTOMERS_API_KEY: 'not-the-key-of-it' };
  const { errors, code } = await ended(startDemo(['--once', '--data', dataFolder()], settings));
  expect(errors).toBe(
    'error: Failed to list customers, GET /customers: the API answered 401 (The credentials of the request are not known). Check the API key or token, and that it belongs to this server: sandbox and live have their own.\n',
  );
  expect(code).toBe(1);
});

async function takenPort(): Promise<AsyncDisposable & { port: number }> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    port: typeof address === 'object' ? (address?.port ?? 0) : 0,
    [Symbol.asyncDispose]: async () => {
      server.close();
      await once(server, 'close');
    },
  };
}
