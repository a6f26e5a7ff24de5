import { PactError } from './pact-error.ts';

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
