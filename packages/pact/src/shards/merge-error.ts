import { maskSecrets, PactError } from '@customer-contracts/pact-files/internal';

/** Interactions could not be brought together. The pact file was left as it was. */
export class MergeError extends PactError {
  override name = 'MergeError';
  /** The path of the pact file, or of the shard that is wrong. */
  readonly file: string;

  /** @internal */
  constructor(message: string, file: string, options?: ErrorOptions) {
    super(message, options);
    this.file = maskSecrets(file);
  }
}
