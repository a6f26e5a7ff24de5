const brand = Symbol.for('@customer-contracts/client/CustomersApiError');

/**
 * The base of every error that this package throws. None holds a key, a token or a request's body: not in its message,
 * its properties, its stack or its causes.
 */
export abstract class CustomersApiError extends Error {
  /** The class of the error, in words: tells the errors apart, minified or from another copy of the package. */
  abstract override readonly name: string;

  static {
    Object.defineProperty(this.prototype, brand, { value: true });
  }
}

/** Whether a value is an error of this package, of this or of another copy of it. */
export function hasBrand(value: unknown): value is CustomersApiError {
  return typeof value === 'object' && value !== null && brand in value;
}
