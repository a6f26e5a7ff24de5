import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { startEmulator } from '@customer-contracts/emulator';
import { emulatorStates, verifyProvider } from '@customer-contracts/pact/verify';
import { cells } from '@customer-contracts/schemas';
import { expect, test } from 'vitest';

import { command } from '../src/command.ts';
import { startBroker, users } from '../src/start-broker.ts';

const demo = fileURLToPath(new URL('../../../apps/demo', import.meta.url));
const consumers = { 'lead-desk': '1.4.0', 'rebilly-js-sdk': '62.162.1' };

test('the contracts of Lead Desk and of the official SDK go the whole road, with all 40 answers', async () => {
  await using broker = await startBroker();
  await using emulator = await startEmulator({ providerStates: true });
  const pactBroker = async (...parameters: readonly string[]) => command(broker, 'pact-broker', ...parameters);
  const vitest = join(demo, 'node_modules/.bin/vitest');
  await promisify(execFile)(vitest, ['run', '--config', 'vitest.contract.config.ts'], { cwd: demo });

  for (const [consumer, version] of Object.entries(consumers)) {
    const file = join(demo, `pacts/${consumer}-rebilly-customers-api.json`);
    await pactBroker('publish', file, '--consumer-app-version', version, '--branch', 'main');
  }
  const { interactions } = await verifyProvider({
    baseUrl: emulator.url,
    states: emulatorStates({ url: emulator.url }),
    broker: { url: broker.url, ...users.writer, version: '7d3c9f1', branch: 'main', isPendingEnabled: true },
  });
  const provider = ['--pacticipant', 'rebilly-customers-api', '--version', '7d3c9f1'];
  await pactBroker('record-deployment', ...provider, '--environment', 'production');

  expect(new Set(interactions.map(({ cell }) => cell))).toEqual(new Set(cells));
  expect(interactions.filter(({ isPassed }) => !isPassed)).toEqual([]);
  for (const [consumer, version] of Object.entries(consumers)) {
    const one = ['--pacticipant', consumer, '--version', version];
    expect(await pactBroker('can-i-deploy', ...one, '--to-environment', 'production')).toContain('Computer says yes');
  }
  expect(await command(broker, 'customer-pact', 'lint', broker.url)).toContain('2 pacts, nothing found');
});
