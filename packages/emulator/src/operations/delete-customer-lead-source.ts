import { operations } from '@customer-contracts/schemas';

import { dateTime } from '../clock.ts';
import { touchCustomer } from '../customers/touch-customer.ts';
import { noContent } from '../http/answer.ts';
import { type Behaviour, existingCustomer, noLeadSource, pathOf } from './call.ts';

export const deleteCustomerLeadSource: Behaviour = (call) => {
  const { store, organizationId, events, clock, rateLimitHeaders } = call;
  const { id } = pathOf(call, operations.deleteCustomerLeadSource.pathParameters);
  store.atomically(() => {
    if (!store.deleteLeadSource(organizationId, id)) noLeadSource(id);
    touchCustomer(call, existingCustomer(call, id));
    events?.add('lead-source-changed', { organizationId, customerId: id, time: dateTime(clock()) });
  });
  return { ...noContent, headers: rateLimitHeaders };
};
