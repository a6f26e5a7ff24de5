import { createEmulator, EmulatorError, isEmulatorError } from '@customer-contracts/emulator';
import { expect, test, vi } from 'vitest';

function errorOf(create: typeof createEmulator): unknown {
  try {
    return create({ database: '' });
  } catch (error) {
    return error;
  }
}

test('the guard accepts an error of its own, which shows no brand', () => {
  const error = errorOf(createEmulator);
  expect(isEmulatorError(error)).toBe(true);
  expect(error instanceof EmulatorError && Reflect.ownKeys(error)).toEqual(['stack', 'message', 'name', 'subject']);
});

test('the guard accepts an error of another copy of the package, which instanceof does not', async () => {
  vi.resetModules();
  const copy = await import('@customer-contracts/emulator');
  const error = errorOf(copy.createEmulator);
  expect(error).not.toBeInstanceOf(EmulatorError);
  expect(isEmulatorError(error)).toBe(true);
});

/** A user's own, of the same name and the same members. */
class TheirError extends Error {
  override readonly name = 'EmulatorError';
  readonly subject = 'x';
}

test.each([undefined, null, 'EmulatorError', {}, { name: 'EmulatorError' }, new Error('x'), new TheirError('x')])(
  'the guard refuses %o',
  (value) => {
    expect(isEmulatorError(value)).toBe(false);
  },
);
