import assert from 'node:assert/strict';

import { createCustomersClient } from '@customer-contracts/client';
import { mayAnswer, startEmulator } from '@customer-contracts/emulator';
import { apiStates } from '@customer-contracts/pact/verify';
import { seedCustomers, seedIds } from '@customer-contracts/seed';
import * as z from 'zod';

import { consumerNamed, openapiDocument } from '../src/consumer.ts';

const one = { id: 'cus_01' };
const body = { locale: 'nl-NL', customFields: { vip: true } };

// The harness makes contracts of all answers.
const consumer = consumerNamed('profile-web');
const Profile = z.object({
  id: z.string(),
  locale: z.string().nullable(),
  email: z.string().nullable(),
  revision: z.int().optional(),
});

interface Mock {
  readonly baseUrl: string;
  readonly apiKey: string;
}

async function patch({ baseUrl, apiKey }: Mock, body: object) {
  const headers = { 'REB-APIKEY': apiKey, 'Content-Type': 'application/json' };
  const init = { method: 'PATCH', headers, body: JSON.stringify(body) };
  const response = await fetch(`${baseUrl}/customers/cus_01`, init);
  const answer: unknown = await response.json();
  return { status: response.status, body: answer };
}

const answers: Record<string, z.infer<typeof Profile>> = {};
await consumer.pact
  .patchCustomer({ ...one, body })
  .reads(Profile)
  .test(async (mock) => {
    assert.deepEqual(await patch(mock, body), { status: 200, body: mock.example });
    answers[mock.variant] = mock.example;
  })();
assert.deepEqual(Object.keys(answers), ['complete', 'bare']);
assert.equal(answers['complete']?.locale, 'nl-NL');
assert.ok(answers['complete'].email, 'what was not sent stays');
assert.equal(answers['bare']?.locale, 'nl-NL');
assert.equal(answers['bare'].email, null);

const Problem = z.object({ status: z.int() });
const patching = consumer.pact.patchCustomer({ ...one, body });
for (const status of [401, 403, 404, 429] as const) {
  await patching
    .respondsWith(status)
    .reads(Problem)
    .test(async (mock) => assert.deepEqual(await patch(mock, body), { status, body: { status } }))();
}
await patching
  .respondsWith(404)
  .given('customerWasMerged', { ...one, targetCustomerId: 'cus_02' })
  .test(async (mock) => assert.equal((await patch(mock, body)).status, 404))();
const invalid = { locale: 5 };
await consumer.pact
  // @ts-expect-error -- The compiler knows what the body breaks.
  .patchCustomer({ ...one, body: invalid })
  .respondsWith(422)
  .reads(z.object({ invalidFields: z.array(z.object({ field: z.string().optional() })).optional() }))
  .test(async (mock) => {
    assert.deepEqual(await patch(mock, invalid), { status: 422, body: { invalidFields: [{ field: 'locale' }] } });
  })();

// The provider honours them.
const contract = await consumer.merged();
const { interactions, coverage } = await contract.verified();
assert.equal(interactions.length, 8);
assert.deepEqual(
  interactions.filter(({ isPassed }) => !isPassed),
  [],
);

// A state that nobody arranges through the public API is no failure.
const throughApi = await contract.verified(({ url, apiKey }) =>
  apiStates(createCustomersClient({ server: url, apiKey })),
);
const merged = throughApi.interactions.filter(({ states }) => states.includes('a customer was merged into another'));
assert.deepEqual(
  merged.map(({ isPassed, isVerifiable, reasons }) => [isPassed, isVerifiable, reasons]),
  [
    [
      false,
      false,
      [
        'the provider state "a customer was merged into another" could not be brought about: apiStates knows no way to it through the public API.',
      ],
    ],
  ],
);

// What reads pacts knows them.
assert.deepEqual(contract.findings, []);
assert.deepEqual(
  new Set((await contract.findingsWith('customFields', 'customField')).map(({ rule, path }) => `${rule} ${path}`)),
  new Set(['unknown-member request.body.customField']),
);
assert.deepEqual(
  coverage.filter(({ interactions }) => interactions > 0).map(({ cell, isVerified }) => [cell, isVerified]),
  [200, 401, 403, 404, 422, 429].map((status) => [`patchCustomer ${status}`, true]),
);
assert.deepEqual(
  contract.usage.filter(({ schema }) => schema === 'Customer').map(({ member }) => member),
  ['id', 'email', 'locale', 'revision'],
);
assert.equal(openapiDocument().paths['/customers/{id}']?.['patch']?.operationId, 'PatchCustomer');

assert.ok(mayAnswer('patchCustomer', 415) && !mayAnswer('patchCustomer', 409));

// The client has a method for it, and the seeder goes on as before.
const emulator = await startEmulator();
const { url, apiKey, organizationId } = emulator;
const client = createCustomersClient({ server: url, apiKey, organizationId });
const records = { count: 3, seed: 42 };
const target = { ...records, to: `${url}/organizations/${organizationId}`, apiKey };
assert.equal((await seedCustomers(target)).created, 3);
const ids = await Array.fromAsync(seedIds(records));
const id = ids[0] ?? '';
const before = (await client.getCustomer({ id })).body;
const { body: after } = await client.patchCustomer({ id, body: { locale: 'nl-NL', notificationEmails: [] } });
assert.deepEqual(after, {
  ...before,
  locale: 'nl-NL',
  notificationEmails: [],
  revision: (before.revision ?? 0) + 1,
  updatedTime: after.updatedTime,
});
assert.deepEqual((await client.getCustomer({ id })).body, after);
await assert.rejects(client.patchCustomer({ id: 'nobody', body: {} }), { name: 'NotFoundError' });
await emulator.close();
