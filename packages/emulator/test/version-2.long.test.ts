import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { startEmulator } from '@customer-contracts/emulator';
import { customerFixtures } from '@customer-contracts/fixtures';
import { expect, test } from 'vitest';

import { send } from './send.ts';
import { command } from './start-command.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { makeVersion2 } from './version-2.ts';

const fixtures = customerFixtures({ seed: 7 });

test('a file of version 2 is moved, with all that it has', async () => {
  await using folder = await temporaryFolder();
  const database = join(folder.path, 'customers.db');
  makeVersion2(database, { count: 100, seed: 7 });
  await using emulator = await startEmulator({ database, customers: { count: 120, seed: 7 } });
  for (const index of [0, 1, 99]) {
    const customer = fixtures.responses.at(index);
    expect((await send(emulator, `GET /customers/${customer.id}`)).body).toEqual(customer);
    const leadSource = await send(emulator, `GET /customers/${customer.id}/lead-source`);
    expect(leadSource.body).toEqual(fixtures.leadSources.at(index));
  }
  const tenths = Array.from({ length: 10 }, (_, index) => fixtures.responses.at(index * 10));
  const { id = '', websiteId } = tenths.find((customer) => customer.websiteId != null) ?? {};
  const { body } = await send(emulator, `GET /customers/${id}?expand=website&fields=_embedded`);
  expect(body).toEqual({ id, _embedded: { website: { id: websiteId, name: 'Shop' } } });
  const list = await send(emulator, `GET /customers?q=${id.slice(4, 20)}&fields=id`);
  expect(list.body).toEqual([{ id }]);
  // The filling is not done again: the last twenty are new.
  expect((await send(emulator, 'GET /customers?limit=0')).headers.get('pagination-total')).toBe('120');
  using file = new DatabaseSync(database);
  const names = file.prepare("SELECT name FROM sqlite_schema WHERE name LIKE '%_2'").all();
  expect(names).toEqual([]);
  expect(file.prepare('SELECT digest FROM used_payment_tokens').all()).toEqual([{ digest: 'digest' }]);
});

/** How many customers stand where, while a file is moved; `undefined` before and after. */
function halves(database: string): { readonly moved: number; readonly left: number } | undefined {
  using file = new DatabaseSync(database, { timeout: 5000 });
  if (file.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'customers_2'").get() === undefined) return undefined;
  const count = (table: string) => Number(file.prepare(`SELECT count(*) AS count FROM ${table}`).get()?.['count']);
  return { moved: count('customers'), left: count('customers_2') };
}

test('one that was killed half way through goes on, and has lost nothing', async () => {
  await using folder = await temporaryFolder();
  const database = join(folder.path, 'customers.db');
  const count = 8000;
  makeVersion2(database, { count, seed: 7 });
  const child = spawn(process.execPath, [command, '--port', '0', '--database', database]);
  await expect.poll(() => halves(database)?.moved ?? 0, { interval: 1, timeout: 60_000 }).toBeGreaterThan(0);
  child.kill('SIGKILL');
  await once(child, 'exit');
  const { moved, left } = halves(database) ?? { moved: count, left: 0 };
  expect(left).toBeGreaterThan(0);
  expect(moved + left).toBe(count);
  await using emulator = await startEmulator({ database });
  expect((await send(emulator, 'GET /customers?limit=0')).headers.get('pagination-total')).toBe(String(count));
  for (const index of [0, moved - 1, moved, count - 1]) {
    const { id } = fixtures.responses.at(index);
    expect((await send(emulator, `GET /customers/${id}`)).body).toEqual(fixtures.responses.at(index));
    const leadSource = await send(emulator, `GET /customers/${id}/lead-source`);
    expect(leadSource.body).toEqual(fixtures.leadSources.at(index));
  }
});
