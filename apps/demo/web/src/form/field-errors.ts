import { isCustomersApiError } from '@customer-contracts/client';

/** What there is against each field of a form, by its name: the dotted path that the API calls it by. */
export type FieldErrors = ReadonlyMap<string, readonly string[]>;

/** What the API has against the fields of what it was sent; nothing when it refused for another reason. */
export function fieldErrors(error: unknown): FieldErrors {
  if (!isCustomersApiError(error, 'ValidationError')) return new Map();
  const byField = Map.groupBy(error.problem.invalidFields ?? [], ({ field }) => field ?? '');
  return new Map(
    [...byField].map(([name, entries]) => [name, entries.map(({ message }) => message ?? 'Is not valid')]),
  );
}
