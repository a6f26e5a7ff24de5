import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Worker } from 'node:worker_threads';

import { startEmulator } from '@customer-contracts/emulator';
import { customerFixtures } from '@customer-contracts/fixtures';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';

import { send } from './send.ts';
import { command, startCommand } from './start-command.ts';
import { temporaryFolder } from './temporary-folder.ts';

const apiKey = 'key';
const credentials = [{ kind: 'apiKey', secret: apiKey, organizations: ['demo'] }] as const;
const count = 20_000;
const seed = 5;

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let database: string;
beforeAll(async () => {
  folder = await temporaryFolder();
  database = join(folder.path, 'customers.db');
  await using _ = await startEmulator({ database, customers: { count, seed } });
});
afterAll(() => folder[Symbol.asyncDispose]());

/** The path of a list of all customers. The more clauses that all of them fulfil, the longer it takes. */
function longList(query: string, clauses: number): string {
  const all = Array.from({ length: clauses }, (_, index) => `firstName:!nobody-${index}`);
  return `/customers?limit=1&${query}&filter=${all.join(';')}`;
}

test('a thread that reads a list in one long call ends when the caller has gone', async () => {
  const order: string[] = [];
  const hear = (worker: Worker) => void worker.once('exit', () => order.push('the thread'));
  process.on('worker', hear);
  onTestFinished(() => void process.off('worker', hear));
  await using emulator = await startEmulator({ database, credentials });
  const ask = (path: string) => send({ ...emulator, apiKey }, `GET ${path}`);
  const half = () => ask(longList('q=example', 100));
  // Two threads start.
  await Promise.all([half(), half()]);
  // On a busy machine the list may be read before its caller goes.
  while (!order.includes('the thread')) {
    order.length = 0;
    const leaving = new AbortController();
    const url = `${emulator.url}${longList('q=example', 200)}`;
    const left = fetch(url, { headers: { 'reb-apikey': apiKey }, signal: leaving.signal }).catch(() => {});
    await ask('/customers?limit=1');
    // It is asked for later, and read by the other thread.
    const answered = half().then(({ status }) => order.push(`half of the list: ${status}`));
    await ask('/customers?limit=1');
    leaving.abort();
    await Promise.all([left, answered]);
    await half();
    await half();
  }
  expect(order).toEqual(['the thread', 'half of the list: 200']);
});

test.each(['q=example', 'sort=lastName', 'sort=paymentCount'])('SIGTERM waits for no list by %s', async (query) => {
  const { child, url } = await startCommand(database, apiKey);
  const list = `GET ${longList(query, 200)}`;
  const answer = send({ url, apiKey }, list).catch(String);
  expect((await send({ url, apiKey }, 'GET /customers?limit=1')).status).toBe(200);
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  expect(await exited).toEqual([0, null]);
  expect(await answer).toBe('TypeError: fetch failed');
});

/** Whether all customers are there, and whether they have their indices. */
function progress(file: string): { readonly isFilled: boolean; readonly isIndexed: boolean } {
  using opened = new DatabaseSync(file, { timeout: 5000 });
  const has = (name: string) => opened.prepare('SELECT 1 FROM sqlite_schema WHERE name = ?').get(name) !== undefined;
  const isFilled = has('fillings') && opened.prepare('SELECT 1 FROM fillings WHERE count = ?').get(count) !== undefined;
  return { isFilled, isIndexed: has('customers_by_time') };
}

test('SIGTERM ends the command while it makes the indices, and the next one makes them', async () => {
  const file = join(folder.path, 'filling.db');
  const flags = ['--port', '0', '--database', file, '--customers', String(count), '--seed', String(seed)];
  const child = spawn(process.execPath, [command, ...flags]);
  await expect.poll(() => progress(file).isFilled, { interval: 1, timeout: 60_000 }).toBe(true);
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  expect(await exited).toEqual([0, null]);
  expect(progress(file)).toEqual({ isFilled: true, isIndexed: false });
  await using emulator = await startEmulator({ database: file, credentials, customers: { count, seed } });
  const { id } = customerFixtures({ seed }).responses.at(count - 1);
  expect((await send({ ...emulator, apiKey }, `GET /customers?fields=id&q=${id}`)).body).toEqual([{ id }]);
});
