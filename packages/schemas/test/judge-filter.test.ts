import {
  Customer,
  fieldAliases,
  fieldNamed,
  type FieldType,
  filterFields,
  formOfRange,
  formsOfLiteral,
  judgeFilter,
  judgeSort,
  parseFilter,
  parseSort,
  sortFields,
} from '@customer-contracts/schemas';
import { expect, test } from 'vitest';
import * as z from 'zod';

test('the fields are the members of a customer that hold one value, each of its type', () => {
  expect(filterFields).toEqual(Object.fromEntries(valuesIn(Customer, '')));
});

test('other names lead to fields, and what lists are sorted by is one', () => {
  for (const name of [...Object.keys(fieldAliases), ...sortFields]) expect(fieldNamed(name), name).toBeDefined();
  expect(fieldNamed('primaryAddress.*.email')).toEqual({ name: 'primaryAddress.emails.value', type: 'text' });
  expect(fieldNamed('customFields.plan.name')).toEqual({ name: 'customFields.plan.name', type: 'custom' });
});

test.each(['constructor', 'customFields', 'primaryAddress', '_links.rel', 'paymentToken', 'toString'])(
  'there is no field %s',
  (name) => {
    expect(fieldNamed(name)).toBeUndefined();
  },
);

test('a value has the forms that its field has', () => {
  expect(formsOfLiteral('number', '-12.5')).toEqual(['number']);
  expect(formsOfLiteral('number', '1e3')).toEqual([]);
  expect(formsOfLiteral('boolean', 'TRUE')).toEqual(['boolean']);
  expect(formsOfLiteral('date', '2026-02-30')).toEqual([]);
  expect(formsOfLiteral('date-time', '2026-02-14')).toEqual([]);
  expect(formsOfLiteral('custom', 'true')).toEqual(['text', 'boolean']);
  expect(formOfRange('custom', { from: '2026-01-01' })).toBe('date');
  expect(formOfRange('custom', { from: '1', to: '2026-01-01' })).toBeUndefined();
  expect(formOfRange('text', { from: 'a' })).toBeUndefined();
});

test('a text is no boolean word, but somebody may be called True', () => {
  expect(judgeFilter(parseFilter('primaryAddress.lastName:true,!false,True'))).toMatchObject([
    { value: 'true', message: '"true" is not a value of "primaryAddress.lastName", which is a text.' },
    { value: 'false', message: '"false" is not a value of "primaryAddress.lastName", which is a text.' },
  ]);
});

test('a filter is judged term by term, with the nearest name', () => {
  expect(judgeFilter(parseFilter('createTime:1;paymentCount:!many,1..few;firstName:Ada,@vip;lastName:a..b'))).toEqual([
    {
      kind: 'unknown-field',
      field: 'createTime',
      nearest: 'createdTime',
      message: 'There is no field "createTime". The nearest name is "createdTime".',
    },
    {
      kind: 'wrong-value',
      field: 'paymentCount',
      type: 'number',
      value: 'many',
      message: '"many" is not a value of "paymentCount", which is a number.',
    },
    {
      kind: 'wrong-range',
      field: 'paymentCount',
      type: 'number',
      value: '1..few',
      message: '"1..few" is not a range of "paymentCount", which is a number.',
    },
    {
      kind: 'wrong-range',
      field: 'lastName',
      type: 'text',
      value: 'a..b',
      message: '"a..b" is not a range of "lastName", which is a text.',
    },
  ]);
});

test('a sort is judged by what the API can sort by', () => {
  expect(judgeSort(['-createdTime', 'averageValue', 'lifetimeRevenue.currency'])).toEqual([]);
  expect(judgeSort(['-createTime', 'firstName'])).toEqual([
    {
      kind: 'unsortable-field',
      field: 'createTime',
      nearest: 'createdTime',
      message: 'Customers can\'t be sorted by "createTime". The nearest name is "createdTime".',
    },
    {
      kind: 'unsortable-field',
      field: 'firstName',
      nearest: undefined,
      message: 'Customers can\'t be sorted by "firstName".',
    },
  ]);
});

test.each([
  ['-createdTime, lastName', ['-createdTime', 'lastName']],
  ['', []],
  [' ', []],
  ['email,,-', ['email', '', '-']],
])('a sort is read as it stands in a query: %j', (text, names) => {
  expect(parseSort(text)).toEqual(names);
});

test('no list is sorted by an empty name', () => {
  expect(judgeSort(parseSort('email,,-')).map(({ message }) => message)).toEqual([
    'Customers can\'t be sorted by "".',
    'Customers can\'t be sorted by "".',
  ]);
});

/** The dotted names of the single values below a schema, links and custom fields apart. */
function valuesIn(schema: z.core.$ZodType, path: string): [string, FieldType][] {
  if (schema instanceof z.ZodExactOptional || schema instanceof z.ZodNullable) return valuesIn(schema.unwrap(), path);
  if (schema instanceof z.ZodArray) return valuesIn(schema.element, path);
  if (schema instanceof z.ZodObject) {
    return Object.entries<z.core.$ZodType>(schema.shape)
      .filter(([name]) => !name.startsWith('_'))
      .flatMap(([name, member]) => valuesIn(member, path === '' ? name : `${path}.${name}`));
  }
  const type = typeOf(schema);
  return type === undefined ? [] : [[path, type]];
}

function typeOf(schema: z.core.$ZodType): FieldType | undefined {
  if (schema instanceof z.ZodISODateTime) return 'date-time';
  if (schema instanceof z.ZodISODate) return 'date';
  if (schema instanceof z.ZodNumber) return 'number';
  if (schema instanceof z.ZodBoolean) return 'boolean';
  return schema instanceof z.ZodRecord ? undefined : 'text';
}
