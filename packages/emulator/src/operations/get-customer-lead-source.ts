import { operations } from '@customer-contracts/schemas';

import { json } from '../http/answer.ts';
import { type Behaviour, noLeadSource, pathOf } from './call.ts';

export const getCustomerLeadSource: Behaviour = (call) => {
  const { id } = pathOf(call, operations.getCustomerLeadSource.pathParameters);
  return json(200, call.store.leadSourceText(call.organizationId, id) ?? noLeadSource(id));
};
