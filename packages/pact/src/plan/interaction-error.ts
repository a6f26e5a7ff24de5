import { PactError } from '@customer-contracts/pact-files/internal';

/** An interaction was described in a way that can't be a contract: a body that breaks a rule, say. */
export class InteractionError extends PactError {
  override name = 'InteractionError';
  /** What was described: the operationId, and the status once it is known. */
  readonly interaction: string;

  /** @internal */
  constructor(message: string, interaction: string, options?: ErrorOptions) {
    super(message, options);
    this.interaction = interaction;
  }
}
