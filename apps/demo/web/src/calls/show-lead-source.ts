import { isCustomersApiError, type CallOptions, type CustomersClient } from '@customer-contracts/client';
import * as z from 'zod';

const attribution = {
  medium: z.string().nullish(),
  source: z.string().nullish(),
  campaign: z.string().nullish(),
  term: z.string().nullish(),
  content: z.string().nullish(),
  affiliate: z.string().nullish(),
  subAffiliate: z.string().nullish(),
  salesAgent: z.string().nullish(),
  clickId: z.string().nullish(),
  path: z.string().nullish(),
  referrer: z.string().nullish(),
  createdTime: z.string().nullish(),
};

/** What the panel shows of a lead source: the newest attribution beside the first one. */
export const LeadSourceCard = z.object({ ...attribution, original: z.object(attribution).nullish() });
export type LeadSourceCard = z.infer<typeof LeadSourceCard>;

/** Where a customer came from; null when nobody knows. */
export async function showLeadSource(
  client: CustomersClient,
  { id }: { readonly id: string },
  options?: CallOptions,
): Promise<LeadSourceCard | null> {
  try {
    const { body } = await client.getCustomerLeadSource({ id }, options);
    return LeadSourceCard.parse(body);
  } catch (error) {
    if (isCustomersApiError(error, 'NotFoundError')) return null;
    throw error;
  }
}
