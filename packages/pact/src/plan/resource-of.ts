import { Customer, LeadSource, operations } from '@customer-contracts/schemas';
import * as z from 'zod';

import type { InteractionPlan } from './interaction-plan.ts';

/** What an answer holds. */
export type Resource = 'customer' | 'customers' | 'leadSource' | 'problem' | 'none';

/** What the answer of an interaction holds, by the schema that the table of operations names. */
export function resourceOf({ operationId, status = 0 }: InteractionPlan): Resource {
  const responses: Readonly<Record<number, { readonly body: z.ZodType | undefined }>> =
    operations[operationId].responses;
  const body = responses[status]?.body;
  if (body === undefined) return 'none';
  if (body === Customer) return 'customer';
  if (body === LeadSource) return 'leadSource';
  return body instanceof z.ZodArray ? 'customers' : 'problem';
}
