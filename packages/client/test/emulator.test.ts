import { createCustomersClient, type CustomersClient } from '@customer-contracts/client';
import { startEmulator, type RunningEmulator, type StartOptions } from '@customer-contracts/emulator';
import { expect, test } from 'vitest';

async function start(options?: StartOptions): Promise<RunningEmulator & { readonly client: CustomersClient }> {
  const emulator = await startEmulator(options);
  const { url, organizationId, apiKey } = emulator;
  return { ...emulator, client: createCustomersClient({ server: url, organizationId, apiKey }) };
}

const ids = async (client: CustomersClient) => (await Array.fromAsync(client.customers())).map(({ id }) => id);

test('every operation works from end to end', async () => {
  await using emulator = await start();
  const { client, url } = emulator;
  const body = { primaryAddress: { firstName: 'Ada', emails: [{ label: 'main', value: 'ada@example.com' }] } };

  const created = await client.putCustomer({ id: 'ada@1.2~x', body });
  expect(created).toMatchObject({
    status: 201,
    body: { id: 'ada@1.2~x', email: 'ada@example.com', firstName: 'Ada' },
    location: `${url}/organizations/demo/customers/ada%401.2~x`,
    rateLimit: { limit: 3000, remaining: 2999 },
  });
  expect(await client.putCustomer({ id: 'ada@1.2~x', body })).toMatchObject({ status: 200, body: { revision: 2 } });

  const { body: duplicate, location } = await client.postCustomer({ body });
  expect(location).toBe(`${url}/organizations/demo/customers/${duplicate.id}`);
  expect(await client.getCustomerCollection({ filter: 'email:ada@example.com', limit: 1 })).toMatchObject({
    status: 200,
    body: [{ firstName: 'Ada' }],
    pagination: { total: 2, limit: 1, offset: 0 },
  });

  const { id } = duplicate;
  expect(await client.putCustomerLeadSource({ id, body: { source: 'google' } })).toMatchObject({
    status: 201,
    body: { source: 'google', original: { source: 'google' } },
  });
  expect((await client.getCustomerLeadSource({ id })).body.source).toBe('google');
  expect(await client.getCustomer({ id, expand: 'leadSource' })).toMatchObject({
    body: { _embedded: { leadSource: { source: 'google' } } },
  });
  expect(await client.deleteCustomerLeadSource({ id })).toMatchObject({ status: 204, body: undefined });

  expect(await client.deleteCustomer({ id, targetCustomerId: 'ada@1.2~x' })).toMatchObject({ status: 204 });
  await expect(client.getCustomer({ id })).rejects.toMatchObject({ name: 'NotFoundError', problem: { status: 404 } });
});

test('problems come with the words of the API', async () => {
  await using emulator = await start();
  const { client, url, organizationId } = emulator;
  const body = { primaryAddress: { emails: [{ label: 'main', value: 'no e-mail' }] } };
  await expect(client.putCustomer({ id: 'ada', body })).rejects.toMatchObject({
    name: 'ValidationError',
    status: 422,
    problem: { invalidFields: [{ field: 'primaryAddress.emails.0.value' }] },
  });
  await expect(client.getCustomerCollection({ filter: 'primaryAddress.country:@friends' })).rejects.toMatchObject({
    name: 'ValidationError',
    status: 400,
  });
  const stranger = createCustomersClient({ server: url, organizationId, apiKey: 'sk_wrong' });
  await expect(stranger.getCustomerCollection()).rejects.toMatchObject({ name: 'UnauthorizedError' });
});

test('a token of an application may read and not write', async () => {
  const token = 'header.payload.signature';
  const credentials = [{ kind: 'applicationJwt', secret: token, organizations: ['demo'] }] as const;
  await using emulator = await startEmulator({ credentials });
  const client = createCustomersClient({ server: emulator.url, organizationId: 'demo', token });
  expect((await client.getCustomerCollection()).body).toEqual([]);
  await expect(client.postCustomer({ body: {} })).rejects.toMatchObject({ name: 'ForbiddenError' });
});

test('the organization of 2022 is read from its header', async () => {
  const credentials = [{ kind: 'apiKey', secret: 'sk_two', organizations: ['one', 'two'] }] as const;
  await using emulator = await startEmulator({ credentials });
  const connection = { server: emulator.url, apiKey: 'sk_two' };
  await createCustomersClient({ ...connection, organization_id: 'two' }).putCustomer({ id: 'ada', body: {} });
  expect(await ids(createCustomersClient({ ...connection, organizationId: 'two' }))).toEqual(['ada']);
  expect(await ids(createCustomersClient(connection))).toEqual([]);
});

test('all customers come once, until the API shows no more', async () => {
  await using emulator = await start({ customers: { count: 2100, seed: 42 } });
  const seen = new Set<string>();
  const list = async () => {
    for await (const { id } of emulator.client.customers({ sort: ['createdTime'] })) seen.add(id);
  };
  await expect(list()).rejects.toMatchObject({ name: 'CollectionLimitError', offset: 2000, total: 2100 });
  expect(seen.size).toBe(2000);
});

test('waits for the allowance to be renewed', async () => {
  await using emulator = await start({ rateLimit: { limit: 1, windowSeconds: 1 } });
  await emulator.client.postCustomer({ body: {} });
  await emulator.client.postCustomer({ body: {} });
  expect(await ids(emulator.client)).toHaveLength(2);
});

test.each([{ kind: 'drop' }, { kind: 'half' }, { kind: 'error', status: 503, applied: true }] as const)(
  'a PUT whose answer is lost is sent again: %j',
  async (fault) => {
    await using emulator = await start({ faults: [{ ...fault, operations: ['putCustomer'], times: 2 }] });
    const { client } = emulator;
    expect((await client.putCustomer({ id: 'ada', body: {} })).body.revision).toBe(3);
    expect(await ids(client)).toEqual(['ada']);
  },
);

test('a create whose answer is lost is sent once', async () => {
  await using emulator = await start({ faults: [{ kind: 'drop', operations: ['postCustomer'] }] });
  await expect(emulator.client.postCustomer({ body: {} })).rejects.toMatchObject({ name: 'NetworkError', attempts: 1 });
  expect(await ids(emulator.client)).toHaveLength(1);
});

test('a merge whose answer is lost is done, and says 404 at its second attempt', async () => {
  await using emulator = await start({ faults: [{ kind: 'drop', operations: ['deleteCustomer'], times: 1 }] });
  const { client } = emulator;
  await client.putCustomer({ id: 'ada', body: {} });
  await client.putCustomer({ id: 'ada-again', body: {} });
  const merge = client.deleteCustomer({ id: 'ada-again', targetCustomerId: 'ada' });
  await expect(merge).rejects.toMatchObject({ name: 'NotFoundError', attempts: 2 });
  expect(await ids(client)).toEqual(['ada']);
});
