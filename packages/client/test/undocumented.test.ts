import { UndocumentedAnswerError } from '@customer-contracts/client';
import { expect, test } from 'vitest';

import { serve } from './serve.ts';

const verb = 'Failed to get a customer, GET /customers/cus_01';
const write = 'It may have been carried out all the same: read what is there before you send it again.';
const place = 'Check the URL of the server, and that it is the Customers API.';

test.each([
  [{ status: 202 }, 'the API answered 202, which getCustomer does not document', place],
  [{ status: 405, json: { title: 'No' } }, 'the API answered 405 (No), which getCustomer does not document', place],
  [{ status: 503, text: '<html>' }, 'the API answered 503, which getCustomer does not document', 'Try again.'],
  [{ status: 999 }, 'the API answered 999, which getCustomer does not document', 'Try again.'],
  [
    { status: 302, headers: { location: 'https://elsewhere.example.com' } },
    'the API answered 302, which getCustomer does not document',
    'Redirects are not followed, since they would carry the key along. Check the URL of the server.',
  ],
  [
    { status: 200, text: '<h1>Hi</h1>', headers: { 'content-type': 'text/html' } },
    'the API answered 200, but its body is not JSON: text/html, 11 characters',
    place,
  ],
  [{ status: 200 }, 'the API answered 200, but its body is not JSON: application/json, 0 characters', place],
  [
    { status: 200, json: [1] },
    'the API answered 200, but its body cannot be read: Invalid input: expected object, received array',
    place,
  ],
  [
    { status: 200, json: { id: 'cus_01', primaryAddress: { emails: 'none' } } },
    'the API answered 200, but its body cannot be read: primaryAddress.emails: Invalid input: expected array, received string',
    place,
  ],
])('%j', async (reply, received, advice) => {
  await using server = await serve(reply);
  const call = server.client({ maxRetries: 0 }).getCustomer({ id: 'cus_01' });
  await expect(call).rejects.toMatchObject({
    name: 'UndocumentedAnswerError',
    status: reply.status,
    message: `${verb}: ${received}. ${advice}`,
  });
  await expect(call).rejects.toBeInstanceOf(UndocumentedAnswerError);
  expect(server.received).toHaveLength(1);
});

test('an undocumented answer to a write leaves open whether it was carried out', async () => {
  await using server = await serve({ status: 500, json: { title: 'Oops' } });
  await expect(server.client().postCustomer({ body: {} })).rejects.toMatchObject({
    problem: { title: 'Oops' },
    message:
      'Failed to create a customer with an id made by the server, POST /customers: the API answered 500 (Oops), ' +
      `which postCustomer does not document. ${write}`,
  });
});

test('a body that cannot be read is listed by member', async () => {
  await using server = await serve({ json: [{ id: 1 }, { id: 2, revision: 'x' }] });
  await expect(server.client().getCustomerCollection()).rejects.toMatchObject({
    issues: [
      { member: '0.id', message: 'Invalid input: expected string, received number' },
      { member: '1.id', message: 'Invalid input: expected string, received number' },
      { member: '1.revision', message: 'Invalid input: expected number, received string' },
    ],
  });
});
