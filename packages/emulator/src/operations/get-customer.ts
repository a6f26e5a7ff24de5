import { operations } from '@customer-contracts/schemas';

import { represent, selectionOf } from '../customers/representation.ts';
import { json } from '../http/answer.ts';
import { type Behaviour, notFound, pathOf } from './call.ts';

export const getCustomer: Behaviour = (call) => {
  const { store, organizationId, query } = call;
  const { id } = pathOf(call, operations.getCustomer.pathParameters);
  const stored = store.customerText(organizationId, id) ?? notFound(id);
  return json(200, represent(store, organizationId, stored, selectionOf(query)));
};
