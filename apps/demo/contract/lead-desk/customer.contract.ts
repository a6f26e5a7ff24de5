import { expect, test } from 'vitest';

import { CustomerCard, showCustomer } from '../../web/src/calls/show-customer.ts';
import { LeadSourceCard, showLeadSource } from '../../web/src/calls/show-lead-source.ts';
import { deskClient } from './desk-client.ts';
import { expectRefusal } from './expect-refusal.ts';
import { pact } from './pact.ts';

const id = 'cus_01';

test(
  'shows a customer',
  pact
    .getCustomer({ id })
    .reads(CustomerCard)
    .test(async ({ example, ...mock }) => {
      expect(await showCustomer(deskClient(mock), { id })).toEqual(example);
    }),
);

for (const status of [401, 403, 404] as const) {
  test(
    `says why there is no customer: ${status}`,
    pact
      .getCustomer({ id })
      .respondsWith(status)
      .test((mock) => expectRefusal(showCustomer(deskClient(mock), { id }), status)),
  );
}

test(
  'shows where the customer came from, first and last',
  pact
    .getCustomerLeadSource({ id })
    .reads(LeadSourceCard)
    .test(async ({ example, ...mock }) => {
      expect(await showLeadSource(deskClient(mock), { id })).toEqual(example);
    }),
);

test(
  'says that nobody knows where the customer came from',
  pact
    .getCustomerLeadSource({ id })
    .respondsWith(404)
    .test(async (mock) => {
      expect(await showLeadSource(deskClient(mock), { id })).toBeNull();
    }),
);

for (const status of [401, 403] as const) {
  test(
    `says why there is no lead source: ${status}`,
    pact
      .getCustomerLeadSource({ id })
      .respondsWith(status)
      .test((mock) => expectRefusal(showLeadSource(deskClient(mock), { id }), status)),
  );
}
