import { operations } from '@customer-contracts/schemas';

import { touchCustomer } from '../customers/touch-customer.ts';
import { noContent } from '../http/answer.ts';
import { type Behaviour, existingCustomer, noLeadSource, pathOf } from './call.ts';

export const deleteCustomerLeadSource: Behaviour = (call) => {
  const { store, organizationId, rateLimitHeaders } = call;
  const { id } = pathOf(call, operations.deleteCustomerLeadSource.pathParameters);
  store.atomically(() => {
    if (!store.deleteLeadSource(organizationId, id)) noLeadSource(id);
    touchCustomer(call, existingCustomer(call, id));
  });
  return { ...noContent, headers: rateLimitHeaders };
};
