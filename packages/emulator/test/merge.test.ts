import { type RunningEmulator, startEmulator } from '@customer-contracts/emulator';
import { Customer } from '@customer-contracts/schemas';
import { expect, test } from 'vitest';

import { send } from './send.ts';

async function get(emulator: { url: string; apiKey: string }, id: string): Promise<Customer> {
  return Customer.parse((await send(emulator, `GET /customers/${id}`)).body);
}

/** Two complete customers, `duplicate` and `target`, in an organization of their own. */
async function twoCustomers({ url, apiKey }: RunningEmulator) {
  const params = { id: 'duplicate', targetCustomerId: 'target' };
  const state = { state: 'a customer and its duplicate exist', action: 'setup', params };
  const { body } = await send({ url, apiKey }, 'POST /_provider-states', state);
  return { url, apiKey: String(Object(body).apiKey) };
}

test('the target survives with the tags and figures of both', async () => {
  await using emulator = await startEmulator({ providerStates: true });
  const target = await twoCustomers(emulator);
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

test.each([
  ['DELETE /customers/ada', 422],
  ['DELETE /customers/ada?targetCustomerId=', 422],
  ['DELETE /customers/ada?targetCustomerId=ada', 422],
  ['DELETE /customers/ada?targetCustomerId=unknown', 404],
  ['DELETE /customers/unknown?targetCustomerId=ada', 404],
])('%s answers %d and deletes nothing', async (line, status) => {
  await using emulator = await startEmulator();
  await send(emulator, 'PUT /customers/ada', {});
  const reply = await send(emulator, line);
  expect(reply.status).toBe(status);
  if (status === 422) expect(reply.body).toMatchObject({ invalidFields: [{ field: 'targetCustomerId' }] });
  expect(await get(emulator, 'ada')).toMatchObject({ revision: 1 });
});
