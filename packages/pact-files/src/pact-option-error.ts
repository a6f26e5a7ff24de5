import type { OptionProblem } from '@customer-contracts/schemas/internal';

import { PactError } from './pact-error.ts';

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
