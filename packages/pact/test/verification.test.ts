import { join } from 'node:path';

import { startEmulator } from '@customer-contracts/emulator';
import { customerFixtures } from '@customer-contracts/fixtures';
import { coverage, readPacts } from '@customer-contracts/pact-files';
import {
  emulatorStates,
  type StateHandlers,
  type Verification,
  VerificationError,
  verifyProvider,
} from '@customer-contracts/pact/verify';
import { expect, test } from 'vitest';
import * as z from 'zod';

import { send } from './send.ts';
import { startProvider } from './start-provider.ts';
import { temporaryPacts, type TemporaryPacts } from './temporary-pacts.ts';

/** The address that stands in the contract. */
const { email } = customerFixtures().complete().responses.at(0);

const Summary = z.object({ id: z.string(), email: z.string().nullable() });

/** A contract of three interactions: a customer in full and bare, and none. */
async function smallContract(): Promise<TemporaryPacts> {
  const pacts = await temporaryPacts();
  const getCustomer = pacts.pact.getCustomer({ id: 'cus_01' });
  await getCustomer.reads(Summary).test((mock) => send('getCustomer', { id: 'cus_01' }, mock))();
  await getCustomer.respondsWith(404).test((mock) => send('getCustomer', { id: 'cus_01' }, mock))();
  await pacts.merged();
  return pacts;
}

async function failureOf(verification: Promise<Verification>): Promise<VerificationError> {
  const error: unknown = await verification.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof VerificationError) return error;
  throw new Error(`expected a VerificationError, received ${String(error)}`);
}

test('tells what it found about each interaction', async () => {
  await using pacts = await smallContract();
  await using emulator = await startEmulator({ providerStates: true });

  const { interactions } = await verifyProvider({
    baseUrl: emulator.url,
    pacts: [join(pacts.directory, 'billing-web-rebilly-customers-api.json')],
    states: emulatorStates({ url: emulator.url }),
  });

  expect(interactions).toMatchObject([
    {
      consumer: 'billing-web',
      description: 'get a customer: 200, bare, reading email, id',
      cell: 'getCustomer 200',
      variant: 'bare',
    },
    { description: 'get a customer: 200, complete, reading email, id', cell: 'getCustomer 200', variant: 'complete' },
    { description: 'get a customer: 404', cell: 'getCustomer 404', states: ['a customer does not exist'] },
  ]);
  expect(interactions.map(({ isPassed, reasons }) => ({ isPassed, reasons }))).toEqual(
    Array.from({ length: 3 }, () => ({ isPassed: true, reasons: [] })),
  );
});

test('sends the key of the state to the provider, and the placeholder to nobody', async () => {
  await using pacts = await smallContract();
  const keys: (string | undefined)[] = [];
  await using provider = await startProvider(({ method, headers }) => {
    if (method === 'GET') keys.push(headers['reb-apikey']?.toString());
    return {};
  });

  await failureOf(
    verifyProvider({
      baseUrl: provider.url,
      pacts: [pacts.directory],
      states: { customerExists: () => ({ apiKey: 'of the state' }), customerDoesNotExist: () => undefined },
      credentials: { apiKey: 'of the team' },
    }),
  );

  expect(keys).toEqual(['of the state', 'of the state', 'of the team']);
});

test('names the interaction, the state and what is wrong when the provider does not honour it', async () => {
  await using pacts = await smallContract();
  await using provider = await startProvider(() => ({ id: 'cus_01', email: 5 }));
  const states: StateHandlers = {
    customerExists: () => ({ apiKey: 'key' }),
    customerDoesNotExist: () => ({ apiKey: 'key' }),
  };

  const error = await failureOf(verifyProvider({ baseUrl: provider.url, pacts: [pacts.directory], states }));

  expect(error.message).toBe(`Failed to verify rebilly-customers-api: 3 of 3 interactions not honoured.
  billing-web: get a customer: 200, bare, reading email, id (given a customer exists)
    $.email: Expected 5 (Integer) to be a null value
  billing-web: get a customer: 200, complete, reading email, id (given a customer exists)
    $.email: Expected 5 (Integer) to be the same type as '${email}' (String)
    $.email: Expected 5 (Integer) to be a null value
  billing-web: get a customer: 404 (given a customer does not exist)
    status: expected 404 but was 200`);
  const { verification } = error;
  expect(
    coverage(await readPacts([pacts.directory]), verification && [verification]).filter(({ isVerified }) => isVerified),
  ).toEqual([]);
});

test('fails by name when a state has no handler, and when its handler throws', async () => {
  await using pacts = await smallContract();
  await using emulator = await startEmulator({ providerStates: true });
  const states: StateHandlers = {
    customerExists: ({ view }) => {
      throw new Error(`the database has no ${view} customer`);
    },
  };

  const { verification } = await failureOf(verifyProvider({ baseUrl: emulator.url, pacts: [pacts.directory], states }));

  expect(verification.interactions.map(({ reasons }) => reasons)).toEqual([
    ['the provider state "a customer exists" could not be brought about: the database has no bare customer'],
    ['the provider state "a customer exists" could not be brought about: the database has no complete customer'],
    [
      'the provider state "a customer does not exist" could not be brought about: There is no handler for it. Add customerDoesNotExist to states.',
    ],
  ]);
});

test('refuses to verify nothing', async () => {
  await using pacts = await temporaryPacts();
  await using provider = await startProvider(() => ({}));

  const error = await failureOf(verifyProvider({ baseUrl: provider.url, pacts: [pacts.directory], states: {} }));

  expect(error.message).toMatch(/^Failed to /);
});
