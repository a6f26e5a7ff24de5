import { isPactError, PactError } from '@customer-contracts/pact-files/internal';

/** Nobody can bring a provider state about in this way. Its interactions are then not verifiable, which is no failure. */
export class UnarrangeableStateError extends PactError {
  override name = 'UnarrangeableStateError';
}

/** Whether it is an {@link UnarrangeableStateError}, of whichever copy of the package. */
export function isUnarrangeable(error: unknown): boolean {
  return isPactError(error) && error.name === 'UnarrangeableStateError';
}
