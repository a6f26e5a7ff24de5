import { leadSourceAfterPut, type LeadSourceInput } from '@customer-contracts/schemas';

import { dateTime } from '../clock.ts';
import type { Writer } from './writer.ts';

/**
 * Records an attribution as the customer's lead source.
 *
 * @returns the answer's JSON text.
 */
export function recordLeadSource(writer: Writer, id: string, input: LeadSourceInput): string {
  const { store, organizationId, events, clock } = writer;
  const now = dateTime(clock());
  const previous = store.leadSource(organizationId, id);
  const leadSource = leadSourceAfterPut({ id, organizationId, previous, input, now });
  events?.add('lead-source-changed', { organizationId, customerId: id, time: now });
  return store.putLeadSource(organizationId, id, leadSource);
}
