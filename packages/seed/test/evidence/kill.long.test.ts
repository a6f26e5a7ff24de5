import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { testSizes } from '../../../../test-sizes.ts';
import { standIn } from '../stand-in.ts';
import { runSeed, startSeed } from '../start-command.ts';
import { temporaryFolder } from '../temporary-folder.ts';

/** After how many answered writes each run is killed: a whole run has some 275, the last hundred to take back what was made. */
const kills = Array.from({ length: testSizes.evidenceKills }, (_, index) =>
  Math.ceil(((index + 0.5) * 260) / testSizes.evidenceKills),
);

test(
  'killed at any point, it leaves nothing that the next run or --clean-up does not take back',
  { timeout: 900_000 },
  async () => {
    await using folder = await temporaryFolder();
    let running: { readonly child: ChildProcess; left: number } | undefined;
    await using api = await standIn({
      log: ({ method }) => {
        if (running === undefined || method === 'GET') return;
        running.left -= 1;
        if (running.left === 0) running.child.kill('SIGKILL');
      },
    });
    for (const id of ['ours', 'theirs']) await api.client.putCustomer({ id, body: { locale: 'fr-FR' } });
    const before = await api.customers();
    const file = join(folder.path, 'evidence.ndjson');
    const flags = ['evidence', '--to', api.target.to, '--file', file];
    const environment = { CUSTOMERS_API_KEY: api.target.apiKey };
    const others = async () => (await api.customers()).filter(({ id }) => id !== 'customer-evidence');
    for (const [index, writes] of kills.entries()) {
      const { child, ended } = startSeed(flags, environment);
      running = { child, left: writes };
      expect([writes, await ended]).toMatchObject([writes, { signal: 'SIGKILL' }]);
      running = undefined;
      expect(existsSync(`${file}.ledger`)).toBe(true);
      // Every other time the next run has to see to it.
      if (index % 2 === 0 && index < kills.length - 1) continue;
      expect(await runSeed([...flags, '--clean-up'], environment)).toMatchObject({ code: 0 });
      expect(await others()).toEqual(before);
      expect(existsSync(`${file}.ledger`)).toBe(false);
    }
  },
);
