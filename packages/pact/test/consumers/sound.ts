import { createCustomersClient } from '@customer-contracts/client';
import axios from 'axios';
import ky from 'ky';
import RebillyAPI from 'rebilly-js-sdk';
import { expect } from 'vitest';
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
    test: (pact) =>
      pact
        .getCustomer({ id })
        .reads(Summary)
        .test(async (access) => {
          expect(await getJson<Summary>(access, `/customers/${id}`)).toEqual(access.example);
        }),
  },
  {
    name: 'parses what it reads with its own schema, with ky',
    test: (pact) =>
      pact
        .getCustomer({ id })
        .reads(Summary)
        .test(async ({ baseUrl, apiKey, example }) => {
          const answer = await ky(`${baseUrl}/customers/${id}`, { headers: { 'REB-APIKEY': apiKey } }).json();
          expect(Summary.parse(answer)).toEqual(example);
        }),
  },
  {
    name: 'shows a view of its own, with axios',
    test: (pact) =>
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
          expect(view(Summary.parse(data))).toEqual(view(example));
        }),
  },
  {
    name: 'holds literals of its record',
    test: (pact) =>
      pact
        .getCustomer({ id })
        .reads(z.object({ id: z.string(), email: z.string().nullable() }))
        .only('complete')
        .test(async (access) => {
          const customer = await getJson<{ id: string; email: string | null }>(access, `/customers/${id}`);
          expect(customer).toEqual(access.example);
          expect(customer.email).toMatch(/@s1\.example\.com$/);
        }),
  },
  {
    name: 'goes by the variant of its answer',
    test: (pact) =>
      pact
        .getCustomer({ id })
        .reads(z.object({ firstName: z.string().nullable(), lastName: z.string().nullable() }))
        .test(async ({ variant, example, ...access }) => {
          const { firstName, lastName } = await getJson<{ firstName: string | null; lastName: string | null }>(
            access,
            `/customers/${id}`,
          );
          const name = [firstName, lastName].filter((part) => part !== null).join(' ');
          expect(name).toBe(variant === 'complete' ? `${example.firstName} ${example.lastName}` : '');
        }),
  },
  {
    name: 'lists customers, with our own client',
    test: (pact) =>
      pact
        .getCustomerCollection({ limit: 5 })
        .reads(z.object({ id: z.string(), email: z.string().nullish() }))
        .test(async ({ baseUrl, apiKey, example }) => {
          const client = createCustomersClient({ server: baseUrl, organizationId: 'org_01', apiKey });
          const { body } = await client.getCustomerCollection({ limit: 5 });
          expect(body).toEqual(example);
        }),
  },
  {
    name: 'reads a customer with the official SDK',
    test: (pact) =>
      pact
        .getCustomer({ id })
        .reads(z.object({ id: z.string(), email: z.string().nullable() }))
        .test(async ({ baseUrl, apiKey, example }) => {
          const urls = { live: baseUrl, sandbox: baseUrl };
          const { customers } = RebillyAPI({ apiKey, organizationId: 'org_01', sandbox: true, timeout: 6000, urls });
          const { fields } = z.object({ fields: z.unknown() }).parse(await customers.get({ id }));
          expect(fields).toEqual(example);
        }),
  },
  {
    name: 'says that a customer is gone',
    test: (pact) =>
      pact
        .getCustomer({ id })
        .respondsWith(404)
        .test(async ({ baseUrl, apiKey }) => {
          const find = async () => {
            const response = await fetch(`${baseUrl}/customers/${id}`, { headers: { 'REB-APIKEY': apiKey } });
            if (response.status === 404) return undefined;
            throw new Error(`The API answered ${response.status}.`);
          };
          expect(await find()).toBeUndefined();
        }),
  },
  {
    name: 'merges a duplicate, and tries again where the limit is reached',
    test: (pact) =>
      pact.deleteCustomer({ id, targetCustomerId: 'cus_02' }).test(async ({ baseUrl, apiKey }) => {
        const client = createCustomersClient({ server: baseUrl, organizationId: 'org_01', apiKey });
        const { status } = await client.deleteCustomer({ id, targetCustomerId: 'cus_02' });
        expect(status).toBe(204);
      }),
  },
  {
    name: 'reads the lead source of either era',
    test: (pact) =>
      pact.getCustomer({ id, expand: 'leadSource' }).test(async (access) => {
        const Embedded = z.looseObject({ leadSource: z.looseObject({}).optional() });
        const customer = await getJson<unknown>(access, `/customers/${id}?expand=leadSource`);
        const { _embedded = [] } = z
          .object({ _embedded: z.union([z.array(Embedded), Embedded]).optional() })
          .parse(customer);
        const embedded = Array.isArray(_embedded) ? _embedded.find(({ leadSource }) => leadSource) : _embedded;
        expect(JSON.stringify(embedded?.leadSource ?? {})).toContain('{');
      }),
  },
];
