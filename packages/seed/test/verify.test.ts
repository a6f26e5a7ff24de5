import { customerFixtures } from '@customer-contracts/fixtures';
import { seedCustomers, verifySeed } from '@customer-contracts/seed';
import { expect, test } from 'vitest';

import { collected, standIn } from './stand-in.ts';

const idOf = (index: number) => customerFixtures({ seed: 42 }).responses.at(index).id;

test('verify tells what is missing, changed and extra', async () => {
  await using api = await standIn();
  await seedCustomers({ ...api.target, count: 130, seed: 42 });
  expect(await verifySeed({ ...api.target, count: 130, seed: 42 })).toMatchObject({
    unchanged: 130,
    extra: 0,
    writes: 0,
  });
  await api.client.deleteCustomer({ id: idOf(7), targetCustomerId: idOf(8) });
  const { primaryAddress } = customerFixtures({ seed: 42 }).inputs.at(9);
  await api.client.putCustomer({ id: idOf(9), body: { primaryAddress: { ...primaryAddress, city: 'Elsewhere' } } });
  await api.client.putCustomer({ id: 'copy', body: { primaryAddress: { emails: primaryAddress?.emails ?? [] } } });
  const { onEvent, ofType } = collected();
  const summary = await verifySeed({ ...api.target, count: 128, seed: 42, onEvent });
  expect(summary).toMatchObject({ records: 128, unchanged: 126, missing: 1, changed: 1, extra: 3 });
  const found = ofType('customer').filter(({ outcome }) => outcome !== 'unchanged');
  expect(found.map(({ id, outcome }) => `${outcome} ${id}`).toSorted()).toEqual(
    [`changed ${idOf(9)}`, 'extra copy', `extra ${idOf(128)}`, `extra ${idOf(129)}`, `missing ${idOf(7)}`].toSorted(),
  );
  expect(found.find(({ outcome }) => outcome === 'changed')?.members).toContain('primaryAddress.city');
});
