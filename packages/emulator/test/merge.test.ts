import { startEmulator } from '@customer-contracts/emulator';
import { Customer, providerStates } from '@customer-contracts/schemas';
import { expect, test } from 'vitest';

import { member } from './member.ts';
import { send, type Target } from './send.ts';
import { setUpState } from './set-up-state.ts';

async function get(target: Target, id: string): Promise<Customer> {
  return Customer.parse((await send(target, `GET /customers/${id}`)).body);
}

test('the target survives with the tags and figures of both', async () => {
  await using emulator = await startEmulator({ providerStates: true });
  const params = { id: 'duplicate', targetCustomerId: 'target' };
  const target = await setUpState(emulator, providerStates.duplicateCustomersExist.sentence, params);
  const [before, duplicate] = [await get(target, 'target'), await get(target, 'duplicate')];
  const { status, body } = await send(target, 'DELETE /customers/duplicate?targetCustomerId=target');
  expect({ status, body }).toEqual({ status: 204, body: undefined });
  expect((await send(target, 'GET /customers/duplicate')).status).toBe(404);
  const after = await get(target, 'target');
  const paymentCount = Number(before.paymentCount) + Number(duplicate.paymentCount);
  expect(after).toMatchObject({
    primaryAddress: before.primaryAddress,
    email: before.email,
    paymentCount,
    invoiceCount: Number(before.invoiceCount) + Number(duplicate.invoiceCount),
    revision: Number(before.revision) + 1,
  });
  const revenue = Number(before.lifetimeRevenue?.amount) + Number(duplicate.lifetimeRevenue?.amount);
  expect(after.lifetimeRevenue?.amount).toBeCloseTo(revenue, 2);
  expect(after.averageValue?.amount).toBeCloseTo(revenue / paymentCount, 2);
  const times = [before, duplicate].map(({ lastPaymentTime }) => Date.parse(lastPaymentTime ?? ''));
  expect(Date.parse(after.lastPaymentTime ?? '')).toBe(Math.max(...times));
  const names = [...(before.tags ?? []), ...(duplicate.tags ?? [])].map(({ name }) => name);
  expect(after.tags?.map(({ name }) => name).toSorted()).toEqual([...new Set(names)].toSorted());
});

test('the address and the lead source of the duplicate fill what the target lacks', async () => {
  await using emulator = await startEmulator();
  const primaryAddress = { firstName: 'Ada', emails: [{ label: 'main', value: 'ada@example.com' }] };
  await send(emulator, 'PUT /customers/duplicate', { primaryAddress, leadSource: { source: 'google' } });
  await send(emulator, 'PUT /customers/target', {});
  await send(emulator, 'DELETE /customers/duplicate?targetCustomerId=target');
  expect(await get(emulator, 'target')).toMatchObject({ firstName: 'Ada', email: 'ada@example.com', primaryAddress });
  const { body } = await send(emulator, 'GET /customers/target/lead-source');
  const href = '/organizations/demo/customers/target';
  expect(body).toMatchObject({ source: 'google', _links: [{ rel: 'self' }, { rel: 'customer', href }] });
});

test('the lead source of the target stays', async () => {
  await using emulator = await startEmulator();
  await send(emulator, 'PUT /customers/duplicate', { leadSource: { source: 'google' } });
  await send(emulator, 'PUT /customers/target', { leadSource: { source: 'newsletter' } });
  await send(emulator, 'DELETE /customers/duplicate?targetCustomerId=target');
  const { body } = await send(emulator, 'GET /customers/target/lead-source');
  expect(body).toMatchObject({ source: 'newsletter' });
});

const noTarget = 'A customer is deleted by merging it into another: name that one.';
const sameTarget = 'A customer can not be merged into itself.';

test.each([
  ['DELETE /customers/ada', 422, [{ field: 'targetCustomerId', message: noTarget }]],
  ['DELETE /customers/ada?targetCustomerId=', 422, [{ field: 'targetCustomerId', message: noTarget }]],
  ['DELETE /customers/ada?targetCustomerId=ada', 422, [{ field: 'targetCustomerId', message: sameTarget }]],
  ['DELETE /customers/ada?targetCustomerId=unknown', 404, undefined],
  ['DELETE /customers/unknown?targetCustomerId=ada', 404, undefined],
])('%s answers %d and deletes nothing', async (line, status, invalidFields) => {
  await using emulator = await startEmulator();
  await send(emulator, 'PUT /customers/ada', {});
  const reply = await send(emulator, line);
  expect(reply.status).toBe(status);
  expect(member(reply.body, 'invalidFields')).toEqual(invalidFields);
  expect(await get(emulator, 'ada')).toMatchObject({ revision: 1 });
});
