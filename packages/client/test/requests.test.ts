import { createCustomersClient, type CustomersClient } from '@customer-contracts/client';
import { operationIds } from '@customer-contracts/schemas';
import { expect, test } from 'vitest';

import { apiKey, serve, type Received } from './serve.ts';

test('has a method for each operation of the table, and the customers one by one', async () => {
  await using server = await serve({});
  expect(Object.keys(server.client())).toEqual([...operationIds, 'customers']);
});

const customer = { status: 200, json: { id: 'cus_01' } };
const created = { status: 201, json: { id: 'cus_01' } };
const done = { status: 204 };

test.each([
  [{ json: [] }, 'GET /organizations/demo/customers', '', (client: CustomersClient) => client.getCustomerCollection()],
  [
    { json: [] },
    'GET /organizations/demo/customers?limit=20&offset=0&q=ada+lovelace+%26+co&sort=-createdTime%2ClastName',
    '',
    (client: CustomersClient) =>
      client.getCustomerCollection({
        limit: 20,
        offset: 0,
        q: 'ada lovelace & co',
        sort: ['-createdTime', 'lastName'],
      }),
  ],
  [
    { json: [] },
    'GET /organizations/demo/customers?filter=paymentCount%3A1..%3Btags%3A%21vip',
    '',
    (client: CustomersClient) =>
      client.getCustomerCollection({
        filter: [
          { field: 'paymentCount', terms: [{ kind: 'range', negated: false, from: '1' }] },
          { field: 'tags', terms: [{ kind: 'literal', negated: true, value: 'vip' }] },
        ],
      }),
  ],
  [
    created,
    'POST /organizations/demo/customers',
    '{"websiteId":"web_01"}',
    (client: CustomersClient) => client.postCustomer({ body: { websiteId: 'web_01' } }),
  ],
  [
    customer,
    'GET /organizations/demo/customers/cus_01?expand=leadSource%2Cwebsite',
    '',
    (client: CustomersClient) => client.getCustomer({ id: 'cus_01', expand: 'leadSource,website' }),
  ],
  [
    customer,
    'PUT /organizations/demo/customers/ann%40example.com',
    '{}',
    (client: CustomersClient) => client.putCustomer({ id: 'ann@example.com', body: {} }),
  ],
  [
    done,
    'DELETE /organizations/demo/customers/cus_01?targetCustomerId=cus_02',
    '',
    (client: CustomersClient) => client.deleteCustomer({ id: 'cus_01', targetCustomerId: 'cus_02' }),
  ],
  [
    customer,
    'GET /organizations/demo/customers/cus_01/lead-source',
    '',
    (client: CustomersClient) => client.getCustomerLeadSource({ id: 'cus_01' }),
  ],
  [
    created,
    'PUT /organizations/demo/customers/cus_01/lead-source',
    '{"source":"google"}',
    (client: CustomersClient) => client.putCustomerLeadSource({ id: 'cus_01', body: { source: 'google' } }),
  ],
  [
    done,
    'DELETE /organizations/demo/customers/cus_01/lead-source',
    '',
    (client: CustomersClient) => client.deleteCustomerLeadSource({ id: 'cus_01' }),
  ],
])('sends %# as the API documents it', async (reply, line, text, call) => {
  await using server = await serve(reply);
  await call(server.client());
  const [received] = server.received;
  expect(server.received).toHaveLength(1);
  expect(received).toMatchObject({ line, text });
  expect(pick(received, ['accept', 'content-type', 'reb-apikey', 'authorization', 'organization-id'])).toEqual({
    accept: 'application/json',
    'reb-apikey': apiKey,
    ...(text !== '' && { 'content-type': 'application/json' }),
  });
});

test.each([
  ['sandbox', 'https://api-sandbox.rebilly.com/organizations/demo/customers'],
  ['live', 'https://api.rebilly.com/organizations/demo/customers'],
])('%s is Rebilly’s own', async (server, url) => {
  const asked: string[] = [];
  const fetch = async (url: string) => {
    asked.push(url);
    return Response.json([]);
  };
  await createCustomersClient({ server, organizationId: 'demo', apiKey, fetch }).getCustomerCollection();
  expect(asked).toEqual([url]);
});

test('leaves out what is absent or empty', async () => {
  await using server = await serve({ json: [] });
  await server.client().getCustomerCollection({ expand: undefined, filter: [], q: '', sort: [] });
  expect(server.received[0]?.line).toBe('GET /organizations/demo/customers');
});

test('sends no credentials before a server that adds them', async () => {
  await using server = await serve({ status: 404, json: { detail: 'Nobody' } });
  const client = createCustomersClient({ server: server.url, apiKey: null });
  await expect(client.getCustomer({ id: 'ada' })).rejects.toThrow('GET /customers/ada: the API answered 404 (Nobody)');
  expect(pick(server.received[0], ['reb-apikey', 'authorization'])).toEqual({});
});

test('sends a token as a bearer', async () => {
  await using server = await serve({ json: [] });
  await createCustomersClient({ server: server.url, token: 'header.payload.sig' }).getCustomerCollection();
  expect(pick(server.received[0], ['reb-apikey', 'authorization'])).toEqual({
    authorization: 'Bearer header.payload.sig',
  });
});

test('sends the organization of 2022 as the header that it was', async () => {
  await using server = await serve({ json: [] });
  await server.client({ organizationId: undefined, organization_id: 'org_hdr' }).getCustomerCollection();
  expect(server.received[0]?.line).toBe('GET /customers');
  expect(pick(server.received[0], ['organization-id'])).toEqual({ 'organization-id': 'org_hdr' });
});

test('takes a server with a path, and with slashes at its end', async () => {
  await using server = await serve({ json: [] });
  await server.client({ server: `${server.url}/gateway//` }).getCustomerCollection();
  await server
    .client({ server: `${server.url}/organizations/other`, organizationId: undefined })
    .getCustomerCollection();
  expect(server.received.map(({ line }) => line)).toEqual([
    'GET /gateway/organizations/demo/customers',
    'GET /organizations/other/customers',
  ]);
});

function pick(received: Received | undefined, names: readonly string[]) {
  return Object.fromEntries(Object.entries(received?.headers ?? {}).filter(([name]) => names.includes(name)));
}
