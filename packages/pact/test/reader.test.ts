import { customerFixtures } from '@customer-contracts/fixtures';
import type { CustomersPact, ReaderSchema } from '@customer-contracts/pact';
import { Customer, openEnum, PaymentMethod, tolerant } from '@customer-contracts/schemas';
import { toStandardJsonSchema } from '@valibot/to-json-schema';
import { type } from 'arktype';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import * as mini from 'zod/mini';

import { send } from './send.ts';
import { temporaryPacts } from './temporary-pacts.ts';

/** As a `ReaderSchema`, whatever it is, a schema passes TypeScript: here the proof at run time is meant. */
async function reading(schema: ReaderSchema, from: (pact: CustomersPact) => ReturnType<CustomersPact['getCustomer']>) {
  await using pacts = await temporaryPacts({ customFields: { vip: true } });
  await from(pacts.pact)
    .reads(schema)
    .test((mock) => send('getCustomer', { id: 'cus_01' }, mock))();
}

const relations = ['self', 'defaultPaymentInstrument', 'leadSource', 'website', 'attachments'] as const;

/** The customer that answers hold. */
const { paymentCount, createdTime } = customerFixtures().complete().responses.at(0);

const getCustomer = (pact: CustomersPact) => pact.getCustomer({ id: 'cus_01' });
const failed = (text: string) => `Failed to read the answer of getCustomer 200: ${text}`;

describe('a schema is refused with the member and the counterexample', () => {
  test.each<[string, ReaderSchema, string]>([
    [
      'null',
      z.object({ email: z.email() }),
      'email may be null, and the schema refuses it (Invalid input: expected string, received null). Accept it.',
    ],
    ['null, of an optional member', z.object({ email: z.email().optional() }), 'email may be null'],
    [
      'null, behind a refinement',
      z.object({
        email: z
          .string()
          .nullable()
          .refine((email) => email?.includes('@')),
      }),
      'email may be null',
    ],
    [
      'null, in arktype',
      type({ email: 'string' }),
      'email may be null, and the schema refuses it (email must be a string (was null)). Accept it.',
    ],
    ['null, in valibot', toStandardJsonSchema(v.object({ email: v.string() })), 'email may be null'],
    [
      'a member that is misspelt',
      z.object({ emial: z.string().optional() }),
      'the API documents no emial. Did you mean email?',
    ],
    [
      'a member that is elsewhere',
      z.object({ leadSource: z.object({}) }),
      "the API documents no leadSource. An answer has it as _embedded.leadSource, with expand: 'leadSource'.",
    ],
    [
      'a custom field that is not declared',
      z.object({ customFields: z.object({ tier: z.string() }) }),
      'the API documents no customFields.tier. Declare it: customersPact({ customFields: { tier: ... } }).',
    ],
    [
      'a type that cannot come',
      z.object({ paymentCount: z.string() }),
      `paymentCount is ${paymentCount}, and the schema refuses it`,
    ],
    [
      'a date that is text over the wire',
      z.object({ createdTime: z.date() }),
      `createdTime is "${createdTime}", and the schema refuses it`,
    ],
    [
      'an offset in a date-time',
      z.object({ createdTime: z.iso.datetime() }),
      'createdTime may be "2026-03-08T12:57:32+00:00", and the schema refuses it',
    ],
    [
      'a value of an enumeration',
      z.object({ tags: z.array(z.object({ type: z.enum(['customer', 'kyc-document']) })) }),
      `tags[].type may be "value-of-tomorrow", which the API does not document yet, and the schema refuses it (Invalid option: expected one of "customer"|"kyc-document"). Read it with openEnum([...]) of @customer-contracts/schemas, or say closed('tags[].type', 'why') before reads.`,
    ],
    [
      'a value that the API does not document yet',
      z.object({
        defaultPaymentInstrument: z.object({ method: z.enum(PaymentMethod.options[0].options) }).nullable(),
      }),
      'defaultPaymentInstrument.method may be "value-of-tomorrow", which the API does not document yet, and the schema refuses it',
    ],
    [
      'a value that the API does not document yet, in arktype',
      type({ taxNumbers: type({ type: "'eu-vat' | 'other'" }).array().or('null') }),
      'taxNumbers[].type may be "value-of-tomorrow", which the API does not document yet, and the schema refuses it',
    ],
    [
      'a value that the API does not document yet, in valibot',
      toStandardJsonSchema(v.object({ _links: v.array(v.object({ rel: v.picklist(relations) })) })),
      '_links[].rel may be "value-of-tomorrow", which the API does not document yet, and the schema refuses it',
    ],
    [
      'an empty list',
      z.object({ tags: z.array(z.object({ name: z.string() })).min(1) }),
      'tags may be empty, and the schema refuses it',
    ],
    [
      'a length',
      z.object({ websiteId: z.string().max(49) }),
      'websiteId may have 50 characters, and the schema refuses it',
    ],
    [
      'an id of the organization’s own',
      z.object({ id: z.string().startsWith('cus_') }),
      'id may have one character, and the schema refuses it',
    ],
    [
      'a fraction',
      z.object({ company: z.object({ yearFounded: z.int().nullable() }).nullable() }),
      'company.yearFounded may be 0.5, and the schema refuses it',
    ],
    [
      'an error of its own',
      z.object({
        id: z.string().transform(() => {
          throw new Error('no id today');
        }),
      }),
      'the body is {"id":"cus_01"}, and the schema refuses it (it throws: no id today). Accept it.',
    ],
    [
      'a member more',
      z.strictObject({ id: z.string() }),
      'the body may have members that the API does not document yet, and the schema refuses it',
    ],
  ])('%s', async (_, schema, message) => {
    await expect(reading(schema, getCustomer)).rejects.toThrow(failed(message));
  });

  test('absence, when it is strict', async () => {
    const required = z.object({ createdTime: z.string() });

    await reading(required, getCustomer);
    await expect(reading(required, (pact) => getCustomer(pact).strict())).rejects.toThrow(
      failed('createdTime may be absent'),
    );
  });

  test('a member that the query leaves out', async () => {
    const schema = z.object({ locale: z.string().nullable() });

    await expect(reading(schema, (pact) => pact.getCustomer({ id: 'cus_01', fields: 'email' }))).rejects.toThrow(
      failed('locale is absent, and the schema refuses it'),
    );
  });

  test('one without JSON Schema, with the way to get it', async () => {
    const none = 'Failed to read the JSON Schema of the schema handed to reads: it has none.';

    // @ts-expect-error TypeScript refuses it, too
    await expect(reading(v.object({ id: v.string() }), getCustomer)).rejects.toThrow(
      `${none} Wrap it: toStandardJsonSchema(schema) of @valibot/to-json-schema.`,
    );
    // @ts-expect-error TypeScript refuses it, too
    await expect(reading(mini.object({ id: mini.string() }), getCustomer)).rejects.toThrow(
      `${none} Import from zod, not from zod/mini, or hand in a schema of zod 4.3 or later.`,
    );
  });
});

describe('a schema is accepted', () => {
  test.each<[string, ReaderSchema]>([
    ['that is the API’s own', Customer],
    ['that is tolerant', tolerant(Customer)],
    ['that coerces', z.object({ createdTime: z.coerce.date() })],
    ['that preprocesses null away', z.object({ email: z.preprocess((email) => email ?? '', z.string()) })],
    ['that catches', z.object({ email: z.string().catch('') })],
    [
      'that has defaults',
      z.object({
        locale: z
          .string()
          .nullish()
          .transform((locale) => locale ?? 'en'),
      }),
    ],
    ['that accepts more than comes', z.object({ id: z.union([z.string(), z.number()]) })],
    ['that is loose', z.looseObject({ id: z.string() })],
    ['that reads declared custom fields', z.object({ customFields: z.object({ vip: z.boolean() }) })],
    [
      'that lists known values and takes others',
      z.object({ tags: z.array(z.object({ type: openEnum(['customer']) })) }),
    ],
    [
      'that makes one word of all unknown values',
      z.object({ tags: z.array(z.object({ type: z.enum(['customer']).or(z.literal('other')).catch('other') })) }),
    ],
    [
      'that picks from the API’s own',
      Customer.pick({ tags: true, taxNumbers: true, _links: true, defaultPaymentInstrument: true }),
    ],
    ['of arktype', type({ id: 'string', email: 'string.email | null' })],
    ['of valibot', toStandardJsonSchema(v.object({ email: v.nullable(v.pipe(v.string(), v.email())) }))],
  ])('%s', async (_, schema) => {
    await expect(reading(schema, getCustomer)).resolves.toBeUndefined();
  });

  test('that takes a list of the API for complete, and says why', async () => {
    await using pacts = await temporaryPacts();
    const types = ['customer', 'kyc-document', 'aml-check'] as const;
    const Tags = (known: readonly string[]): ReaderSchema =>
      z.object({ tags: z.array(z.object({ type: z.enum(known) })) });
    const closed = pacts.pact.getCustomer({ id: 'cus_01' }).closed('tags[].type', 'the tags are ours').only('complete');
    const mocked = (schema: ReaderSchema) =>
      closed.reads(schema).test((mock) => send('getCustomer', { id: 'cus_01' }, mock))();

    await mocked(Tags(types));
    await expect(mocked(Tags(types.slice(0, 2)))).rejects.toThrow(
      failed('tags[].type may be "aml-check", and the schema refuses it'),
    );
    await expect(
      closed
        .closed('locale', 'two are enough')
        .reads(Tags(types))
        .test(() => {})(),
    ).rejects.toThrow(
      failed("closed names locale, which is no list of the API's that the schema reads. Leave it out."),
    );
    const { interactions } = await pacts.merged();
    expect(interactions).toMatchObject([{ comments: { text: ['tags[].type is closed: the tags are ours'] } }]);
  });

  test('that names a member which is allowed, and gets its example', async () => {
    await using pacts = await temporaryPacts();

    await pacts.pact
      .getCustomer({ id: 'cus_01' })
      .allow('referral', { code: 'ANN' })
      .reads(z.object({ referral: z.object({ code: z.string() }) }))
      .test(async ({ example, ...mock }) => {
        expect((await send('getCustomer', { id: 'cus_01' }, mock)).body).toEqual({ referral: { code: 'ANN' } });
        expect(example.referral.code).toBe('ANN');
      })();
  });
});
