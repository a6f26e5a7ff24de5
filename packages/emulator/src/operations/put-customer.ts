import { operations } from '@customer-contracts/schemas';

import { readBody } from '../body/read-body.ts';
import { represent, selectionOf } from '../customers/representation.ts';
import { writeCustomer } from '../customers/write-customer.ts';
import { type Behaviour, pathOf } from './call.ts';
import { written } from './written.ts';

/** 201 where the id was free, 200 where a customer was replaced (docs/api-decisions.md#q16). */
export const putCustomer: Behaviour = (call) => {
  const { store, organizationId, request, query } = call;
  const { id } = pathOf(call, operations.putCustomer.pathParameters);
  const body = readBody(request, operations.putCustomer.body);
  const { stored, isNew } = store.atomically(() => {
    const previous = store.customer(organizationId, id);
    return { stored: writeCustomer(call, id, body, previous), isNew: previous === undefined };
  });
  const answer = represent(store, organizationId, stored, selectionOf(query));
  return written(call, isNew ? 'putCustomer 201' : 'putCustomer 200', { id, body: answer });
};
