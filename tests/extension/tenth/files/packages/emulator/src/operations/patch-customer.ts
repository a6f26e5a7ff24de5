import { Customer, operations, resourceAfterWrite } from '@customer-contracts/schemas';

import { readBody } from '../body/read-body.ts';
import { dateTime } from '../clock.ts';
import { contactHash } from '../customers/contact-hash.ts';
import { makeId } from '../make-id.ts';
import { type Behaviour, existingCustomer, pathOf } from './call.ts';
import { written } from './written.ts';

/** What is sent replaces, what is left out stays. */
export const patchCustomer: Behaviour = (call) => {
  const { store, organizationId, request, clock, random } = call;
  const { id } = pathOf(call, operations.patchCustomer.pathParameters);
  const input = readBody(request, operations.patchCustomer.body);
  const now = clock();
  const body = store.atomically(() => {
    const patched = resourceAfterWrite('patchCustomer', {
      id,
      organizationId,
      previous: existingCustomer(call, id),
      input,
      now: dateTime(now),
      makeId: (prefix) => makeId(prefix, now, random),
      contactHash,
    });
    return store.putCustomer(organizationId, Customer.parse(patched));
  });
  return written(call, 'patchCustomer 200', { id, body });
};
