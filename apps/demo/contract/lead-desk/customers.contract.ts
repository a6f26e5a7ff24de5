import { expect, test } from 'vitest';

import { CustomerRow } from '../../web/src/calls/customer-row.ts';
import { findCustomers } from '../../web/src/calls/find-customers.ts';
import { deskClient } from './desk-client.ts';
import { expectRefusal } from './expect-refusal.ts';
import { pact } from './pact.ts';

const firstPage = { limit: 25, offset: 0, expand: 'leadSource', sort: ['-createdTime'] } as const;

test(
  'shows the newest customers',
  pact
    .getCustomerCollection(firstPage)
    .reads(CustomerRow)
    .readsHeaders('Pagination-Total')
    .test(async ({ example, ...mock }) => {
      const { customers, total } = await findCustomers(deskClient(mock), { page: 1 });
      expect(customers).toEqual(example);
      expect(total).toBe(example.length);
    }),
);

test(
  'searches, filters, sorts and turns the page',
  pact
    .getCustomerCollection({
      limit: 25,
      offset: 25,
      filter: 'invoiceCount:0;primaryAddress.country:GB;createdTime:2026-01-01T00:00:00Z..2026-06-30T23:59:59Z',
      q: 'ada lovelace',
      expand: 'leadSource',
      sort: ['lastName'],
    })
    .reads(CustomerRow)
    .test(async ({ example, ...mock }) => {
      const { customers } = await findCustomers(deskClient(mock), {
        page: 2,
        q: 'ada lovelace',
        kind: 'lead',
        country: 'GB',
        from: '2026-01-01',
        to: '2026-06-30',
        sort: 'lastName',
      });
      expect(customers).toEqual(example);
    }),
);

for (const status of [401, 403] as const) {
  test(
    `says why there is no list: ${status}`,
    pact
      .getCustomerCollection(firstPage)
      .respondsWith(status)
      .test((mock) => expectRefusal(findCustomers(deskClient(mock), { page: 1 }), status)),
  );
}
