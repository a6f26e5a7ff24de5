import { isPactError, PactError } from '@customer-contracts/pact-files/internal';

const brand: unique symbol = Symbol.for('@customer-contracts/pact/UnarrangeableStateError');

/** Nobody can bring a provider state about in this way. Its interactions are then not verifiable, which is no failure. */
export class UnarrangeableStateError extends PactError {
  override name = 'UnarrangeableStateError';

  /** @internal What {@link isUnarrangeable} goes by: a name is anybody's. */
  get [brand](): true {
    return true;
  }
}

/** Whether it is an {@link UnarrangeableStateError}, of whichever copy of the package. */
export function isUnarrangeable(error: unknown): boolean {
  return isPactError(error) && brand in error;
}
