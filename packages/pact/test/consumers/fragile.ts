import type { CustomersPact } from '@customer-contracts/pact';
import ky from 'ky';
import * as z from 'zod';

import { clients, type FragileConsumer, getJson, id, makes, ours, sdk } from './small-consumer.ts';

const Named = z.object({ firstName: z.string().nullable(), lastName: z.string().nullable() });
const Tagged = z.object({ tags: z.array(z.object({ name: z.string(), type: z.string() })) });
const LeadSource = z.object({
  medium: z.string().nullable(),
  original: z.object({ medium: z.string().nullable() }).optional(),
});

const text = z.string();
const Embedded = z.union([z.looseObject({}), z.array(z.looseObject({}))]);
const body = { primaryAddress: { firstName: 'Ada' } };
const customers = (pact: CustomersPact) => pact.getCustomerCollection({ limit: 5 });

/** What is thrown where a value is missing that the code counts on. */
function unknown(value: unknown): never {
  throw new Error(`${JSON.stringify(value)} is not known here`);
}

/** Consumers with one fault each, of one member. */
export const fragileConsumers: readonly FragileConsumer[] = [
  {
    name: 'trims a last name that may be null where the first name is there',
    fault: { kind: 'tolerance', changes: ['lastName may be null'] },
    test: makes(
      (pact) => pact.getCustomer({ id }).reads(Named),
      clients.fetch,
      ({ firstName, lastName }) => (firstName === null ? (lastName ?? '') : `${firstName} ${lastName.trim()}`),
      ({ firstName, lastName }) => (firstName === null ? (lastName ?? '') : `${firstName} ${lastName?.trim()}`),
    ),
  },
  {
    name: 'takes the first of the tags, of which there may be none',
    fault: { kind: 'tolerance', changes: ['tags may be empty'] },
    test: makes(
      (pact) => pact.getCustomer({ id }).reads(Tagged),
      clients.axios,
      ({ tags }) => [tags, tags[0].name.toUpperCase()],
      ({ tags }) => [tags, tags[0]?.name.toUpperCase()],
    ),
  },
  {
    name: 'knows the types of tags, and no other',
    fault: {
      kind: 'tolerance',
      changes: ['tags[].type may be "value-of-tomorrow", which the API does not document yet'],
    },
    test: makes(
      (pact) => pact.getCustomer({ id }).reads(Tagged),
      clients.ky,
      ({ tags }) => {
        for (const { type } of tags) {
          switch (type) {
            case 'customer':
            case 'kyc-document':
            case 'aml-check':
              break;
            default:
              unknown(type);
          }
        }
        return tags;
      },
      ({ tags }) => tags,
    ),
  },
  {
    name: 'cuts a date at its Z, and an offset may stand there',
    fault: { kind: 'tolerance', changes: ['createdTime may be "2026-03-08T12:57:32+00:00"'] },
    test: makes(
      (pact) => pact.getCustomer({ id }).reads(z.object({ id: text, createdTime: text })),
      clients.ours,
      ({ id: own, createdTime }) => [own, Date.parse(`${/^(.+)Z$/.exec(createdTime)?.[1] ?? unknown(createdTime)}Z`)],
      ({ id: own, createdTime }) => [own, Date.parse(createdTime)],
    ),
  },
  {
    name: 'knows no fractions of a second',
    fault: { kind: 'tolerance', changes: ['updatedTime may be "2026-03-08T12:57:32.123456Z"'] },
    test: makes(
      (pact) => pact.getCustomer({ id }).reads(z.object({ updatedTime: text })),
      clients.sdk,
      ({ updatedTime }) => (/^.*:\d\d(?:Z|[+-]\d\d:\d\d)$/.test(updatedTime) ? updatedTime : unknown(updatedTime)),
      ({ updatedTime }) => updatedTime,
    ),
  },
  {
    name: 'cuts the prefix of a website that may be absent',
    fault: { kind: 'tolerance', changes: ['websiteId may be absent'] },
    test: makes(
      (pact) =>
        pact
          .getCustomer({ id })
          .reads(z.object({ websiteId: text.optional() }))
          .only('complete'),
      clients.axios,
      ({ websiteId }) => websiteId.slice(4),
      ({ websiteId }) => websiteId?.slice(4),
    ),
  },
  {
    name: 'stands that there are no tax numbers, and not that their list is empty',
    fault: { kind: 'tolerance', changes: ['taxNumbers may be empty'] },
    test: makes(
      (pact) => pact.getCustomer({ id }).reads(z.object({ taxNumbers: z.array(z.object({ value: text })).nullable() })),
      clients.fetch,
      ({ taxNumbers }) => (taxNumbers === null ? [] : [taxNumbers[0].value, ...taxNumbers.slice(1)]),
      ({ taxNumbers }) => (taxNumbers === null ? [] : [taxNumbers[0]?.value, ...taxNumbers.slice(1)]),
    ),
  },
  {
    name: 'splits a locale in two, and one may be a language alone',
    fault: { kind: 'tolerance', changes: ['locale may be "de"'] },
    test: makes(
      (pact) => pact.getCustomer({ id }).reads(z.object({ locale: text.nullable() })),
      clients.axios,
      ({ locale }) => (locale === null ? '' : (locale.split('-')[1] ?? unknown(locale)) && locale),
      ({ locale }) => locale ?? '',
    ),
  },
  {
    name: 'shows the second letter of a name of one',
    fault: { kind: 'tolerance', changes: ['firstName may have one character'] },
    test: makes(
      (pact) => pact.getCustomer({ id }).reads(z.object({ firstName: text.nullable() })),
      clients.ky,
      ({ firstName }) => (firstName === null ? '' : `${firstName[0]}${(firstName[1] ?? unknown(firstName)).trim()}`),
      ({ firstName }) => firstName?.slice(0, 2).trim() ?? '',
    ),
  },
  {
    name: 'formats each member of an amount, and there may be more of them',
    fault: {
      kind: 'tolerance',
      changes: ['lifetimeRevenue may have members that the API does not document yet'],
    },
    test: makes(
      (pact) =>
        pact.getCustomer({ id }).reads(z.object({ lifetimeRevenue: z.object({ currency: text, amount: z.number() }) })),
      clients.axios,
      ({ lifetimeRevenue }) =>
        Object.fromEntries(
          Object.entries(lifetimeRevenue).map(([name, value]) =>
            name === 'currency' || name === 'amount' ? [name, value] : unknown(name),
          ),
        ),
      ({ lifetimeRevenue }) => lifetimeRevenue,
    ),
  },
  {
    name: 'shows the second customer of a page that may have one',
    fault: { kind: 'tolerance', changes: ['[] may have one element'] },
    test: makes(
      (pact) => customers(pact).reads(z.object({ id: text })),
      async (access) => (await ours(access).getCustomerCollection({ limit: 5 })).body,
      (page) => (page.length === 0 ? [] : [page[0], page[1] ?? unknown(page), ...page.slice(2)]),
      (page) => page,
    ),
  },
  {
    name: 'reads the first attribution, which may be absent',
    fault: { kind: 'tolerance', changes: ['original may be absent'] },
    test: makes(
      (pact) => pact.getCustomerLeadSource({ id }).reads(LeadSource).only('complete'),
      async (access) => z.object({ fields: z.unknown() }).parse(await sdk(access).getLeadSource({ id })).fields,
      ({ medium, original }) => [medium, original.medium],
      ({ medium, original }) => [medium, original?.medium],
    ),
  },
  {
    name: 'knows the newer era of _embedded only',
    fault: { kind: 'tolerance', changes: ['_embedded may be a list, as it was documented until 2023'] },
    test: makes(
      (pact) => pact.getCustomer({ id, expand: 'leadSource' }).reads(z.object({ _embedded: Embedded.optional() })),
      (access) => getJson(access, `/customers/${id}?expand=leadSource`),
      ({ _embedded }) => [z.looseObject({}).optional().parse(_embedded)],
      ({ _embedded }) => [_embedded],
    ),
  },
  {
    name: 'counts a 422 as saved',
    fault: { kind: 'refusal', changes: ['status is 422, with its problem'] },
    test: (pact, equal) =>
      pact.postCustomer({ body }).test(async ({ baseUrl, apiKey }) => {
        const save = async () => {
          const response = await fetch(`${baseUrl}/customers`, {
            method: 'POST',
            headers: { 'REB-APIKEY': apiKey, 'Content-Type': 'application/json' },
            body: JSON.stringify(body),
          });
          if (!response.ok && response.status !== 422) throw new Error(`The API answered ${response.status}.`);
          return true;
        };
        equal(await save(), true);
      }),
  },
  {
    name: 'gives up in silence where the limit is reached',
    fault: { kind: 'refusal', changes: ['status is 429, with its problem'] },
    test: (pact, equal) =>
      pact.deleteCustomerLeadSource({ id }).test(async ({ baseUrl, apiKey }) => {
        const forget = async () => {
          const { ok, status } = await fetch(`${baseUrl}/customers/${id}/lead-source`, {
            method: 'DELETE',
            headers: { 'REB-APIKEY': apiKey },
          });
          if (!ok && status !== 429) throw new Error(`The API answered ${status}.`);
        };
        equal(await forget(), undefined);
      }),
  },
  {
    name: 'takes whatever is no JSON for a customer',
    fault: { kind: 'refusal', changes: ['body is HTML, with 200'] },
    test: (pact, equal) =>
      pact
        .getCustomer({ id })
        .reads(z.object({ id: text }))
        .test(async ({ baseUrl, apiKey, example }) => {
          const load = async () => {
            const read = await ky(`${baseUrl}/customers/${id}`, { headers: { 'REB-APIKEY': apiKey }, retry: 0 }).text();
            if (read.startsWith('<')) return { id };
            return z.object({ id: text }).parse(JSON.parse(read));
          };
          equal(await load(), example);
        }),
  },
  {
    name: 'fills in an id that is missing',
    fault: { kind: 'refusal', changes: ['id is missing'] },
    test: makes(
      (pact) => pact.getCustomer({ id }).reads(z.object({ id: text, createdTime: text })),
      clients.fetch,
      (customer) => ({ id: customer.id ?? id, createdTime: text.parse(customer.createdTime) }),
      (example) => example,
    ),
  },
  {
    name: 'takes everybody for gone',
    fault: { kind: 'refusal', changes: ['status is 200'] },
    test: (pact, equal) =>
      pact
        .getCustomer({ id })
        .respondsWith(404)
        .test(async (access) => {
          const find = async () => {
            await clients.fetch(access).catch(() => undefined);
            return undefined;
          };
          equal(await find(), undefined);
        }),
  },
  {
    name: 'reads a member that its test never looks at',
    fault: { kind: 'sensitivity', changes: ['lastName is another value'] },
    test: makes(
      (pact) => pact.getCustomer({ id }).reads(z.object({ id: text, ...Named.shape })),
      clients.sdk,
      ({ id: own, firstName }) => [own, firstName],
      ({ id: own, firstName }) => [own, firstName],
    ),
  },
  {
    name: 'looks at the length of a list, and not at what is in it',
    fault: { kind: 'sensitivity', changes: ['tags[].name is another value'] },
    test: makes(
      (pact) => pact.getCustomer({ id }).reads(z.object({ tags: z.array(z.object({ name: text })) })),
      clients.fetch,
      ({ tags }) => z.array(z.unknown()).parse(tags).length,
      ({ tags }) => tags.length,
    ),
  },
];
