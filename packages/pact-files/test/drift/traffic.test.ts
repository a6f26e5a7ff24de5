import { gzipSync } from 'node:zlib';

import { readShapes } from '@customer-contracts/pact-files';
import { formatEvidence } from '@customer-contracts/schemas/evidence';
import { compareShapes, shapeOfTable } from '@customer-contracts/schemas/shapes';
import { expect, test } from 'vitest';
import * as z from 'zod';

import { answers, differences } from './shown.ts';

const table = shapeOfTable();
const sandbox = 'https://api-sandbox.rebilly.com/organizations/org_0YVDM8RC7GDADADSBSMW124JA8';

/** A whole answer, as the API promises it. */
const customer = {
  id: 'cus_0YV7DDSDD1C8DA64KHH2W33CPF',
  email: 'ann@example.com',
  firstName: 'Ann',
  websiteId: 'web_0YV7DE4Z26DQSA1AC92FBJ7SEG',
  customFields: { 'shoe size': 42 },
  primaryAddress: { country: 'GB', city: null, emails: [{ label: 'main', value: 'ann@example.com', primary: true }] },
  defaultPaymentInstrument: { method: 'payment-card', paymentInstrumentId: 'inst_0YVB8KPKNXCBR9EDX7JHSED75N' },
  paymentCount: 3,
  createdTime: '2026-03-08T12:57:32Z',
  tags: [{ name: 'New', type: 'customer' }],
  taxNumbers: null,
  _links: [{ href: '/customers/cus_01', rel: 'self' }],
};

interface Seen {
  readonly name: string;
  /** The body of an answer with status 200 to `getCustomer`. */
  readonly body: unknown;
  readonly expected: readonly string[];
}

const { id: _id, email: _email, ...nameless } = customer;

const bodies: readonly Seen[] = [
  { name: 'what is promised', body: customer, expected: [] },
  { name: 'less than may be there', body: { id: 'cus_01' }, expected: [] },
  { name: 'null where none is promised', body: { ...customer, id: null }, expected: ['id became-nullable'] },
  { name: 'nothing where something is promised', body: nameless, expected: ['id became-optional'] },
  { name: 'another kind', body: { ...customer, paymentCount: '3' }, expected: ['paymentCount type-changed'] },
  { name: 'a fraction', body: { ...customer, paymentCount: 3.5 }, expected: ['paymentCount type-changed'] },
  {
    name: 'a list in the place of an object',
    body: { ...customer, _embedded: [] },
    expected: ['_embedded type-changed'],
  },
  { name: 'a new member', body: { ...customer, riskScore: 7 }, expected: ['riskScore member-added'] },
  {
    name: 'a new member inside of a list',
    body: { ...customer, tags: [{ name: 'New', type: 'customer', color: 'red' }] },
    expected: ['tags[].color member-added'],
  },
  {
    name: 'a new payment method',
    body: { ...customer, defaultPaymentInstrument: { method: 'New Pay', paymentInstrumentId: 'inst_01' } },
    expected: ['defaultPaymentInstrument.method enum-value-added'],
  },
  {
    name: 'an unlisted value that is no code',
    body: { ...customer, tags: [{ name: 'New', type: 'ann@example.com' }] },
    expected: ['tags[].type enum-value-added'],
  },
  {
    name: 'another format',
    body: { ...customer, createdTime: '2026-03-08 12:57:32' },
    expected: ['createdTime format-changed'],
  },
  {
    name: 'another pattern',
    body: { ...customer, primaryAddress: { country: 'gb' } },
    expected: ['primaryAddress.country format-changed'],
  },
  {
    name: 'more than the longest',
    body: { ...customer, websiteId: 'w'.repeat(51) },
    expected: ['websiteId limit-changed'],
  },
  {
    name: 'less than the shortest',
    body: { ...customer, primaryAddress: { city: '' } },
    expected: ['primaryAddress.city limit-changed'],
  },
  { name: 'a list in the place of a customer', body: [customer], expected: ['type-changed'] },
];

test.each(bodies)('sees $name in a HAR', ({ body, expected }) => {
  const shape = readShapes(har(call('GET', '/customers/cus_01', 200, body)), 'calls.har');
  expect(differences(table, shape)).toEqual(expected.map((each) => `getCustomer 200 ${each}`));
});

test.each(bodies)('sees $name in what was recorded as NDJSON', ({ body, expected }) => {
  const shape = readShapes(har(call('GET', '/customers/cus_01', 200, body)), 'calls.har');
  const again = readShapes(formatEvidence({ shape, observations: [] }), 'calls.ndjson');
  expect(differences(table, again)).toEqual(expected.map((each) => `getCustomer 200 ${each}`));
  expect(again.operations).toEqual(shape.operations);
});

test('sees the same of every operation that answers with a customer', () => {
  const body = { ...customer, riskScore: 7 };
  const shape = readShapes(
    har(
      call('GET', '/customers?limit=1', 200, [body]),
      call('POST', '/customers/', 201, body),
      call('GET', '/customers/cus_01', 200, body),
      call('PUT', '/customers/cus_01', 200, body),
      call('PUT', '/customers/cus_02', 201, body),
    ),
    'calls.har',
  );
  expect(differences(table, shape)).toEqual(answers('riskScore', 'member-added').toSorted());
});

test('says nothing of what never came', () => {
  const shape = readShapes(har(call('GET', '/customers', 200, [])), 'calls.har');
  expect(Object.keys(shape.operations)).toEqual(['getCustomerCollection']);
  expect(compareShapes(table, shape)).toEqual([]);
});

test('sees statuses that are not documented, and headers that are not, those of networks apart', () => {
  const headers = {
    date: 'Mon, 30 Nov 2026 12:00:00 GMT',
    'content-type': 'application/json',
    'cf-ray': '8f1',
    'X-Request-Id': 'abc',
    'x-ratelimit-remaining': '17',
    'X-New': 'yes',
  };
  const shape = readShapes(
    har(
      call('GET', '/customers/cus_01', 503, '<html>Unavailable</html>'),
      call('DELETE', '/customers/cus_01/lead-source', 204, undefined, headers),
    ),
    'calls.har',
  );
  expect(differences(table, shape)).toEqual([
    'deleteCustomerLeadSource 204 X-New header-added',
    'getCustomer 503 status-added',
  ]);
});

test('sees a header that is no number any more', () => {
  const shape = readShapes(har(call('GET', '/customers', 200, [], { 'pagination-total': 'many' })), 'calls.har');
  expect(differences(table, shape)).toEqual(['getCustomerCollection 200 Pagination-Total type-changed']);
});

test('takes a member as optional that once came and once did not', () => {
  const [one, other] = [{ id: 'cus_01', riskScore: 7 }, { id: 'cus_02' }];
  for (const both of [
    [one, other],
    [other, one],
  ]) {
    const shape = readShapes(har(call('GET', '/customers', 200, both)), 'calls.har');
    const element = shape.operations['getCustomerCollection']?.responses['200']?.body?.list?.element;
    expect(element?.object?.members['riskScore']?.isOptional).toBe(true);
    expect(element?.object?.members['id']?.isOptional).toBe(false);
  }
});

test('takes nothing from the absence of what was not asked for', () => {
  const asked = readShapes(har(call('GET', '/customers/cus_01?fields=email', 200, { email: null })), 'calls.har');
  expect(compareShapes(table, asked)).toEqual([]);
  const whole = readShapes(
    har(
      call('GET', '/customers/cus_01?fields=email', 200, { email: null }),
      call('GET', '/customers/cus_01', 200, { email: null }),
    ),
    'calls.har',
  );
  expect(differences(table, whole)).toEqual(['getCustomer 200 id became-optional']);
});

test('reads bodies as base64, packed or not, and passes over what has none', () => {
  const json = JSON.stringify({ ...customer, riskScore: 7 });
  for (const bytes of [Buffer.from(json), gzipSync(json)]) {
    const entry = call('GET', '/customers/cus_01', 200, undefined);
    const content = { encoding: 'base64', text: bytes.toString('base64') };
    const shape = readShapes(har({ ...entry, response: { ...entry.response, content } }), 'calls.har');
    expect(differences(table, shape)).toEqual(['getCustomer 200 riskScore member-added']);
  }
  const shape = readShapes(
    har(
      call('GET', '/customers/cus_01', 0, undefined),
      call('GET', '/customers/cus_01', 304, undefined),
      call('GET', '/customers/cus_01', 200, undefined),
      { request: { method: 'GET' } },
      'nothing',
    ),
    'calls.har',
  );
  expect(shape.operations['getCustomer']?.responses).toEqual({ 200: { headers: {} } });
});

test('finds the calls among those of other APIs', () => {
  const foreign = [
    { ...call('GET', '/customers', 200, []), request: { method: 'GET', url: 'https://api.stripe.com/v1/customers' } },
    { ...call('GET', '/x', 200, { odd: 1 }), request: { method: 'GET', url: 'https://crm.example/customers/7' } },
    { ...call('OPTIONS', '/customers/cus_01', 200, undefined) },
    { ...call('GET', '/customers/cus_01/timeline', 200, { odd: 1 }) },
  ];
  const shape = readShapes(har(...foreign, call('GET', '/customers/cus_01', 200, customer)), 'calls.har');
  expect(Object.keys(shape.operations)).toEqual(['getCustomer']);
  expect(compareShapes(table, shape)).toEqual([]);
});

test('finds them on any host, behind a gateway and in the form of 2020', () => {
  for (const url of [
    'http://127.0.0.1:4010/customers/1',
    'https://gate.example/api/organizations/o/customers/1',
    'https://api.rebilly.com/v2.1/customers/1',
  ]) {
    const entry = { ...call('GET', '/', 200, customer), request: { method: 'GET', url } };
    expect(Object.keys(readShapes(har(entry), 'calls.har').operations)).toEqual(['getCustomer']);
  }
});

test('says from when to when it was recorded', () => {
  const calls = ['2026-11-30T08:00:00.000Z', '2026-11-28T09:00:00.000+01:00'].map((startedDateTime) => ({
    ...call('GET', '/customers', 200, []),
    startedDateTime,
  }));
  expect(readShapes(har(...calls), 'calls.har').source).toEqual({
    kind: 'traffic',
    place: 'calls.har',
    from: '2026-11-28',
    to: '2026-11-30',
  });
});

test('keeps no value, nor what members of maps are called', () => {
  const values = Array.from({ length: 1_000 }, (_, index) => `canary-${index}-q7x1`);
  const canaries = values.values();
  const next = () => canaries.next().value ?? '';
  const fill = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map((each: unknown) => fill(each));
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, fill(each)]));
    return typeof value === 'string' ? next() : value;
  };
  const body = () => ({
    ...z.record(z.string(), z.unknown()).parse(fill(customer)),
    customFields: { [next()]: next() },
    [next()]: next(),
    unknown: { [next()]: [next()] },
    _embedded: { website: { [next()]: next() }, [next()]: {} },
  });
  const calls = Array.from({ length: 30 }, () => call('GET', `/customers/${next()}`, 200, body(), { 'X-New': next() }));
  const shape = readShapes(har(...calls), 'calls.har');
  const text = formatEvidence({ shape, observations: [] });
  expect(next()).not.toBe('');
  expect(values.filter((value) => text.includes(value))).toEqual([]);
});

test.each([
  ['a HAR without a call', har(), 'none of its 0 calls has an answer of the Customers API. Record some of /customers.'],
  [
    'a HAR of others',
    har({ ...call('GET', '/', 200, {}), request: { method: 'GET', url: 'https://example.com/' } }),
    'none of its 1 calls has an answer of the Customers API. Record some of /customers.',
  ],
  ['shapes of nothing', '{"shapes":1}\n\n', 'it has no line of an operation. Record some of /customers.'],
  [
    'shapes of another version',
    '{"shapes":2}\n',
    'line 1 is no shape: Invalid input: expected 1 (shapes). Record it anew, or correct the line by docs/shapes.md.',
  ],
  [
    'a line that is no JSON',
    '{"shapes":1}\n{"operation"\n',
    'line 2 is no shape: Invalid input: expected object, received undefined. Record it anew, or correct the line by docs/shapes.md.',
  ],
  [
    'a limit, which is no shape of traffic',
    '{"shapes":1}\n{"operation":"getCustomer","status":200,"body":{"text":{"maxLength":3}}}\n',
    'line 2 is no shape: Unrecognized key: "maxLength" (body.text). Record it anew, or correct the line by docs/shapes.md.',
  ],
  [
    'an unknown operation',
    '{"shapes":1}\n{"operation":"getInvoice","status":200}\n',
    `line 2 is no shape: Invalid option: expected one of ${Object.keys(table.operations)
      .map((each) => `"${each}"`)
      .join('|')} (operation). Record it anew, or correct the line by docs/shapes.md.`,
  ],
  [
    'the same answer twice',
    '{"shapes":1}\n{"operation":"getCustomer","status":200}\n\n{"operation":"getCustomer","status":200}\n',
    'line 4 repeats getCustomer 200. Write one line for each.',
  ],
])('refuses %s', (_, text, message) => {
  expect(() => readShapes(text, 'calls')).toThrow(`Failed to read calls: ${message}`);
});

test('reads requests that were accepted', () => {
  const lines = [
    { shapes: 1, from: '2026-11-28', to: '2026-11-30' },
    { operation: 'putCustomer', status: null, body: { object: { members: { websiteId: { isNullable: true } } } } },
  ];
  const shape = readShapes(lines.map((line) => JSON.stringify(line)).join('\r\n'), 'calls.ndjson');
  expect(shape.source).toEqual({ kind: 'traffic', place: 'calls.ndjson', from: '2026-11-28', to: '2026-11-30' });
  expect(differences(table, shape)).toEqual(['putCustomer request websiteId became-nullable']);
});

interface Call {
  readonly request: { readonly method: string; readonly url: string };
  readonly response: object;
}

function call(
  method: string,
  path: string,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Call {
  return {
    request: { method, url: sandbox + path },
    response: {
      status,
      headers: Object.entries(headers).map(([name, value]) => ({ name, value })),
      content: body === undefined ? { size: 0 } : { text: typeof body === 'string' ? body : JSON.stringify(body) },
    },
  };
}

function har(...entries: readonly unknown[]): string {
  return JSON.stringify({ log: { version: '1.2', creator: { name: 'test' }, entries } });
}
