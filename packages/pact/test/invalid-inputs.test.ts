import { startEmulator } from '@customer-contracts/emulator';
import { invalidCustomerInputs, invalidLeadSourceInputs } from '@customer-contracts/fixtures';
import { emulatorStates, verifyProvider } from '@customer-contracts/pact/verify';
import { ValidationProblem } from '@customer-contracts/schemas';
import { expect, test } from 'vitest';

import { send } from './send.ts';
import { temporaryPacts } from './temporary-pacts.ts';

/** Every so many of a list: enough to meet each kind of rule. */
const some = <Each>(all: readonly Each[], step: number) => all.filter((_, index) => index % step === 0);

test('makes a contract about bodies that break a rule, which the emulator honours', async () => {
  await using pacts = await temporaryPacts();
  await using emulator = await startEmulator({ providerStates: true });
  const customers = some(invalidCustomerInputs(), 20);
  const leadSources = some(invalidLeadSourceInputs(), 10);

  for (const { invalidFields, ...invalid } of customers) {
    const call = { id: 'cus_01', ...invalid };
    await pacts.pact
      .putCustomer(call)
      .respondsWith(422)
      .reads(ValidationProblem)
      .test(async ({ example, ...mock }) => {
        expect((await send('putCustomer', call, mock)).status).toBe(422);
        expect(example.invalidFields).toMatchObject(invalidFields);
      })();
  }
  for (const invalid of leadSources) {
    const call = { id: 'cus_01', ...invalid };
    await pacts.pact
      .putCustomerLeadSource(call)
      .respondsWith(422)
      .test((mock) => send('putCustomerLeadSource', call, mock))();
  }
  await pacts.merged();

  const { interactions } = await verifyProvider({
    baseUrl: emulator.url,
    pacts: [pacts.directory],
    states: emulatorStates({ url: emulator.url }),
  });

  expect(interactions.length).toBeGreaterThan(8);
  expect(interactions).toHaveLength(customers.length + leadSources.length);
});

test('takes every invalid input of the fixtures as an interaction of its own, and no twin of one', async () => {
  await using pacts = await temporaryPacts();

  for (const invalid of invalidCustomerInputs()) {
    await pacts.pact
      .postCustomer(invalid)
      .respondsWith(422)
      .test((mock) => send('postCustomer', { body: invalid.body }, mock))();
    const twin = pacts.pact.postCustomer({ body: invalid.valid }).respondsWith(422);
    await expect(twin.test(() => {})()).rejects.toThrow('the body breaks no rule of the API.');
  }

  const { interactions } = await pacts.merged();
  expect(interactions).toHaveLength(invalidCustomerInputs().length);
  expect(interactions.map(({ description }) => description)).toContain(
    'create a customer with an id made by the server: 422, websiteId is longer than 50',
  );
});
