import { expect, test } from 'vitest';

import { serve } from './serve.ts';

test('a page comes with its place in the collection', async () => {
  await using server = await serve({
    json: [{ id: 'cus_01' }],
    headers: { 'pagination-total': '332', 'Pagination-Limit': '100', 'PAGINATION-OFFSET': '2' },
  });
  expect(await server.client().getCustomerCollection()).toEqual({
    status: 200,
    body: [{ id: 'cus_01' }],
    pagination: { total: 332, limit: 100, offset: 2 },
  });
});

test('a write comes with the rate limit and the place of what it made', async () => {
  await using server = await serve({
    status: 201,
    json: { id: 'cus_01' },
    headers: {
      location: 'https://api.example.com/organizations/demo/customers/cus_01',
      'X-RateLimit-Limit': '3000',
      'X-RateLimit-Remaining': '2999',
    },
  });
  expect(await server.client().postCustomer({ body: {} })).toEqual({
    status: 201,
    body: { id: 'cus_01' },
    location: 'https://api.example.com/organizations/demo/customers/cus_01',
    rateLimit: { limit: 3000, remaining: 2999 },
  });
});

test('a PUT says whether it replaced or created', async () => {
  await using server = await serve({ status: 200, json: { id: 'mine' } }, { status: 201, json: { id: 'mine' } });
  const client = server.client();
  expect((await client.putCustomer({ id: 'mine', body: {} })).status).toBe(200);
  expect((await client.putCustomer({ id: 'mine', body: {} })).status).toBe(201);
});

test('a 204 has no body, whatever it says about it', async () => {
  await using server = await serve({ status: 204, headers: { 'X-RateLimit-Remaining': '7' } });
  expect(await server.client().deleteCustomerLeadSource({ id: 'cus_01' })).toEqual({
    status: 204,
    body: undefined,
    rateLimit: { remaining: 7 },
  });
});

test('a success that says when the period ends is understood, whatever the clock here says', async () => {
  const date = 'Mon, 15 Apr 2024 13:15:00 GMT';
  const headers = { date, 'X-RateLimit-Remaining': '0', 'X-RateLimit-Retry-After': '1713187500' };
  await using server = await serve({ status: 204, headers });
  const { rateLimit } = await server.client().deleteCustomerLeadSource({ id: 'cus_01' });
  expect(rateLimit).toEqual({ remaining: 0, retryAfter: 600_000 });
});

test('headers that are missing or odd are left out', async () => {
  await using server = await serve({
    status: 201,
    json: { id: 'cus_01' },
    headers: {
      location: 'http://[',
      'X-RateLimit-Limit': 'many',
      'X-RateLimit-Remaining': '-1',
      'Pagination-Total': '',
    },
  });
  expect(await server.client().postCustomer({ body: {} })).toEqual({ status: 201, body: { id: 'cus_01' } });
});

test.each([
  ['/customers/cus_01', '/organizations/demo/customers/cus_01'],
  ['/organizations/demo/customers/cus_01', '/organizations/demo/customers/cus_01'],
  ['customers/cus_01', '/organizations/demo/customers/cus_01'],
  ['//api.example.com/customers/cus_01', 'http://api.example.com/organizations/demo/customers/cus_01'],
  ['https://api.example.com/customers/cus_01', 'https://api.example.com/organizations/demo/customers/cus_01'],
  [
    'https://api.example.com/organizations/other/customers/cus_01',
    'https://api.example.com/organizations/other/customers/cus_01',
  ],
])('reads the location %s', async (location, expected) => {
  await using server = await serve({ status: 201, json: { id: 'cus_01' }, headers: { location } });
  const result = await server.client().postCustomer({ body: {} });
  expect(result.location).toBe(new URL(expected, server.url).href);
});

test('a location has no organization where the client has none', async () => {
  await using server = await serve({ status: 201, json: { id: 'cus_01' }, headers: { location: '/customers/cus_01' } });
  const result = await server.client({ organizationId: undefined }).postCustomer({ body: {} });
  expect(result.location).toBe(`${server.url}/customers/cus_01`);
});

test.each([
  ['/customers/cus_01', '/rebilly/organizations/demo/customers/cus_01'],
  ['/customers/cus_01/lead-source', '/rebilly/organizations/demo/customers/cus_01/lead-source'],
  ['/organizations/demo/customers/cus_01', '/rebilly/organizations/demo/customers/cus_01'],
  ['/rebilly/customers/cus_01', '/rebilly/organizations/demo/customers/cus_01'],
  ['/rebilly/organizations/demo/customers/cus_01', '/rebilly/organizations/demo/customers/cus_01'],
  ['https://api.example.com/customers/cus_01', 'https://api.example.com/organizations/demo/customers/cus_01'],
  ['/jobs/1', '/jobs/1'],
])('behind a gateway, the location %s has its path', async (location, expected) => {
  await using server = await serve({ status: 201, json: { id: 'cus_01' }, headers: { location } });
  const result = await server.client({ server: `${server.url}/rebilly/` }).postCustomer({ body: {} });
  expect(server.received[0]?.line).toBe('POST /rebilly/organizations/demo/customers');
  expect(result.location).toBe(new URL(expected, server.url).href);
});

test('a gateway may be called like the resource, and the organization may be missing or part of the server', async () => {
  const created = (location: string) => ({ status: 201, json: { id: 'cus_01' }, headers: { location } });
  await using server = await serve(created('/customers/cus_01'), created('/customers/customers/cus_01'));
  const client = server.client({ server: `${server.url}/customers`, organizationId: undefined });
  expect((await client.postCustomer({ body: {} })).location).toBe(`${server.url}/customers/customers/cus_01`);
  const other = server.client({ server: `${server.url}/customers/organizations/o1`, organizationId: undefined });
  const { location } = await other.postCustomer({ body: {} });
  expect(location).toBe(`${server.url}/customers/organizations/o1/customers/cus_01`);
});

test('an answer of any era is read: unknown members stay, and null and both forms of _embedded are taken', async () => {
  const wire = {
    id: 'cus_01',
    loyalty: { tier: 3 },
    tags: null,
    email: 'no e-mail',
    _embedded: [{ leadSource: { source: 'x' } }],
  };
  await using server = await serve({ json: wire });
  const { body } = await server.client().getCustomer({ id: 'cus_01' });
  expect(body).toEqual({ ...wire, _embedded: { leadSource: { source: 'x' } } });
});
