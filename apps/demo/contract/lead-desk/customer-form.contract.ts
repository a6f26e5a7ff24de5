import type { CustomerInput } from '@customer-contracts/schemas';
import { expect, test } from 'vitest';

import { CreatedCustomer, createCustomer } from '../../web/src/calls/create-customer.ts';
import { EditableCustomer, readEditableCustomer } from '../../web/src/calls/editable-customer.ts';
import { replaceCustomer } from '../../web/src/calls/replace-customer.ts';
import { CustomerCard } from '../../web/src/calls/show-customer.ts';
import { deskClient } from './desk-client.ts';
import { expectRefusal } from './expect-refusal.ts';
import { FieldErrors } from './field-errors.ts';
import { pact } from './pact.ts';

const id = 'cus_01';
const customer = {
  primaryAddress: {
    firstName: 'Ada',
    lastName: 'Lovelace',
    country: 'GB',
    emails: [{ label: 'main', value: 'ada@example.com', primary: true }],
  },
} satisfies CustomerInput;
const invalid = { primaryAddress: { country: 'Great Britain' } } satisfies CustomerInput;

test(
  'creates a customer',
  pact
    .postCustomer({ body: customer })
    .reads(CreatedCustomer)
    .test(async ({ example, ...mock }) => {
      expect(await createCustomer(deskClient(mock), { customer })).toEqual(example);
    }),
);

test(
  'begins an edit with all that a writer may set',
  pact
    .getCustomer({ id })
    .closed('taxNumbers[].type', 'an edit sends back what it read, and only these may be sent')
    .reads(EditableCustomer)
    .test(async ({ example, ...mock }) => {
      expect(await readEditableCustomer(deskClient(mock), { id })).toEqual(example);
    }),
);

test(
  'replaces a customer',
  pact
    .putCustomer({ id, body: customer })
    .respondsWith(200)
    .reads(CustomerCard)
    .test(async ({ example, ...mock }) => {
      expect(await replaceCustomer(deskClient(mock), { id, customer })).toEqual(example);
    }),
);

test(
  'shows the errors of the API at the fields of a new customer',
  pact
    .postCustomer({ body: invalid })
    .respondsWith(422)
    .reads(FieldErrors)
    .test(({ example, ...mock }) =>
      expectRefusal(createCustomer(deskClient(mock), { customer: invalid }), 422, { problem: example }),
    ),
);

test(
  'shows the errors of the API at the fields of an edit',
  pact
    .putCustomer({ id, body: invalid })
    .respondsWith(422)
    .reads(FieldErrors)
    .test(({ example, ...mock }) =>
      expectRefusal(replaceCustomer(deskClient(mock), { id, customer: invalid }), 422, { problem: example }),
    ),
);

for (const status of [401, 403, 409] as const) {
  test(
    `says why nothing was created: ${status}`,
    pact
      .postCustomer({ body: customer })
      .respondsWith(status)
      .test((mock) => expectRefusal(createCustomer(deskClient(mock), { customer }), status)),
  );

  test(
    `says why nothing was replaced: ${status}`,
    pact
      .putCustomer({ id, body: customer })
      .respondsWith(status)
      .test((mock) => expectRefusal(replaceCustomer(deskClient(mock), { id, customer }), status)),
  );
}

test(
  'says when to try again to create',
  pact
    .postCustomer({ body: customer })
    .respondsWith(429)
    .readsHeaders('X-RateLimit-Retry-After')
    .test((mock) => expectRefusal(createCustomer(deskClient(mock), { customer }), 429, { retryAfter: 0 })),
);

test(
  'says when to try again to replace',
  pact
    .putCustomer({ id, body: customer })
    .respondsWith(429)
    .readsHeaders('X-RateLimit-Retry-After')
    .test((mock) => expectRefusal(replaceCustomer(deskClient(mock), { id, customer }), 429, { retryAfter: 0 })),
);
