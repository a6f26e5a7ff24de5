import { hash } from 'node:crypto';

import { type Customer, LeadSourceInput } from '@customer-contracts/schemas';

/** What of a lead source can be written. */
export type WrittenLeadSource = LeadSourceInput;

const leadSourceMembers: ReadonlySet<string> = new Set(Object.keys(LeadSourceInput.shape));

/**
 * 32 hexadecimal digits that say whether a customer is as it was: of all that the server answers, its counts, revision and
 * times included, and of what was written of its lead source. Links are left out, since they differ from place to place, and
 * so is the order of members; null is the same as absent.
 *
 * @param leadSource the lead source, where the customer doesn't come with it: the answer to a PUT has none.
 */
export function fingerprint(
  { _links, _embedded, ...customer }: Customer,
  leadSource: WrittenLeadSource | undefined = _embedded?.leadSource,
): string {
  const written = Object.entries(leadSource ?? {}).filter(([name]) => leadSourceMembers.has(name));
  const text = JSON.stringify(canonical({ customer, leadSource: Object.fromEntries(written) }));
  return hash('sha256', text).slice(0, 32);
}

function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).filter(([name, member]) => member != null && name !== '_links');
  return members
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, member]) => [name, canonical(member)]);
}
