import { createRequire } from 'node:module';

import * as modules from '@customer-contracts/pact';
import { expect, test } from 'vitest';

import { send } from './send.ts';
import { byDescription, temporaryPacts } from './temporary-pacts.ts';

// oxlint-disable-next-line typescript/no-unsafe-assignment -- what is required has no type
const commonJs: typeof modules = createRequire(import.meta.url)('@customer-contracts/pact');

test('exports the same as CommonJS, from a copy of its own', () => {
  expect(Object.keys(commonJs).filter((name) => name !== '__esModule')).toEqual(Object.keys(modules).toSorted());
  expect(commonJs.customersPact).not.toBe(modules.customersPact);
});

test('knows the errors of the other copy', () => {
  for (const [one, other] of [
    [modules, commonJs],
    [commonJs, modules],
  ] as const) {
    expect(one.isPactError(new other.PactError('of the other copy'))).toBe(true);
  }
});

test('takes the interactions of the other copy into a flow, and merges the shards of both', async () => {
  await using pacts = await temporaryPacts();
  const { directory, pact } = pacts;
  const other = commonJs.customersPact({ consumer: 'billing-web', directory });

  await pact
    .flow(
      other.getCustomer({ id: 'cus_01' }).respondsWith(404),
      pact.putCustomer({ id: 'cus_01', body: {} }).respondsWith(201),
    )
    .test(async (address) => {
      await send('getCustomer', { id: 'cus_01' }, address);
      await send('putCustomer', { id: 'cus_01', body: {} }, address);
    })();
  await other.deleteCustomerLeadSource({ id: 'cus_01' }).test(async (address) => {
    await send('deleteCustomerLeadSource', { id: 'cus_01' }, address);
  })();

  expect([...byDescription(await pacts.merged()).keys()]).toEqual([
    'create a customer with an id of your own, or replace it: 201',
    "delete a customer's lead source: 204",
    'get a customer: 404',
  ]);
});
