import { readFileSync } from 'node:fs';

import { mistakeInKey } from '@customer-contracts/schemas/internal';

import { CommandError } from './command-error.ts';

/** An API key, and where it comes from. */
export interface GivenKey {
  readonly key: string;
  /** Whether it is that of `CUSTOMERS_API_KEY`, not of a file. */
  readonly isOfEnvironment: boolean;
}

/**
 * The API key that the user gives, in a file or in CUSTOMERS_API_KEY; `undefined` for none. Never in a flag, where other users of
 * the machine would see it.
 *
 * @throws {CommandError} when the file can't be read, or the key can't stand in a header. Its message hasn't the key.
 */
export function givenKey(file: string | undefined): GivenKey | undefined {
  const key = file === undefined ? process.env['CUSTOMERS_API_KEY'] : read(file);
  if (key === undefined) return undefined;
  const mistake = mistakeInKey(key);
  if (mistake === undefined) return { key, isOfEnvironment: file === undefined };
  const [source, advice] =
    file === undefined ? ['CUSTOMERS_API_KEY', 'Give one line, or unset CUSTOMERS_API_KEY'] : [file, 'Give one line'];
  throw new CommandError(`Failed to take the API key from ${source}: it ${mistake}. ${advice}.`);
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new CommandError(`Failed to read the API key file ${file}: ${reason}. Name a file that can be read.`, {
      cause,
    });
  }
}
