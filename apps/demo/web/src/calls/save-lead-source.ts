import type { CustomersClient } from '@customer-contracts/client';
import type { LeadSourceInput } from '@customer-contracts/schemas';

import { LeadSourceCard } from './show-lead-source.ts';

/** Records where a customer came from, as the newest attribution; the first one stays in `original`. */
export async function saveLeadSource(
  client: CustomersClient,
  { id, leadSource }: { readonly id: string; readonly leadSource: LeadSourceInput },
): Promise<LeadSourceCard> {
  const { body } = await client.putCustomerLeadSource({ id, body: leadSource });
  return LeadSourceCard.parse(body);
}
