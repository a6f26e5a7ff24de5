import { isSeedError, SeedError, seedIds } from '@customer-contracts/seed';
import { expect, test, vi } from 'vitest';

const errorOf = (ids: typeof seedIds): Promise<unknown> =>
  Array.fromAsync(ids({ count: -1 })).catch((error: unknown) => error);

test('the guard accepts an error of its own, which shows no brand', async () => {
  const error = await errorOf(seedIds);
  expect(isSeedError(error)).toBe(true);
  expect(error instanceof SeedError && Reflect.ownKeys(error)).toEqual(['stack', 'message', 'name', 'option']);
});

test('the guard accepts an error of another copy of the package, which instanceof does not', async () => {
  vi.resetModules();
  const copy = await import('@customer-contracts/seed');
  const error = await errorOf(copy.seedIds);
  expect(error).not.toBeInstanceOf(SeedError);
  expect(isSeedError(error)).toBe(true);
});

/** A user's own, of the same name. */
class TheirError extends Error {
  override readonly name = 'SeedError';
}

test.each([undefined, null, 'SeedError', {}, { name: 'SeedError' }, new Error('x'), new TheirError('x')])(
  'the guard refuses %o',
  (value) => {
    expect(isSeedError(value)).toBe(false);
  },
);
