import { expect, test } from 'vitest';

import { expectRefusal } from './expect-refusal.ts';
import { LeadSourcePanel } from './lead-source-panel.ts';
import { pact } from './pact.ts';
import { sdk } from './sdk.ts';

const id = 'cus_01';

test(
  'shows where a customer came from',
  pact
    .getCustomerLeadSource({ id })
    .reads(LeadSourcePanel)
    .test(async ({ baseUrl, apiKey, example }) => {
      const { fields } = await sdk(baseUrl, apiKey).getLeadSource(id);
      expect(LeadSourcePanel.parse(fields)).toEqual(example);
    }),
);

test(
  'is told that the key is not valid',
  pact
    .getCustomerLeadSource({ id })
    .respondsWith(401)
    .test(({ baseUrl, apiKey }) => expectRefusal(sdk(baseUrl, apiKey).getLeadSource(id), 401)),
);

test(
  'is told that the key may not read lead sources',
  pact
    .getCustomerLeadSource({ id })
    .respondsWith(403)
    .test(({ baseUrl, apiKey }) => expectRefusal(sdk(baseUrl, apiKey).getLeadSource(id), 403)),
);

test(
  'is told that the customer has no lead source',
  pact
    .getCustomerLeadSource({ id })
    .respondsWith(404)
    .test(({ baseUrl, apiKey }) => expectRefusal(sdk(baseUrl, apiKey).getLeadSource(id), 404)),
);
