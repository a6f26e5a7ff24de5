import { get } from 'node:http';
import { text as textOf } from 'node:stream/consumers';

import { isCustomersApiError } from '@customer-contracts/client';
import type { CustomersPact } from '@customer-contracts/pact';
import { type } from 'arktype';
import axios, { isAxiosError } from 'axios';
import ky, { isHTTPError } from 'ky';
import * as z from 'zod';

import { elevenOf } from './fragile-pairs.ts';
import { type Access, clients, getJson, id, makes, ours, sdk, type SmallConsumer } from './small-consumer.ts';

const text = z.string();
const Person = z.object({ firstName: text.nullable(), lastName: text.nullable(), email: text.nullable() });
type Person = z.infer<typeof Person>;
const Tags = z.object({ tags: z.array(z.object({ name: text, type: text })).optional() });
const Money = z.object({ id: text, lifetimeRevenue: z.object({ currency: text, amount: z.number() }) });
const Row = z.object({ id: text, email: text.nullable(), lastName: text.nullable() });
type Row = z.infer<typeof Row>;

const body = { primaryAddress: { firstName: 'Ada' } };
const leadSource = { medium: 'email' };
const person = (pact: CustomersPact) => pact.getCustomer({ id }).reads(Person);
const rows = (pact: CustomersPact) => pact.getCustomerCollection({ limit: 5 }).reads(Row);
const loadRows = async (access: Access) => z.array(Row).parse(await getJson(access, '/customers?limit=5'));

/** A view of a person, which reads each member when it is asked for. */
class PersonView {
  readonly #person: Person;

  constructor(shown: unknown) {
    this.#person = Person.parse(shown);
  }

  get name(): string {
    const { firstName, lastName } = this.#person;
    return [firstName, lastName].filter(Boolean).join(' ') || 'somebody';
  }

  get address(): string {
    return this.#person.email ?? '';
  }
}

/** Keeps what it got, by address. */
const cache = new Map<string, Promise<unknown>>();

function cached(access: Access): Promise<unknown> {
  const { baseUrl } = access;
  const kept = cache.get(baseUrl) ?? clients.fetch(access);
  cache.set(baseUrl, kept);
  return kept;
}

function iconOf(kind: string): string {
  switch (kind) {
    case 'kyc-document':
      return 'passport';
    case 'aml-check':
      return 'shield';
    default:
      return 'label';
  }
}

function* linesOf({ firstName, lastName, email }: Person) {
  if (firstName !== null) yield firstName;
  if (lastName !== null) yield lastName;
  yield email ?? 'no e-mail';
}

/** Sound consumers of other styles: classes, caches, streams, errors of their own, writes. */
export const soundStyles: readonly SmallConsumer[] = [
  {
    name: 'reads eleven members that may be null',
    test: makes(
      elevenOf,
      clients.fetch,
      (customer) => ({ ...customer }),
      (example) => example,
    ),
  },
  {
    name: 'shows a person through a class',
    test: makes(
      person,
      clients.axios,
      (loaded) => [new PersonView(loaded).name, new PersonView(loaded).address],
      (example) => [new PersonView(example).name, new PersonView(example).address],
    ),
  },
  {
    name: 'keeps what it got, by address',
    test: makes(
      person,
      cached,
      (loaded) => Person.parse(loaded),
      (example) => example,
    ),
  },
  {
    name: 'yields line by line what there is',
    test: makes(
      person,
      clients.ky,
      (loaded) => [...linesOf(loaded)],
      (example) => [...linesOf(example)],
    ),
  },
  {
    name: 'has an icon for each type of tag, and one for those to come',
    test: makes(
      (pact) => pact.getCustomer({ id }).reads(Tags),
      clients.sdk,
      (loaded) => Tags.parse(loaded).tags?.map((tag) => [tag.name, tag.type, iconOf(tag.type)]),
      ({ tags }) => tags?.map((tag) => [tag.name, tag.type, iconOf(tag.type)]),
    ),
  },
  {
    name: 'formats an amount in its currency',
    test: makes(
      (pact) => pact.getCustomer({ id }).reads(Money),
      clients.ours,
      ({ id: own, lifetimeRevenue: { currency, amount } }) => `${own}: ${amount.toFixed(2)} ${currency}`,
      ({ id: own, lifetimeRevenue: { currency, amount } }) => `${own}: ${amount.toFixed(2)} ${currency}`,
    ),
  },
  {
    name: 'takes a date in each form that the API has',
    test: makes(
      (pact) => pact.getCustomer({ id }).reads(z.object({ createdTime: text, updatedTime: text.optional() })),
      clients.ky,
      (loaded) => [new Date(loaded.createdTime).toISOString(), loaded.updatedTime],
      ({ createdTime, updatedTime }) => [new Date(createdTime).toISOString(), updatedTime],
    ),
  },
  {
    name: 'reads an answer as it streams in',
    test: makes(
      person,
      async ({ baseUrl, apiKey }) => {
        const { ok, body: stream } = await fetch(`${baseUrl}/customers/${id}`, { headers: { 'REB-APIKEY': apiKey } });
        if (!ok || stream === null) throw new Error('The API gave nothing.');
        const decoder = new TextDecoder();
        let read = '';
        for await (const chunk of stream)
          read += decoder.decode(z.instanceof(Uint8Array).parse(chunk), { stream: true });
        return Person.parse(JSON.parse(read));
      },
      (loaded) => loaded,
      (example) => example,
    ),
  },
  {
    name: "asks with Node's own http",
    test: makes(
      person,
      async ({ baseUrl, apiKey }) => {
        const { promise, resolve, reject } = Promise.withResolvers<string>();
        get(`${baseUrl}/customers/${id}`, { headers: { 'REB-APIKEY': apiKey } }, (response) => {
          if (response.statusCode === 200) textOf(response).then(resolve, reject);
          else reject(new Error(`The API answered ${response.statusCode}.`));
        }).on('error', reject);
        return Person.parse(JSON.parse(await promise));
      },
      (loaded) => loaded,
      (example) => example,
    ),
  },
  {
    name: 'reads with a schema of arktype',
    test: makes(
      (pact) => pact.getCustomer({ id }).reads(type({ id: 'string', 'email?': 'string | null' })),
      clients.axios,
      (loaded) => type({ id: 'string', 'email?': 'string | null' }).onUndeclaredKey('delete').assert(loaded),
      (example) => ({ ...example }),
    ),
  },
  {
    name: 'sorts a page by a name that may be null',
    test: makes(
      rows,
      loadRows,
      (page) => z.array(Row).parse(page).toSorted(byName),
      (page) => page.toSorted(byName),
    ),
  },
  {
    name: 'keeps a page by id',
    test: makes(
      rows,
      loadRows,
      (page) => new Map(page.map((row) => [row.id, row])),
      (page) => new Map(page.map((row) => [row.id, row])),
    ),
  },
  {
    name: 'lists customers with the official SDK',
    test: makes(
      rows,
      async (access) => {
        const { items } = await sdk(access).getAll({ limit: 5 });
        return z.array(z.object({ fields: Row })).parse(items);
      },
      (items) => items,
      (page) => page.map((fields) => ({ fields })),
    ),
  },
  {
    name: 'asks who signs in again where the key is no longer valid',
    test: (pact, equal) =>
      pact
        .getCustomer({ id })
        .respondsWith(401)
        .test(async (access) => {
          const show = async () => {
            try {
              await clients.ours(access);
              return 'shown';
            } catch (error) {
              return isCustomersApiError(error, 'UnauthorizedError') ? 'sign in' : 'broken';
            }
          };
          equal(await show(), 'sign in');
        }),
  },
  {
    name: 'has an error of its own for who is gone, with axios',
    test: (pact, equal) =>
      pact
        .getCustomer({ id })
        .respondsWith(404)
        .test(async (access) => {
          const isGone = await clients.axios(access).then(
            () => false,
            (error: unknown) => isAxiosError(error) && error.response?.status === 404,
          );
          equal(isGone, true);
        }),
  },
  {
    name: 'shows which fields of a new customer are wrong',
    test: (pact, equal) => {
      const Problem = z.object({ invalidFields: z.array(z.object({ field: text.optional() })).optional() });
      const invalid = { primaryAddress: { country: 'Great Britain' } };
      return pact
        .postCustomer({ body: invalid })
        .respondsWith(422)
        .reads(Problem)
        .test(async ({ baseUrl, apiKey, example }) => {
          const options = { json: invalid, headers: { 'REB-APIKEY': apiKey }, retry: 0 };
          const failed: unknown = await ky.post(`${baseUrl}/customers`, options).then(
            () => undefined,
            (error: unknown) => error,
          );
          equal(isHTTPError(failed) && Problem.parse(failed.data), example);
        });
    },
  },
  {
    name: 'creates a customer, and goes on with the id',
    test: (pact, equal) =>
      pact
        .postCustomer({ body })
        .reads(z.object({ id: text }))
        .test(async ({ baseUrl, apiKey, example }) => {
          const { data } = await axios.post<unknown>(`${baseUrl}/customers`, body, {
            headers: { 'REB-APIKEY': apiKey },
          });
          equal(z.object({ id: text }).parse(data), example);
        }),
  },
  {
    name: 'records a lead source, and tries again once where the limit is reached',
    test: (pact, equal) =>
      pact
        .putCustomerLeadSource({ id, body: leadSource })
        .reads(z.object({ medium: text.nullable() }))
        .test(async ({ baseUrl, apiKey, example }) => {
          const put = () =>
            fetch(`${baseUrl}/customers/${id}/lead-source`, {
              method: 'PUT',
              headers: { 'REB-APIKEY': apiKey, 'Content-Type': 'application/json' },
              body: JSON.stringify(leadSource),
            });
          const save = async () => {
            const first = await put();
            const response = first.status === 429 ? await put() : first;
            if (!response.ok) throw new Error(`The API answered ${response.status}.`);
            return z.object({ medium: text.nullable() }).parse(await response.json());
          };
          equal(await save(), example);
        }),
  },
  {
    name: 'forgets a lead source, with ky',
    test: (pact, equal) =>
      pact.deleteCustomerLeadSource({ id }).test(async ({ baseUrl, apiKey }) => {
        const url = `${baseUrl}/customers/${id}/lead-source`;
        const { status } = await ky.delete(url, { headers: { 'REB-APIKEY': apiKey }, retry: 0 });
        equal(status, 204);
      }),
  },
  {
    name: 'asks for a customer and the lead source at once',
    test: (pact, equal) =>
      pact
        .flow(
          pact.getCustomer({ id }).reads(Row),
          pact.getCustomerLeadSource({ id }).reads(z.object({ medium: text.nullable() })),
        )
        .test(async ({ baseUrl, apiKey, examples }) => {
          const client = ours({ baseUrl, apiKey });
          const [customer, source] = await Promise.all([
            client.getCustomer({ id }),
            client.getCustomerLeadSource({ id }),
          ]);
          equal([Row.parse(customer.body), z.object({ medium: text.nullable() }).parse(source.body)], examples);
        }),
  },
];

function byName(one: Row, other: Row): number {
  return (one.lastName ?? '').localeCompare(other.lastName ?? '') || one.id.localeCompare(other.id);
}
