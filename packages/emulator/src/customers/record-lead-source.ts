import { LeadSource, type LeadSourceInput } from '@customer-contracts/schemas';

import { withNulls } from '../body/with-nulls.ts';
import { dateTime } from '../clock.ts';
import { leadSourceLinks } from './links.ts';
import type { Writer } from './writer.ts';

/**
 * Records an attribution: it becomes the customer's lead source, and the first one ever stays in `original`
 * (docs/api-decisions.md#q10).
 *
 * @returns the answer's JSON text.
 */
export function recordLeadSource(
  { store, organizationId, clock }: Writer,
  customerId: string,
  input: LeadSourceInput,
): string {
  const now = dateTime(clock());
  const data = { ...input, createdTime: now, updatedTime: now, _links: leadSourceLinks(organizationId, customerId) };
  const original = store.leadSource(organizationId, customerId)?.original ?? data;
  return store.putLeadSource(organizationId, customerId, withNulls(LeadSource, { ...data, original }));
}
