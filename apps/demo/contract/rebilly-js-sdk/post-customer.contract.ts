import { expect, test } from 'vitest';

import { customerBody as body, invalidCustomerBody as invalid } from './customer-body.ts';
import { CustomerPanel } from './customer-panel.ts';
import { expectRefusal } from './expect-refusal.ts';
import { pact } from './pact.ts';
import { sdk } from './sdk.ts';

test(
  'creates a customer',
  pact
    .postCustomer({ body })
    .reads(CustomerPanel)
    .test(async ({ baseUrl, apiKey, example }) => {
      const { fields } = await sdk(baseUrl, apiKey).create(body);
      expect(CustomerPanel.parse(fields)).toEqual(example);
    }),
);

test(
  'is told that the key is not valid',
  pact
    .postCustomer({ body })
    .respondsWith(401)
    .test(({ baseUrl, apiKey }) => expectRefusal(sdk(baseUrl, apiKey).create(body), 401)),
);

test(
  'is told that the key may not create customers',
  pact
    .postCustomer({ body })
    .respondsWith(403)
    .test(({ baseUrl, apiKey }) => expectRefusal(sdk(baseUrl, apiKey).create(body), 403)),
);

test(
  'is told of a conflict',
  pact
    .postCustomer({ body })
    .respondsWith(409)
    .test(({ baseUrl, apiKey }) => expectRefusal(sdk(baseUrl, apiKey).create(body), 409)),
);

test(
  'is told which member is not valid',
  pact
    .postCustomer({ body: invalid })
    .respondsWith(422)
    .test(({ baseUrl, apiKey }) => expectRefusal(sdk(baseUrl, apiKey).create(invalid), 422)),
);

test(
  'is told to wait',
  pact
    .postCustomer({ body })
    .respondsWith(429)
    .test(({ baseUrl, apiKey }) => expectRefusal(sdk(baseUrl, apiKey).create(body), 429)),
);
