import { expect, test } from 'vitest';

import { expectRefusal } from './expect-refusal.ts';
import { pact } from './pact.ts';
import { sdk } from './sdk.ts';

const id = 'cus_01';

test(
  'deletes a lead source',
  pact.deleteCustomerLeadSource({ id }).test(async ({ baseUrl, apiKey }) => {
    const { response } = await sdk(baseUrl, apiKey).deleteLeadSource(id);
    expect(response.status).toBe(204);
  }),
);

test(
  'is told that the key is not valid',
  pact
    .deleteCustomerLeadSource({ id })
    .respondsWith(401)
    .test(({ baseUrl, apiKey }) => expectRefusal(sdk(baseUrl, apiKey).deleteLeadSource(id), 401)),
);

test(
  'is told that the key may not delete lead sources',
  pact
    .deleteCustomerLeadSource({ id })
    .respondsWith(403)
    .test(({ baseUrl, apiKey }) => expectRefusal(sdk(baseUrl, apiKey).deleteLeadSource(id), 403)),
);

test(
  'is told that the customer has no lead source',
  pact
    .deleteCustomerLeadSource({ id })
    .respondsWith(404)
    .test(({ baseUrl, apiKey }) => expectRefusal(sdk(baseUrl, apiKey).deleteLeadSource(id), 404)),
);

test(
  'is told that the lead source cannot be deleted',
  pact
    .deleteCustomerLeadSource({ id })
    .respondsWith(409)
    .test(({ baseUrl, apiKey }) => expectRefusal(sdk(baseUrl, apiKey).deleteLeadSource(id), 409)),
);

test(
  'is told to wait',
  pact
    .deleteCustomerLeadSource({ id })
    .respondsWith(429)
    .test(({ baseUrl, apiKey }) => expectRefusal(sdk(baseUrl, apiKey).deleteLeadSource(id), 429)),
);
