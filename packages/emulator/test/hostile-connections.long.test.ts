import { once } from 'node:events';
import { join } from 'node:path';

import { startEmulator } from '@customer-contracts/emulator';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { testSizes } from '../../../test-sizes.ts';
import { attack, type HostileConnection, hostileConnection } from './hostile-connection.ts';
import { send } from './send.ts';
import { startCommand } from './start-command.ts';
import { temporaryFolder } from './temporary-folder.ts';

const apiKey = 'key';
/** Few for every pull request, and all of them in the night. */
const count = testSizes.properties === 1 ? 2500 : 10_000 * testSizes.properties;

/** Makes the connections, many at a time. From time to time a plain request has to be answered as ever. */
async function besiege(url: string, connections: Iterable<HostileConnection>): Promise<void> {
  const port = Number(new URL(url).port);
  const left = connections[Symbol.iterator]();
  let made = 0;
  const attackers = Array.from({ length: 32 }, async () => {
    for (let next = left.next(); next.done !== true; next = left.next()) {
      await attack(port, next.value);
      made += 1;
      if (made % 500 !== 0) continue;
      const { status } = await send({ url, apiKey }, 'GET /customers');
      if (status !== 200) throw new Error(`After ${made} connections a plain request was answered ${status}.`);
    }
  });
  await Promise.all(attackers);
}

const credentials = [{ kind: 'apiKey', secret: apiKey, organizations: ['demo'] }] as const;

test('connections that are reset, cut off, upgraded and pipelined at any time are the end of nothing but themselves', async () => {
  const emulator = await startEmulator({ credentials, rateLimit: false });
  await besiege(emulator.url, fc.sample(hostileConnection, { seed: 17, numRuns: count }));
  await expect(emulator.close()).resolves.toBeUndefined();
});

test('the command outlives them too, and ends when it is told to', async () => {
  await using folder = await temporaryFolder();
  const { child, url } = await startCommand(join(folder.path, 'customers.db'), apiKey);
  await besiege(url, fc.sample(hostileConnection, { seed: 18, numRuns: count }));
  child.kill('SIGTERM');
  await once(child, 'exit');
  expect({ code: child.exitCode, signal: child.signalCode }).toEqual({ code: 0, signal: null });
});
