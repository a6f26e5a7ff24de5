import { once } from 'node:events';
import { join } from 'node:path';

import { startEmulator } from '@customer-contracts/emulator';
import { expect, test } from 'vitest';

import { testSizes } from '../../../test-sizes.ts';
import { member } from './member.ts';
import { send } from './send.ts';
import { startCommand } from './start-command.ts';
import { temporaryFolder } from './temporary-folder.ts';

const apiKey = 'key';
const credentials = [{ kind: 'apiKey', secret: apiKey, organizations: ['demo'] }] as const;
const repeats = testSizes.snapshotKillRounds - 1;

type Target = Parameters<typeof send>[0];

/** The status of an answer; undefined when the emulator is gone. */
async function statusOf(target: Target, line: string, body: object): Promise<number | undefined> {
  const reply = await send(target, line, body).catch(() => undefined);
  return reply?.status;
}

async function idsOf(target: Target): Promise<Set<string>> {
  const { body } = await send(target, 'GET /customers?fields=id&limit=1000');
  return new Set(Array.isArray(body) ? body.map((each) => String(member(each, 'id'))) : []);
}

test(
  'a kill -9 in the middle of writes and snapshots loses no write, no event and no snapshot',
  { repeats },
  async () => {
    await using folder = await temporaryFolder();
    const database = join(folder.path, 'customers.db');
    const acknowledged = new Set<string>();
    /** What each snapshot has at least: one that replaces another has more. */
    const saved = new Map<string, ReadonlySet<string>>();
    const { child, url } = await startCommand(database, apiKey);
    const target = { url, apiKey };
    let snapshots = 0;
    const write = async (writer: number) => {
      for (let count = 0; ; count += 1) {
        const id = `w${writer}-${count}`;
        const status = await statusOf(target, `PUT /customers/${id}`, { leadSource: { source: id } });
        if (status === undefined) return;
        if (status === 201) acknowledged.add(id);
      }
    };
    const save = async () => {
      for (let count = 0; ; count += 1) {
        const before = new Set(acknowledged);
        const status = await statusOf(target, 'POST /_snapshots', { name: `s${count % 3}` });
        if (status === undefined) return;
        if (status === 201) saved.set(`s${count % 3}`, before);
        snapshots += 1;
      }
    };
    const working = [write(0), write(1), write(2), save()];
    await expect.poll(() => snapshots, { interval: 1, timeout: 60_000 }).toBeGreaterThanOrEqual(3);
    child.kill('SIGKILL');
    await once(child, 'exit');
    await Promise.all(working);
    await using emulator = await startEmulator({ database, credentials });
    const events = emulator.events.find();
    expect(events.map(({ number }) => number)).toEqual(events.map((_, index) => index + 1));
    const happened = (type: string) =>
      events.filter(({ eventType }) => eventType === type).map((each) => each.customerId);
    for (const type of ['customer-created', 'lead-source-changed']) {
      expect(happened(type)).toEqual(expect.arrayContaining([...acknowledged]));
      expect(happened(type)).toHaveLength(new Set(happened(type)).size);
    }
    for (const id of acknowledged) expect((await send(emulator, `GET /customers/${id}/lead-source`)).status).toBe(200);
    expect(saved.size).toBeGreaterThan(0);
    for (const [name, ids] of saved) {
      await emulator.restore(name);
      for (const id of ids) expect((await send(emulator, `GET /customers/${id}`)).status).toBe(200);
    }
  },
);

test('a kill -9 in the middle of restoring leaves one state or the other, whole', { repeats }, async () => {
  await using folder = await temporaryFolder();
  const database = join(folder.path, 'customers.db');
  {
    await using emulator = await startEmulator({ database, credentials, customers: { count: 20, seed: 1 } });
    await emulator.snapshot('base');
  }
  const { child, url } = await startCommand(database, apiKey);
  const target = { url, apiKey };
  let restored = 0;
  let since: string[] = [];
  let unknown = '';
  const work = (async () => {
    for (let count = 0; ; count += 1) {
      unknown = 'a restore';
      if ((await statusOf(target, 'POST /_snapshots/base/restore', {})) !== 204) return;
      since = [];
      restored += 1;
      for (const id of [`a${count}`, `b${count}`]) {
        unknown = id;
        if ((await statusOf(target, `PUT /customers/${id}`, {})) !== 201) return;
        since = [...since, id];
      }
    }
  })();
  await expect.poll(() => restored, { interval: 1, timeout: 60_000 }).toBeGreaterThanOrEqual(3);
  child.kill('SIGKILL');
  await once(child, 'exit');
  await work;
  await using emulator = await startEmulator({ database, credentials });
  const added = [...(await idsOf(emulator))].filter((id) => !id.startsWith('cus_')).toSorted();
  expect((await idsOf(emulator)).size).toBe(20 + added.length);
  expect([since, [...since, unknown], ...(unknown === 'a restore' ? [[]] : [])]).toContainEqual(added);
  await emulator.restore('base');
  expect((await idsOf(emulator)).size).toBe(20);
});
