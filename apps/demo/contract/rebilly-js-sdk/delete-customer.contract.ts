import { expect, test } from 'vitest';

import { expectRefusal } from './expect-refusal.ts';
import { pact } from './pact.ts';
import { sdk } from './sdk.ts';

/** The duplicate disappears, the target survives. */
const merge = { id: 'cus_01', targetCustomerId: 'cus_02' };

test(
  'merges a duplicate into another customer',
  pact.deleteCustomer(merge).test(async ({ baseUrl, apiKey }) => {
    const { response } = await sdk(baseUrl, apiKey).merge(merge);
    expect(response.status).toBe(204);
  }),
);

test(
  'is told that the key is not valid',
  pact
    .deleteCustomer(merge)
    .respondsWith(401)
    .test(({ baseUrl, apiKey }) => expectRefusal(sdk(baseUrl, apiKey).merge(merge), 401)),
);

test(
  'is told that the key may not merge customers',
  pact
    .deleteCustomer(merge)
    .respondsWith(403)
    .test(({ baseUrl, apiKey }) => expectRefusal(sdk(baseUrl, apiKey).merge(merge), 403)),
);

test(
  'is told that there is no such customer',
  pact
    .deleteCustomer(merge)
    .respondsWith(404)
    .test(({ baseUrl, apiKey }) => expectRefusal(sdk(baseUrl, apiKey).merge(merge), 404)),
);

test(
  'is told to wait',
  pact
    .deleteCustomer(merge)
    .respondsWith(429)
    .test(({ baseUrl, apiKey }) => expectRefusal(sdk(baseUrl, apiKey).merge(merge), 429)),
);
