import { createCustomersClient, isCustomersApiError, type CustomersClient } from '@customer-contracts/client';
import { startEmulator, type RunningEmulator } from '@customer-contracts/emulator';
import type { SortTerm } from '@customer-contracts/schemas';
import rebilly from 'rebilly-js-sdk';
import { expect, test } from 'vitest';
import * as z from 'zod';

type Customers = ReturnType<typeof rebilly>['customers'];

const primaryAddress = { firstName: 'Ada', emails: [{ label: 'main', value: 'ada@example.com' }] };
const wrong = { primaryAddress: { emails: [{ label: 'main', value: 'no e-mail' }] } };
const query = {
  limit: 2,
  offset: 1,
  sort: ['-createdTime', 'lastName'] satisfies SortTerm[],
  filter: 'firstName:Ada',
  q: 'ada example',
};

/** The same calls of both, in the order of a customer's life. */
const steps: readonly (readonly [
  string,
  number,
  (client: CustomersClient) => Promise<unknown>,
  (customers: Customers) => unknown,
])[] = [
  [
    'creates',
    201,
    (client) => client.postCustomer({ body: { primaryAddress } }),
    (customers) => customers.create({ data: { primaryAddress } }),
  ],
  [
    'refuses what breaks a rule',
    422,
    (client) => client.postCustomer({ body: wrong }),
    (customers) => customers.create({ data: wrong }),
  ],
  [
    'creates with an id of one’s own',
    201,
    (client) => client.putCustomer({ id: 'a', body: { primaryAddress } }),
    (customers) => customers.update({ id: 'a', data: { primaryAddress } }),
  ],
  [
    'creates another',
    201,
    (client) => client.putCustomer({ id: 'b', body: { primaryAddress, locale: 'en-GB' } }),
    (customers) => customers.update({ id: 'b', data: { primaryAddress, locale: 'en-GB' } }),
  ],
  [
    'replaces',
    200,
    (client) => client.putCustomer({ id: 'b', body: { primaryAddress } }),
    (customers) => customers.update({ id: 'b', data: { primaryAddress } }),
  ],
  ['lists', 200, (client) => client.getCustomerCollection(), (customers) => customers.getAll()],
  ['lists a page', 200, (client) => client.getCustomerCollection(query), (customers) => customers.getAll(query)],
  [
    'records a lead source',
    201,
    (client) => client.putCustomerLeadSource({ id: 'b', body: { source: 'google' } }),
    (customers) => customers.createLeadSource({ id: 'b', data: { source: 'google' } }),
  ],
  [
    'gets the lead source',
    200,
    (client) => client.getCustomerLeadSource({ id: 'b' }),
    (customers) => customers.getLeadSource({ id: 'b' }),
  ],
  [
    'gets with what is related',
    200,
    (client) => client.getCustomer({ id: 'b', expand: 'leadSource', fields: 'email,_embedded' }),
    (customers) => customers.get({ id: 'b', expand: 'leadSource', fields: 'email,_embedded' }),
  ],
  [
    'deletes the lead source',
    204,
    (client) => client.deleteCustomerLeadSource({ id: 'b' }),
    (customers) => customers.deleteLeadSource({ id: 'b' }) as unknown,
  ],
  [
    'finds no lead source',
    404,
    (client) => client.getCustomerLeadSource({ id: 'b' }),
    (customers) => customers.getLeadSource({ id: 'b' }),
  ],
  [
    'merges',
    204,
    (client) => client.deleteCustomer({ id: 'b', targetCustomerId: 'a' }),
    (customers) => customers.merge({ id: 'b', targetCustomerId: 'a' }) as unknown,
  ],
  ['finds no merged one', 404, (client) => client.getCustomer({ id: 'b' }), (customers) => customers.get({ id: 'b' })],
  ['gets', 200, (client) => client.getCustomer({ id: 'a' }), (customers) => customers.get({ id: 'a' })],
];

test('gives what the official SDK gives for the same calls', async () => {
  await using first = await start();
  await using second = await start();
  const { organizationId } = first;
  const client = createCustomersClient({ server: first.url, organizationId, apiKey: first.apiKey });
  const urls = { live: second.url, sandbox: second.url };
  const { customers } = rebilly({ apiKey: second.apiKey, organizationId, sandbox: true, timeout: 6000, urls });
  for (const [step, status, ours, theirs] of steps) {
    const outcome = withoutAddress(await ourOutcome(ours(client)), first.url);
    expect(outcome, step).toMatchObject({ status });
    expect(outcome, step).toEqual(withoutAddress(await theirOutcome(theirs(customers)), second.url));
  }
});

/** Two of them are alike to the byte, their addresses apart. */
function start(): Promise<RunningEmulator> {
  let made = 0;
  return startEmulator({
    credentials: [{ kind: 'apiKey', secret: 'sk_test', organizations: ['demo'] }],
    clock: () => new Date('2026-03-08T12:57:32Z'),
    random: (size) => new Uint8Array(size).fill((made += 1)),
  });
}

function withoutAddress(outcome: unknown, url: string): unknown {
  return JSON.parse(JSON.stringify(outcome).replaceAll(url, ''));
}

async function ourOutcome(call: Promise<unknown>): Promise<unknown> {
  try {
    return z
      .object({ status: z.number(), body: z.unknown(), pagination: z.unknown() })
      .partial()
      .parse(await call);
  } catch (error) {
    if (isCustomersApiError(error, 'ValidationError')) {
      return { status: error.status, invalidFields: error.problem.invalidFields };
    }
    if (isCustomersApiError(error, 'NotFoundError')) return { status: error.status };
    throw error;
  }
}

const Response = z.object({ status: z.number() });
const Member = z.object({ response: Response, fields: z.record(z.string(), z.unknown()) });
const Collection = z.object({
  response: Response,
  items: z.array(z.object({ fields: z.unknown() })),
  total: z.number(),
  limit: z.number(),
  offset: z.number(),
});
const Failure = z.object({ status: z.number(), invalidFields: z.unknown() });

/** The SDK has a page of its own for a collection, no fields for a 204, and null where an error has no more to say. */
async function theirOutcome(call: unknown): Promise<unknown> {
  try {
    const result = z.union([Collection, Member]).parse(await call);
    const { status } = result.response;
    if ('fields' in result) return { status, body: status === 204 ? undefined : result.fields };
    const { items, total, limit, offset } = result;
    return { status, body: items.map(({ fields }) => fields), pagination: { total, limit, offset } };
  } catch (error) {
    const { status, invalidFields } = Failure.parse(error);
    return { status, invalidFields: invalidFields ?? undefined };
  }
}
