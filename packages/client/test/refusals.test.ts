import { createCustomersClient, type CustomersClient } from '@customer-contracts/client';
import { expect, test } from 'vitest';

import { serve } from './serve.ts';

const pattern = 'Must be 1 to 50 ASCII letters, digits, dots and _ @ ~ -';
const dots = 'Must not be dots alone, which a URL drops';
const circle: { customFields: Record<string, unknown> } = { customFields: {} };
circle.customFields['self'] = circle;

test.each([
  ['getCustomer', `id: ${pattern}`, (client: CustomersClient) => client.getCustomer({ id: 'a b/c?d#e' })],
  ['getCustomer', `id: ${dots}`, (client: CustomersClient) => client.getCustomer({ id: '..' })],
  [
    'deleteCustomerLeadSource',
    `id: ${dots}`,
    (client: CustomersClient) => client.deleteCustomerLeadSource({ id: '.' }),
  ],
  ['getCustomer', `id: ${pattern}`, (client: CustomersClient) => client.getCustomer({ id: '' })],
  [
    'getCustomer',
    'id: Too big: expected string to have <=50 characters',
    (client: CustomersClient) => client.getCustomer({ id: 'x'.repeat(51) }),
  ],
  [
    'getCustomerCollection',
    'limit: Too big: expected number to be <=1000; offset: Too small: expected number to be >=0',
    (client: CustomersClient) => client.getCustomerCollection({ limit: 1001, offset: -1 }),
  ],
  [
    'getCustomerCollection',
    'filter: the clause "nonsense" has no ":". Write a field, ":" and a value, as in firstName:John',
    (client: CustomersClient) => client.getCustomerCollection({ filter: 'nonsense' }),
  ],
  [
    'getCustomerCollection',
    'filter: There is no field "createTime". The nearest name is "createdTime"; filter: "many" is not a value of "paymentCount", which is a number',
    (client: CustomersClient) => client.getCustomerCollection({ filter: 'createTime:1;paymentCount:many' }),
  ],
  [
    'getCustomerCollection',
    'filter: the value "a,b" of "firstName" has ",", and the grammar has no escape. Filter by another field, or after loading',
    (client: CustomersClient) =>
      client.getCustomerCollection({
        filter: [{ field: 'firstName', terms: [{ kind: 'literal', negated: false, value: 'a,b' }] }],
      }),
  ],
  [
    'getCustomerCollection',
    'filter: It has no clauses of a field and terms',
    // @ts-expect-error Type 'number' is not assignable to type 'FilterClause'.
    (client: CustomersClient) => client.getCustomerCollection({ filter: [1] }),
  ],
  [
    'getCustomerCollection',
    'filter: Invalid input: expected string, received number',
    // @ts-expect-error Type 'number' is not assignable to type 'string | Filter | undefined'.
    (client: CustomersClient) => client.getCustomerCollection({ filter: 1 }),
  ],
  [
    'getCustomerCollection',
    'sort: Customers can\'t be sorted by "firstName"',
    // @ts-expect-error Type '"-firstName"' is not assignable to type 'SortTerm'.
    (client: CustomersClient) => client.getCustomerCollection({ sort: ['-firstName'] }),
  ],
  [
    'getCustomerCollection',
    'Unrecognized key: "page"',
    // @ts-expect-error Object literal may only specify known properties, and 'page' does not exist.
    (client: CustomersClient) => client.getCustomerCollection({ page: 2 }),
  ],
  [
    'getCustomer',
    'Unrecognized key: "body"',
    // @ts-expect-error Object literal may only specify known properties, and 'body' does not exist.
    (client: CustomersClient) => client.getCustomer({ id: 'cus_01', body: {} }),
  ],
  [
    'getCustomer',
    'id: Invalid input: expected string, received undefined',
    // @ts-expect-error Expected 1-2 arguments, but got 0.
    (client: CustomersClient) => client.getCustomer(),
  ],
  [
    'deleteCustomer',
    'targetCustomerId: Invalid input: expected string, received undefined',
    // @ts-expect-error Property 'targetCustomerId' is missing.
    (client: CustomersClient) => client.deleteCustomer({ id: 'cus_01' }),
  ],
  [
    'deleteCustomer',
    'targetCustomerId: Too small: expected string to have >=1 characters',
    (client: CustomersClient) => client.deleteCustomer({ id: 'cus_01', targetCustomerId: '' }),
  ],
  [
    'deleteCustomer',
    'targetCustomerId: Must not be the id of the duplicate itself',
    (client: CustomersClient) => client.deleteCustomer({ id: 'cus_01', targetCustomerId: 'cus_01' }),
  ],
  [
    'putCustomer',
    'body: Is missing',
    // @ts-expect-error Property 'body' is missing.
    (client: CustomersClient) => client.putCustomer({ id: 'cus_01' }),
  ],
  [
    'postCustomer',
    'body: Cannot be written as JSON',
    (client: CustomersClient) => client.postCustomer({ body: circle }),
  ],
  [
    'getCustomer',
    'timeout: Too small: expected number to be >=1',
    (client: CustomersClient) => client.getCustomer({ id: 'cus_01' }, { timeout: 0 }),
  ],
])('%s refuses: %s', async (operationId, issue, call) => {
  await using server = await serve({ json: {} });
  await expect(call(server.client())).rejects.toMatchObject({
    name: 'InvalidCallError',
    operationId,
    message: `Failed to call ${operationId}: ${issue}. Nothing was sent. Correct the call.`,
  });
  expect(server.received).toEqual([]);
});

test('a refusal lists its reasons by member', async () => {
  await using server = await serve({ json: {} });
  await expect(server.client().getCustomerCollection({ limit: 0.5, sort: [] })).rejects.toMatchObject({
    issues: [{ member: 'limit', message: 'Invalid input: expected int, received number' }],
  });
});

test('a body that breaks a rule is sent, for the API to judge', async () => {
  await using server = await serve({ status: 422, json: {} });
  const body = { websiteId: 'x'.repeat(51) };
  await expect(server.client().postCustomer({ body })).rejects.toMatchObject({ name: 'ValidationError' });
  expect(server.received[0]?.text).toBe(JSON.stringify(body));
});

const url = 'server: Must be sandbox, live, or an http(s) URL without credentials, query and fragment';
/** What a caller without types does. */
const create = (options: unknown) => void Reflect.apply(createCustomersClient, undefined, [options]);

const ascii = 'Must be printable ASCII without spaces';

test.each<[string, Readonly<Record<string, unknown>>]>([
  [url, { server: 'production' }],
  [url, { server: 'ftp://example.com' }],
  [url, { server: 'https://user:password@example.com' }],
  [url, { server: 'https://example.com?key=1' }],
  ['server: Invalid input: expected string, received undefined', { server: undefined }],
  [`organizationId: ${pattern}`, { organizationId: 'a/b' }],
  [`organizationId: ${dots}`, { organizationId: '..' }],
  [
    'The server has an organization already: leave out organizationId',
    { server: 'https://example.com/organizations/demo/', organizationId: 'demo' },
  ],
  [`organization_id: ${ascii}`, { organization_id: 'a\nb' }],
  [`apiKey: ${ascii}`, { apiKey: 'sk_test\n' }],
  [`apiKey: ${ascii}`, { apiKey: '' }],
  ['Give either apiKey or token', { apiKey: undefined }],
  ['Give either apiKey or token', { token: 'header.payload.sig' }],
  ['timeout: Too big: expected number to be <=2147483647', { timeout: 2 ** 31 }],
  ['maxRetries: Invalid input: expected int, received number', { maxRetries: 1.5 }],
  ['fetch: Must be a function', { fetch: 'fetch' }],
  ['Unrecognized key: "organisationId"', { organisationId: 'demo' }],
])('options are refused: %s', (issue, options) => {
  expect(() => create({ server: 'sandbox', apiKey: 'sk_test', ...options })).toThrow(
    expect.objectContaining({
      name: 'InvalidOptionsError',
      message: `Failed to create a customers client: ${issue}. Correct the options.`,
    }),
  );
});
