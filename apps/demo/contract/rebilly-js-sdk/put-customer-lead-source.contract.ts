import type { LeadSourceInput } from '@customer-contracts/schemas';
import { expect, test } from 'vitest';

import { expectRefusal } from './expect-refusal.ts';
import { LeadSourcePanel } from './lead-source-panel.ts';
import { pact } from './pact.ts';
import { sdk } from './sdk.ts';

const id = 'cus_01';
const body = {
  medium: 'email',
  source: 'newsletter',
  referrer: 'https://www.example.com/spring',
} satisfies LeadSourceInput;
const invalid = { referrer: 'no address' } satisfies LeadSourceInput;

test(
  'records a lead source',
  pact
    .putCustomerLeadSource({ id, body })
    .reads(LeadSourcePanel)
    .test(async ({ baseUrl, apiKey, example }) => {
      const { fields } = await sdk(baseUrl, apiKey).createLeadSource(id, body);
      expect(LeadSourcePanel.parse(fields)).toEqual(example);
    }),
);

test(
  'is told that the key is not valid',
  pact
    .putCustomerLeadSource({ id, body })
    .respondsWith(401)
    .test(({ baseUrl, apiKey }) => expectRefusal(sdk(baseUrl, apiKey).createLeadSource(id, body), 401)),
);

test(
  'is told that the key may not write lead sources',
  pact
    .putCustomerLeadSource({ id, body })
    .respondsWith(403)
    .test(({ baseUrl, apiKey }) => expectRefusal(sdk(baseUrl, apiKey).createLeadSource(id, body), 403)),
);

test(
  'is told which member is not valid',
  pact
    .putCustomerLeadSource({ id, body: invalid })
    .respondsWith(422)
    .test(({ baseUrl, apiKey }) => expectRefusal(sdk(baseUrl, apiKey).createLeadSource(id, invalid), 422)),
);

test(
  'is told to wait',
  pact
    .putCustomerLeadSource({ id, body })
    .respondsWith(429)
    .test(({ baseUrl, apiKey }) => expectRefusal(sdk(baseUrl, apiKey).createLeadSource(id, body), 429)),
);
