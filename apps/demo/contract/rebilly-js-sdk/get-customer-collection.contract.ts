import { formatFilter, type SortTerm } from '@customer-contracts/schemas';
import { expect, test } from 'vitest';
import * as z from 'zod';

import { expectRefusal } from './expect-refusal.ts';
import { pact } from './pact.ts';
import { sdk } from './sdk.ts';

/** What a row of the list shows. */
const Row = z.object({
  id: z.string(),
  email: z.string().nullable().optional(),
  firstName: z.string().nullable().optional(),
  lastName: z.string().nullable().optional(),
  invoiceCount: z.int().optional(),
  createdTime: z.string().optional(),
});

test(
  'lists customers',
  pact
    .getCustomerCollection()
    .reads(Row)
    .readsHeaders('Pagination-Total')
    .test(async ({ baseUrl, apiKey, example }) => {
      const { items, total } = await sdk(baseUrl, apiKey).getAll();
      expect(items.map(({ fields }) => Row.parse(fields))).toEqual(example);
      expect(total).toEqual(expect.any(Number));
    }),
);

const leadsOf2026 = {
  limit: 20,
  offset: 40,
  filter: formatFilter([
    { field: 'invoiceCount', terms: [{ kind: 'literal', negated: false, value: '0' }] },
    { field: 'createdTime', terms: [{ kind: 'range', negated: false, from: '2026-01-01T00:00:00Z' }] },
  ]),
  q: 'ada lovelace',
  sort: ['-createdTime', 'lastName'] satisfies SortTerm[],
};

test(
  'searches, filters, sorts and pages',
  pact
    .getCustomerCollection(leadsOf2026)
    .reads(Row)
    .test(async ({ baseUrl, apiKey, example }) => {
      const { items } = await sdk(baseUrl, apiKey).getAll(leadsOf2026);
      expect(items.map(({ fields }) => Row.parse(fields))).toEqual(example);
    }),
);

test(
  'is told that the key is not valid',
  pact
    .getCustomerCollection()
    .respondsWith(401)
    .test(({ baseUrl, apiKey }) => expectRefusal(sdk(baseUrl, apiKey).getAll(), 401)),
);

test(
  'is told that the key may not list customers',
  pact
    .getCustomerCollection()
    .respondsWith(403)
    .test(({ baseUrl, apiKey }) => expectRefusal(sdk(baseUrl, apiKey).getAll(), 403)),
);
