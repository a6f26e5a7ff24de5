import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { createCustomersClient } from '@customer-contracts/client';
import { expect, test } from 'vitest';

import { testSizes } from '../../../test-sizes.ts';
import { stateOf } from './stand-in.ts';
import { apiKey, runSeed, startEmulatorCommand, startSeed } from './start-command.ts';
import { temporaryFolder } from './temporary-folder.ts';

const organizations = ['unbroken', 'one', 'two', 'three', 'four'];
const kills = 25;
const repeats = testSizes.seedKillRounds - 1;

test('killed at 100 random moments, it ends in the state of an unbroken run', { repeats }, async () => {
  await using folder = await temporaryFolder();
  const fault = JSON.stringify({ kind: 'latency', milliseconds: 20, operations: ['putCustomer'] });
  const server = ['--rate-limit', 'off', '--fault', fault, '--organization', ...organizations];
  await using emulator = await startEmulatorCommand(server);
  const records = ['--count', '300', '--seed', '42', '--duplicates', '0.1'];
  const flagsFor = (organization: string) => {
    const flags = ['--to', `${emulator.url}/organizations/${organization}`, ...records];
    // Half of them with a journal.
    return organization.startsWith('t') ? [...flags, '--journal', join(folder.path, organization)] : flags;
  };

  async function killAgainAndAgain(organization: string): Promise<number> {
    let killed = 0;
    while (killed < kills) {
      const { child, ended } = startSeed([...flagsFor(organization), '--json', '--concurrency', '2']);
      await Promise.race([once(child.stdout, 'data'), ended]);
      await sleep(Math.random() * 120);
      child.kill('SIGKILL');
      const { signal, stderr } = await ended;
      if (signal !== 'SIGKILL') throw new Error(`It came to its end before it was killed: ${stderr}`);
      killed += 1;
    }
    return killed;
  }

  const [unbroken = '', ...broken] = organizations;
  const counts = await Promise.all(broken.map(killAgainAndAgain));
  expect(counts).toEqual([kills, kills, kills, kills]);
  const ends = await Promise.all(organizations.map((organization) => runSeed(flagsFor(organization))));
  expect(ends.map(({ code }) => code)).toEqual(organizations.map(() => 0));

  const state = async (organizationId: string) => {
    const client = createCustomersClient({ server: emulator.url, organizationId, apiKey });
    return stateOf(await Array.fromAsync(client.customers({ expand: 'leadSource' })), { revision: false });
  };
  const expected = await state(unbroken);
  expect(expected).toHaveLength(300);
  for (const organization of broken) expect(await state(organization)).toEqual(expected);
});
