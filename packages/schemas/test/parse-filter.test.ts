import { FilterError, parseFilter } from '@customer-contracts/schemas';
import { expect, test } from 'vitest';

import { workedFilters } from './worked-filters.ts';

test.each(workedFilters)('reads $text', ({ text, clauses }) => {
  expect(parseFilter(text)).toEqual(clauses);
});

test('reads the empty text as no condition', () => {
  expect(parseFilter('')).toEqual([]);
});

test('splits a clause at its first colon only', () => {
  expect(parseFilter('customFields.url:https://example.com')).toEqual([
    { field: 'customFields.url', terms: [{ kind: 'literal', negated: false, value: 'https://example.com' }] },
  ]);
});

test.each([
  ['firstName:John; lastName:Doe', 'firstName:John;lastName:Doe'],
  [' firstName : John ,\tBob ;\n  lastName:\r\nDoe ', 'firstName:John,Bob;lastName:Doe'],
  ['primaryAddress.city: New York', 'primaryAddress.city:New York'],
  ['  ', ''],
])('does not count white space around separators: %j', (text, same) => {
  expect(parseFilter(text)).toEqual(parseFilter(same));
});

test('reads a path through an array, and a mix of negated values with others', () => {
  expect(parseFilter('primaryAddress.*.email:!a@example.com,b@example.com')).toEqual([
    {
      field: 'primaryAddress.*.email',
      terms: [
        { kind: 'literal', negated: true, value: 'a@example.com' },
        { kind: 'literal', negated: false, value: 'b@example.com' },
      ],
    },
  ]);
});

test.each([
  [
    'firstName',
    'Failed to parse filter: the clause "firstName" has no ":". Write a field, ":" and a value, as in firstName:John.',
  ],
  ['a:1;', 'Failed to parse filter: the clause "" has no ":". Write a field, ":" and a value, as in firstName:John.'],
  [':John', 'Failed to parse filter: "" is not a field. Write names joined by dots, as in primaryAddress.country.'],
  [
    'a..b:1',
    'Failed to parse filter: "a..b" is not a field. Write names joined by dots, as in primaryAddress.country.',
  ],
  [
    'a:1; ;b:2',
    'Failed to parse filter: the clause "" has no ":". Write a field, ":" and a value, as in firstName:John.',
  ],
  ['a b:1', 'Failed to parse filter: "a b" is not a field. Write names joined by dots, as in primaryAddress.country.'],
  [
    'a:',
    'Failed to parse filter: a value of the clause "a:" is empty. Leave the clause out, or give every "," and "!" a value.',
  ],
  [
    'a:1,,2',
    'Failed to parse filter: a value of the clause "a:1,,2" is empty. Leave the clause out, or give every "," and "!" a value.',
  ],
  [
    'a:!',
    'Failed to parse filter: a value of the clause "a:!" is empty. Leave the clause out, or give every "," and "!" a value.',
  ],
  ['a:@', 'Failed to parse filter: the clause "a:@" has "@" without a name. Name the saved list, as in @vip.'],
  ['a:..', 'Failed to parse filter: a range of the clause "a:.." has no end. Give it one, as in 1.. or ..10.'],
])('refuses %s', (text, message) => {
  const error = new FilterError(message, text);
  expect(() => parseFilter(text)).toThrow(error);
});
