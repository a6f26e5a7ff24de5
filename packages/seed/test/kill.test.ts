import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';

import { seedCustomers } from '@customer-contracts/seed';
import { expect, test } from 'vitest';

import { testSizes } from '../../../test-sizes.ts';
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
      if (running === undefined || method !== 'PUT') return;
      running.left -= 1;
      if (running.left === 0) running.child.kill('SIGKILL');
    },
  });
  const flags = ['--to', api.target.to, ...records];
  const environment = { CUSTOMERS_API_KEY: api.target.apiKey };
  return {
    /** A run to its end. */
    run: (...more: string[]) => runSeed([...flags, ...more], environment),
    /** A run that is killed. */
    async killAfter(writes: number, ...more: string[]) {
      const { child, ended } = startSeed([...flags, ...more], environment);
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
  { concurrency: '1', journal: false },
  { concurrency: '1', journal: true },
  { concurrency: '8', journal: false },
  { concurrency: '8', journal: true },
])(
  'killed after so many writes, again and again, it ends in the state of an unbroken run: %o',
  { repeats: testSizes.seedKillRounds - 1 },
  async (how) => {
    await using folder = await temporaryFolder();
    await using broken = await killer();
    const more = [
      '--concurrency',
      how.concurrency,
      ...(how.journal ? ['--journal', join(folder.path, 'journal')] : []),
    ];
    for (const writes of kills) {
      expect([writes, await broken.killAfter(writes, ...more)]).toMatchObject([writes, { signal: 'SIGKILL' }]);
    }
    expect(await broken.run(...more)).toMatchObject({ code: 0 });
    expect(await broken.state()).toEqual(await unbroken);
  },
);
