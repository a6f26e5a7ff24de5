import type { Customer } from '@customer-contracts/schemas';

/** What `q` looks into, in lower case, a value on a line: no word of a query spans two (docs/api-decisions.md#search). */
export function searchedWords({ id, email, firstName, lastName, primaryAddress }: Customer): string {
  const values = [
    id,
    email,
    firstName,
    lastName,
    primaryAddress?.organization,
    ...(primaryAddress?.emails ?? []).map(({ value }) => value),
    ...(primaryAddress?.phoneNumbers ?? []).map(({ value }) => value),
  ].filter((value) => typeof value === 'string');
  return [...new Set(values)].join('\n').toLowerCase();
}
