/** A filter that can't be read, or can't be written in the API's grammar. */
export class FilterError extends Error {
  override readonly name = 'FilterError';
  /** What was to be parsed or formatted. */
  readonly filter: unknown;

  constructor(message: string, filter: unknown) {
    super(message);
    this.filter = filter;
  }
}

/** Whether an error is a {@link FilterError}, of this or of another copy of the package. */
export function isFilterError(error: unknown): error is FilterError {
  return error instanceof Error && error.name === 'FilterError' && 'filter' in error;
}
