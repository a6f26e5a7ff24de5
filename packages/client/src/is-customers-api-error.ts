import { hasBrand } from './customers-api-error.ts';
import type { NetworkError, TimeoutError, UndocumentedAnswerError } from './failures.ts';
import type { InvalidOptionsError } from './invalid-options-error.ts';
import type {
  ConflictError,
  ForbiddenError,
  NotFoundError,
  TooManyRequestsError,
  UnauthorizedError,
  ValidationError,
} from './problem-errors.ts';
import type { CollectionLimitError, InvalidCallError } from './refusals.ts';

/** Every error of this package, told apart by `name`. */
export type KnownCustomersApiError =
  | CollectionLimitError
  | ConflictError
  | ForbiddenError
  | InvalidCallError
  | InvalidOptionsError
  | NetworkError
  | NotFoundError
  | TimeoutError
  | TooManyRequestsError
  | UnauthorizedError
  | UndocumentedAnswerError
  | ValidationError;

/**
 * Whether a value is an error of this package, of this or of another copy of it, where `instanceof` says no; of any class,
 * or of the one named.
 *
 * @example
 * if (isCustomersApiError(error, 'NotFoundError')) return undefined;
 */
export function isCustomersApiError<Name extends KnownCustomersApiError['name'] = KnownCustomersApiError['name']>(
  value: unknown,
  name?: Name,
): value is Extract<KnownCustomersApiError, { readonly name: Name }> {
  return hasBrand(value) && (name === undefined || value.name === name);
}
