/** The base of every error that this package throws. */
export class PactError extends Error {
  override name = 'PactError';
}

/** Whether a value is an error of this package, from this copy of it or from another. */
export function isPactError(value: unknown): value is PactError {
  return value instanceof Error && PACT_ERROR_NAMES.has(value.name);
}

const PACT_ERROR_NAMES: ReadonlySet<string> = new Set([
  'PactError',
  'BrokerError',
  'InteractionError',
  'MergeError',
  'MismatchError',
  'PactFileError',
  'ReaderError',
  'SecretError',
  'UnarrangeableStateError',
  'VerificationError',
]);
