import { misusedOption, noOptions, unknownOption } from '@customer-contracts/schemas/internal';

import { isRecord } from './json/json-value.ts';
import { PactOptionError } from './pact-error.ts';

/** What an option takes. */
interface Option {
  readonly fits: (value: unknown) => boolean;
  /** What to give, without a full stop. */
  readonly advice: string;
}

/**
 * Refuses options as a caller without types may have given them: one that there isn't, before one whose value can't be used. It
 * is `checkOptions` for who loads no zod.
 *
 * @throws {PactOptionError} with the first that is wrong. `work` is what its message says could not be done: `lint pacts`.
 */
export function refuseOptions(work: string, options: unknown, known: Readonly<Record<string, Option>>): void {
  if (!isRecord(options)) throw new PactOptionError(work, noOptions(options));
  const unknown = Object.keys(options).find((name) => !Object.hasOwn(known, name));
  if (unknown !== undefined) throw new PactOptionError(work, unknownOption(unknown, Object.keys(known)));
  for (const [name, { fits, advice }] of Object.entries(known)) {
    const value = options[name];
    if (value !== undefined && !fits(value)) throw new PactOptionError(work, misusedOption(name, value, advice));
  }
}
