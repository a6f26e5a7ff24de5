import { createCustomersClient } from '@customer-contracts/client';
import axios from 'axios';
import ky from 'ky';
import RebillyAPI from 'rebilly-js-sdk';
import * as z from 'zod';

import { getJson, id, type SmallConsumer } from './small-consumer.ts';

const Summary = z.object({
  id: z.string(),
  email: z.string().nullable(),
  firstName: z.string().nullable(),
  tags: z.array(z.object({ name: z.string() })).optional(),
  createdTime: z.string().optional(),
});
type Summary = z.infer<typeof Summary>;

/** Consumers that stand whatever the API documents, and whose tests notice what they read. */
export const soundConsumers: readonly SmallConsumer[] = [
  {
    name: 'hands on what it reads, with fetch',
    test: (pact, equal) =>
      pact
        .getCustomer({ id })
        .reads(Summary)
        .test(async (access) => {
          equal(await getJson<Summary>(access, `/customers/${id}`), access.example);
        }),
  },
  {
    name: 'parses what it reads with its own schema, with ky',
    test: (pact, equal) =>
      pact
        .getCustomer({ id })
        .reads(Summary)
        .test(async ({ baseUrl, apiKey, example }) => {
          const answer = await ky(`${baseUrl}/customers/${id}`, { headers: { 'REB-APIKEY': apiKey } }).json();
          equal(Summary.parse(answer), example);
        }),
  },
  {
    name: 'shows a view of its own, with axios',
    test: (pact, equal) =>
      pact
        .getCustomer({ id })
        .reads(Summary)
        .test(async ({ baseUrl, apiKey, example }) => {
          const view = ({ email, firstName, tags, createdTime, ...rest }: Summary) => ({
            id: rest.id.toUpperCase(),
            name: firstName?.trim() ?? email ?? 'somebody',
            email: email ?? '',
            tags: (tags ?? []).map(({ name }) => name).join(', '),
            since: createdTime === undefined ? '' : new Date(createdTime).toISOString(),
          });
          const { data } = await axios.get<unknown>(`${baseUrl}/customers/${id}`, {
            headers: { 'REB-APIKEY': apiKey },
          });
          equal(view(Summary.parse(data)), view(example));
        }),
  },
  {
    name: 'holds literals of its record',
    test: (pact, equal) =>
      pact
        .getCustomer({ id })
        .reads(z.object({ id: z.string(), email: z.string().nullable() }))
        .only('complete')
        .test(async (access) => {
          const customer = await getJson<{ id: string; email: string | null }>(access, `/customers/${id}`);
          equal(customer, access.example);
          equal(customer.email?.endsWith('@s1.en-us.example.com'), true);
        }),
  },
  {
    name: 'goes by the variant of its answer',
    test: (pact, equal) =>
      pact
        .getCustomer({ id })
        .reads(z.object({ firstName: z.string().nullable(), lastName: z.string().nullable() }))
        .test(async ({ variant, example, ...access }) => {
          const { firstName, lastName } = await getJson<{ firstName: string | null; lastName: string | null }>(
            access,
            `/customers/${id}`,
          );
          const name = [firstName, lastName].filter((part) => part !== null).join(' ');
          equal(name, variant === 'complete' ? `${example.firstName} ${example.lastName}` : '');
        }),
  },
  {
    name: 'lists customers, with our own client',
    test: (pact, equal) =>
      pact
        .getCustomerCollection({ limit: 5 })
        .reads(z.object({ id: z.string(), email: z.string().nullish() }))
        .test(async ({ baseUrl, apiKey, example }) => {
          const client = createCustomersClient({ server: baseUrl, organizationId: 'org_01', apiKey });
          const { body } = await client.getCustomerCollection({ limit: 5 });
          equal(body, example);
        }),
  },
  {
    name: 'reads a customer with the official SDK',
    test: (pact, equal) =>
      pact
        .getCustomer({ id })
        .reads(z.object({ id: z.string(), email: z.string().nullable() }))
        .test(async ({ baseUrl, apiKey, example }) => {
          const urls = { live: baseUrl, sandbox: baseUrl };
          const { customers } = RebillyAPI({ apiKey, organizationId: 'org_01', sandbox: true, timeout: 6000, urls });
          const { fields } = z.object({ fields: z.unknown() }).parse(await customers.get({ id }));
          equal(z.object({ id: z.string(), email: z.string().nullable() }).parse(fields), example);
        }),
  },
  {
    name: 'says that a customer is gone',
    test: (pact, equal) =>
      pact
        .getCustomer({ id })
        .respondsWith(404)
        .test(async ({ baseUrl, apiKey }) => {
          const find = async () => {
            const response = await fetch(`${baseUrl}/customers/${id}`, { headers: { 'REB-APIKEY': apiKey } });
            if (response.status === 404) return undefined;
            throw new Error(`The API answered ${response.status}.`);
          };
          equal(await find(), undefined);
        }),
  },
  {
    name: 'merges a duplicate, and tries again where the limit is reached',
    test: (pact, equal) =>
      pact.deleteCustomer({ id, targetCustomerId: 'cus_02' }).test(async ({ baseUrl, apiKey }) => {
        const client = createCustomersClient({ server: baseUrl, organizationId: 'org_01', apiKey });
        const { status } = await client.deleteCustomer({ id, targetCustomerId: 'cus_02' });
        equal(status, 204);
      }),
  },
  {
    name: 'reads the lead source of either era',
    test: (pact, equal) =>
      pact.getCustomer({ id, expand: 'leadSource' }).test(async (access) => {
        const Embedded = z.looseObject({ leadSource: z.looseObject({}).optional() });
        const customer = await getJson<unknown>(access, `/customers/${id}?expand=leadSource`);
        const { _embedded = [] } = z
          .object({ _embedded: z.union([z.array(Embedded), Embedded]).optional() })
          .parse(customer);
        const embedded = Array.isArray(_embedded) ? _embedded.find(({ leadSource }) => leadSource) : _embedded;
        equal(typeof (embedded?.leadSource ?? {}), 'object');
      }),
  },
];
