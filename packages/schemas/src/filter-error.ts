const brand = Symbol.for('@customer-contracts/schemas/FilterError');

/** A filter that can't be read, or can't be written in the API's grammar. */
export class FilterError extends Error {
  override readonly name = 'FilterError';
  /** What was to be parsed or formatted. */
  readonly filter: unknown;

  static {
    Object.defineProperty(this.prototype, brand, { value: true });
  }

  /** @internal */
  constructor(message: string, filter: unknown) {
    super(message);
    this.filter = filter;
  }
}

/** Whether a value is a {@link FilterError}, of this or of another copy of the package. */
export function isFilterError(value: unknown): value is FilterError {
  return typeof value === 'object' && value !== null && brand in value;
}
