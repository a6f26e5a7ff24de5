import { expect, test } from 'vitest';

import { customerBody as body, invalidCustomerBody as invalid } from './customer-body.ts';
import { CustomerPanel } from './customer-panel.ts';
import { expectRefusal } from './expect-refusal.ts';
import { pact } from './pact.ts';
import { sdk } from './sdk.ts';

const id = 'cus_01';

test(
  'replaces a customer',
  pact
    .putCustomer({ id, body })
    .respondsWith(200)
    .reads(CustomerPanel)
    .test(async ({ baseUrl, apiKey, example }) => {
      const { fields } = await sdk(baseUrl, apiKey).update(id, body);
      expect(CustomerPanel.parse(fields)).toEqual(example);
    }),
);

test(
  'creates a customer with an id of its own',
  pact
    .putCustomer({ id, body })
    .respondsWith(201)
    .reads(CustomerPanel)
    .test(async ({ baseUrl, apiKey, example }) => {
      const { fields } = await sdk(baseUrl, apiKey).update(id, body);
      expect(CustomerPanel.parse(fields)).toEqual(example);
    }),
);

test(
  'is told that the key is not valid',
  pact
    .putCustomer({ id, body })
    .respondsWith(401)
    .test(({ baseUrl, apiKey }) => expectRefusal(sdk(baseUrl, apiKey).update(id, body), 401)),
);

test(
  'is told that the key may not write customers',
  pact
    .putCustomer({ id, body })
    .respondsWith(403)
    .test(({ baseUrl, apiKey }) => expectRefusal(sdk(baseUrl, apiKey).update(id, body), 403)),
);

test(
  'is told of a conflict',
  pact
    .putCustomer({ id, body })
    .respondsWith(409)
    .test(({ baseUrl, apiKey }) => expectRefusal(sdk(baseUrl, apiKey).update(id, body), 409)),
);

test(
  'is told which member is not valid',
  pact
    .putCustomer({ id, body: invalid })
    .respondsWith(422)
    .test(({ baseUrl, apiKey }) => expectRefusal(sdk(baseUrl, apiKey).update(id, invalid), 422)),
);

test(
  'is told to wait',
  pact
    .putCustomer({ id, body })
    .respondsWith(429)
    .test(({ baseUrl, apiKey }) => expectRefusal(sdk(baseUrl, apiKey).update(id, body), 429)),
);
