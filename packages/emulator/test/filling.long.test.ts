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

/** How far a filling is, and whether there are indices yet. */
function progress(database: string): { readonly filled: number; readonly isIndexed: boolean } {
  using file = new DatabaseSync(database, { timeout: 5000 });
  const has = (name: string) => file.prepare('SELECT 1 FROM sqlite_schema WHERE name = ?').get(name) !== undefined;
  if (!has('fillings')) return { filled: 0, isIndexed: false };
  const filled = Number(file.prepare('SELECT sum(count) AS count FROM fillings').get()?.['count']);
  return { filled, isIndexed: has('customers_by_time') };
}

test('a large filling that is killed half way through goes on', async () => {
  await using folder = await temporaryFolder();
  const database = join(folder.path, 'customers.db');
  const count = 20_000;
  const flags = ['--port', '0', '--database', database, '--customers', String(count), '--seed', '5'];
  const child = spawn(process.execPath, [command, ...flags]);
  await expect.poll(() => progress(database).filled, { interval: 1, timeout: 60_000 }).toBeGreaterThan(0);
  child.kill('SIGKILL');
  await once(child, 'exit');
  const { filled, isIndexed } = progress(database);
  expect(filled).toBeLessThan(count);
  // They are made at the end.
  expect(isIndexed).toBe(false);
  await using emulator = await startEmulator({ database, customers: { count, seed: 5 } });
  expect((await send(emulator, 'GET /customers?limit=0')).headers.get('pagination-total')).toBe(String(count));
  for (const index of [0, filled - 1, filled, count - 1]) {
    const { id, email } = customerFixtures({ seed: 5 }).responses.at(index);
    for (const query of [`filter=email:${email}`, `q=${id}`]) {
      expect((await send(emulator, `GET /customers?fields=id&${query}`)).body).toEqual([{ id }]);
    }
  }
});
