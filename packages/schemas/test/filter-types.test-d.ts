import {
  type FieldsOf,
  type Filter,
  type FilterField,
  formatFilter,
  isFilter,
  parseFilter,
  type ParsedFilter,
  type SortTerm,
} from '@customer-contracts/schemas';
import { expectTypeOf, test } from 'vitest';

const is = <const Value extends string>(value: Value) => ({ kind: 'literal', negated: false, value }) as const;

test('a filter names fields of customers, in any spelling', () => {
  expectTypeOf<
    'primaryAddress.emails.value' | 'primaryAddress.*.email' | 'tags' | 'customFields.vip'
  >().toExtend<FilterField>();
  formatFilter([{ field: 'customFields.vip', terms: [is('anything')] }]);
  // @ts-expect-error Type '"firstNam"' is not assignable.
  formatFilter([{ field: 'firstNam', terms: [is('Ada')] }]);
  // @ts-expect-error Type '"primaryAddress"' is not assignable: it is no one value.
  formatFilter([{ field: 'primaryAddress', terms: [is('London')] }]);
});

test('a value has the type of its field', () => {
  expectTypeOf(formatFilter).parameter(0).toEqualTypeOf<Filter>();
  const count = 3;
  formatFilter([{ field: 'paymentCount', terms: [{ kind: 'literal', negated: false, value: `${count}` }] }]);
  formatFilter([{ field: 'hasFulfilledKyc', terms: [is('true')] }]);
  // @ts-expect-error Type '"many"' is not assignable to type '`${number}`'.
  formatFilter([{ field: 'paymentCount', terms: [is('many')] }]);
  // @ts-expect-error Type '"many"' is not assignable to type '`${number}`'.
  formatFilter([{ field: 'averageValue', terms: [is('many')] }]);
  // @ts-expect-error Type '"yes"' is not assignable to type '"true" | "false"'.
  formatFilter([{ field: 'hasFulfilledKyc', terms: [is('yes')] }]);
});

test('numbers, dates and date-times have ranges, and texts have none', () => {
  expectTypeOf<FieldsOf<'date'>>().toEqualTypeOf<'primaryAddress.dob'>();
  formatFilter([{ field: 'lifetimeRevenue', terms: [{ kind: 'range', negated: false, from: '1000' }] }]);
  formatFilter([{ field: 'createdTime', terms: [{ kind: 'range', negated: true, to: '2026-01-01T00:00:00Z' }] }]);
  // @ts-expect-error Type '"few"' is not assignable to type '`${number}`'.
  formatFilter([{ field: 'paymentCount', terms: [{ kind: 'range', negated: false, from: 'few' }] }]);
  // @ts-expect-error Type '"range"' is not assignable to type '"literal" | "list"'.
  formatFilter([{ field: 'firstName', terms: [{ kind: 'range', negated: false, from: 'A' }] }]);
});

test('a filter that was read is judged before it is written', () => {
  const filter = parseFilter('firstName:Ada');
  expectTypeOf(filter).toEqualTypeOf<ParsedFilter>();
  // @ts-expect-error Type 'string' is not assignable to the fields of customers.
  formatFilter(filter);
  if (isFilter(filter)) expectTypeOf(filter).toExtend<Filter>();
});

test('a sort names what lists can be sorted by', () => {
  expectTypeOf<'-createdTime' | 'lastName'>().toExtend<SortTerm>();
  expectTypeOf<'firstName' | '-paymentCout'>().not.toExtend<SortTerm>();
  expectTypeOf<'firstName'>().not.toExtend<SortTerm>();
});
