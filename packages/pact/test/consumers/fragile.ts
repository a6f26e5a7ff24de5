import axios from 'axios';
import ky from 'ky';
import { expect } from 'vitest';
import * as z from 'zod';

import { type FragileConsumer, getJson, id } from './small-consumer.ts';

const Named = z.object({ firstName: z.string().nullable(), lastName: z.string().nullable() });
type Named = z.infer<typeof Named>;

const Tagged = z.object({ tags: z.array(z.object({ name: z.string(), type: z.string() })) });

/** The members that the consumer reads, as the API's types would have them if nothing were ever null. */
type Present<Type> = { [Name in keyof Type]: NonNullable<Type[Name]> };

/** Consumers with one fault each. */
export const fragileConsumers: readonly FragileConsumer[] = [
  {
    name: 'trims a last name that may be null where the first name is there',
    fault: { kind: 'tolerance', changes: ['lastName may be null'] },
    test: (pact) =>
      pact
        .getCustomer({ id })
        .reads(Named)
        .test(async (access) => {
          const fullName = async () => {
            const { firstName, lastName } = await getJson<Present<Named>>(access, `/customers/${id}`);
            return firstName === null ? (lastName ?? '') : `${firstName} ${lastName.trim()}`;
          };
          const { firstName, lastName } = access.example;
          expect(await fullName()).toBe(firstName === null ? (lastName ?? '') : `${firstName} ${lastName?.trim()}`);
        }),
  },
  {
    name: 'takes the first of the tags, of which there may be none',
    fault: { kind: 'tolerance', changes: ['tags may be empty'] },
    test: (pact) =>
      pact
        .getCustomer({ id })
        .reads(Tagged)
        .test(async (access) => {
          const firstTag = async (): Promise<string | undefined> => {
            const { tags } = await getJson<{ tags: [{ name: string; type: string }] }>(access, `/customers/${id}`);
            expect(tags).toEqual(access.example.tags);
            return tags[0].name.toUpperCase();
          };
          expect(await firstTag()).toBe(access.example.tags[0]?.name.toUpperCase());
        }),
  },
  {
    name: 'knows the types of tags, and no other',
    fault: {
      kind: 'tolerance',
      changes: ['tags[].type may be "value-of-tomorrow", which the API does not document yet'],
    },
    test: (pact) =>
      pact
        .getCustomer({ id })
        .reads(Tagged)
        .test(async (access) => {
          const icons: Readonly<Record<string, string>> = { customer: 'c', 'kyc-document': 'k', 'aml-check': 'a' };
          const tagsWithIcons = async () => {
            const { tags } = await getJson<z.infer<typeof Tagged>>(access, `/customers/${id}`);
            return tags.map((tag) => {
              const icon = icons[tag.type];
              if (icon === undefined) throw new Error(`no icon for ${tag.type}`);
              return { ...tag, icon };
            });
          };
          expect(await tagsWithIcons()).toMatchObject(access.example.tags);
        }),
  },
  {
    name: 'cuts a date at its Z, and an offset may stand there',
    fault: { kind: 'tolerance', changes: ['createdTime may be "2026-03-08T12:57:32+00:00"'] },
    test: (pact) =>
      pact
        .getCustomer({ id })
        .reads(z.object({ createdTime: z.string() }))
        .test(async (access) => {
          const day = async () => {
            const { createdTime } = await getJson<{ createdTime: string }>(access, `/customers/${id}`);
            const time = /^(.+)Z$/.exec(createdTime)?.[1];
            if (time === undefined) throw new Error(`${createdTime} is no date`);
            return new Date(`${time}Z`).getTime();
          };
          expect(await day()).toBe(Date.parse(access.example.createdTime));
        }),
  },
  {
    name: 'counts a 422 as saved',
    fault: { kind: 'refusal', changes: ['status is 422, with its problem'] },
    test: (pact) =>
      pact.postCustomer({ body: { primaryAddress: { firstName: 'Ada' } } }).test(async ({ baseUrl, apiKey }) => {
        const save = async () => {
          const response = await fetch(`${baseUrl}/customers`, {
            method: 'POST',
            headers: { 'REB-APIKEY': apiKey, 'Content-Type': 'application/json' },
            body: JSON.stringify({ primaryAddress: { firstName: 'Ada' } }),
          });
          if (!response.ok && response.status !== 422) throw new Error(`The API answered ${response.status}.`);
          return true;
        };
        expect(await save()).toBe(true);
      }),
  },
  {
    name: 'takes whatever is no JSON for a customer, with ky',
    fault: { kind: 'refusal', changes: ['body is HTML, with 200'] },
    test: (pact) =>
      pact
        .getCustomer({ id })
        .reads(z.object({ id: z.string() }))
        .test(async ({ baseUrl, apiKey, example }) => {
          const load = async () => {
            const text = await ky(`${baseUrl}/customers/${id}`, { headers: { 'REB-APIKEY': apiKey }, retry: 0 }).text();
            if (text.startsWith('<')) return { id };
            return z.object({ id: z.string() }).parse(JSON.parse(text));
          };
          expect(await load()).toEqual(example);
        }),
  },
  {
    name: 'adds the amounts of a country and an organization of which both may be null, with axios',
    fault: { kind: 'tolerance', changes: ['primaryAddress.city may be null', 'primaryAddress.country may be null'] },
    test: (pact) =>
      pact
        .getCustomer({ id })
        .reads(
          z.object({
            primaryAddress: z.object({ city: z.string().nullable(), country: z.string().nullable() }).nullable(),
          }),
        )
        .only('complete')
        .test(async ({ baseUrl, apiKey, example }) => {
          const place = async () => {
            const { data } = await axios.get<{ primaryAddress: { city: string; country: string } | null }>(
              `${baseUrl}/customers/${id}`,
              { headers: { 'REB-APIKEY': apiKey } },
            );
            if (data.primaryAddress === null) return [];
            const { city, country } = data.primaryAddress;
            return [city ?? country.toLowerCase(), country ?? city.toLowerCase()];
          };
          const { city, country } = example.primaryAddress ?? {};
          expect(await place()).toEqual(
            example.primaryAddress === null ? [] : [city ?? country?.toLowerCase(), country ?? city?.toLowerCase()],
          );
        }),
  },
  {
    name: 'reads a member that its test never looks at',
    fault: { kind: 'sensitivity', changes: ['lastName is another value'] },
    test: (pact) =>
      pact
        .getCustomer({ id })
        .reads(Named)
        .test(async (access) => {
          const { lastName: _, ...shown } = await getJson<Named>(access, `/customers/${id}`);
          const { lastName: __, ...example } = access.example;
          expect(shown).toEqual(example);
        }),
  },
];
