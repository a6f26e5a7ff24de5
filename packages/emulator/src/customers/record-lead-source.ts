import { leadSourceAfterPut, type LeadSourceInput } from '@customer-contracts/schemas';

import { dateTime } from '../clock.ts';
import type { Writer } from './writer.ts';

/**
 * Records an attribution as the customer's lead source.
 *
 * @returns the answer's JSON text.
 */
export function recordLeadSource({ store, organizationId, clock }: Writer, id: string, input: LeadSourceInput): string {
  const previous = store.leadSource(organizationId, id);
  const leadSource = leadSourceAfterPut({ id, organizationId, previous, input, now: dateTime(clock()) });
  return store.putLeadSource(organizationId, id, leadSource);
}
