import { customerFixtures } from '@customer-contracts/fixtures';
import { seedCustomers, undoSeed, verifySeed } from '@customer-contracts/seed';
import { expect, test } from 'vitest';

import { collected, standIn } from './stand-in.ts';

const records = { count: 60, seed: 42, duplicates: 0.2 };
const idOf = (index: number) => customerFixtures({ seed: 42 }).responses.at(index).id;

test('undo is a dry run unless it is told otherwise', async () => {
  await using api = await standIn();
  await seedCustomers({ ...api.target, ...records });
  const writes = api.writes().length;
  expect(await undoSeed({ ...api.target, ...records, into: 'grave' })).toMatchObject({
    merged: 60,
    gone: 0,
    writes: 0,
  });
  expect(api.writes()).toHaveLength(writes);
});

test('undo merges what was made into one tombstone, and leaves the rest', async () => {
  await using api = await standIn();
  await api.client.putCustomer({ id: 'ada', body: { primaryAddress: { firstName: 'Ada' } } });
  await seedCustomers({ ...api.target, ...records });
  const undo = () => undoSeed({ ...api.target, ...records, into: 'grave', dryRun: false });
  expect(await undo()).toMatchObject({ records: 60, merged: 60, gone: 0, refused: 0, writes: 61 });
  expect((await api.customers()).map(({ id }) => id).toSorted()).toEqual(['ada', 'grave']);
  expect(await undo()).toMatchObject({ merged: 0, gone: 60, writes: 0 });
});

test('undo takes a customer that was changed, and refuses an id that holds somebody else', async () => {
  await using api = await standIn();
  await seedCustomers({ ...api.target, count: 5, seed: 42 });
  const { primaryAddress } = customerFixtures({ seed: 42 }).inputs.at(1);
  await api.client.putCustomer({ id: idOf(1), body: { primaryAddress: { ...primaryAddress, city: 'Elsewhere' } } });
  const emails = [{ label: 'main', value: 'ada@example.com' }];
  await api.client.putCustomer({ id: idOf(2), body: { primaryAddress: { emails } } });
  const { onEvent, ofType } = collected();
  const summary = await undoSeed({ ...api.target, count: 5, seed: 42, into: 'grave', dryRun: false, onEvent });
  expect(summary).toMatchObject({ merged: 4, refused: 1 });
  expect(ofType('customer').find(({ outcome }) => outcome === 'refused')?.id).toBe(idOf(2));
  expect((await api.customers()).map(({ id }) => id).toSorted()).toEqual([idOf(2), 'grave'].toSorted());
});

test('the tombstone may be a customer that is there, but none of those that go', async () => {
  await using api = await standIn();
  await seedCustomers({ ...api.target, count: 5, seed: 42 });
  const undo = (into: string) => undoSeed({ ...api.target, count: 4, seed: 42, into, dryRun: false });
  await expect(undo(idOf(3))).rejects.toThrow(
    `Failed to take the options: into is "${idOf(3)}", which is one of the customers. Name another one, or a new one.`,
  );
  expect(await undo(idOf(4))).toMatchObject({ merged: 4, writes: 4 });
});

test('undo survives lost answers, and counts each customer once', async () => {
  await using api = await standIn({ faults: [{ kind: 'drop', operations: ['deleteCustomer'], probability: 0.3 }] });
  await seedCustomers({ ...api.target, ...records });
  expect(await undoSeed({ ...api.target, ...records, into: 'grave', dryRun: false })).toMatchObject({ merged: 60 });
  expect((await api.customers()).map(({ id }) => id)).toEqual(['grave']);
});

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
