import {
  ConflictError,
  CustomersApiError,
  ForbiddenError,
  NotFoundError,
  ProblemError,
  TooManyRequestsError,
  UnauthorizedError,
  ValidationError,
  type CustomersClient,
} from '@customer-contracts/client';
import { expect, test } from 'vitest';

import { serve } from './serve.ts';

const put = (client: CustomersClient) => client.putCustomer({ id: 'cus_01', body: {} });
const verb = 'Failed to create a customer with an id of your own, or replace it, PUT /customers/cus_01';

test.each([
  [
    401,
    UnauthorizedError,
    'Check the API key or token, and that it belongs to this server: sandbox and live have their own.',
  ],
  [403, ForbiddenError, 'Check the organization, and what the API key or token may do.'],
  [404, NotFoundError, 'Check the id and the organization; a customer that was merged into another is found no more.'],
  [409, ConflictError, 'Read what is there before you send it again.'],
  [422, ValidationError, 'Correct the request.'],
  [429, TooManyRequestsError, 'Try again later.'],
  // Undocumented, and like a documented one: the API answers a merged id with 404 or 410, a bad filter with 422 or 400.
  [410, NotFoundError, 'Check the id and the organization; a customer that was merged into another is found no more.'],
  [400, ValidationError, 'Correct the request.'],
])('%d is a problem with a class of its own', async (status, Class, advice) => {
  const problem = {
    type: 'about:blank',
    title: 'The title',
    status,
    detail: 'The detail.',
    instance: '/1',
    traceId: 7,
  };
  await using server = await serve({ status, json: problem });
  const error = await rejection(put(server.client({ maxRetries: 0 })));
  expect(error).toBeInstanceOf(Class);
  expect(error).toBeInstanceOf(ProblemError);
  expect(error).toBeInstanceOf(CustomersApiError);
  expect(error).toMatchObject({
    name: Class.name,
    operationId: 'putCustomer',
    path: '/customers/cus_01',
    attempts: 1,
    status,
    problem,
    message: `${verb}: the API answered ${status} (The detail). ${advice}`,
  });
});

test('a validation problem names every field in its message', async () => {
  const invalidFields = [
    { field: 'primaryAddress.emails.0.value', message: 'is not an e-mail address' },
    { field: 'primaryAddress.emails.0.value', message: 'is too long' },
    { message: 'has no field' },
  ];
  await using server = await serve({ status: 422, json: { title: 'Validation error', invalidFields } });
  await expect(put(server.client())).rejects.toMatchObject({
    message:
      `${verb}: the API answered 422 (Validation error; primaryAddress.emails.0.value: is not an e-mail address; ` +
      'primaryAddress.emails.0.value: is too long; request: has no field). Correct the request.',
    problem: { invalidFields },
  });
});

test.each([
  [{ error: 'of 2022', detail: 'the detail', title: 'the title' }, ' (of 2022)'],
  [{ detail: 'the detail', title: 'the title' }, ' (the detail)'],
  [{ detail: null, title: 'the title' }, ' (the title)'],
  [{ type: '/errors/409', status: 500 }, ''],
])('the message takes error, else detail, else title: %j', async (json, words) => {
  await using server = await serve({ status: 409, json });
  await expect(put(server.client())).rejects.toMatchObject({
    message: `${verb}: the API answered 409${words}. Read what is there before you send it again.`,
    problem: json,
  });
});

test.each([
  '',
  '<h1>Not Found</h1>',
  '[]',
  'null',
  '"text"',
  '{"title": ',
  `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
])('a documented status is its class even with a body that is no problem: %.20s', async (text) => {
  await using server = await serve({ status: 404, text, headers: { 'content-type': 'text/html' } });
  await expect(server.client().getCustomer({ id: 'cus_01' })).rejects.toMatchObject({
    name: 'NotFoundError',
    problem: {},
  });
});

test.each([
  [{ status: '422', title: 'T' }, { status: 422, title: 'T' }, 'T'],
  [{ status: 'no', title: 'T' }, { title: 'T' }, 'T'],
  [{ title: 42, detail: { why: 'D' } }, { title: '42', detail: '{"why":"D"}' }, '{"why":"D"}'],
  [{ message: 'Forbidden' }, { message: 'Forbidden' }, 'Forbidden'],
  [{ error: { code: 7 }, title: 'T' }, { error: '{"code":7}', title: 'T' }, '{"code":7}'],
  [{ title: 'T', instance: 5, type: false }, { title: 'T', instance: '5', type: 'false' }, 'T'],
  [{ title: 'T', invalidFields: null }, { title: 'T', invalidFields: null }, 'T'],
  [
    { title: 'T', invalidFields: { 'a.b': 'is bad', c: ['one', 'two'], d: { message: 'three' }, e: [], f: null } },
    {
      title: 'T',
      invalidFields: [
        { field: 'a.b', message: 'is bad' },
        { field: 'c', message: 'one' },
        { field: 'c', message: 'two' },
        { field: 'd', message: 'three' },
        { field: 'f', message: 'invalid' },
      ],
    },
    'T; a.b: is bad; c: one; c: two; d: three; f: invalid',
  ],
  [
    { title: 'T', invalidFields: { 0: { field: 'a', message: 'is bad', more: 1 } } },
    { title: 'T', invalidFields: [{ field: 'a', message: 'is bad', more: 1 }] },
    'T; a: is bad',
  ],
  [
    { title: 'T', invalidFields: ['is bad', { field: 1, message: ['x'] }, null] },
    { title: 'T', invalidFields: [{ message: 'is bad' }, { field: '1', message: '["x"]' }, { message: '' }] },
    'T; request: is bad; 1: ["x"]; request: ',
  ],
  [
    { title: 'T', invalidFields: 'all of it' },
    { title: 'T', invalidFields: [{ message: 'all of it' }] },
    'T; request: all of it',
  ],
])('what can be told of an odd problem is told: %j', async (json, problem, words) => {
  await using server = await serve({ status: 422, json });
  const error = await rejection(put(server.client()));
  expect(error).toBeInstanceOf(ValidationError);
  expect(error).toMatchObject({ message: `${verb}: the API answered 422 (${words}). Correct the request.` });
  expect(error instanceof ValidationError && error.problem).toEqual(problem);
});

test('a message names the first fields, and says how many more there are', async () => {
  const invalidFields = Array.from({ length: 100 }, (_, index) => ({ field: `f${index}`, message: 'no' }));
  await using server = await serve({ status: 422, json: { title: 'T', invalidFields } });
  const error = await rejection(put(server.client()));
  expect(error).toMatchObject({ problem: { invalidFields } });
  expect(String(error)).toContain('; f19: no; and 80 more)');
});

test('nothing that a terminal obeys gets from an answer into a message', async () => {
  const json = {
    detail: '\u001B[2J\u009B31m\u202Eevil\r\nnew line',
    invalidFields: [{ field: '\u0007', message: '\u{E0041}' }],
  };
  await using server = await serve({ status: 422, json });
  await expect(put(server.client())).rejects.toMatchObject({
    message:
      `${verb}: the API answered 422 (\\u{1b}[2J\\u{9b}31m\\u{202e}evil\\u{d}\\u{a}new line; ` +
      '\\u{7}: \\u{e0041}). Correct the request.',
    problem: json,
  });
});

test('a problem is read whatever its media type says', async () => {
  const reply = { status: 403, json: { title: 'No' }, headers: { 'content-type': 'application/problem+json' } };
  await using server = await serve(reply);
  await expect(server.client().getCustomerCollection()).rejects.toMatchObject({ problem: { title: 'No' } });
});

test('a status is its class also where the operation does not document it', async () => {
  await using server = await serve({ status: 404, json: { title: 'Not Found' } });
  const call = server.client().putCustomerLeadSource({ id: 'cus_01', body: {} });
  expect(await rejection(call)).toBeInstanceOf(NotFoundError);
});

test('a rate limit says how long the API asks to wait, in ms', async () => {
  const headers = { Date: 'Mon, 15 Apr 2024 13:24:00 GMT', 'X-RateLimit-Retry-After': '1713187500' };
  await using server = await serve({ status: 429, json: { title: 'Rate Limit Exceeded' }, headers });
  await expect(put(server.client({ maxRetries: 0 }))).rejects.toMatchObject({
    retryAfter: 60_000,
    message: `${verb}: the API answered 429 (Rate Limit Exceeded). Try again in 60 s.`,
  });
});

test.each([
  [{ 'X-RateLimit-Retry-After': '1713187500', 'Retry-After': '7' }, 60_000],
  [{ 'X-RateLimit-Retry-After': '1713187000' }, 0],
  [{ 'X-RateLimit-Retry-After': '30' }, 30_000],
  [{ 'X-RateLimit-Retry-After': '2024-04-15T13:25:00Z' }, 60_000],
  [{ 'X-RateLimit-Retry-After': 'Mon, 15 Apr 2024 13:25:00 GMT' }, 60_000],
  [{ 'X-RateLimit-Retry-After': 'later', 'Retry-After': '7' }, 7_000],
  [{ 'Retry-After': 'Mon, 15 Apr 2024 13:24:01 GMT' }, 1_000],
  [{}, undefined],
])('reads the wait from %j', async (headers, retryAfter) => {
  await using server = await serve({ status: 429, headers: { Date: 'Mon, 15 Apr 2024 13:24:00 GMT', ...headers } });
  await expect(put(server.client({ maxRetries: 0 }))).rejects.toMatchObject({ retryAfter });
});

async function rejection(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    () => undefined,
    (error: unknown) => error,
  );
}
