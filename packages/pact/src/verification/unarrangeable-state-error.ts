import { PactError } from '../pact-error.ts';

/** Nobody can bring a provider state about in this way. Its interactions are then not verifiable, which is no failure. */
export class UnarrangeableStateError extends PactError {
  override name = 'UnarrangeableStateError';
}
