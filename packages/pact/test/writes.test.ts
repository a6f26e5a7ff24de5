import { startEmulator } from '@customer-contracts/emulator';
import { emulatorStates } from '@customer-contracts/pact/verify';
import type { CustomerInput } from '@customer-contracts/schemas';
import { expect, test } from 'vitest';
import * as z from 'zod';

import { send } from './send.ts';
import { temporaryPacts } from './temporary-pacts.ts';

/** What only a server knows: ids, times, links and hashes that are made anew. */
const made = new Set([
  'organizationId',
  'createdTime',
  'updatedTime',
  '_links',
  'hash',
  'personId',
  'paymentInstrumentId',
]);

/** A body without what is made anew. */
function told(body: unknown): unknown {
  return JSON.parse(JSON.stringify(body, (name, value: unknown) => (made.has(name) ? 'made' : value)));
}

const state = { sentence: 'a customer exists', action: 'setup', earlier: {}, reportMissing: () => {} } as const;

test('reads customFields of a customer that was replaced without them', async () => {
  await using pacts = await temporaryPacts();
  const Read = z.object({ id: z.string(), customFields: z.record(z.string(), z.unknown()) });

  await pacts.pact
    .putCustomer({ id: 'cus_01', body: { locale: 'fr-FR' } })
    .respondsWith(200)
    .reads(Read)
    .only('complete')
    .test(async ({ example, ...mock }) => {
      await send('putCustomer', { id: 'cus_01', body: { locale: 'fr-FR' } }, mock);
      expect(example).toEqual({ id: 'cus_01', customFields: {} });
    })();
});

test.each<CustomerInput>([
  {},
  { locale: 'fr-FR' },
  { websiteId: 'web_01', personId: 'prs_01', customFields: { tier: 'gold' } },
  { defaultPaymentInstrumentId: 'inst_01', notificationEmails: ['ann@example.com'] },
  { taxNumbers: [{ type: 'eu-vat', value: 'DE123456789' }] },
  {
    primaryAddress: {
      firstName: 'Ann',
      emails: [
        { label: 'home', value: 'ann@example.com' },
        { label: 'work', value: 'ann@example.org', primary: true },
      ],
    },
  },
])('serves what the emulator answers to a PUT of %j', async (body) => {
  await using pacts = await temporaryPacts();
  await using emulator = await startEmulator({ providerStates: true });
  const arrange = emulatorStates({ url: emulator.url });
  const { apiKey } = await arrange({ ...state, parameters: { id: 'cus_01', view: 'complete' } });
  const call = { id: 'cus_01', body };

  await pacts.pact
    .putCustomer(call)
    .respondsWith(200)
    .test(async (mock) => {
      const served = await send('putCustomer', call, mock);
      const answered = await send('putCustomer', call, { ...mock, baseUrl: emulator.url, apiKey: String(apiKey) });
      expect(served.status).toBe(answered.status);
      expect(told(served.body)).toEqual(told(answered.body));
    })();
});

test('serves what the emulator answers to a PUT of a lead source', async () => {
  await using pacts = await temporaryPacts();
  await using emulator = await startEmulator({ providerStates: true });
  const arrange = emulatorStates({ url: emulator.url });
  const { apiKey } = await arrange({ ...state, parameters: { id: 'cus_01', view: 'complete' } });
  const call = { id: 'cus_01', body: { medium: 'email', source: 'newsletter' } };

  await pacts.pact.putCustomerLeadSource(call).test(async (mock) => {
    const served = await send('putCustomerLeadSource', call, mock);
    const answered = await send('putCustomerLeadSource', call, {
      ...mock,
      baseUrl: emulator.url,
      apiKey: String(apiKey),
    });
    expect(told(served.body)).toEqual(told(answered.body));
  })();
});
