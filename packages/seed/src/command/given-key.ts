import { readFileSync } from 'node:fs';

import { mistakeInKey } from '@customer-contracts/schemas/internal';

import { SeedOptionError } from '../seed-error.ts';

/**
 * The API key that the caller gives, in a file or in CUSTOMERS_API_KEY. Never in a flag, where other users of the machine
 * would see it.
 *
 * @throws {SeedOptionError} when there is none, or it can't stand in a header. Its message hasn't the key.
 */
export function givenKey(file: string | undefined): string {
  const key = file === undefined ? process.env['CUSTOMERS_API_KEY'] : read(file);
  const mistake = key === undefined ? undefined : mistakeInKey(key);
  if (key !== undefined && mistake === undefined) return key;
  throw new SeedOptionError({
    option: 'apiKey',
    received: mistake === undefined ? 'there is no API key' : `the API key ${mistake}`,
    advice: 'Set CUSTOMERS_API_KEY, or name a file with one line: --api-key-file.',
  });
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const received = `the API key file ${file} can't be read: ${reason}`;
    throw new SeedOptionError({ option: 'apiKey', received, advice: 'Name a file that can be read.' }, { cause });
  }
}
