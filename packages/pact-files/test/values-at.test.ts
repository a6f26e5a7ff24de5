import { expect, test } from 'vitest';

import { allValues, isAt, pathText, valuesAt } from '../src/document/values-at.ts';

const body = { id: 'cus_01', tags: [{ name: 'vip' }, { name: 'new' }], customFields: { '0': null, a: { b: [1, []] } } };

test.each([
  [[], [[]]],
  [['id'], [['id']]],
  [['tags', 1, 'name'], [['tags', 1, 'name']]],
  [
    ['tags', '*', 'name'],
    [
      ['tags', 0, 'name'],
      ['tags', 1, 'name'],
    ],
  ],
  [
    ['customFields', '*'],
    [
      ['customFields', '0'],
      ['customFields', 'a'],
    ],
  ],
  [
    ['*', '*', 'name'],
    [
      ['tags', 0, 'name'],
      ['tags', 1, 'name'],
    ],
  ],
  [
    ['tags', '[*]', 'name'],
    [
      ['tags', 0, 'name'],
      ['tags', 1, 'name'],
    ],
  ],
  [['customFields', '[*]'], [['customFields', '0']]],
  [['customFields', 0], [['customFields', '0']]],
  [['tags', '0'], [['tags', 0]]],
  [['tags', '00'], []],
  [['tags', 2], []],
  [['id', 'length'], []],
  [['constructor'], []],
  [['id', '*'], []],
])('finds %j at %j', (place, paths) => {
  expect(valuesAt(body, place).map(({ path }) => path)).toEqual(paths);
});

test('finds the values themselves', () => {
  expect(valuesAt(body, ['tags', '*', 'name'])).toEqual([
    { path: ['tags', 0, 'name'], value: 'vip' },
    { path: ['tags', 1, 'name'], value: 'new' },
  ]);
});

test('finds every value that the reviver of JSON.parse visits, each where it stands', () => {
  const visited: unknown[] = [];
  JSON.parse(JSON.stringify(body), (_, value: unknown) => {
    visited.push(value);
    return value;
  });
  const found = allValues(body);
  expect(found.map(({ value }) => JSON.stringify(value)).toSorted()).toEqual(
    visited.map((value) => JSON.stringify(value)).toSorted(),
  );
  expect(found.every(({ path, value }) => valuesAt(body, path)[0]?.value === value)).toBe(true);
  expect(found[0]).toEqual({ path: [], value: body });
});

test.each([
  [['tags', 0, 'name'], ['tags', '*', 'name'], true],
  [['tags', 0, 'name'], ['tags'], true],
  [['tags', 0, 'name'], [], true],
  [['tags', 0, 'name'], ['tags', 1], false],
  [['tags'], ['tags', '*'], false],
  [['tags', 0], ['tags', '[*]'], true],
  [['tags', 'name'], ['tags', '[*]'], false],
  [['customFields', '0'], ['customFields', 0], true],
])('says whether %j is at %j', (path, place, isThere) => {
  expect(isAt(path, place)).toBe(isThere);
});

test('writes a path for people', () => {
  expect(pathText(['tags', 0, 'name'])).toBe('tags[0].name');
  expect(pathText([0, 'email'], 'response.body')).toBe('response.body[0].email');
  expect(pathText(['tags', '[*]', '*'])).toBe('tags[*].*');
  expect(pathText([])).toBe('');
});
