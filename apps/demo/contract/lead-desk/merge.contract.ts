import { expect, test } from 'vitest';

import { CustomerRow } from '../../web/src/calls/customer-row.ts';
import { findDuplicates } from '../../web/src/calls/find-duplicates.ts';
import { mergeCustomers } from '../../web/src/calls/merge-customers.ts';
import { deskClient } from './desk-client.ts';
import { expectRefusal } from './expect-refusal.ts';
import { pact } from './pact.ts';

const email = 'ada@example.com';
const duplicates = { duplicateId: 'cus_01', survivorId: 'cus_02' };
const merge = { id: 'cus_01', targetCustomerId: 'cus_02' };

test(
  'finds others with the same e-mail address',
  pact
    .getCustomerCollection({ filter: `email:${email}`, limit: 10, expand: 'leadSource' })
    .given('customersExist', { count: 2, view: 'complete', members: { email } })
    .reads(CustomerRow)
    .test(async ({ example, ...mock }) => {
      expect(await findDuplicates(deskClient(mock), { id: 'cus_01', email })).toEqual(example);
    }),
);

test(
  'merges a duplicate into the customer that survives',
  pact.deleteCustomer(merge).test(async (mock) => {
    await expect(mergeCustomers(deskClient(mock), duplicates)).resolves.toBeUndefined();
  }),
);

for (const status of [401, 403, 404] as const) {
  test(
    `says why nothing was merged: ${status}`,
    pact
      .deleteCustomer(merge)
      .respondsWith(status)
      .test((mock) => expectRefusal(mergeCustomers(deskClient(mock), duplicates), status)),
  );
}

test(
  'says when to try again',
  pact
    .deleteCustomer(merge)
    .respondsWith(429)
    .readsHeaders('X-RateLimit-Retry-After')
    .test((mock) => expectRefusal(mergeCustomers(deskClient(mock), duplicates), 429, { retryAfter: 0 })),
);
