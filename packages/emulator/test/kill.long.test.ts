import { once } from 'node:events';
import { join } from 'node:path';

import { startEmulator } from '@customer-contracts/emulator';
import { expect, test } from 'vitest';

import { testSizes } from '../../../test-sizes.ts';
import { send } from './send.ts';
import { startCommand } from './start-command.ts';
import { temporaryFolder } from './temporary-folder.ts';

const apiKey = 'key';

/** Writes customers one after the other until the emulator is gone, and adds the ids whose writes were acknowledged. */
async function writeUntilKilled(url: string, writer: string, acknowledged: Set<string>): Promise<void> {
  for (let count = 0; ; count += 1) {
    const id = `${writer}-${count}`;
    const reply = await send({ url, apiKey }, `PUT /customers/${id}`, { leadSource: { source: id } }).catch(
      () => undefined,
    );
    if (reply === undefined) return;
    if (reply.status === 201) acknowledged.add(id);
  }
}

const repeats = testSizes.emulatorKillRounds - 1;

test('every acknowledged write survives kill -9 in the middle of many', { repeats }, async () => {
  await using folder = await temporaryFolder();
  const database = join(folder.path, 'customers.db');
  const acknowledged = new Set<string>();
  for (const [round, writes] of [10, 25, 40].entries()) {
    const { child, url } = await startCommand(database, apiKey);
    const before = acknowledged.size;
    const writers = Array.from({ length: 8 }, (_, index) => writeUntilKilled(url, `r${round}-w${index}`, acknowledged));
    await expect.poll(() => acknowledged.size - before, { interval: 1, timeout: 60_000 }).toBeGreaterThan(writes);
    child.kill('SIGKILL');
    await once(child, 'exit');
    await Promise.all(writers);
  }
  const credentials = [{ kind: 'apiKey', secret: apiKey, organizations: ['demo'] }] as const;
  await using emulator = await startEmulator({ database, credentials });
  const lost = [];
  for (const id of acknowledged) {
    const { status, body } = await send({ ...emulator, apiKey }, `GET /customers/${id}/lead-source`);
    if (status !== 200 || JSON.stringify(body).split(id).length < 3) lost.push(id);
  }
  expect(lost).toEqual([]);
  // What is counted as it is written, and what is counted one by one.
  const total = async (filter: string) =>
    (await send({ ...emulator, apiKey }, `GET /customers?limit=0&filter=${filter}`)).headers.get('pagination-total');
  expect(await total('')).toBe(await total('revision:1..'));
  expect((await send({ ...emulator, apiKey }, `GET /customers?q=${[...acknowledged].at(-1)}`)).body).not.toEqual([]);
});

test('two processes that start on a new file at the same time share it', async () => {
  await using folder = await temporaryFolder();
  const database = join(folder.path, 'customers.db');
  const running = await Promise.all([startCommand(database, apiKey), startCommand(database, apiKey)]);
  const writes = running.flatMap(({ url }, process) =>
    Array.from({ length: 200 }, (_, index) => send({ url, apiKey }, `PUT /customers/p${process}-${index}`, {})),
  );
  const statuses = (await Promise.all(writes)).map(({ status }) => status);
  expect(new Set(statuses)).toEqual(new Set([201]));
  for (const { child, url } of running) {
    const { headers } = await send({ url, apiKey }, 'GET /customers?limit=0');
    expect(headers.get('pagination-total')).toBe('400');
    child.kill('SIGINT');
    await once(child, 'exit');
  }
});
