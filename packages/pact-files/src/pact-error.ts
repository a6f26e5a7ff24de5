import type { OptionProblem } from '@customer-contracts/schemas/internal';

import { maskSecrets } from './secrets.ts';

const brand: unique symbol = Symbol.for('@customer-contracts/pact-files/PactError');

/** The base of every error of `@customer-contracts/pact-files` and `@customer-contracts/pact`. No message holds a key or token. */
export class PactError extends Error {
  override name = 'PactError';

  constructor(message?: string, options?: ErrorOptions) {
    super(maskSecrets(message ?? ''), options);
  }

  /** @internal What {@link isPactError} goes by. On the prototype, so that no runner prints it. */
  get [brand](): true {
    return true;
  }
}

/** Whether a value is an error of the two packages, from this copy of them or from another. */
export function isPactError(value: unknown): value is PactError {
  try {
    return typeof value === 'object' && value !== null && brand in value;
  } catch {
    // A proxy may throw whatever it likes.
    return false;
  }
}

/** Pact files could not be read. `files` names each of them. */
export class PactFileError extends PactError {
  override name = 'PactFileError';
  /** The paths and addresses that could not be read. */
  readonly files: readonly string[];

  /** @internal */
  constructor(message: string, files: readonly string[], options?: ErrorOptions) {
    super(message, options);
    this.files = files;
  }
}

/** An option that there isn't, or with a value that can't be used. */
export class PactOptionError extends PactError {
  override name = 'PactOptionError';
  /** The option's name; empty for the options as a whole. */
  readonly option: string;

  /** @internal */
  constructor(work: string, { option, received, advice }: OptionProblem) {
    super(`Failed to ${work}: ${received}. ${advice}`);
    this.option = option;
  }
}
