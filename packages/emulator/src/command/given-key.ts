import { readFileSync } from 'node:fs';

import { EmulatorError } from '../emulator-error.ts';

/**
 * The API key that the caller gives, in a file or in CUSTOMERS_API_KEY; `undefined` for none.
 *
 * @throws EmulatorError where the file can't be read, or the key can't stand in a header. Its message hasn't the key.
 */
export function givenKey(file: string | undefined): string | undefined {
  const [key, source] =
    file === undefined ? [process.env['CUSTOMERS_API_KEY'], 'CUSTOMERS_API_KEY'] : [read(file), file];
  if (file === undefined && !key) return undefined;
  if (key !== undefined && /^[\x21-\x7e]+$/.test(key)) return key;
  throw new EmulatorError(
    `Failed to take the API key from ${source}: it is empty, or has other than printable ASCII in it. Give one line.`,
    source,
  );
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
