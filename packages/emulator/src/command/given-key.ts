import { readFileSync } from 'node:fs';

import { mistakeInKey } from '@customer-contracts/schemas/internal';

import { EmulatorError } from '../emulator-error.ts';

/**
 * The API key that the caller gives, in a file or in CUSTOMERS_API_KEY; `undefined` for none.
 *
 * @throws {EmulatorError} when the file can't be read, or the key can't stand in a header. Its message hasn't the key.
 */
export function givenKey(file: string | undefined): string | undefined {
  const [key, source] =
    file === undefined ? [process.env['CUSTOMERS_API_KEY'], 'CUSTOMERS_API_KEY'] : [read(file), file];
  if (key === undefined) return undefined;
  const mistake = mistakeInKey(key);
  if (mistake === undefined) return key;
  const advice = file === undefined ? `Give one line, or unset ${source}` : 'Give one line';
  throw new EmulatorError(`Failed to take the API key from ${source}: it ${mistake}. ${advice}.`, source);
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new EmulatorError(`Failed to read the API key file ${file}: ${reason}. Name a file that can be read.`, file, {
      cause,
    });
  }
}
