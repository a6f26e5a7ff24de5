import { once } from 'node:events';
import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Worker } from 'node:worker_threads';

import { createEmulator, type RunningEmulator, startEmulator } from '@customer-contracts/emulator';
import { customerFixtures } from '@customer-contracts/fixtures';
import { expect, onTestFinished, test } from 'vitest';

import { send } from './send.ts';
import { temporaryFolder } from './temporary-folder.ts';

const seed = 3;
const fixtures = customerFixtures({ seed });
/** More than a list may look at on the thread that writes. */
const many = 2500;

/** An emulator on a file with many customers. */
async function emulatorOnFile(count = many) {
  const folder = await temporaryFolder();
  const database = join(folder.path, 'customers.db');
  const emulator = await startEmulator({ database, customers: { count, seed }, rateLimit: false });
  return {
    database,
    emulator,
    [Symbol.asyncDispose]: async () => {
      await emulator.close();
      await folder[Symbol.asyncDispose]();
    },
  };
}

/** Calls back for every thread that starts from now on. */
function onThread(callback: (worker: Worker) => void): void {
  process.on('worker', callback);
  onTestFinished(() => void process.off('worker', callback));
}

const lookAtAll = 'GET /customers?limit=1&fields=id&filter=updatedTime:2000-01-01T00:00:00Z..';

const total = async (emulator: RunningEmulator, line: string) =>
  (await send(emulator, line)).headers.get('pagination-total');

test('a list that looks at many customers delays nobody who asks for one', async () => {
  await using on = await emulatorOnFile();
  const order: string[] = [];
  const list = send(on.emulator, lookAtAll).then(({ status }) => order.push(`list ${status}`));
  for (let index = 0; index < 10; index += 1) {
    const { status } = await send(on.emulator, `GET /customers/${fixtures.responses.at(index).id}`);
    order.push(`customer ${status}`);
  }
  await list;
  expect(order.at(-1)).toBe('list 200');
});

const short = [
  'GET /customers',
  'GET /customers?limit=1000&sort=lastName',
  'GET /customers?sort=-id',
  'GET /customers?filter=primaryAddress.country:US',
  `GET /customers?filter=email:${fixtures.responses.at(1).email}`,
  `GET /customers?filter=id:${fixtures.responses.at(1).id};firstName:!nobody`,
  'GET /customers?filter=createdTime:2024-01-01T00:00:00Z..2024-01-31T00:00:00Z&q=a',
];
const long = [
  lookAtAll,
  'GET /customers?sort=-lifetimeRevenue',
  'GET /customers?filter=primaryAddress.country:!DE',
  'GET /customers?q=example',
  'GET /customers?q=a',
];

test('a thread starts for the first list that may look at many customers, and for none that looks at few', async () => {
  await using on = await emulatorOnFile();
  let threads = 0;
  onThread(() => (threads += 1));
  for (const line of short) {
    const { status, body } = await send(on.emulator, line);
    expect({ line, status, threads }).toEqual({ line, status: 200, threads: 0 });
    expect(body).not.toEqual([]);
  }
  for (const line of long) {
    const { status, body } = await send(on.emulator, line);
    expect({ line, status, threads }).toEqual({ line, status: 200, threads: 1 });
    expect(body).not.toEqual([]);
  }
});

test('a long list has what was acknowledged before it came', async () => {
  await using on = await emulatorOnFile();
  for (let index = 1; index <= 30; index += 1) {
    expect((await send(on.emulator, `PUT /customers/new-${index}`, {})).status).toBe(201);
    expect(await total(on.emulator, lookAtAll)).toBe(String(many + index));
    expect(await total(on.emulator, `GET /customers?q=new-${index}&filter=id:new-${index},other`)).toBe('1');
  }
});

test('a list whose thread dies is given to another, once', async () => {
  await using on = await emulatorOnFile();
  let deaths = 0;
  onThread((worker) => {
    if (deaths === 0) void worker.terminate();
    deaths += 1;
  });
  expect(await total(on.emulator, lookAtAll)).toBe(String(many));
  expect(deaths).toBe(2);
});

test('a list that threads die of is a 500, and all else is answered', async () => {
  await using on = await emulatorOnFile();
  onThread((worker) => void worker.terminate());
  const { status, body } = await send(on.emulator, lookAtAll);
  expect(status).toBe(500);
  const detail = 'The emulator failed, by a mistake of its own: The thread that read the list has died.';
  expect(body).toMatchObject({ detail });
  expect((await send(on.emulator, `GET /customers/${fixtures.responses.at(0).id}`)).status).toBe(200);
});

test('a thread ends when nobody waits for its list any more', async () => {
  await using on = await emulatorOnFile();
  const leaving = new AbortController();
  const ended = new Promise((resolve) => {
    // Long before the thread has read anything.
    process.once('worker', (worker: Worker) => {
      worker.once('exit', resolve);
      leaving.abort();
    });
  });
  const headers = { 'REB-APIKEY': on.emulator.apiKey };
  const list = fetch(`${on.emulator.url}${lookAtAll.slice(4)}`, { headers, signal: leaving.signal });
  await expect(list).rejects.toThrow('This operation was aborted');
  await ended;
  expect(await total(on.emulator, lookAtAll)).toBe(String(many));
});

test('reads let the write-ahead log begin anew when it has grown, and go on where another process keeps it', async () => {
  await using on = await emulatorOnFile();
  const logSize = async () => (await stat(`${on.database}-wal`)).size;
  const body = JSON.stringify({ customFields: { text: 'x'.repeat(100_000) } });
  const writeBesideReader = async (meanwhile: () => Promise<void>) => {
    using other = new DatabaseSync(on.database);
    other.exec('BEGIN; SELECT count(*) FROM customers');
    for (let index = 0; index < 100; index += 1) await send(on.emulator, `PUT /customers/long-${index}`, body);
    await meanwhile();
  };
  const expectLists = async () => {
    const lists = await Promise.all([1, 2, 3, 4].map(() => total(on.emulator, lookAtAll)));
    expect(lists).toEqual(lists.map(() => String(many + 100)));
  };
  // Each customer is there twice: as it is answered, and as it is compared.
  await writeBesideReader(async () => expect(await logSize()).toBeGreaterThan(15_000_000));
  await expectLists();
  expect(await logSize()).toBeLessThan(1_000_000);
  await writeBesideReader(expectLists);
});

test('a closed emulator leaves no thread, and no log', async () => {
  const folder = await temporaryFolder();
  const database = join(folder.path, 'customers.db');
  const emulator = await startEmulator({ database, customers: { count: many, seed } });
  const exits: Promise<unknown>[] = [];
  onThread((worker) => exits.push(once(worker, 'exit')));
  const lists = [1, 2, 3, 4].map(() => send(emulator, lookAtAll).catch(() => undefined));
  await lists[0];
  await emulator.close();
  await Promise.all([...exits, ...lists]);
  expect(exits.length).toBeGreaterThan(0);
  await expect(stat(`${database}-wal`)).rejects.toThrow('ENOENT');
  await rm(folder.path, { recursive: true });
});

test('the handler says that it closes to those who wait for a list', async () => {
  await using folder = await temporaryFolder();
  const credentials = [{ kind: 'apiKey', secret: 'key', organizations: ['demo'] }] as const;
  const database = join(folder.path, 'customers.db');
  const emulator = createEmulator({ database, credentials, customers: { count: many, seed } });
  const exits: Promise<unknown>[] = [];
  onThread((worker) => exits.push(once(worker, 'exit')));
  const headers = { 'REB-APIKEY': 'key' };
  const answer = emulator.fetch(new Request(`http://emulator${lookAtAll.slice(4)}`, { headers }));
  await expect.poll(() => exits.length, { interval: 1 }).toBe(1);
  emulator.close();
  const { status, statusText, ...rest } = await answer;
  expect({ status, statusText, rest }).toMatchObject({ status: 503 });
  await Promise.all(exits);
});
