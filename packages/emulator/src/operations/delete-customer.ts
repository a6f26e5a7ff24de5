import { customerAfterMerge, operations } from '@customer-contracts/schemas';

import { dateTime } from '../clock.ts';
import { adoptLeadSource } from '../customers/adopt.ts';
import { noContent } from '../http/answer.ts';
import { Refusal } from '../http/refusal.ts';
import { type Behaviour, existingCustomer, pathOf } from './call.ts';

/** The customer of the path is the duplicate, and disappears; the target survives (docs/api-decisions.md#q2, #q4, #q6). */
export const deleteCustomer: Behaviour = (call) => {
  const { store, organizationId, events, clock, query, rateLimitHeaders } = call;
  const { id } = pathOf(call, operations.deleteCustomer.pathParameters);
  const targetId = query.get('targetCustomerId') ?? '';
  if (targetId === '') throw invalidTarget('A customer is deleted by merging it into another: name that one.');
  if (targetId === id) throw invalidTarget('A customer can not be merged into itself.');
  store.atomically(() => {
    const duplicate = existingCustomer(call, id);
    const target = existingCustomer(call, targetId);
    const leadSource = store.leadSource(organizationId, id);
    if (leadSource !== undefined && store.leadSourceText(organizationId, targetId) === undefined) {
      adoptLeadSource(store, organizationId, targetId, leadSource);
    }
    store.deleteCustomer(organizationId, id);
    const now = dateTime(clock());
    store.putCustomer(organizationId, customerAfterMerge({ target, duplicate, now }));
    const merged = { targetCustomerId: targetId, duplicatedCustomer: duplicate };
    events?.add('customer-merged', { organizationId, customerId: id, time: now, merged });
  });
  return { ...noContent, headers: rateLimitHeaders };
};

function invalidTarget(message: string): Refusal {
  return new Refusal(422, message, { invalidFields: [{ field: 'targetCustomerId', message }] });
}
