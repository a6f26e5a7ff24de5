import { cp, mkdtemp, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

import type * as Client from '@customer-contracts/client';
import { isCustomersApiError, NotFoundError } from '@customer-contracts/client';
import { expect, test } from 'vitest';

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
});

test.each([undefined, null, 'NotFoundError', {}, { name: 'NotFoundError' }, new Error('other'), DOMException])(
  'the guard refuses %s',
  (value) => {
    expect(isCustomersApiError(value)).toBe(false);
    expect(isCustomersApiError(value, 'NotFoundError')).toBe(false);
  },
);

test('the guard accepts an error of another copy of the package, which instanceof does not', async () => {
  await using copy = await copyOfThePackage();
  await using server = await serve({ status: 404, json: {} });
  const client = copy.createCustomersClient({ server: server.url, apiKey });
  const error: unknown = await client.getCustomer({ id: 'cus_01' }).catch((error: unknown) => error);
  expect(error).not.toBeInstanceOf(NotFoundError);
  expect(isCustomersApiError(error, 'NotFoundError')).toBe(true);
});

async function copyOfThePackage() {
  const dist = dirname(fileURLToPath(import.meta.resolve('@customer-contracts/client')));
  const folder = await mkdtemp(join(dist, '..', '.vitest-copy-'));
  await cp(dist, folder, { recursive: true });
  const copy: unknown = await import(pathToFileURL(join(folder, 'index.js')).href);
  if (!isClient(copy)) throw new Error('The copy is none of the package.');
  return { ...copy, [Symbol.asyncDispose]: () => rm(folder, { recursive: true }) };
}

function isClient(copy: unknown): copy is typeof Client {
  return typeof copy === 'object' && copy !== null && 'createCustomersClient' in copy;
}
