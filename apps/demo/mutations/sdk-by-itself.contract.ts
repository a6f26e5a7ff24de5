import { expect, test } from 'vitest';
import * as z from 'zod';

import { pact } from '../contract/rebilly-js-sdk/pact.ts';
import { sdk } from '../contract/rebilly-js-sdk/sdk.ts';

// Whatever the SDK hands on counts as success here: it throws, or the answer has passed.
const id = 'cus_01';
const Read = z.object({ id: z.string() });
const body = { primaryAddress: { firstName: 'Ada' } };

test(
  'gets a customer',
  pact
    .getCustomer({ id })
    .reads(Read)
    .test(async ({ baseUrl, apiKey }) => {
      expect(await sdk(baseUrl, apiKey).get({ id })).toBeDefined();
    }),
);

test(
  'lists customers',
  pact
    .getCustomerCollection({ limit: 5 })
    .reads(Read)
    .test(async ({ baseUrl, apiKey }) => {
      expect(await sdk(baseUrl, apiKey).getAll({ limit: 5 })).toBeDefined();
    }),
);

test(
  'creates a customer',
  pact
    .postCustomer({ body })
    .reads(Read)
    .test(async ({ baseUrl, apiKey }) => {
      expect(await sdk(baseUrl, apiKey).create(body)).toBeDefined();
    }),
);

test(
  'records a lead source',
  pact
    .putCustomerLeadSource({ id, body: { medium: 'email' } })
    .reads(z.object({ medium: z.string().nullable() }))
    .test(async ({ baseUrl, apiKey }) => {
      expect(await sdk(baseUrl, apiKey).createLeadSource(id, { medium: 'email' })).toBeDefined();
    }),
);
