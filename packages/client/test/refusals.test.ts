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
    'page: Is unknown (choose from limit, offset, filter, q, expand, fields, sort)',
    // @ts-expect-error Object literal may only specify known properties, and 'page' does not exist.
    (client: CustomersClient) => client.getCustomerCollection({ page: 2 }),
  ],
  [
    'getCustomer',
    'body: Is unknown (choose from id, expand, fields)',
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
    'getCustomerCollection',
    'limt: Is unknown (did you mean limit?)',
    // @ts-expect-error Object literal may only specify known properties, but 'limt' does not exist.
    (client: CustomersClient) => client.getCustomerCollection({ limt: 2 }),
  ],
  [
    'getCustomer',
    'the call is a string',
    // @ts-expect-error Argument of type 'string' is not assignable.
    (client: CustomersClient) => client.getCustomer('cus_01'),
  ],
  [
    'getCustomer',
    'the call is null',
    // @ts-expect-error Argument of type 'null' is not assignable.
    (client: CustomersClient) => client.getCustomer(null),
  ],
  [
    'getCustomerCollection',
    'the call is a list',
    // @ts-expect-error Argument of type 'never[]' is not assignable.
    (client: CustomersClient) => client.getCustomerCollection([]),
  ],
  [
    'getCustomerCollection',
    'the call is null',
    // @ts-expect-error Argument of type 'null' is not assignable.
    (client: CustomersClient) => Array.fromAsync(client.customers(null)),
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

test.each<[string, unknown, string]>([
  ['singal', { singal: AbortSignal.timeout(1) }, 'there is no option singal. Did you mean signal?'],
  ['signal', { signal: new AbortController() }, 'signal is an AbortController. Give an AbortSignal.'],
  ['timeout', { timeout: 0 }, 'timeout is 0. Give a whole number from 1 to 2147483647.'],
  ['', null, 'the options are null. Give an object of options.'],
  ['', 1000, 'the options are a number. Give an object of options.'],
  ['', [], 'the options are a list. Give an object of options.'],
])('the option %j of a call is refused in %o', async (member, options, message) => {
  await using server = await serve({ json: {} });
  const client = server.client();
  const refusal = {
    name: 'InvalidCallError',
    issues: [{ member, message }],
    message: `Failed to call getCustomer: ${message} Nothing was sent.`,
  };
  await expect(Reflect.apply(client.getCustomer, undefined, [{ id: 'cus_01' }, options])).rejects.toMatchObject(
    refusal,
  );
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

/** What a caller without types does. */
const create = (options: unknown) => void Reflect.apply(createCustomersClient, undefined, [options]);

const url = 'server is a string. Give sandbox, live, or an http(s) URL without credentials, query and fragment.';
const ascii = 'Give printable ASCII without spaces.';
const id = 'Give 1 to 50 ASCII letters, digits, dots and _ @ ~ -, and not dots alone.';

test.each<[option: string, words: string, options: Readonly<Record<string, unknown>>]>([
  ['server', url, { server: 'production' }],
  ['server', url, { server: 'ftp://example.com' }],
  ['server', url, { server: 'https://user:password@example.com' }],
  ['server', url, { server: 'https://example.com?key=1' }],
  ['server', url.replace('a string', 'absent'), { server: undefined }],
  ['organizationId', `organizationId is a string. ${id}`, { organizationId: 'a/b' }],
  ['organizationId', `organizationId is a string. ${id}`, { organizationId: '..' }],
  [
    'organizationId',
    'organizationId is a string. The server has an organization already: leave it out.',
    { server: 'https://example.com/organizations/demo/', organizationId: 'demo' },
  ],
  ['organization_id', `organization_id is a string. ${ascii}`, { organization_id: 'a\nb' }],
  ['apiKey', `apiKey is a string. ${ascii}`, { apiKey: 'sk_test\n' }],
  ['apiKey', `apiKey is a string. ${ascii}`, { apiKey: '' }],
  ['apiKey', 'apiKey is absent. Give either apiKey or token.', { apiKey: undefined }],
  ['apiKey', 'apiKey is a string. Give either apiKey or token.', { token: 'header.payload.sig' }],
  ['timeout', 'timeout is 2147483648. Give a whole number from 1 to 2147483647.', { timeout: 2 ** 31 }],
  ['maxRetries', 'maxRetries is 1.5. Give a whole number from 0 to 10.', { maxRetries: 1.5 }],
  ['fetch', 'fetch is "fetch". Give a function.', { fetch: 'fetch' }],
  [
    'organisationId',
    'there is no option organisationId. Did you mean organizationId?',
    { organisationId: 'demo', server: undefined },
  ],
])('the option %s is refused: %s', (option, words, options) => {
  expect(() => create({ server: 'sandbox', apiKey: 'sk_test', ...options })).toThrow(
    expect.objectContaining({
      name: 'InvalidOptionsError',
      message: `Failed to create a customers client: ${words}`,
      option,
    }),
  );
});

test.each([
  [undefined, 'absent'],
  [null, 'null'],
  [['sk_test'], 'a list'],
  ['sk_test', 'a string'],
])('options that are %j are refused', (options, kind) => {
  expect(() => create(options)).toThrow(
    expect.objectContaining({
      name: 'InvalidOptionsError',
      message: `Failed to create a customers client: the options are ${kind}. Give an object of options.`,
      option: '',
    }),
  );
});
