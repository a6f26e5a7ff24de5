import { isDeepStrictEqual } from 'node:util';

import { expect, test } from 'vitest';

import { differences } from '../src/shards/differences.ts';

test.each([
  [1, 2, [{ path: '', one: 1, other: 2 }]],
  [{ a: 1 }, { a: 2 }, [{ path: 'a', one: 1, other: 2 }]],
  [{ a: { b: [1, 2] } }, { a: { b: [1, 3] } }, [{ path: 'a.b.1', one: 2, other: 3 }]],
  [{ a: 1 }, {}, [{ path: 'a', one: 1, other: undefined }]],
  [{}, { a: { b: 1 } }, [{ path: 'a', one: undefined, other: { b: 1 } }]],
  [{ a: null }, { a: {} }, [{ path: 'a', one: null, other: {} }]],
  [[1], [1, 2], [{ path: '1', one: undefined, other: 2 }]],
  [
    { b: 1, a: 1 },
    { a: 2, c: 1 },
    [
      { path: 'b', one: 1, other: undefined },
      { path: 'a', one: 1, other: 2 },
      { path: 'c', one: undefined, other: 1 },
    ],
  ],
])('tells where %j and %j differ', (one, other, expected) => {
  expect(differences(one, other)).toEqual(expected);
});

const values = [null, true, 0, 1, '', 'a', [], [1], [1, [2]], {}, { a: 1 }, { a: { b: [] } }, { a: 1, b: null }];

test('finds none in values that Node calls equal, and some in all others', () => {
  const wrong = values.flatMap((one) =>
    values
      .filter((other) => (differences(one, structuredClone(other)).length === 0) !== isDeepStrictEqual(one, other))
      .map((other) => [one, other]),
  );
  expect(wrong).toEqual([]);
});
