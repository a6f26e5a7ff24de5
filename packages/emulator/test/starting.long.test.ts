import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import { createEmulator, isEmulatorError, startEmulator } from '@customer-contracts/emulator';
import { expect, test } from 'vitest';

import { member } from './member.ts';
import { send } from './send.ts';
import { command } from './start-command.ts';
import { temporaryFolder } from './temporary-folder.ts';

const env = { ...process.env, CUSTOMERS_API_KEY: 'key' };

test('the command listens before it makes its customers, answers 503 meanwhile, and says when it is ready', async () => {
  await using folder = await temporaryFolder();
  const flags = ['--port', '0', '--database', join(folder.path, 'customers.db'), '--customers', '20000', '--quiet'];
  const child = spawn(process.execPath, [command, ...flags], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const first = String((await lines.next()).value);
  const [, port] = /^Making \d+ customers\. Port (\d+) answers 503 until they are there\.$/.exec(first) ?? [];
  const target = { url: `http://127.0.0.1:${port}`, apiKey: 'key' };
  const health = await send(target, 'GET /_health');
  expect(health).toMatchObject({ status: 503, body: { status: 'filling', count: 20_000 } });
  expect(health.headers.get('retry-after')).toBe('1');
  const { status, body } = await send(target, 'GET /customers');
  expect(status).toBe(503);
  expect(member(body, 'detail')).toMatch(
    /^The emulator is being filled: \d+ of 20000 customers are there\. Try again\.$/,
  );
  expect((await lines.next()).value).toBe(`Customers API at ${target.url}/organizations/demo`);
  expect(await send(target, 'GET /_health')).toMatchObject({ status: 200, body: { status: 'ready' } });
  expect((await send(target, 'GET /customers?limit=0')).headers.get('pagination-total')).toBe('20000');
  child.kill('SIGTERM');
  await once(child, 'exit');
  expect(child.exitCode).toBe(0);
});

test('SIGTERM ends the command while it makes its customers, and the next one goes on', async () => {
  await using folder = await temporaryFolder();
  const database = join(folder.path, 'customers.db');
  const flags = ['--port', '0', '--database', database, '--customers', '1000000', '--quiet'];
  const child = spawn(process.execPath, [command, ...flags], { env });
  await once(child.stdout, 'data');
  child.kill('SIGTERM');
  await once(child, 'exit');
  expect(child.exitCode).toBe(0);
  await using emulator = await startEmulator({ database, customers: { count: 3000, seed: 1 } });
  const { headers } = await send(emulator, 'GET /customers?limit=0');
  expect(Number(headers.get('pagination-total'))).toBeGreaterThanOrEqual(3000);
});

test('a port that is taken is told before anything is made', async () => {
  await using folder = await temporaryFolder();
  const database = join(folder.path, 'customers.db');
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const address = other.address();
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
  const starting = startEmulator({ port, database, customers: { count: 10_000_000, seed: 1 } });
  await expect(starting).rejects.toThrow(`Failed to listen at 127.0.0.1:${port}: listen EADDRINUSE`);
  other.close();
});

test.each(['startEmulator', 'createEmulator', 'the command'])(
  'a full disk is one clear error of %s, and a start with more room goes on',
  async (name) => {
    await using folder = await temporaryFolder();
    const database = join(folder.path, 'customers.db');
    const options = { database, databaseLimit: 8, customers: { count: 5000, seed: 1 } };
    const messageOf = async () => {
      try {
        if (name === 'createEmulator') createEmulator(options).close();
        else if (name === 'startEmulator') await startEmulator(options);
        else {
          const flags = [
            '--port',
            '0',
            '--database',
            database,
            '--database-limit',
            '8',
            '--customers',
            '5000',
            '--seed',
            '1',
          ];
          const child = spawn(process.execPath, [command, ...flags], { env });
          let errors = '';
          child.stderr.on('data', (chunk: Buffer) => (errors += String(chunk)));
          await once(child, 'close');
          return errors.replace(/^error: |\n$/g, '') + (child.exitCode === 1 ? '' : ` Exit code ${child.exitCode}`);
        }
      } catch (error) {
        if (isEmulatorError(error)) return error.message;
      }
      return undefined;
    };
    const message = await messageOf();
    expect(message).toMatch(
      /^Failed to fill the database .*customers\.db: database or disk is full, with [1-4]000 of 5000 customers\. Make room, and start it again: it goes on\.$/,
    );
    await using emulator = await startEmulator({ ...options, databaseLimit: 100 });
    expect((await send(emulator, 'GET /customers?limit=0')).headers.get('pagination-total')).toBe('5000');
  },
);
