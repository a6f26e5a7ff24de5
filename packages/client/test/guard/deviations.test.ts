import { type ResponseDrift, watchResponses } from '@customer-contracts/client/guard';
import { expect, test } from 'vitest';

import { testSizes } from '../../../../test-sizes.ts';

/** An answer, and to what request. */
interface Answer {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** Stands in every text and, as a name, in every map. */
const canary = 'canary-7c1f';
const json = { 'Content-Type': 'application/json; charset=utf-8' };
const rates = { 'X-RateLimit-Limit': '3000', 'X-RateLimit-Remaining': '7' };
const address = { city: canary, emails: [{ label: canary, value: `${canary}@example.com`, primary: true }] };
const customer = {
  id: canary,
  email: null,
  firstName: canary,
  primaryAddress: address,
  customFields: { [canary]: { [canary]: canary } },
  tags: [{ id: canary, name: canary, type: 'customer', createdTime: '2026-03-08T12:57:32Z' }],
  defaultPaymentInstrument: { method: 'payment-card', paymentInstrumentId: canary },
  averageValue: { currency: 'USD', amount: 0.5, amountUsd: 0 },
  createdTime: '2026-03-08T12:57:32Z',
  paymentCount: 3,
  hasFulfilledKyc: false,
  notificationEmails: [`${canary}@example.com`],
  _links: [{ href: canary, rel: 'self' }],
  _embedded: { leadSource: { source: canary } },
};
const leadSource = { source: canary, referrer: null, original: { source: canary } };

const get = (over: Readonly<Record<string, unknown>> = {}, headers = json): Answer => ({
  method: 'GET',
  path: `/customers/${canary}`,
  status: 200,
  headers,
  body: { ...customer, ...over },
});
const list = (body: unknown, headers: Readonly<Record<string, string>> = {}): Answer => ({
  method: 'GET',
  path: `/customers?q=${canary}`,
  status: 200,
  headers: { ...json, 'Pagination-Total': '2', 'Pagination-Limit': '100', 'Pagination-Offset': '0', ...headers },
  body,
});
const put = (status: number, over: Readonly<Record<string, string>> = {}): Answer => ({
  method: 'PUT',
  path: `/customers/${canary}`,
  status,
  headers: { ...json, ...(status === 201 && { ...rates, Location: `https://a.example/customers/${canary}` }), ...over },
  body: customer,
});
const problem = (status: number, body: unknown, headers: Readonly<Record<string, string>> = json): Answer => ({
  ...get(),
  status,
  headers,
  body,
});
const lead = (over: Readonly<Record<string, unknown>>): Answer => ({
  ...get(),
  path: `/customers/${canary}/lead-source`,
  body: { ...leadSource, ...over },
});
function without<Value>(name: string, from: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(Object.entries(from).filter(([each]) => each !== name));
}

const sound: readonly Answer[] = [
  get(),
  list([customer, customer]),
  list([]),
  put(200),
  put(201),
  lead({}),
  problem(404, { status: 404, title: canary, detail: canary, instance: canary, type: 'about:blank' }),
  { ...put(422), body: { status: 422, invalidFields: [{ field: canary, message: canary }] } },
  {
    ...get(),
    method: 'DELETE',
    path: `/customers/a?targetCustomerId=${canary}`,
    status: 204,
    headers: rates,
    body: undefined,
  },
];

/** Each is an answer with one deviation, and what is told of it behind operation and status. */
const deviations: readonly (readonly [Answer, told: string])[] = [
  [get({ id: 7 }), 'getCustomer 200 body type-changed id: integer, not string'],
  [get({ firstName: [canary] }), 'getCustomer 200 body type-changed firstName: array, not string, null or nothing'],
  [get({ paymentCount: 1.5 }), 'getCustomer 200 body type-changed paymentCount: number, not integer or nothing'],
  [
    get({ hasFulfilledKyc: canary }),
    'getCustomer 200 body type-changed hasFulfilledKyc: string, not boolean or nothing',
  ],
  [
    get({ primaryAddress: canary }),
    'getCustomer 200 body type-changed primaryAddress: string, not object, null or nothing',
  ],
  [get({ tags: { [canary]: canary } }), 'getCustomer 200 body type-changed tags: object, not array or nothing'],
  [
    get({ averageValue: { amount: canary } }),
    'getCustomer 200 body type-changed averageValue.amount: string, not number or nothing',
  ],
  [get({ customFields: [] }), 'getCustomer 200 body type-changed customFields: array, not object or nothing'],
  [get({ id: null }), 'getCustomer 200 body became-nullable id: null, not string'],
  [get({ createdTime: null }), 'getCustomer 200 body became-nullable createdTime: null, not string or nothing'],
  [get({ tags: [null] }), 'getCustomer 200 body became-nullable tags[]: null, not object'],
  [get({ notificationEmails: [null] }), 'getCustomer 200 body became-nullable notificationEmails[]: null, not string'],
  [
    { ...get(), body: without<unknown>('id', customer) },
    'getCustomer 200 body became-optional id: nothing, not string',
  ],
  [get({ tags: [{ name: canary }] }), 'getCustomer 200 body became-optional tags[].type: nothing, not string'],
  [
    get({ defaultPaymentInstrument: { method: 'cash' } }),
    'getCustomer 200 body became-optional defaultPaymentInstrument.paymentInstrumentId: nothing, not string',
  ],
  [get({ createdTime: canary }), 'getCustomer 200 body format-changed createdTime: another format, not date-time'],
  [get({ email: canary }), 'getCustomer 200 body format-changed email: another format, not email'],
  [
    get({ primaryAddress: { country: 'gb' } }),
    'getCustomer 200 body format-changed primaryAddress.country: another format, not ^[A-Z]{2}$',
  ],
  [
    get({ primaryAddress: { dob: canary } }),
    'getCustomer 200 body format-changed primaryAddress.dob: another format, not date',
  ],
  [
    get({ tags: [{ name: canary, type: canary }] }),
    'getCustomer 200 body enum-value-added tags[].type: another value, not a listed value',
  ],
  [
    get({ defaultPaymentInstrument: { method: 'Canary Pay', paymentInstrumentId: canary } }),
    'getCustomer 200 body enum-value-added defaultPaymentInstrument.method: another value, not a listed value',
  ],
  [get({ id: canary.repeat(5) }), 'getCustomer 200 body limit-changed id: beyond a limit, not maxLength 50'],
  [
    get({ primaryAddress: { city: '' } }),
    'getCustomer 200 body limit-changed primaryAddress.city: beyond a limit, not minLength 1, maxLength 45',
  ],
  [get({ loyaltyTier: canary }), 'getCustomer 200 body member-added loyaltyTier: string, not nothing'],
  [get({ paymentToken: canary }), 'getCustomer 200 body member-added paymentToken: string, not nothing'],
  [
    get({ primaryAddress: { ...address, geo: { lat: 1 } } }),
    'getCustomer 200 body member-added primaryAddress.geo: object, not nothing',
  ],
  [get({ [`${canary}@example.com`]: canary }), 'getCustomer 200 body member-added *: string, not nothing'],
  [{ ...get(), body: [customer] }, 'getCustomer 200 body type-changed : array, not object'],
  [
    get({}, { 'Content-Type': 'text/html' }),
    'getCustomer 200 header type-changed Content-Type: text/html, not application/json',
  ],
  [lead({ referrer: canary }), 'getCustomerLeadSource 200 body format-changed referrer: another format, not uri'],
  [list({ items: [] }), 'getCustomerCollection 200 body type-changed : object, not array'],
  [
    list([customer, { ...customer, email: 7 }]),
    'getCustomerCollection 200 body type-changed [].email: integer, not string, null or nothing',
  ],
  [
    list([], { 'Pagination-Total': canary }),
    'getCustomerCollection 200 header type-changed Pagination-Total: string, not integer or nothing',
  ],
  [
    put(201, { Location: `/customers/${canary}` }),
    'putCustomer 201 header format-changed Location: another format, not uri',
  ],
  [
    { ...put(201), headers: without('Location', put(201).headers) },
    'putCustomer 201 header header-removed Location: nothing, not string or nothing',
  ],
  [put(202), 'putCustomer 202 body status-added : 202, not 200, 201, 401, 403, 409, 422 or 429'],
  [{ ...get(), body: `{"id":"${canary}"` }, 'getCustomer 200 body type-changed : no JSON, not object'],
  [{ ...get(), body: '' }, 'getCustomer 200 body became-optional : nothing, not object'],
  [problem(503, canary), 'getCustomer 503 body status-added : 503, not 200, 401, 403 or 404'],
  [
    problem(404, { status: 404, title: null }),
    'getCustomer 404 body became-nullable title: null, not string or nothing',
  ],
  [problem(404, { status: 410 }), 'getCustomer 404 body enum-value-added status: another value, not a listed value'],
  [
    problem(401, {}, { 'Content-Type': `application/problem+json; v=${canary}` }),
    'getCustomer 401 header type-changed Content-Type: application/problem+json, not application/json',
  ],
  [
    problem(403, {}, { 'Content-Type': canary }),
    'getCustomer 403 header type-changed Content-Type: another media type, not application/json',
  ],
];

/** What is told while the answers come, in turn, so many of them. */
async function toldOf(answers: readonly Answer[], count: number): Promise<readonly ResponseDrift[]> {
  const drifts: ResponseDrift[] = [];
  const answerTo = (index: number): Answer => answers[index % answers.length] ?? get();
  let asked = 0;
  const fetch = async (_url: string, _init: { readonly method: string }): Promise<Response> => {
    const { status, headers, body } = answerTo(asked);
    asked += 1;
    return new Response(typeof body === 'string' ? body : (JSON.stringify(body) ?? null), { status, headers });
  };
  const watched = watchResponses(fetch, { onDrift: (drift) => drifts.push(drift) });
  for (let index = 0; index < count; index += 1) {
    const { method, path } = answerTo(index);
    const response = await watched(`https://api-sandbox.rebilly.com/organizations/demo${path}`, { method });
    await response.text();
  }
  await watched.settled();
  return drifts;
}

const shown = ({ operation, status, in: part, kind, member, seen, promised }: ResponseDrift): string =>
  `${operation} ${status} ${part} ${kind} ${member}: ${seen}, not ${promised}`;

test('says nothing of what is promised', async () => {
  expect(await toldOf(sound, sound.length)).toEqual([]);
});

test.each(deviations)('tells one deviation, and that alone: $1', async (answer, told) => {
  expect((await toldOf([answer], 1)).map(shown)).toEqual([told]);
});

/** 10,000 in the night. */
const many = 500 * testSizes.properties;

test('tells each of them once in many answers, and no value', async () => {
  const told = await toldOf([...sound, ...deviations.map(([answer]) => answer)], many);
  expect(told.map(shown).toSorted()).toEqual(deviations.map(([, each]) => each).toSorted());
  expect(told.length).toBeGreaterThan(40);
  expect(JSON.stringify(told)).not.toMatch(/canary/i);
});

test('takes what has one cause for one deviation', async () => {
  const page = '<html></html>';
  const html = { 'Content-Type': 'text/html' };
  expect((await toldOf([{ ...get({}, html), body: page }], 1)).map(shown)).toEqual([
    'getCustomer 200 header type-changed Content-Type: text/html, not application/json',
  ]);
  expect((await toldOf([problem(502, page, html)], 1)).map(shown)).toEqual([
    'getCustomer 502 body status-added : 502, not 200, 401, 403 or 404',
  ]);
  expect((await toldOf([{ ...get(), headers: { 'Content-Length': '0' }, body: '' }], 1)).map(shown)).toEqual([
    'getCustomer 200 body became-optional : nothing, not object',
  ]);
});

test('tells a media type that is missing', async () => {
  expect((await toldOf([{ ...get(), headers: { 'Content-Type': '' } }], 1)).map(shown)).toEqual([
    'getCustomer 200 header type-changed Content-Type: nothing, not application/json',
  ]);
});

test('takes no member for absent where fields asked for others', async () => {
  const some = { ...get(), path: '/customers/cus_01?fields=email', body: { email: null, tags: [{ name: 'VIP' }] } };
  expect(await toldOf([some], 1)).toEqual([]);
  expect((await toldOf([{ ...some, body: null }], 1)).map(shown)).toEqual([
    'getCustomer 200 body became-nullable : null, not object',
  ]);
});
