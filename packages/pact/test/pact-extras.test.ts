import { startEmulator } from '@customer-contracts/emulator';
import { ownState } from '@customer-contracts/pact';
import { emulatorStates, stateHandler, verifyProvider } from '@customer-contracts/pact/verify';
import { expect, test } from 'vitest';
import * as z from 'zod';

import { send } from './send.ts';
import { startProvider } from './start-provider.ts';
import { temporaryPacts } from './temporary-pacts.ts';

const one = { id: 'cus_01' };
const Summary = z.object({ id: z.string(), email: z.email().nullable() });
const invoiceUnpaid = ownState('the customer has an unpaid invoice', z.object({ id: z.string(), amount: z.number() }));

test('fails no verification while it is pending, and says so', async () => {
  await using pacts = await temporaryPacts();
  await pacts.pact
    .getCustomer(one)
    .reads(Summary)
    .only('complete')
    .pending()
    .test((mock) => send('getCustomer', one, mock))();
  await pacts.merged();
  await using provider = await startProvider(() => ({ id: 5 }));

  const { interactions } = await verifyProvider({
    baseUrl: provider.url,
    pacts: [pacts.directory],
    states: { customerExists: () => ({ apiKey: 'key' }) },
  });

  expect(interactions).toMatchObject([{ isPassed: false, isPending: true }]);
});

test('keeps comments and the name of the test in the pact', async () => {
  await using pacts = await temporaryPacts();
  await pacts.pact
    .getCustomer(one)
    .comment('Billing reads it at night.')
    .comment('Twice.')
    .testName('shows the customer')
    .test((mock) => send('getCustomer', one, mock))();

  expect((await pacts.merged()).interactions).toMatchObject([
    { comments: { text: ['Billing reads it at night.', 'Twice.'], testname: 'shows the customer' } },
  ]);
});

test('has provider states of your own beside that of the catalogue', async () => {
  await using pacts = await temporaryPacts();
  await using emulator = await startEmulator({ providerStates: true });
  await pacts.pact
    .getCustomer(one)
    .reads(Summary)
    .also(invoiceUnpaid, { id: 'cus_01', amount: 12.5 })
    .test((mock) => send('getCustomer', one, mock))();
  await pacts.merged();
  const arranged: unknown[] = [];

  const { interactions } = await verifyProvider({
    baseUrl: emulator.url,
    pacts: [pacts.directory],
    states: emulatorStates({ url: emulator.url }),
    ownStates: [
      stateHandler(invoiceUnpaid, ({ id, amount }) => {
        arranged.push([id, amount]);
        return undefined;
      }),
    ],
    credentials: { apiKey: 'of the team' },
  });

  expect(interactions.map(({ states }) => states)).toEqual(
    Array.from({ length: 2 }, () => ['a customer exists', 'the customer has an unpaid invoice']),
  );
  expect(arranged).toEqual([
    ['cus_01', 12.5],
    ['cus_01', 12.5],
  ]);
});

test('refuses parameters that break the schema of a state of your own', async () => {
  await using pacts = await temporaryPacts();
  // @ts-expect-error TypeScript refuses it, too
  const test = pacts.pact.getCustomer(one).also(invoiceUnpaid, { id: 'cus_01' });

  await expect(test.test(() => {})()).rejects.toThrow('Failed to describe getCustomer: amount is missing. Hand it in.');
});

test('fails by name when a state of your own has no handler', async () => {
  await using pacts = await temporaryPacts();
  await using emulator = await startEmulator({ providerStates: true });
  await pacts.pact
    .getCustomer(one)
    .also(invoiceUnpaid, { id: 'cus_01', amount: 1 })
    .test((mock) => send('getCustomer', one, mock))();
  await pacts.merged();

  await expect(
    verifyProvider({
      baseUrl: emulator.url,
      pacts: [pacts.directory],
      states: { customerExists: () => ({ apiKey: 'key' }) },
    }),
  ).rejects.toThrow(
    'the provider state "the customer has an unpaid invoice" could not be brought about: The catalogue of provider states has no "the customer has an unpaid invoice". Add a handler of it to ownStates.',
  );
});

test('takes a matcher of your own for one member, in each customer of a collection', async () => {
  await using pacts = await temporaryPacts();
  await pacts.pact
    .getCustomerCollection()
    .reads(Summary)
    .matches('email', { match: 'regex', regex: '^.+@example\\.com$' })
    .test((mock) => send('getCustomerCollection', {}, mock))();
  await pacts.merged();
  const passed = async (email: string) => {
    await using provider = await startProvider(() => [{ id: 'cus_02', email }]);
    const verification = verifyProvider({
      baseUrl: provider.url,
      pacts: [pacts.directory],
      states: { customersExist: () => ({ apiKey: 'key' }), noCustomers: () => ({ apiKey: 'key' }) },
    });
    const error: unknown = await verification.catch((reason: unknown) => reason);
    return String(error);
  };

  expect(await passed('ann@example.org')).toContain(
    "$[0].email: Expected 'ann@example.org' to match '^.+@example\\.com$'",
  );
  expect(await passed('ann@example.com')).not.toContain('to match');
});

test('refuses a matcher for a member that is not read', async () => {
  await using pacts = await temporaryPacts();
  const test = pacts.pact.getCustomer(one).reads(Summary).matches('emial', { match: 'type' });

  await expect(test.test(() => {})()).rejects.toThrow(
    'Failed to describe getCustomer 200: it has matchers for emial, which the schema does not read. Name a member that it reads.',
  );
});
