import { PactError } from '../../pact-error.ts';

/** What a comparison should be made with can't be read. */
export class DriftSourceError extends PactError {
  override name = 'DriftSourceError';
  /** The file or address. */
  readonly source: string;

  /** @internal */
  constructor(source: string, received: string, advice: string, options?: ErrorOptions) {
    super(`Failed to read ${source}: ${received}. ${advice}`, options);
    this.source = source;
  }
}
