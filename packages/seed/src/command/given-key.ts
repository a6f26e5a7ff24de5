import { readFileSync } from 'node:fs';

import { SeedOptionError } from '../seed-error.ts';

/**
 * The API key that the caller gives, in a file or in CUSTOMERS_API_KEY. Never in a flag, where other users of the machine
 * would see it.
 *
 * @throws SeedOptionError; its message hasn't the key.
 */
export function givenKey(file: string | undefined): string {
  const key = file === undefined ? process.env['CUSTOMERS_API_KEY'] : read(file);
  if (key !== undefined && /^[\x21-\x7e]+$/.test(key)) return key;
  const received = key === undefined ? 'there is none' : 'it is empty, or has other than printable ASCII in it';
  throw new SeedOptionError('apiKey', received, 'Set CUSTOMERS_API_KEY, or name a file with one line: --api-key-file.');
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new SeedOptionError('apiKey', reason, 'Name a file that can be read.', { cause });
  }
}
