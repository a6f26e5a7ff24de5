import { createCustomersClient } from '@customer-contracts/client';
import { startEmulator } from '@customer-contracts/emulator';
import { isPactError } from '@customer-contracts/pact';
import { coverage, readPacts } from '@customer-contracts/pact-files';
import {
  apiStates,
  UnarrangeableStateError,
  type Verification,
  VerificationError,
  verifyProvider,
} from '@customer-contracts/pact/verify';
import { cells, providerStateNames, providerStates } from '@customer-contracts/schemas';
import { expect, test } from 'vitest';
import * as z from 'zod';

import { everyCell } from './every-cell.ts';
import { send } from './send.ts';
import { startProvider } from './start-provider.ts';
import { temporaryPacts, type TemporaryPacts } from './temporary-pacts.ts';

/** Verifies against an emulator that takes no provider states: only the public API arranges things. */
async function verify({ directory }: TemporaryPacts): Promise<Verification> {
  await using emulator = await startEmulator();
  const { url, apiKey } = emulator;
  const states = apiStates(createCustomersClient({ server: url, apiKey }));
  return await verifyProvider({ baseUrl: url, pacts: [directory], states, credentials: { apiKey } });
}

test('arranges states through the API alone, and sets apart what nobody can arrange there', async () => {
  await using pacts = await temporaryPacts();
  const contract = everyCell(pacts.pact);
  for (const cell of cells) await contract[cell]();
  await pacts.merged();

  const verification = await verify(pacts);

  const { interactions } = verification;
  const notVerifiable = interactions.filter(({ isVerifiable }) => !isVerifiable);
  expect(interactions.filter(({ isPassed, isVerifiable }) => !isPassed && isVerifiable)).toEqual([]);
  expect(notVerifiable.every(({ isPassed }) => !isPassed)).toBe(true);
  const errors = notVerifiable.map(({ cell = '' }) => cell).filter((cell) => !/ 20\d$/.test(cell));
  expect(errors.toSorted()).toEqual(cells.filter((cell) => / (403|409|429)$/.test(cell)).toSorted());
  const verified = coverage(await readPacts([pacts.directory]), [verification]).filter(({ isVerified }) => isVerified);
  expect(verified.map(({ cell }) => cell)).toEqual(expect.arrayContaining(['getCustomer 404', 'putCustomer 201']));
});

test('brings about every state but those that the API lets nobody arrange', async () => {
  await using emulator = await startEmulator();
  const { url, apiKey } = emulator;
  const arrange = apiStates(createCustomersClient({ server: url, apiKey }));
  const refused: string[] = [];
  for (const name of providerStateNames) {
    const { sentence, parameters: schema } = providerStates[name];
    const values = { id: 'cus_01', targetCustomerId: 'cus_02', count: 1, view: 'complete' };
    const parameters = Object.fromEntries(Object.entries(values).filter(([key]) => Object.hasOwn(schema.shape, key)));
    const change = { sentence, action: 'setup', parameters, earlier: {}, reportMissing: () => {} } as const;
    await arrange(change).catch((error: Error) => refused.push(`${name}: ${error.name}: ${error.message}`));
  }

  const unknown = 'UnarrangeableStateError: apiStates knows no way to it through the public API.';
  expect(refused).toEqual([
    `credentialsForbidden: ${unknown}`,
    `requestConflicts: ${unknown}`,
    `allowanceUsedUp: ${unknown}`,
  ]);
});

test('takes a state as it is written by hand, and says what is missing from it', async () => {
  await using emulator = await startEmulator();
  const { url, apiKey } = emulator;
  const client = createCustomersClient({ server: url, apiKey });
  const arrange = apiStates(client);
  const { sentence } = providerStates.customerExists;
  const setup = { sentence, action: 'setup', earlier: {}, reportMissing: () => {} } as const;
  await arrange({ ...setup, parameters: { id: 'cus_01' } });
  expect((await client.getCustomer({ id: 'cus_01' })).body.primaryAddress).toHaveProperty('city');
  await expect(arrange({ ...setup, parameters: {} })).rejects.toThrow(
    'Its parameters are not as the state has them: id: Invalid input: expected string, received undefined. Give them in the contract.',
  );
});

test('verifies in full what every organization can have', async () => {
  await using pacts = await temporaryPacts();
  const Summary = z.object({ id: z.string(), email: z.email().nullable(), createdTime: z.string() });
  const one = { id: 'cus_01' };
  const getCustomer = pacts.pact.getCustomer(one);
  await getCustomer.reads(Summary).test((mock) => send('getCustomer', one, mock))();
  await getCustomer.respondsWith(404).test((mock) => send('getCustomer', one, mock))();
  await getCustomer.respondsWith(401).test((mock) => send('getCustomer', one, mock))();
  const members = { email: 'bob@example.com' };
  const filter = 'email:bob@example.com';
  await pacts.pact
    .getCustomerCollection({ filter })
    .given('customersExist', { count: 1, view: 'complete', members })
    .reads(Summary)
    .test((mock) => send('getCustomerCollection', { filter }, mock))();
  await pacts.merged();

  const { interactions } = await verify(pacts);

  expect(interactions).toHaveLength(4);
  expect(interactions.filter(({ isPassed }) => !isPassed)).toEqual([]);
});

test('still fails what differs at a member that the state has', async () => {
  await using pacts = await temporaryPacts();
  const one = { id: 'cus_01' };
  const Both = z.object({ locale: z.string().nullable(), lastPaymentTime: z.string().nullable() });
  await pacts.pact
    .getCustomer(one)
    .reads(Both)
    .only('complete')
    .test((mock) => send('getCustomer', one, mock))();
  await pacts.merged();
  await using emulator = await startEmulator();
  await using provider = await startProvider(() => ({ locale: 5, lastPaymentTime: 5 }));
  const { url, apiKey } = emulator;
  const states = apiStates(createCustomersClient({ server: url, apiKey }));

  const verification = verifyProvider({ baseUrl: provider.url, pacts: [pacts.directory], states });

  await expect(verification).rejects.toThrow(VerificationError);
  await expect(verification).rejects.toThrow('1 of 1 interaction not honoured.');
});

test('lets a handler of your own say that nobody can arrange a state', async () => {
  await using pacts = await temporaryPacts();
  const one = { id: 'cus_01' };
  await pacts.pact
    .getCustomer(one)
    .respondsWith(403)
    .test((mock) => send('getCustomer', one, mock))();
  await pacts.merged();
  await using provider = await startProvider(() => ({}));
  const error = new UnarrangeableStateError('Every key of the team may do everything.');

  const { interactions } = await verifyProvider({
    baseUrl: provider.url,
    pacts: [pacts.directory],
    states: {
      credentialsForbidden: () => {
        throw error;
      },
    },
  });

  expect(isPactError(error)).toBe(true);
  expect(interactions).toMatchObject([
    {
      isPassed: false,
      isVerifiable: false,
      reasons: [
        'the provider state "the credentials may not do this" could not be brought about: Every key of the team may do everything.',
      ],
    },
  ]);
});
