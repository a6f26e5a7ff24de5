import { startEmulator } from '@customer-contracts/emulator';
import { emulatorStates, VerificationError, verifyProvider } from '@customer-contracts/pact/verify';
import { expect, test } from 'vitest';
import * as z from 'zod';

import { send } from './send.ts';
import { temporaryPacts, type TemporaryPacts } from './temporary-pacts.ts';

async function verified(pacts: TemporaryPacts): Promise<readonly (readonly [string, boolean])[]> {
  await using emulator = await startEmulator({ providerStates: true });
  const states = emulatorStates({ url: emulator.url });
  await pacts.merged();
  const { interactions } = await verifyProvider({ baseUrl: emulator.url, pacts: [pacts.directory], states }).catch(
    (error: unknown) => {
      if (error instanceof VerificationError) return error.verification;
      throw error;
    },
  );
  return interactions.map(({ description, isPassed }) => [description, isPassed]);
}

const filter = 'email:bob@example.com';

test('finds who the state says is there', async () => {
  await using pacts = await temporaryPacts();
  const members = { email: 'bob@example.com' };
  // JSON leaves it out, so it is as if nobody had said it.
  const unset: object = { locale: undefined };

  await pacts.pact
    .getCustomerCollection({ filter })
    .given('customersExist', { count: 1, view: 'complete', members: { ...members, ...unset } })
    .reads(z.object({ email: z.email().nullable() }))
    .test(async ({ example, ...mock }) => {
      expect((await send('getCustomerCollection', { filter }, mock)).body).toEqual([members]);
      expect(example).toEqual([members]);
    })();

  expect(await verified(pacts)).toEqual([[`list customers by filter=${filter}: 200, reading email`, true]]);
});

test('is not honoured where the state has somebody else', async () => {
  await using pacts = await temporaryPacts();

  await pacts.pact
    .getCustomerCollection({ filter })
    .given('customersExist', { count: 1 })
    .reads(z.object({ email: z.email().nullable() }))
    .test((mock) => send('getCustomerCollection', { filter }, mock))();

  expect(await verified(pacts)).toEqual([[`list customers by filter=${filter}: 200, reading email`, false]]);
});

test('makes the declared fields of the organization come', async () => {
  await using pacts = await temporaryPacts({ customFields: { vip: true, tier: 'gold' } });
  const Fields = z.object({ customFields: z.object({ vip: z.boolean(), tier: z.string() }) });

  await pacts.pact
    .getCustomer({ id: 'cus_01' })
    .reads(Fields)
    .test(async (mock) => {
      const { body } = await send('getCustomer', { id: 'cus_01' }, mock);
      expect(body).toEqual({ customFields: { vip: true, tier: 'gold' } });
    })();
  await pacts.pact
    .postCustomer({ body: { customFields: { vip: false, tier: 'none' } } })
    .reads(Fields)
    .test((mock) => send('postCustomer', { body: { customFields: { vip: false, tier: 'none' } } }, mock))();

  expect((await verified(pacts)).map(([, isPassed]) => isPassed)).toEqual([true, true]);
});

test('sets up every state that is given, together', async () => {
  await using pacts = await temporaryPacts();

  await pacts.pact
    .getCustomerCollection()
    .given('customerExists', { id: 'cus_01', view: 'complete' })
    .given('customerExists', { id: 'cus_02', view: 'bare' })
    .reads(z.object({ id: z.string() }))
    .test((mock) => send('getCustomerCollection', {}, mock))();
  await pacts.pact
    .getCustomer({ id: 'cus_03' })
    .given('customerExists', { id: 'cus_01', view: 'complete' })
    .given('customerDoesNotExist', { id: 'cus_03' })
    .respondsWith(404)
    .test((mock) => send('getCustomer', { id: 'cus_03' }, mock))();

  const { interactions } = await pacts.merged();
  expect(interactions.map(({ providerStates }) => providerStates)).toEqual([
    [
      { name: 'a customer exists', params: { id: 'cus_01', view: 'complete' } },
      { name: 'a customer does not exist', params: { id: 'cus_03' } },
    ],
    [
      { name: 'a customer exists', params: { id: 'cus_01', view: 'complete' } },
      { name: 'a customer exists', params: { id: 'cus_02', view: 'bare' } },
    ],
  ]);
  expect((await verified(pacts)).map(([, isPassed]) => isPassed)).toEqual([true, true]);
});

test('adds the headers of each readsHeaders', async () => {
  await using pacts = await temporaryPacts();
  const collection = pacts.pact
    .getCustomerCollection()
    .readsHeaders('Pagination-Total')
    .readsHeaders('Pagination-Limit');
  await collection.test((mock) => send('getCustomerCollection', {}, mock))();
  const [interaction] = (await pacts.merged()).interactions;
  expect(interaction?.description).toBe('list customers: 200, with Pagination-Total, Pagination-Limit');
  expect(interaction?.response['headers']).toMatchObject({ 'Pagination-Total': ['2'], 'Pagination-Limit': ['100'] });
});
