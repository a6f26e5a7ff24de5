import type { Customer } from '@customer-contracts/schemas';

import { comparableText } from './comparable.ts';

/** What filters and sorts compare, as JSON: the customer, with its texts as {@link comparableText} has them. */
export function comparedMembers({ _links, ...members }: Customer): string {
  return JSON.stringify(members, (_, value: unknown) => (typeof value === 'string' ? comparableText(value) : value));
}
