import { expect, test } from 'vitest';

import { columns, countOf, markdownTable } from '../src/report/text-table.ts';

test('makes each column as wide as its widest cell, and ends no line with spaces', () => {
  expect(
    columns([
      ['error', 'a', 'short'],
      ['warning', 'bcd', ''],
      ['', '', ''],
    ]),
  ).toEqual(['error    a    short', 'warning  bcd', '']);
});

test('takes rows of another length', () => {
  expect(columns([['a'], ['b', 'c'], ['long']])).toEqual(['a', 'b     c', 'long']);
  expect(columns([['a', 'wide'], ['b'], ['c', 'd', 'e']])).toEqual(['a  wide', 'b', 'c  d     e']);
  expect(columns([])).toEqual([]);
});

test('escapes what would end a cell of Markdown', () => {
  expect(markdownTable(['a', 'b'], [['1|2', '3']])).toBe('| a | b |\n| --- | --- |\n| 1\\|2 | 3 |');
});

test('counts in words', () => {
  expect([0, 1, 2].map((count) => countOf(count, 'pact'))).toEqual(['0 pacts', '1 pact', '2 pacts']);
});
