import { LeadSource, leadSourceAfterPut, type LeadSourceInput } from '@customer-contracts/schemas';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { leadSourceInputs } from './written-customers.ts';

function record(input: LeadSourceInput, previous?: LeadSource, now = '2026-03-08T12:57:32Z'): LeadSource {
  return leadSourceAfterPut({ id: 'ada', organizationId: 'demo', previous, input, now });
}

const attribution = {
  medium: null,
  source: 'google',
  campaign: null,
  term: null,
  content: null,
  affiliate: null,
  subAffiliate: null,
  salesAgent: null,
  clickId: null,
  path: null,
  referrer: null,
  createdTime: '2026-03-08T12:57:32Z',
  updatedTime: '2026-03-08T12:57:32Z',
  _links: [
    { rel: 'self', href: '/organizations/demo/customers/ada/lead-source' },
    { rel: 'customer', href: '/organizations/demo/customers/ada' },
  ],
};

test('the first attribution is its own original', () => {
  expect(record({ source: 'google' })).toStrictEqual({ ...attribution, original: attribution });
});

test('a later attribution keeps nothing but the first one', () => {
  const second = record({ campaign: 'spring' }, record({ source: 'google' }), '2026-04-01T00:00:00Z');
  const third = record({ medium: 'email' }, second, '2026-05-01T00:00:00Z');
  const now = '2026-05-01T00:00:00Z';
  expect(third).toStrictEqual({
    ...attribution,
    source: null,
    medium: 'email',
    createdTime: now,
    updatedTime: now,
    original: attribution,
  });
});

test('an answer keeps the promise of the API, and a repeated PUT records the same', () => {
  fc.assert(
    fc.property(leadSourceInputs, leadSourceInputs, (first, input) => {
      const once = record(input, record(first));
      expect(LeadSource.parse(once)).toStrictEqual(once);
      expect(record(input, once)).toStrictEqual(once);
    }),
  );
});
