import { readFileSync } from 'node:fs';

import {
  Customer,
  LeadSource,
  operationIds,
  type OperationResponse,
  operations,
  tolerant,
  ValidationProblem,
} from '@customer-contracts/schemas';
import { expect, test } from 'vitest';
import * as z from 'zod';

const body = (name: string) =>
  z.looseObject({}).parse(JSON.parse(readFileSync(new URL(`eras/${name}.json`, import.meta.url), 'utf8')));

const reader = tolerant(Customer);

test.each([
  ['customer-2026', tolerant(Customer)],
  ['lead-source-2022', tolerant(LeadSource)],
  ['lead-source-2026', tolerant(LeadSource)],
  ['problem-2022', tolerant(ValidationProblem)],
  ['problem-2026', tolerant(ValidationProblem)],
])('reads %s as it is, unknown members and all', (name, schema) => {
  expect(schema.parse(body(name))).toEqual(body(name));
});

test('reads a customer of 2022, and makes one object of the array that `_embedded` was, and of an empty map', () => {
  expect(reader.parse(body('customer-2022'))).toEqual({
    ...body('customer-2022'),
    customFields: {},
    _embedded: { leadSource: { medium: 'cpc', referrer: 'www.example.com/landing' }, website: { id: 'w1' } },
  });
});

test('the promise itself refuses what only a reader accepts', () => {
  expect(Customer.safeParse(body('customer-2022')).success).toBe(false);
  expect(LeadSource.safeParse(body('lead-source-2022')).success).toBe(false);
});

test('takes null for the free-form objects as empty, and keeps every other null', () => {
  const nulls = Object.fromEntries(Object.keys(Customer.shape).map((member) => [member, null]));
  expect(reader.parse({ ...nulls, id: 'cus_01' })).toEqual({ ...nulls, id: 'cus_01', customFields: {}, _embedded: {} });
});

test('demands an id, and nothing else', () => {
  expect(reader.parse({ id: 'cus_01' })).toEqual({ id: 'cus_01' });
  expect(reader.safeParse({}).success).toBe(false);
  expect(reader.safeParse({ id: '' }).success).toBe(false);
  expect(reader.safeParse({ id: null }).success).toBe(false);
});

test('still refuses a value of another type', () => {
  const wrong = {
    paymentCount: '1',
    email: 1,
    tags: {},
    hasFulfilledKyc: 'true',
    primaryAddress: 'x',
    customFields: 'x',
  };
  for (const [member, value] of Object.entries(wrong)) {
    const result = reader.safeParse({ id: 'cus_01', [member]: value });
    expect(result.error?.issues.map(({ path }) => path)).toEqual([[member]]);
  }
});

test.each(['primaryAddress', 'company', 'averageValue', 'lifetimeRevenue', 'defaultPaymentInstrument', 'customFields'])(
  'reads an empty list as the empty %s that PHP has written so',
  (member) => {
    expect(reader.parse({ id: 'cus_01', [member]: [] })).toEqual({ id: 'cus_01', [member]: {} });
    expect(reader.safeParse({ id: 'cus_01', [member]: [1] }).success).toBe(false);
  },
);

test('reads an empty list as an empty lead source, and as no customer', () => {
  expect(tolerant(LeadSource).parse([])).toEqual({});
  expect(reader.safeParse([]).error?.issues.map(({ path }) => path)).toEqual([['id']]);
});

test.each([
  ['a member of another type', { id: 'odd', primaryAddress: 'x' }],
  ['a list in the place of a map', { id: 'odd', company: [1] }],
  ['a member deep within', { id: 'odd', primaryAddress: { emails: [{ label: 1, value: [] }] } }],
  ['no id', { email: 'ada@example.com' }],
  ['an id that is a number', { id: 7, revision: 'x' }],
  ['nothing', null],
  ['text', 'odd'],
])('keeps a list whole when one customer has %s: that one as it came', (_, odd) => {
  const list = tolerant(z.array(Customer));
  const fine = { id: 'cus_01', primaryAddress: [] };
  expect(list.parse([fine, odd, { id: 'cus_02' }])).toEqual([
    { id: 'cus_01', primaryAddress: {} },
    odd,
    { id: 'cus_02' },
  ]);
  expect(list.safeParse([odd]).success).toBe(false);
  expect(list.safeParse([odd, odd]).success).toBe(false);
});

test('says of a list where nothing can be read what is wrong, and where', () => {
  const { error } = tolerant(z.array(Customer)).safeParse([{ id: 'a', revision: 'x' }, {}]);
  expect(error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)).toEqual([
    '0.revision: Invalid input: expected number, received string',
    '1.id: Invalid input: expected string, received undefined',
  ]);
});

test('keeps the lists of a customer as well when one item is odd', () => {
  const tags = [{ name: 'a', type: 'customer' }, { name: 1 }, 'b'];
  expect(reader.parse({ id: 'cus_01', tags })).toEqual({ id: 'cus_01', tags });
});

test('keeps a member named __proto__ as a member', () => {
  const hostile: unknown = JSON.parse('{ "id": "cus_01", "customFields": [{ "__proto__": { "polluted": true } }] }');
  expect(Object.getPrototypeOf(reader.parse(hostile).customFields)).toBe(Object.prototype);
  expect({}).not.toHaveProperty('polluted');
});

test('reads the answers of every operation from an object with the id alone', () => {
  for (const id of operationIds) {
    for (const { body } of Object.values<OperationResponse>(operations[id].responses)) {
      if (body === undefined) continue;
      const empty = { id: 'cus_01' };
      expect(tolerant(body).parse(body instanceof z.ZodArray ? [empty] : empty)).toBeDefined();
    }
  }
});
