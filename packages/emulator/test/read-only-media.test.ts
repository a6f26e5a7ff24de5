import { execFile } from 'node:child_process';
import { chmod, copyFile, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { startEmulator } from '@customer-contracts/emulator';
import { expect, test } from 'vitest';

import { send } from './send.ts';
import { temporaryFolder } from './temporary-folder.ts';

const credentials = [{ kind: 'apiKey', secret: 'key', organizations: ['demo'] }] as const;

/** A file with customers, in a folder where SQLite can't make its files beside it. */
async function unwritable() {
  const folder = await temporaryFolder();
  const database = join(folder.path, 'customers.db');
  const emulator = await startEmulator({ database, credentials, customers: { count: 300, seed: 1 } });
  await emulator.close();
  for (const suffix of ['-wal', '-shm']) await mkdir(`${database}${suffix}`);
  return { ...folder, database };
}

test('a file on media that can not be written is served, filters and all', async () => {
  await using folder = await unwritable();
  const { database } = folder;
  await using emulator = await startEmulator({ database, credentials, readOnly: true });
  const { headers } = await send(emulator, 'GET /customers?limit=0');
  expect(headers.get('pagination-total')).toBe('300');
  for (const query of ['q=a', 'sort=lastName', 'filter=primaryAddress.country:US', 'filter=revision:1..']) {
    expect((await send(emulator, `GET /customers?${query}`)).status).toBe(200);
  }
  expect((await send(emulator, 'PUT /customers/ada', {})).status).toBe(403);
});

test('without the option such a file is refused', async () => {
  await using folder = await unwritable();
  await expect(startEmulator({ database: folder.database, credentials })).rejects.toThrow(
    `Failed to open the database ${folder.database}: unable to open database file. Name a file that can be written.`,
  );
});

test('customers that are there already need not be made', async () => {
  await using folder = await unwritable();
  const options = { database: folder.database, credentials, readOnly: true };
  await using emulator = await startEmulator({ ...options, customers: { count: 300, seed: 1 } });
  expect((await send(emulator, 'GET /customers?limit=0')).status).toBe(200);
  await expect(startEmulator({ ...options, customers: { count: 301, seed: 1 } })).rejects.toThrow(
    `Failed to fill the database ${folder.database}: attempt to write a readonly database, with 300 of 301 customers.`,
  );
});

test('writes that are in the write-ahead log only are not passed over in silence', async () => {
  await using folder = await temporaryFolder();
  await using target = await temporaryFolder();
  const database = join(folder.path, 'customers.db');
  await using emulator = await startEmulator({ database, credentials });
  await send(emulator, 'PUT /customers/ada', {});
  const copy = join(target.path, 'customers.db');
  for (const name of await readdir(folder.path)) {
    if (!name.endsWith('-shm')) await copyFile(join(folder.path, name), join(target.path, name));
  }
  await mkdir(`${copy}-shm`);
  await expect(startEmulator({ database: copy, credentials, readOnly: true })).rejects.toThrow(
    `Failed to open the database ${copy}: it can not be written, and its last writes are still in the write-ahead log ` +
      'beside it. Open it once where it can be written, and close it.',
  );
});

test('what is no database of ours is refused there too', async () => {
  await using folder = await temporaryFolder();
  const database = join(folder.path, 'none.db');
  await expect(startEmulator({ database: join(database, 'x'), credentials, readOnly: true })).rejects.toThrow(
    'unable to open database file. Name a file that can be written.',
  );
  await writeFile(database, '');
  for (const suffix of ['-wal', '-shm', '-journal']) await mkdir(`${database}${suffix}`);
  await expect(startEmulator({ database, credentials, readOnly: true })).rejects.toThrow('Failed to open the database');
});

test('a user who may only read the file and its folder can serve it', async () => {
  await using folder = await temporaryFolder();
  const database = join(folder.path, 'customers.db');
  await (await startEmulator({ database, credentials, customers: { count: 5, seed: 1 } })).close();
  await chmod(database, 0o444);
  await chmod(folder.path, 0o555);
  const script = fileURLToPath(new URL('read-as-nobody.ts', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--experimental-strip-types',
    '--disable-warning=ExperimentalWarning',
    script,
    database,
  ]);
  await chmod(folder.path, 0o755);
  expect(stdout.trim()).toBe('5');
});
