import {
  FilterError,
  type FilterTerm,
  formatFilter,
  isFilter,
  judgeFilter,
  type ParsedFilter,
  parseFilter,
} from '@customer-contracts/schemas';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { testSizes } from '../../../test-sizes.ts';
import { workedFilters } from './worked-filters.ts';

/** Formats what a caller without types may have made. */
const format = (filter: ParsedFilter): string => String(Reflect.apply(formatFilter, undefined, [filter]));

test.each(workedFilters)('reads, judges and writes $text', ({ text }) => {
  const filter = parseFilter(text);
  expect(judgeFilter(filter)).toEqual([]);
  expect(isFilter(filter) && formatFilter(filter)).toBe(text);
});

test('writes no condition as the empty text', () => {
  expect(formatFilter([])).toBe('');
});

test('reads back as it was whatever it writes of awkward values', () => {
  let written = 0;
  fc.assert(
    fc.property(awkwardFilter(), (filter) => {
      const text = formatted(filter);
      if (text === undefined) return;
      written += 1;
      expect(parseFilter(text)).toEqual(filter);
    }),
    { numRuns: 5000 * testSizes.properties, seed: 1 },
  );
  expect(written).toBeGreaterThan(500);
});

const name = (value: string): FilterTerm => ({ kind: 'literal', negated: false, value });

test.each([
  [
    name('Smith, John'),
    'the value "Smith, John" of "lastName" has ",", and the grammar has no escape. Filter by another field, or after loading.',
  ],
  [
    name('a;b'),
    'the value "a;b" of "lastName" has ";", and the grammar has no escape. Filter by another field, or after loading.',
  ],
  [
    name('a..b'),
    'the value "a..b" of "lastName" has "..", and the grammar has no escape. Filter by another field, or after loading.',
  ],
  [
    name('!John'),
    'the value "!John" of "lastName" has "!", and the grammar has no escape. Filter by another field, or after loading.',
  ],
  [
    name('@john'),
    'the value "@john" of "lastName" has "@", and the grammar has no escape. Filter by another field, or after loading.',
  ],
  [
    name(' John'),
    'the value " John" of "lastName" has white space at an end, which the API passes over. Leave it out.',
  ],
  [name(''), 'a value of "lastName" is empty. The API has no test for absence: leave the clause out.'],
  [{ kind: 'range', negated: false }, 'a range of "lastName" has no end. Give it `from`, `to` or both.'],
  [{ kind: 'range', negated: false, from: '1.' }, 'the range of "lastName" starts at "1.". Leave the last dot out.'],
  [
    { kind: 'list', negated: false, name: 'a,b' },
    'the value "a,b" of "lastName" has ",", and the grammar has no escape. Filter by another field, or after loading.',
  ],
] satisfies [FilterTerm, string][])('refuses the value %j', (term, message) => {
  const clause = { field: 'lastName', terms: [term] };
  expect(() => format([clause])).toThrow(new FilterError(`Failed to format filter: ${message}`, clause));
});

test('refuses a field that is none, a clause without values, and a mix of negated values with others', () => {
  expect(() => format([{ field: 'a:b', terms: [name('x')] }])).toThrow(
    'Failed to format filter: "a:b" is not a field. Give names joined by dots, as in primaryAddress.country.',
  );
  expect(() => format([{ field: 'a', terms: [] }])).toThrow(
    'Failed to format filter: "a" has no values. Give at least one, or leave the clause out.',
  );
  expect(() => format([{ field: 'a', terms: [name('x'), { ...name('y'), negated: true }] }])).toThrow(
    'Failed to format filter: "a" mixes negated values with others. Give them in two clauses.',
  );
});

test('refuses a field that customers have not, and a value that the field can not have', () => {
  expect(() => format([{ field: 'firstNam', terms: [name('Ada')] }])).toThrow(
    'Failed to format filter: there is no field "firstNam". The nearest name is "firstName".',
  );
  expect(() => format([{ field: 'shoeSize', terms: [name('43')] }])).toThrow(
    'Failed to format filter: there is no field "shoeSize". Name a member of a customer, such as primaryAddress.country, or one of customFields.',
  );
  expect(() => format([{ field: 'paymentCount', terms: [name('many')] }])).toThrow(
    'Failed to format filter: "many" is not a value of "paymentCount", which is a number. Give it a value of that type.',
  );
  expect(() =>
    format([{ field: 'firstName', terms: [{ kind: 'range', negated: false, from: 'A', to: 'B' }] }]),
  ).toThrow(
    'Failed to format filter: "A..B" is not a range of "firstName", which is a text. Give it values, or a range of that type.',
  );
});

function formatted(filter: ParsedFilter): string | undefined {
  try {
    return format(filter);
  } catch (error) {
    if (error instanceof FilterError) return undefined;
    throw error;
  }
}

function awkwardFilter(): fc.Arbitrary<ParsedFilter> {
  const value = fc.string({
    unit: fc.constantFrom('a', '1', '.', ',', ';', ':', '!', '@', ' ', 'é', '*'),
    maxLength: 6,
  });
  const field = fc.array(fc.constantFrom('a', 'customFields', '*', 'x-1'), { minLength: 1, maxLength: 3 });
  const negated = fc.boolean();
  const range = fc.record(
    { kind: fc.constant('range'), negated, from: value, to: value },
    { requiredKeys: ['kind', 'negated'] },
  );
  const term = fc.oneof(
    fc.record({ kind: fc.constant('literal'), negated, value }),
    fc.record({ kind: fc.constant('list'), negated, name: value }),
    range,
  );
  const clause = fc.record({
    field: field.map((names) => ['customFields', ...names].join('.')),
    terms: fc.array(term, { maxLength: 2 }),
  });
  return fc.array(clause, { maxLength: 2 });
}
