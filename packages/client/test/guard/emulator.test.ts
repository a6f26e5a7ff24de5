import { type ResponseDrift, watchResponses } from '@customer-contracts/client/guard';
import { createEmulator } from '@customer-contracts/emulator';
import { expect, test } from 'vitest';

import { testSizes } from '../../../../test-sizes.ts';

const headers = { 'REB-APIKEY': 'key', 'Content-Type': 'application/json' };

/** What is asked about each customer: every operation, and most of the statuses. */
const requests = (id: string): readonly (readonly [method: string, path: string, body?: unknown])[] => [
  [
    'PUT',
    `/customers/${id}`,
    { primaryAddress: { firstName: 'Ada', emails: [{ label: 'main', value: `${id}@example.com` }] } },
  ],
  [
    'PUT',
    `/customers/${id}`,
    { locale: 'fr-FR', taxNumbers: [{ type: 'other', value: '1' }], customFields: { seats: [1] } },
  ],
  ['POST', '/customers/', {}],
  ['PUT', `/customers/${id}/lead-source`, { source: 'google', referrer: 'https://example.com/a' }],
  ['GET', `/customers/${id}`],
  ['GET', `/customers/${id}?expand=leadSource,website,defaultPaymentInstrument`],
  ['GET', `/customers/${id}?fields=primaryAddress.city`],
  ['GET', `/customers/${id}/lead-source`],
  ['GET', `/customers?limit=3&sort=-createdTime&expand=leadSource`],
  ['GET', '/customers?filter=paymentCount:1..&q=ada'],
  ['GET', `/customers?limit=0&fields=email`],
  ['GET', '/customers/nobody'],
  ['PUT', `/customers/${id}`, { primaryAddress: { country: 'England' } }],
  ['PUT', `/customers/${id}/lead-source`, { source: 7 }],
  ['DELETE', `/customers/${id}/lead-source`],
  ['GET', `/customers/${id}/lead-source`],
  ['DELETE', `/customers/nobody?targetCustomerId=${id}`],
  ['HEAD', `/customers/${id}`],
];

/** 10,000 in the night. */
const size = 500 * testSizes.properties;

test('says nothing about the answers of the emulator', async () => {
  using emulator = createEmulator({
    customers: { count: 200, seed: 42 },
    rateLimit: { limit: 150, windowSeconds: 600 },
    credentials: [{ kind: 'apiKey', secret: 'key', organizations: ['demo'] }],
  });
  const told: ResponseDrift[] = [];
  const watched = watchResponses(emulator.fetch, { onDrift: (drift) => told.push(drift) });
  const statuses = new Set<number>();
  const ask = async (method: string, path: string, body?: unknown, key = 'key'): Promise<void> => {
    const response = await watched(
      new Request(`http://emulator/organizations/demo${path}`, {
        method,
        headers: { ...headers, 'REB-APIKEY': key },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
    );
    statuses.add(response.status);
    await response.text();
  };
  for (let index = 0; watched.counts().answers < size; index += 1) {
    for (const request of requests(`cus-${index}`)) await ask(...request);
    await ask('GET', '/customers', undefined, 'wrong');
  }
  await watched.settled();
  expect([...statuses].toSorted((one, other) => one - other)).toEqual([200, 201, 204, 401, 404, 422, 429]);
  expect(told).toEqual([]);
  const { answers, judged, bodies } = watched.counts();
  expect([judged, bodies]).toEqual([answers, answers]);
});
