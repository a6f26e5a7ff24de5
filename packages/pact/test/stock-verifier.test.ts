import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import { startEmulator } from '@customer-contracts/emulator';
import { cells } from '@customer-contracts/schemas';
import { expect, test } from 'vitest';
import * as z from 'zod';

import { everyCell } from './every-cell.ts';
import { run } from './run.ts';
import { startProvider } from './start-provider.ts';
import { temporaryPacts } from './temporary-pacts.ts';

const require = createRequire(import.meta.url);
const verifier = join(dirname(require.resolve('@pact-foundation/pact-cli/package.json')), 'bin', 'pact-verifier.js');

/** Runs the verifier of the Pact command line as anybody would. */
const verify = (directory: string, url: string, statesUrl: string) => {
  const provider = new URL(url);
  const file = join(directory, 'billing-web-rebilly-customers-api.json');
  const options = ['--no-colour', '--file', file, '--hostname', provider.hostname, '--port', provider.port];
  return run([verifier, ...options, '--state-change-url', statesUrl, '--state-change-teardown'], directory);
};

test('makes pacts that the stock verifier understands, states and credentials included', async () => {
  await using pacts = await temporaryPacts();
  await using emulator = await startEmulator({ providerStates: true });
  const contract = everyCell(pacts.pact);
  for (const cell of cells) await contract[cell]();
  await pacts.pact
    .getCustomer({ id: 'cus_01' })
    .auth('applicationJwt')
    .reads(z.object({ email: z.email().nullable() }))
    .test(({ baseUrl, token }) =>
      fetch(`${baseUrl}/customers/cus_01`, { headers: { Authorization: `Bearer ${token}` } }),
    )();
  await pacts.merged();

  const honoured = await verify(pacts.directory, emulator.url, `${emulator.url}/_provider-states`);
  expect(honoured).toMatchObject({ code: 0 });
  expect(honoured.output).toContain('get a customer: 200, complete, reading email, by applicationJwt');

  await using other = await startProvider(() => ({}));
  const refused = await verify(pacts.directory, other.url, `${emulator.url}/_provider-states`);
  expect(refused.code).not.toBe(0);
});
