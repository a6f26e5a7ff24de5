import { isCustomersApiError, NotFoundError } from '@customer-contracts/client';
import { expect, test, vi } from 'vitest';

import { apiKey, serve } from './serve.ts';

test('the guard narrows to the class that is named', async () => {
  await using server = await serve({ status: 404, json: { detail: 'gone' } });
  const error: unknown = await server
    .client()
    .getCustomer({ id: 'cus_01' })
    .catch((error: unknown) => error);
  expect(isCustomersApiError(error)).toBe(true);
  expect(isCustomersApiError(error, 'NotFoundError') && error.problem.detail).toBe('gone');
  expect(isCustomersApiError(error, 'ConflictError')).toBe(false);
  expect(error instanceof NotFoundError && Reflect.ownKeys(error).filter((key) => typeof key === 'symbol')).toEqual([]);
});

/** A user's own, of the same name. */
class TheirError extends Error {
  override readonly name = 'NotFoundError';
}

test.each([undefined, null, 'NotFoundError', {}, { name: 'NotFoundError' }, new Error('x'), new TheirError('x')])(
  'the guard refuses %o',
  (value) => {
    expect(isCustomersApiError(value)).toBe(false);
    expect(isCustomersApiError(value, 'NotFoundError')).toBe(false);
  },
);

test('the guard accepts an error of another copy of the package, which instanceof does not', async () => {
  vi.resetModules();
  const copy = await import('@customer-contracts/client');
  await using server = await serve({ status: 404, json: {} });
  const client = copy.createCustomersClient({ server: server.url, apiKey });
  const error: unknown = await client.getCustomer({ id: 'cus_01' }).catch((error: unknown) => error);
  expect(error).not.toBeInstanceOf(NotFoundError);
  expect(isCustomersApiError(error, 'NotFoundError')).toBe(true);
});
