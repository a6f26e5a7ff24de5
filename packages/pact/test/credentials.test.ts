import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { startEmulator } from '@customer-contracts/emulator';
import { emulatorStates, verifyProvider } from '@customer-contracts/pact/verify';
import { expect, test } from 'vitest';

import { send } from './send.ts';
import { temporaryPacts } from './temporary-pacts.ts';

const bearing = (baseUrl: string, token: string) =>
  fetch(`${baseUrl}/customers/cus_01`, { headers: { Authorization: `Bearer ${token}` } });

test('puts the token of the state in the place of the placeholder, for each kind and status', async () => {
  await using pacts = await temporaryPacts();
  await using emulator = await startEmulator({ providerStates: true });
  const getCustomer = pacts.pact.getCustomer({ id: 'cus_01' });

  for (const kind of ['jwt', 'applicationJwt'] as const) {
    for (const status of [200, 401, 403, 404] as const) {
      await getCustomer
        .auth(kind)
        .respondsWith(status)
        .test(async ({ baseUrl, token }) => {
          expect((await bearing(baseUrl, token)).status).toBe(status);
        })();
    }
  }
  await getCustomer.test((mock) => send('getCustomer', { id: 'cus_01' }, mock))();
  await pacts.merged();

  const { interactions } = await verifyProvider({
    baseUrl: emulator.url,
    pacts: [pacts.directory],
    states: emulatorStates({ url: emulator.url }),
  });
  expect(interactions.map(({ description }) => description)).toContain('get a customer: 403, by applicationJwt');
  expect(interactions).toHaveLength(9);
  const file = await readFile(join(pacts.directory, 'billing-web-rebilly-customers-api.json'), 'utf8');
  expect(file).toContain('Bearer placeholder-jwt');
  expect(file).toContain('Bearer ${applicationJwt}');
});

test('refuses another token, a key in its place, and never shows them', async () => {
  await using pacts = await temporaryPacts();
  const getCustomer = pacts.pact.getCustomer({ id: 'cus_01' }).auth('jwt');

  await expect(getCustomer.test(({ baseUrl }) => bearing(baseUrl, 'a.real.token'))()).rejects.toThrow(
    'header Authorization: expected Bearer placeholder-jwt, received [masked]. Let the client send the token that the test gets.',
  );
  await expect(getCustomer.test((mock) => send('getCustomer', { id: 'cus_01' }, mock))()).rejects.toThrow(
    'header Authorization: expected Bearer placeholder-jwt, received none. Let the client send the token that the test gets.',
  );
});

test('refuses credentials that the operation does not accept', async () => {
  await using pacts = await temporaryPacts();
  const deleteLeadSource = pacts.pact.deleteCustomerLeadSource({ id: 'cus_01' });

  // @ts-expect-error TypeScript refuses it, too
  expect(() => deleteLeadSource.auth('applicationJwt')).toThrow(
    'Failed to describe deleteCustomerLeadSource: it does not accept "applicationJwt". Authenticate with apiKey or jwt.',
  );
});
