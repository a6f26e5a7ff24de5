import type { LeadSourceInput } from '@customer-contracts/schemas';
import { expect, test } from 'vitest';

import { deleteLeadSource } from '../../web/src/calls/delete-lead-source.ts';
import { saveLeadSource } from '../../web/src/calls/save-lead-source.ts';
import { LeadSourceCard } from '../../web/src/calls/show-lead-source.ts';
import { deskClient } from './desk-client.ts';
import { expectRefusal } from './expect-refusal.ts';
import { FieldErrors } from './field-errors.ts';
import { pact } from './pact.ts';

const id = 'cus_01';
const leadSource = { medium: 'email', source: 'newsletter', campaign: 'spring' } satisfies LeadSourceInput;
const invalid = { referrer: 'no address' } satisfies LeadSourceInput;

test(
  'records where the customer came from',
  pact
    .putCustomerLeadSource({ id, body: leadSource })
    .reads(LeadSourceCard)
    .test(async ({ example, ...mock }) => {
      expect(await saveLeadSource(deskClient(mock), { id, leadSource })).toEqual(example);
    }),
);

test(
  'shows the errors of the API at their fields',
  pact
    .putCustomerLeadSource({ id, body: invalid })
    .respondsWith(422)
    .reads(FieldErrors)
    .test(({ example, ...mock }) =>
      expectRefusal(saveLeadSource(deskClient(mock), { id, leadSource: invalid }), 422, { problem: example }),
    ),
);

for (const status of [401, 403] as const) {
  test(
    `says why nothing was recorded: ${status}`,
    pact
      .putCustomerLeadSource({ id, body: leadSource })
      .respondsWith(status)
      .test((mock) => expectRefusal(saveLeadSource(deskClient(mock), { id, leadSource }), status)),
  );
}

test(
  'says when to try again to record',
  pact
    .putCustomerLeadSource({ id, body: leadSource })
    .respondsWith(429)
    .readsHeaders('X-RateLimit-Retry-After')
    .test((mock) => expectRefusal(saveLeadSource(deskClient(mock), { id, leadSource }), 429, { retryAfter: 0 })),
);

test(
  'forgets where the customer came from',
  pact.deleteCustomerLeadSource({ id }).test(async (mock) => {
    await expect(deleteLeadSource(deskClient(mock), { id })).resolves.toBeUndefined();
  }),
);

for (const status of [401, 403, 404, 409] as const) {
  test(
    `says why nothing was forgotten: ${status}`,
    pact
      .deleteCustomerLeadSource({ id })
      .respondsWith(status)
      .test((mock) => expectRefusal(deleteLeadSource(deskClient(mock), { id }), status)),
  );
}

test(
  'says when to try again to forget',
  pact
    .deleteCustomerLeadSource({ id })
    .respondsWith(429)
    .readsHeaders('X-RateLimit-Retry-After')
    .test((mock) => expectRefusal(deleteLeadSource(deskClient(mock), { id }), 429, { retryAfter: 0 })),
);
