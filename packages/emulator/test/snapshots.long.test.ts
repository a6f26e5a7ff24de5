import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { createEmulator, EmulatorError, type RunningEmulator, startEmulator } from '@customer-contracts/emulator';
import { expect, test } from 'vitest';

import { member } from './member.ts';
import { send } from './send.ts';
import { startCommand } from './start-command.ts';
import { temporaryFolder } from './temporary-folder.ts';

const credentials = [{ kind: 'apiKey', secret: 'key', organizations: ['demo'] }] as const;

/** The ids of all customers, as a list has them. */
async function ids(emulator: Pick<RunningEmulator, 'url' | 'apiKey'>): Promise<unknown[]> {
  const { body } = await send(emulator, 'GET /customers?fields=id&sort=id');
  return Array.isArray(body) ? body.map((each) => member(each, 'id')) : [];
}

/** The same in memory and on a file. */
async function places(): Promise<AsyncDisposable & { readonly each: readonly (string | undefined)[] }> {
  const folder = await temporaryFolder();
  const each = [undefined, join(folder.path, 'customers.db')];
  return { each, [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose]() };
}

const on = (database: string | undefined) => ({ credentials, ...(database !== undefined && { database }) });

test('a test goes back to where it began, as often as it likes', async () => {
  await using folders = await places();
  for (const database of folders.each) {
    await using emulator = await startEmulator(on(database));
    await emulator.snapshot('empty');
    for (const id of ['ada', 'bob', 'eve']) {
      await send(emulator, `PUT /customers/${id}`, { leadSource: { medium: 'cpc' }, paymentToken: 'used' });
      expect(await ids(emulator)).toEqual([id]);
      await emulator.restore('empty');
      expect(await ids(emulator)).toEqual([]);
      expect((await send(emulator, `GET /customers/${id}/lead-source`)).status).toBe(404);
      expect((await send(emulator, `GET /customers?q=${id}`)).body).toEqual([]);
    }
  }
});

test('a snapshot is of its moment, and a fork of that of another one', async () => {
  await using folders = await places();
  for (const database of folders.each) {
    await using emulator = await startEmulator(on(database));
    await send(emulator, 'PUT /customers/ada', { locale: 'en' });
    await emulator.snapshot('one');
    await send(emulator, 'PUT /customers/ada', { locale: 'de' });
    await send(emulator, 'PUT /customers/bob', {});
    await emulator.snapshot('two');
    await emulator.snapshot('fork', { from: 'one' });
    await emulator.snapshot('two', { from: 'two' });
    expect(emulator.snapshots().map(({ name }) => name)).toEqual(['fork', 'one', 'two']);
    await emulator.restore('fork');
    expect((await send(emulator, 'GET /customers/ada?fields=locale')).body).toMatchObject({ locale: 'en' });
    await emulator.deleteSnapshot('one');
    await emulator.restore('two');
    expect(await ids(emulator)).toEqual(['ada', 'bob']);
    await emulator.restore('fork');
    expect(await ids(emulator)).toEqual(['ada']);
    await emulator.snapshot('two');
    await emulator.restore('two');
    expect(await ids(emulator)).toEqual(['ada']);
  }
});

test('events go back too, and their numbers go on', async () => {
  await using folders = await places();
  for (const database of folders.each) {
    await using emulator = await startEmulator(on(database));
    await send(emulator, 'PUT /customers/ada', {});
    await emulator.snapshot('one');
    const numbers = () => emulator.events.find().map(({ number }) => number);
    await send(emulator, 'PUT /customers/bob', {});
    await emulator.restore('one');
    expect(numbers()).toEqual([1]);
    await send(emulator, 'PUT /customers/bob', {});
    expect(numbers()).toEqual([1, 3]);
    await emulator.restore('one');
    await emulator.restore('one');
    await send(emulator, 'PUT /customers/bob', {});
    expect(numbers()).toEqual([1, 4]);
    expect(emulator.requests.find()).toHaveLength(4);
  }
});

test('over HTTP', async () => {
  await using emulator = await startEmulator({ credentials });
  const { status, body } = await send(emulator, 'POST /_snapshots', { name: 'empty' });
  expect({ status, name: member(body, 'name') }).toEqual({ status: 201, name: 'empty' });
  expect(member(body, 'bytes')).toBeGreaterThan(4096);
  await send(emulator, 'PUT /customers/ada', {});
  expect((await send(emulator, 'POST /_snapshots', { name: 'fork', from: 'empty' })).status).toBe(201);
  expect((await send(emulator, 'POST /_snapshots/fork/restore', {})).status).toBe(204);
  expect(await ids(emulator)).toEqual([]);
  expect((await send(emulator, 'DELETE /_snapshots/fork')).status).toBe(204);
  expect((await send(emulator, 'GET /_snapshots')).body).toEqual([body]);
});

test.each([
  ['POST /_snapshots/none/restore', {}, 404, 'There is no snapshot "none".'],
  ['DELETE /_snapshots/none', undefined, 404, 'There is no snapshot "none".'],
  ['DELETE /_snapshots/..%2f..%2fx', undefined, 404, 'There is no snapshot "..%2f..%2fx".'],
  ['POST /_snapshots', { name: 'x', from: 'none' }, 404, 'There is no snapshot "none".'],
  ['POST /_snapshots', { name: '../x' }, 422, 'The body breaks a rule of /_snapshots.'],
  ['POST /_snapshots', { name: 'x', form: 'none' }, 422, 'The body breaks a rule of /_snapshots.'],
  ['POST /_snapshots', '', 400, 'There is no body. Send JSON.'],
  ['PUT /_snapshots/x', {}, 405, '/_snapshots/x has no PUT, only DELETE.'],
  ['GET /_snapshots/x/restore', undefined, 405, '/_snapshots/x/restore has no GET, only POST.'],
  ['DELETE /_snapshots', undefined, 405, '/_snapshots has no DELETE, only GET, POST.'],
  [
    'POST /_snapshots/x/y',
    {},
    404,
    'There is nothing at /_snapshots/x/y. Restore a snapshot at /_snapshots/{name}/restore.',
  ],
] as const)('%s %j is refused with %i', async (line, body, status, detail) => {
  await using emulator = await startEmulator({ credentials });
  const answer = await send(emulator, line, body);
  expect({ status: answer.status, detail: member(answer.body, 'detail') }).toEqual({ status, detail });
});

test.each(['', 'A', 'a b', '../a', 'a.db', '-a', 'ä', 'a'.repeat(51), 'a\n', 'a/b'])('%j is no name', async (name) => {
  using emulator = createEmulator();
  await expect(emulator.snapshot(name)).rejects.toThrow(
    new EmulatorError(
      `Failed to save a snapshot: ${JSON.stringify(name)} can't be its name. Give 1 to 50 lower-case letters, digits, - and _, such as empty.`,
      name,
    ),
  );
});

test('who goes back to what is not there hears what is', async () => {
  using emulator = createEmulator();
  await expect(emulator.restore('full')).rejects.toThrow(
    'Failed to restore the snapshot "full": there is none with this name. Save one first.',
  );
  await emulator.snapshot('empty');
  await expect(emulator.snapshot('copy', { from: 'full' })).rejects.toThrow(
    'Failed to fork the snapshot "full": there is none with this name. Name one of these: empty.',
  );
  await expect(emulator.deleteSnapshot('full')).rejects.toThrow(
    'Failed to delete the snapshot "full": there is none with this name. Name one of these: empty.',
  );
});

test('a read-only emulator keeps none', async () => {
  await using emulator = await startEmulator({ readOnly: true, credentials });
  const message = 'Failed to save the snapshot "empty": the emulator is read-only. Start it without readOnly.';
  await expect(emulator.snapshot('empty')).rejects.toThrow(message);
  const { status, body } = await send(emulator, 'POST /_snapshots', { name: 'empty' });
  expect({ status, detail: member(body, 'detail') }).toEqual({ status: 403, detail: 'The emulator is read-only.' });
});

test('on a file they outlive the emulator, and nothing else stays beside them; in memory nothing stays', async () => {
  await using folder = await temporaryFolder();
  const database = join(folder.path, 'customers.db');
  {
    await using emulator = await startEmulator({ database, credentials });
    await emulator.snapshot('empty');
    await send(emulator, 'PUT /customers/ada', {});
    await emulator.restore('empty');
    await emulator.snapshot('two');
  }
  expect(readdirSync(folder.path).toSorted()).toEqual(['customers.db', 'customers.db-snapshots']);
  expect(readdirSync(`${database}-snapshots`).toSorted()).toEqual(['empty.db', 'two.db']);
  await using emulator = await startEmulator({ database, credentials });
  await send(emulator, 'PUT /customers/ada', {});
  await emulator.restore('two');
  expect(await ids(emulator)).toEqual([]);
});

test('what is in memory leaves no file behind', async () => {
  await using folder = await temporaryFolder();
  const { TMPDIR } = process.env;
  process.env['TMPDIR'] = folder.path;
  try {
    const emulator = createEmulator();
    await emulator.snapshot('empty');
    await emulator.restore('empty');
    expect(readdirSync(folder.path)).toHaveLength(1);
    emulator.close();
    await expect.poll(() => readdirSync(folder.path)).toEqual([]);
  } finally {
    if (TMPDIR === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = TMPDIR;
  }
});

test('nothing is restored under another process, and both go on', async () => {
  await using folder = await temporaryFolder();
  const database = join(folder.path, 'customers.db');
  await using emulator = await startEmulator({ database, credentials });
  await emulator.snapshot('empty');
  const other = await startCommand(database, 'key');
  await send({ url: other.url, apiKey: 'key' }, 'PUT /customers/ada', {});
  const message = `Failed to restore a snapshot: another process has the database ${database} open. End that one first.`;
  await expect(emulator.restore('empty')).rejects.toThrow(message);
  const { status, body } = await send(emulator, 'POST /_snapshots/empty/restore', {});
  expect({ status, detail: member(body, 'detail') }).toEqual({ status: 409, detail: message });
  await send(emulator, 'PUT /customers/bob', {});
  await send({ url: other.url, apiKey: 'key' }, 'PUT /customers/eve', {});
  for (const url of [emulator.url, other.url]) expect(await ids({ url, apiKey: 'key' })).toEqual(['ada', 'bob', 'eve']);
  other.child.kill('SIGKILL');
  await new Promise((resolve) => void other.child.once('exit', resolve));
  await emulator.restore('empty');
  expect(await ids(emulator)).toEqual([]);
});

test('whoever starts while snapshots are restored shares the file that is there', async () => {
  await using folder = await temporaryFolder();
  const database = join(folder.path, 'customers.db');
  await using emulator = await startEmulator({ database, credentials });
  await emulator.snapshot('empty');
  const restoring = (async () => {
    for (let count = 0; count < 20; count += 1) await emulator.restore('empty').catch(() => {});
  })();
  for (let count = 0; count < 20; count += 1) {
    const other = createEmulator({ database, credentials });
    const id = `c${count}`;
    const put = new Request(`http://emulator/customers/${id}`, {
      method: 'PUT',
      headers: { 'REB-APIKEY': 'key' },
      body: '{}',
    });
    expect((await other.fetch(put)).status).toBe(201);
    // Nothing can be restored while the other one is there.
    expect((await send(emulator, `GET /customers/${id}`)).status).toBe(200);
    other.close();
  }
  await restoring;
});

test('requests that come meanwhile wait, and get their answers from one state or the other', async () => {
  await using folder = await temporaryFolder();
  const database = join(folder.path, 'customers.db');
  await using emulator = await startEmulator({
    database,
    credentials,
    customers: { count: 2100, seed: 1 },
    rateLimit: false,
  });
  await emulator.snapshot('full');
  await Promise.all(
    Array.from({ length: 6 }, async (_, round) => {
      if (round % 3 === 0) return emulator.restore('full');
      const list = await send(emulator, 'GET /customers?filter=revision:1..&limit=1');
      expect({ status: list.status, total: list.headers.get('pagination-total') }).toEqual({
        status: 200,
        total: '2100',
      });
      return undefined;
    }),
  );
  const writes = await Promise.all([
    emulator.restore('full'),
    ...Array.from({ length: 20 }, (_, index) => send(emulator, `PUT /customers/w${index}`, {})),
  ]);
  expect(new Set(writes.slice(1).map((reply) => reply?.status))).toEqual(new Set([201]));
  const closing = emulator.restore('full');
  await emulator.close();
  await closing;
});

test('a snapshot that can not be read is refused, and nothing changes', async () => {
  await using folder = await temporaryFolder();
  const database = join(folder.path, 'customers.db');
  await using emulator = await startEmulator({ database, credentials });
  await send(emulator, 'PUT /customers/ada', {});
  await emulator.snapshot('one');
  await emulator.deleteSnapshot('one');
  writeFileSync(`${database}-snapshots/one.db`, 'nothing like a database'.repeat(100));
  await expect(emulator.restore('one')).rejects.toThrow('file is not a database');
  await send(emulator, 'PUT /customers/bob', {});
  expect(await ids(emulator)).toEqual(['ada', 'bob']);
  expect((await send(emulator, 'GET /customers?filter=revision:1..')).status).toBe(200);
});

test('what a killed emulator has left is deleted by the next one that restores', async () => {
  await using folder = await temporaryFolder();
  const database = join(folder.path, 'customers.db');
  await using emulator = await startEmulator({ database, credentials });
  await emulator.snapshot('empty');
  for (const left of ['x.copy', 'x.copy-wal', 'x.copy-shm']) writeFileSync(join(`${database}-snapshots`, left), 'x');
  await emulator.restore('empty');
  await expect.poll(() => existsSync(join(`${database}-snapshots`, 'x.copy-shm'))).toBe(false);
  expect(emulator.snapshots()).toHaveLength(1);
});
