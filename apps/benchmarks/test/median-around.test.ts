import { expect, test } from 'vitest';

import { medianAround } from '../src/median-around.ts';

test.each([
  [10, 10.5],
  [3, 10.5],
  [100, 100.5],
  [400, 390.5],
])('the median around position %i of 1 to 400 is %d', (position, median) => {
  const figures = Array.from({ length: 400 }, (_, index) => index + 1);
  expect(medianAround(figures, position)).toBe(median);
});

test('one figure that stands out does not count', () => {
  const figures = Array.from({ length: 40 }, (_, index) => (index === 4 ? 9000 : 7));
  expect(medianAround(figures, 10)).toBe(7);
});
