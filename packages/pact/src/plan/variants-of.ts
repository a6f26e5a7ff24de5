import { operations } from '@customer-contracts/schemas';

import type { InteractionPlan } from './interaction-plan.ts';
import type { Variant } from '@customer-contracts/pact-files/internal';

/**
 * Whether the provider state decides how much of a resource an answer has: when it is read, and when a customer is
 * replaced, whose read-only members stay. Without a schema nothing is asked of the body, so one answer is enough.
 */
export function hasVariants({ operationId, status, schema, state }: InteractionPlan): boolean {
  const isAnsweredFromState = operations[operationId].method === 'GET' || operationId === 'putCustomer';
  return schema !== undefined && state === undefined && status === 200 && isAnsweredFromState;
}

/** The variants that an interaction may have, before the reader's schema is asked about the bare one. */
export function variantsOf(plan: InteractionPlan): readonly Variant[] {
  if (!hasVariants(plan)) return [givenVariant(plan)];
  return plan.operationId === 'getCustomerCollection' ? ['complete', 'bare', 'empty'] : ['complete', 'bare'];
}

/** The answer that a state of the caller's own brings about. */
function givenVariant({ state }: InteractionPlan): Variant {
  if (state?.name === 'noCustomers') return 'empty';
  return state?.parameters['view'] === 'bare' ? 'bare' : 'complete';
}
