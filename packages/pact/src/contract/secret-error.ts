import { maskSecrets, PactError } from '@customer-contracts/pact-files/internal';

/** An interaction holds a key or token. Nothing was written. */
export class SecretError extends PactError {
  override name = 'SecretError';
  /** The description of the interaction. */
  readonly interaction: string;

  /** @internal */
  constructor(interaction: string) {
    super(
      `Failed to write "${interaction}": it holds what looks like a key or token. ` +
        'Send the apiKey that the test gets, and keep secrets out of bodies, queries and examples.',
    );
    this.interaction = maskSecrets(interaction);
  }
}
