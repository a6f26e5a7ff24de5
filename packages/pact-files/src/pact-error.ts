const brand: unique symbol = Symbol.for('@customer-contracts/pact-files/PactError');

/** The base of every error of `@customer-contracts/pact-files` and `@customer-contracts/pact`. */
export class PactError extends Error {
  override name = 'PactError';

  /** @internal What {@link isPactError} goes by. On the prototype, so that no runner prints it. */
  get [brand](): true {
    return true;
  }
}

/** Whether a value is an error of the two packages, from this copy of them or from another. */
export function isPactError(value: unknown): value is PactError {
  return typeof value === 'object' && value !== null && brand in value;
}
