import { operations } from '@customer-contracts/schemas';

import { readBody } from '../body/read-body.ts';
import { recordLeadSource } from '../customers/record-lead-source.ts';
import { touchCustomer } from '../customers/touch-customer.ts';
import { type Behaviour, existingCustomer, pathOf } from './call.ts';
import { written } from './written.ts';

/** 201 each time: a write records a new attribution (docs/api-decisions.md#q10). */
export const putCustomerLeadSource: Behaviour = (call) => {
  const { store, request } = call;
  const { id } = pathOf(call, operations.putCustomerLeadSource.pathParameters);
  const body = readBody(request, operations.putCustomerLeadSource.body);
  const stored = store.atomically(() => {
    touchCustomer(call, existingCustomer(call, id));
    return recordLeadSource(call, id, body);
  });
  return written(call, 'putCustomerLeadSource 201', { id, body: stored });
};
