import { startEmulator } from '@customer-contracts/emulator';
import createSdk, { RebillyErrors } from 'rebilly-js-sdk';
import { expect, test } from 'vitest';

/** The official SDK as it is published, its base URL apart. */
function sdkFor({ url, apiKey, organizationId }: { url: string; apiKey: string; organizationId: string }) {
  return createSdk({ apiKey, organizationId, sandbox: true, timeout: 6000, urls: { live: url, sandbox: url } });
}

const ada = {
  primaryAddress: { firstName: 'Ada', lastName: 'Lovelace', emails: [{ label: 'main', value: 'ada@example.com' }] },
};

test('creates a customer with an id of the server', async () => {
  await using emulator = await startEmulator();
  const created = await sdkFor(emulator).customers.create({ data: ada });
  expect(created).toMatchObject({ response: { status: 201 } });
  expect(created.fields.id).toMatch(/^cus_[0-7][0-9A-HJKMNP-TV-Z]{25}$/);
  expect(created.fields).toMatchObject({
    email: 'ada@example.com',
    firstName: 'Ada',
    lastName: 'Lovelace',
    revision: 1,
  });
});

test('creates a customer with an id of its own, and says that the id is taken', async () => {
  await using emulator = await startEmulator();
  const { customers } = sdkFor(emulator);
  const created = await customers.create({ id: 'ada', data: ada });
  expect(created).toMatchObject({ response: { status: 201 }, fields: { id: 'ada' } });
  await expect(customers.create({ id: 'ada', data: ada })).rejects.toBeInstanceOf(RebillyErrors.RebillyConflictError);
});

test('replaces a customer', async () => {
  await using emulator = await startEmulator();
  const { customers } = sdkFor(emulator);
  await customers.update({ id: 'ada', data: { ...ada, locale: 'en-GB' } });
  const replaced = await customers.update({ id: 'ada', data: ada });
  expect(replaced).toMatchObject({ response: { status: 200 }, fields: { locale: null, revision: 2 } });
});

test('gets a customer with its lead source', async () => {
  await using emulator = await startEmulator();
  const { customers } = sdkFor(emulator);
  await customers.update({ id: 'ada', data: { ...ada, leadSource: { source: 'google' } } });
  const { fields } = await customers.get({ id: 'ada', expand: 'leadSource', fields: 'email,_embedded' });
  expect(fields).toMatchObject({
    id: 'ada',
    email: 'ada@example.com',
    _embedded: { leadSource: { source: 'google' } },
  });
});

test('lists customers a page at a time', async () => {
  await using emulator = await startEmulator();
  const { customers } = sdkFor(emulator);
  for (const id of ['c', 'a', 'b']) await customers.update({ id, data: ada });
  const page = await customers.getAll({ limit: 2, offset: 1, sort: ['id'], filter: 'firstName:Ada', q: 'ada love' });
  expect(page.items.map(({ fields }) => fields.id)).toEqual(['b', 'c']);
  expect(page).toMatchObject({ limit: 2, offset: 1, total: 3 });
});

test('merges a customer into another', async () => {
  await using emulator = await startEmulator();
  const { customers } = sdkFor(emulator);
  for (const id of ['ada', 'duplicate']) await customers.update({ id, data: ada });
  expect(await customers.merge({ id: 'duplicate', targetCustomerId: 'ada' })).toMatchObject({
    response: { status: 204 },
  });
  await expect(customers.get({ id: 'duplicate' })).rejects.toBeInstanceOf(RebillyErrors.RebillyNotFoundError);
  expect((await customers.get({ id: 'ada' })).fields.revision).toBe(2);
});

test('records, gets and deletes a lead source', async () => {
  await using emulator = await startEmulator();
  const { customers } = sdkFor(emulator);
  await customers.update({ id: 'ada', data: ada });
  const recorded = { response: { status: 201 } };
  expect(await customers.createLeadSource({ id: 'ada', data: { source: 'google' } })).toMatchObject(recorded);
  expect(await customers.updateLeadSource({ id: 'ada', data: { source: 'newsletter' } })).toMatchObject(recorded);
  const { fields } = await customers.getLeadSource({ id: 'ada' });
  expect(fields).toMatchObject({ source: 'newsletter', original: { source: 'google' } });
  expect(await customers.deleteLeadSource({ id: 'ada' })).toMatchObject({ response: { status: 204 } });
  await expect(customers.getLeadSource({ id: 'ada' })).rejects.toBeInstanceOf(RebillyErrors.RebillyNotFoundError);
});

test('says what is wrong with a customer', async () => {
  await using emulator = await startEmulator();
  const { customers } = sdkFor(emulator);
  const invalid = customers.create({ data: { primaryAddress: { country: 'gb' } } });
  await expect(invalid).rejects.toBeInstanceOf(RebillyErrors.RebillyValidationError);
  await expect(invalid).rejects.toMatchObject({ status: 422, invalidFields: [{ field: 'primaryAddress.country' }] });
});

test('says that a key is not known', async () => {
  await using emulator = await startEmulator();
  const { customers } = sdkFor({ ...emulator, apiKey: 'wrong' });
  await expect(customers.getAll()).rejects.toBeInstanceOf(RebillyErrors.RebillyForbiddenError);
  await expect(customers.getAll()).rejects.toMatchObject({ status: 401 });
});

test('says that the allowance is used up', async () => {
  await using emulator = await startEmulator({ rateLimit: { limit: 1, windowSeconds: 600 } });
  const { customers } = sdkFor(emulator);
  await customers.update({ id: 'ada', data: ada });
  await expect(customers.update({ id: 'ada', data: ada })).rejects.toMatchObject({ status: 429 });
});
