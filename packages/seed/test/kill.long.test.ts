import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';

import { customerFixtures } from '@customer-contracts/fixtures';
import { seedCustomers } from '@customer-contracts/seed';
import { expect, test } from 'vitest';

import { testSizes } from '../../../test-sizes.ts';
import { like } from './like.ts';
import { standIn, stateOf } from './stand-in.ts';
import { runSeed, startSeed } from './start-command.ts';
import { temporaryFolder } from './temporary-folder.ts';

const records = ['--count', '300', '--seed', '42', '--duplicates', '0.1'];
/** After how many answered writes each run is killed: together with those under way, fewer than there are records. */
const kills = [1, 2, 3, 5, 8, 13, 21, 34, 55];

/** An emulator that kills the run that is watched once it has answered so many writes. */
async function killer() {
  let running: { readonly child: ChildProcess; left: number } | undefined;
  const api = await standIn({
    log: ({ method }) => {
      if (running === undefined || method === 'GET') return;
      running.left -= 1;
      if (running.left === 0) running.child.kill('SIGKILL');
    },
  });
  const flags = ['--to', api.target.to, ...records];
  const environment = { CUSTOMERS_API_KEY: api.target.apiKey };
  return {
    api,
    /** A run to its end. */
    run: (...more: string[]) => runSeed([...more, ...flags], environment),
    /** A run that is killed. */
    async killAfter(writes: number, ...more: string[]) {
      const { child, ended } = startSeed([...more, ...flags], environment);
      running = { child, left: writes };
      const end = await ended;
      running = undefined;
      return end;
    },
    state: async () => stateOf(await api.customers(), { revision: false }),
    [Symbol.asyncDispose]: () => api[Symbol.asyncDispose](),
  };
}

/** What an unbroken run ends in. */
const unbroken = (async () => {
  await using api = await standIn();
  await seedCustomers({ ...api.target, count: 300, seed: 42, duplicates: 0.1 });
  return stateOf(await api.customers(), { revision: false });
})();

test.concurrent.each([
  { concurrency: '1', keeps: 'nothing' },
  { concurrency: '1', keeps: 'ledger' },
  { concurrency: '8', keeps: 'nothing' },
  { concurrency: '8', keeps: 'ledger' },
  { concurrency: '8', keeps: 'journal' },
])(
  'killed after so many writes, again and again, it ends in the state of an unbroken run: %o',
  { repeats: testSizes.seedKillRounds - 1, timeout: 600_000 },
  async ({ concurrency, keeps }) => {
    await using folder = await temporaryFolder();
    await using broken = await killer();
    const more = [
      '--concurrency',
      concurrency,
      ...(keeps === 'nothing' ? [] : [`--${keeps}`, join(folder.path, keeps)]),
    ];
    for (const writes of kills) {
      expect([writes, await broken.killAfter(writes, ...more)]).toMatchObject([writes, { signal: 'SIGKILL' }]);
    }
    expect(await broken.run(...more)).toMatchObject({ code: 0 });
    expect(await broken.state()).toEqual(await unbroken);
  },
);

test.concurrent(
  'killed again and again, while it seeds and while it takes back, it takes back all that it made and nothing else',
  { repeats: testSizes.seedKillRounds - 1, timeout: 600_000 },
  async () => {
    await using folder = await temporaryFolder();
    await using broken = await killer();
    // What was there before: as the seed would make it, and otherwise.
    const fixtures = customerFixtures({ seed: 42 }).withLeadSource();
    const before = [7, 8, 9, 40, 60].map((index) => fixtures.responses.at(index).id);
    const [same = '', ...others] = before;
    await broken.api.client.putCustomer({ id: same, body: fixtures.inputs.at(7) });
    for (const id of others) await broken.api.client.putCustomer({ id, body: { locale: 'fr-FR' } });
    const more = ['--ledger', join(folder.path, 'ledger')];
    for (const writes of kills) {
      expect(await broken.killAfter(writes, ...more)).toMatchObject({ signal: 'SIGKILL' });
    }
    // The seeding is never finished; so much the less may be lost of what it made.
    const undo = ['undo', '--into', 'grave', '--yes', ...more];
    for (const writes of kills.slice(0, 5)) {
      expect(await broken.killAfter(writes, ...undo)).toMatchObject({ signal: 'SIGKILL' });
    }
    expect(await broken.run(...undo)).toMatchObject({ stderr: like.without('error'), code: 0 });
    expect((await broken.api.customers()).map(({ id }) => id).toSorted()).toEqual([...before, 'grave'].toSorted());
  },
);
