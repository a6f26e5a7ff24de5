import type { ChildProcess } from 'node:child_process';

import { churnCustomers, seedCustomers } from '@customer-contracts/seed';
import { expect, test } from 'vitest';

import { testSizes } from '../../../test-sizes.ts';
import { standIn, stateOf } from './stand-in.ts';
import { startSeed } from './start-command.ts';

const population = { count: 400, seed: 42, duplicates: 0.2 };
const days = { day: '2026-12-30', days: 30 };
/** After how many answered writes each run is killed: together with those under way, fewer than there are. */
const kills = [1, 2, 3, 5, 8, 13, 21, 34];

test(
  'killed after so many writes, again and again, a churn ends in the state of an unbroken one',
  { repeats: testSizes.seedKillRounds - 1 },
  async () => {
    await using calm = await standIn();
    await seedCustomers({ ...calm.target, ...population });
    await churnCustomers({ ...calm.target, ...population, ...days });

    let running: { readonly child: ChildProcess; left: number } | undefined;
    await using api = await standIn({
      log: ({ method }) => {
        if (running === undefined || method === 'GET') return;
        running.left -= 1;
        if (running.left === 0) running.child.kill('SIGKILL');
      },
    });
    await seedCustomers({ ...api.target, ...population });
    const flags = ['--count', '400', '--seed', '42', '--duplicates', '0.2', '--day', days.day, '--days', '30'];
    for (const writes of kills) {
      const { child, ended } = startSeed(['churn', '--to', api.target.to, ...flags], {
        CUSTOMERS_API_KEY: api.target.apiKey,
      });
      running = { child, left: writes };
      expect(await ended).toMatchObject({ signal: 'SIGKILL' });
      running = undefined;
    }
    const last = await churnCustomers({ ...api.target, ...population, ...days });
    expect(last.writes).toBeGreaterThan(0);
    const state = (all: Awaited<ReturnType<typeof api.customers>>) => stateOf(all, { revision: false });
    expect(state(await api.customers())).toEqual(state(await calm.customers()));
  },
);
