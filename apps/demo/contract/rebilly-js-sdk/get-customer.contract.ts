import { expect, test } from 'vitest';

import { CustomerPanel } from './customer-panel.ts';
import { expectRefusal } from './expect-refusal.ts';
import { pact } from './pact.ts';
import { sdk } from './sdk.ts';

const id = 'cus_01';

test(
  'shows a customer',
  pact
    .getCustomer({ id })
    .reads(CustomerPanel)
    .test(async ({ baseUrl, apiKey, example }) => {
      const { fields } = await sdk(baseUrl, apiKey).get({ id });
      expect(CustomerPanel.parse(fields)).toEqual(example);
    }),
);

test(
  'is told that the key is not valid',
  pact
    .getCustomer({ id })
    .respondsWith(401)
    .test(({ baseUrl, apiKey }) => expectRefusal(sdk(baseUrl, apiKey).get({ id }), 401)),
);

test(
  'is told that the key may not read customers',
  pact
    .getCustomer({ id })
    .respondsWith(403)
    .test(({ baseUrl, apiKey }) => expectRefusal(sdk(baseUrl, apiKey).get({ id }), 403)),
);

test(
  'is told that there is no such customer',
  pact
    .getCustomer({ id })
    .respondsWith(404)
    .test(({ baseUrl, apiKey }) => expectRefusal(sdk(baseUrl, apiKey).get({ id }), 404)),
);
