import type { OptionProblem } from '@customer-contracts/schemas/internal';

import { CustomersApiError } from './customers-api-error.ts';

/** An option of `createCustomersClient` or `watchResponses` is unknown or can't be used. No secret is shown. */
export class InvalidOptionsError extends CustomersApiError {
  override readonly name = 'InvalidOptionsError';
  /** The option's name; empty where something else stands in the place of the options. */
  readonly option: string;

  /** @internal */
  constructor({ option, received, advice }: OptionProblem, work: string) {
    super(`Failed to ${work}: ${received}. ${advice}`);
    this.option = option;
  }
}
