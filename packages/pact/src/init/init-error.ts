import { PactError } from '@customer-contracts/pact-files/internal';

/** A project could not be set up. What was written before stays, and is valid. */
export class InitError extends PactError {
  override name = 'InitError';
  /** The path of the file or folder that prevents it. */
  readonly path: string;

  constructor(message: string, path: string, options?: ErrorOptions) {
    super(message, options);
    this.path = path;
  }
}
