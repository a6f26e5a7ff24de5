import { operations } from '@customer-contracts/schemas';

import { readBody } from '../body/read-body.ts';
import { represent, selectionOf } from '../customers/representation.ts';
import { writeCustomer } from '../customers/write-customer.ts';
import { makeId } from '../make-id.ts';
import type { Behaviour } from './call.ts';
import { written } from './written.ts';

/** Always a new customer, with an id of the server's. */
export const postCustomer: Behaviour = (call) => {
  const { store, organizationId, request, clock, random, query } = call;
  const body = readBody(request, operations.postCustomer.body);
  const id = makeId('cus', clock(), random);
  const stored = store.atomically(() => writeCustomer(call, id, body, undefined));
  return written(call, 'postCustomer 201', { id, body: represent(store, organizationId, stored, selectionOf(query)) });
};
