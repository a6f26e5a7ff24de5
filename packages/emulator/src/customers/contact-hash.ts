import type { ContactObjectInput } from '@customer-contracts/schemas';

import { sha1 } from '#platform';

/**
 * A hash that is equal for contacts which differ in case, white space or the order of members only
 * (docs/api-decisions.md#q30).
 */
export function contactHash(contact: ContactObjectInput): string {
  return sha1(JSON.stringify(normalized(contact)));
}

function normalized(value: unknown): unknown {
  if (typeof value === 'string') return value.trim().replaceAll(/\s+/g, ' ').toLowerCase();
  if (Array.isArray(value)) return value.map(normalized);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .filter(([, member]) => member !== null && member !== undefined)
    .map(([name, member]) => [name, normalized(member)])
    .toSorted(([left], [right]) => (String(left) < String(right) ? -1 : 1));
}
