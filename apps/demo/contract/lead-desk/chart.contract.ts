import { expect, test } from 'vitest';

import { CustomerRow } from '../../web/src/calls/customer-row.ts';
import { loadCustomers } from '../../web/src/calls/load-customers.ts';
import { deskClient } from './desk-client.ts';
import { pact } from './pact.ts';

test(
  'counts leads by their medium',
  pact
    .getCustomerCollection({ limit: 1000, offset: 0, expand: 'leadSource', sort: ['-createdTime'] })
    .reads(CustomerRow)
    .readsHeaders('Pagination-Total')
    .test(async ({ example, ...mock }) => {
      expect(await loadCustomers(deskClient(mock), {})).toEqual({ customers: example, total: example.length });
    }),
);
