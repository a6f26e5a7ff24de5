import { FilterError, isFilterError } from '@customer-contracts/schemas';
import { expect, test, vi } from 'vitest';

test('the guard accepts an error of another copy of the package, which instanceof does not', async () => {
  vi.resetModules();
  const copy = await import('@customer-contracts/schemas');
  const error = new copy.FilterError('Failed to parse filter.', 'oops');
  expect(error).not.toBeInstanceOf(FilterError);
  expect(isFilterError(error)).toBe(true);
});

test('the guard accepts an error of its own, which holds the filter and shows no brand', () => {
  const error = new FilterError('Failed to parse filter.', 'oops');
  expect(isFilterError(error)).toBe(true);
  expect(error).toMatchObject({ name: 'FilterError', filter: 'oops' });
  expect(Reflect.ownKeys(error)).toEqual(['stack', 'message', 'name', 'filter']);
});

/** A user's own, of the same name and the same members. */
const theirs = Object.assign(new Error('x'), { name: 'FilterError', filter: 'oops' });

test.each([undefined, null, 'FilterError', {}, { name: 'FilterError', filter: 'oops' }, new Error('x'), theirs])(
  'the guard refuses %o',
  (value) => {
    expect(isFilterError(value)).toBe(false);
  },
);
