import { existsSync } from 'node:fs';
import { join } from 'node:path';

import type { CustomersPact, TestFunction } from '@customer-contracts/pact';
import { cells, type OperationCall, PaymentMethod } from '@customer-contracts/schemas';
import document from '@customer-contracts/schemas/openapi.json' with { type: 'json' };
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import * as z from 'zod';

import { type DocumentChange, member, operation, tryOn } from './another-document.ts';
import { everyCell } from './every-cell.ts';
import { type Address, send } from './send.ts';
import { temporaryPacts } from './temporary-pacts.ts';

/** A consumer whose code breaks by a change that no comparison of documents connects with it, and what it is told. */
interface SeededConsumer {
  readonly changes: readonly DocumentChange[];
  readonly test: (pact: CustomersPact) => TestFunction;
  readonly told: string;
}

const id = 'cus_01';
const getCustomer = (mock: Address) => send('getCustomer', { id }, mock);
const reading = (schema: z.ZodType) => (pact: CustomersPact) =>
  pact
    .getCustomer({ id })
    .reads(schema)
    .test(async (mock) => {
      await getCustomer(mock);
    });

/** What a consumer without a schema takes an answer for. */
interface Body {
  readonly tags: readonly { readonly name: string; readonly type: string }[];
  readonly defaultPaymentInstrument: { readonly method: string };
  readonly websiteId: string;
  readonly createdTime: string;
  readonly title: string;
}

const unread = (check: (body: Body) => void) => (pact: CustomersPact) =>
  pact.getCustomer({ id }).test(async (mock) => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as many consumers do it
    check((await getCustomer(mock)).body as Body);
  });

const putting = (body: OperationCall<'putCustomer'>['body']) => (pact: CustomersPact) =>
  pact
    .putCustomer({ id, body })
    .respondsWith(200)
    .test((mock) => send('putCustomer', { id, body }, mock));
const listing = (query: { readonly sort?: '-createdTime'[]; readonly limit?: number }) => (pact: CustomersPact) =>
  pact.getCustomerCollection(query).test((mock) => send('getCustomerCollection', query, mock));

/** What is said of a reader that refuses an answer of the document. */
function failed(text: string): string {
  return `Failed to read the answer of getCustomer 200 by the API of new.json: ${text}`;
}

const nullable = (type: string) => ({ type: [type, 'null'] });
const types = ['customer', 'kyc-document', 'aml-check'];
const newType = member('Tag', 'type', { type: 'string', enum: [...types, 'sanctions'] });
const Tags = z.object({ tags: z.array(z.object({ name: z.string().catch('') })) });
const Method = z.enum([...PaymentMethod.options[0].options, 'unknown']).catch('unknown');
const Instrument: z.ZodType<{ defaultPaymentInstrument?: { method: string } | null | undefined }> = z.object({
  defaultPaymentInstrument: z.object({ method: Method }).nullable().optional(),
});
const Named = z.object({ createdTime: z.preprocess((value) => String(value).trim(), z.string()) });
const parameters = document.paths['/customers'].get.parameters;

/** What a consumer reads with code of its own, by a schema or none. */
const seeded: Readonly<Record<string, SeededConsumer>> = {
  'a refinement of a text that loses its format': {
    changes: [member('Customer', 'email', nullable('string'))],
    test: reading(
      z.object({
        email: z
          .string()
          .nullable()
          .refine((email) => email?.includes('@') !== false),
      }),
    ),
    told: failed('email may have one character, and the schema refuses it (Invalid input). Accept it.'),
  },
  'a refinement of the values of a list': {
    changes: [newType],
    test: reading(
      z.object({ tags: z.array(z.object({ type: z.string().refine((type) => !type.startsWith('sanction')) })) }),
    ),
    told: failed('tags[].type may be "sanctions", and the schema refuses it (Invalid input). Accept it.'),
  },
  'a refinement of the length': {
    changes: [member('Customer', 'websiteId', { type: 'string', maxLength: 60 })],
    test: reading(z.object({ websiteId: z.string().refine(({ length }) => length <= 50) })),
    told: failed('websiteId may have 60 characters, and the schema refuses it (Invalid input). Accept it.'),
  },
  'a preprocessor of a member that may be null': {
    changes: [member('Customer', 'websiteId', nullable('string'))],
    test: reading(z.object({ websiteId: z.preprocess((value: string) => value.toLowerCase(), z.string()) })),
    told: failed(
      "websiteId may be null, and the schema refuses it (it throws: Cannot read properties of null (reading 'toLowerCase')). Accept it.",
    ),
  },
  'a preprocessor of a whole address': {
    changes: [member('ContactObject', 'emails', nullable('array'))],
    test: reading(
      z.object({
        primaryAddress: z.any().transform((address: { emails: unknown[] } | null) => address?.emails.length),
      }),
    ),
    told: failed(
      "primaryAddress.emails may be null, and the schema refuses it (it throws: Cannot read properties of null (reading 'length')). Accept it.",
    ),
  },
  'a transformation of a date': {
    changes: [member('Customer', 'createdTime', { type: 'string' })],
    test: reading(z.object({ createdTime: z.string().transform((time) => new Date(time).toISOString()) })),
    told: failed(
      'createdTime may have one character, and the schema refuses it (it throws: Invalid time value). Accept it.',
    ),
  },
  'a coercion of a number': {
    changes: [member('Customer', 'paymentCount', { type: 'string' })],
    test: reading(z.object({ paymentCount: z.coerce.number() })),
    told: failed(
      'paymentCount is "example-1", and the schema refuses it (Invalid input: expected number, received NaN). Accept it.',
    ),
  },
  'a default for null that the code takes for a name': {
    changes: [member('Tag', 'name', nullable('string'))],
    test: (pact) =>
      pact
        .getCustomer({ id })
        .reads(Tags)
        .test(async (mock) => {
          const { tags } = Tags.parse((await getCustomer(mock)).body);
          expect(tags.map(({ name }) => name)).not.toContain('');
        }),
    told: 'by the API of new.json, tags[].name may be null; the answer was {"tags":[{"name":null}]}',
  },
  'a default for a value of which the code knows nothing': {
    changes: [member('DefaultPaymentInstrument', 'method', { type: 'string', enum: ['payment-card', 'pigeon'] })],
    test: (pact) =>
      pact
        .getCustomer({ id })
        .only('complete')
        .reads(Instrument)
        .test(async (mock) => {
          const { defaultPaymentInstrument } = Instrument.parse((await getCustomer(mock)).body);
          expect(defaultPaymentInstrument?.method).not.toBe('unknown');
        }),
    told: 'by the API of new.json, defaultPaymentInstrument.method may be "pigeon"; the answer was {"defaultPaymentInstrument":{"method":"pigeon"}}',
  },
  'a slice of a text whose format is another': {
    changes: [member('Customer', 'createdTime', { type: 'string', format: 'date' })],
    test: (pact) =>
      pact
        .getCustomer({ id })
        .only('complete')
        .reads(Named)
        .test(async (mock) => {
          const { createdTime } = Named.parse((await getCustomer(mock)).body);
          expect(createdTime.slice(11, 13)).toMatch(/^\d\d$/);
        }),
    told: 'by the API of new.json, createdTime is "1980-04-01"; the answer was {"createdTime":"1980-04-01"}',
  },
  'code that maps over a list': {
    changes: [member('Customer', 'tags', { type: ['array', 'null'], items: { $ref: '#/components/schemas/Tag' } })],
    test: unread(({ tags }) => tags.map(({ name }) => name)),
    told: 'by the API of new.json, tags may be null; the answer was {',
  },
  'code that reads a member that is gone': {
    changes: [member('Customer', 'defaultPaymentInstrument', undefined)],
    test: unread(({ defaultPaymentInstrument }) => defaultPaymentInstrument.method),
    told: 'by the API of new.json, defaultPaymentInstrument is absent; the answer was {',
  },
  'code that switches over values': {
    changes: [newType],
    test: unread(({ tags }) => {
      for (const { type } of tags) if (!types.includes(type)) throw new Error(`what is ${type}?`);
    }),
    told: 'what is sanctions?\n(by the API of new.json, tags[].type may be "sanctions"; the answer was {',
  },
  'code that has room for so many characters': {
    changes: [member('Customer', 'websiteId', { type: 'string', maxLength: 60 })],
    test: unread(({ websiteId }) => {
      if (websiteId.length > 50) throw new RangeError('no room');
    }),
    told: 'by the API of new.json, websiteId may have 60 characters; the answer was {',
  },
  'code that knows all members': {
    changes: [member('NotFoundProblem', 'traceId', { type: 'string', format: 'uuid' })],
    test: (pact) =>
      pact
        .getCustomer({ id })
        .respondsWith(404)
        .test(async (mock) => {
          const { body } = await getCustomer(mock);
          expect(Object.keys(body ?? {}).toSorted()).toEqual(['detail', 'status', 'title', 'type']);
        }),
    told: 'by the API of new.json, traceId is "4f6cf35a-2c4d-483e-a0a9-158621f77a21"; the answer was {',
  },
  'code that shows the title of a problem': {
    changes: [member('NotFoundProblem', 'title', nullable('string'))],
    test: (pact) =>
      pact
        .getCustomer({ id })
        .respondsWith(404)
        .test(async (mock) => {
          // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as many consumers do it
          expect(((await getCustomer(mock)).body as Body).title.toLowerCase()).toBe('not found');
        }),
    told: 'by the API of new.json, title may be null; the answer was {"type":"about:blank","title":null',
  },
  'code that takes the answer for a list': {
    changes: [
      operation('/customers', 'get', 'responses', '200', 'content', 'application/json', 'schema', {
        type: 'object',
        properties: { data: { type: 'array', items: { $ref: '#/components/schemas/Customer' } } },
        required: ['data'],
      }),
    ],
    test: (pact) =>
      pact.getCustomerCollection().test(async (mock) => {
        expect((await send('getCustomerCollection', {}, mock)).body).toHaveLength(2);
      }),
    told: 'by the API of new.json, the body is {"data":[{',
  },
  'code that counts by a header': {
    changes: [
      operation('/customers', 'get', 'responses', '200', 'headers', 'Pagination-Total', 'schema', {
        type: 'string',
        enum: ['many', 'few'],
      }),
    ],
    test: (pact) =>
      pact
        .getCustomerCollection()
        .readsHeaders('Pagination-Total')
        .test(async (mock) => {
          const { headers } = await send('getCustomerCollection', {}, mock);
          expect(Number(headers.get('Pagination-Total'))).not.toBeNaN();
        }),
    told: 'NaN',
  },
  'a flow': {
    changes: [member('Tag', 'name', nullable('string'))],
    test: (pact) =>
      pact.flow(pact.getCustomer({ id }), pact.getCustomer({ id: 'cus_02' }).respondsWith(404)).test(async (mock) => {
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as many consumers do it
        const { tags } = (await getCustomer(mock)).body as Body;
        await send('getCustomer', { id: 'cus_02' }, mock);
        for (const { name } of tags) name.trim();
      }),
    told: 'by the API of new.json, tags[].name may be null; the answer was {',
  },
  'a request whose text is too long': {
    changes: [member('ContactObjectInput', 'city', { type: ['string', 'null'], maxLength: 5 })],
    test: putting({ primaryAddress: { city: 'Manchester' } }),
    told: 'Failed to describe putCustomer: primaryAddress.city: is "Manchester", and the API of new.json takes a text of at most 5 characters, or null. Correct it, or say respondsWith(422).',
  },
  'a request that lacks a member': {
    changes: [[['components', 'schemas', 'CustomerInput', 'required'], ['websiteId']]],
    test: putting({ locale: 'fr-FR' }),
    told: 'Failed to describe putCustomer: websiteId: is missing, and the API of new.json requires it. Correct it, or say respondsWith(422).',
  },
  'a request with a member that is gone': {
    changes: [member('CustomerInput', 'locale', undefined)],
    test: putting({ locale: 'fr-FR' }),
    told: 'Failed to describe putCustomer: the API of new.json documents no locale to write, and passes over it. Correct the name, or leave it out.',
  },
  'a request with a parameter that is gone': {
    changes: [
      operation(
        '/customers',
        'get',
        'parameters',
        parameters.filter(({ name }) => name !== 'sort'),
      ),
    ],
    test: listing({ sort: ['-createdTime'] }),
    told: 'Failed to run getCustomerCollection 200: the API of new.json documents no sort. Leave it out.',
  },
  'a request whose limit is too high': {
    changes: [operation('/customers', 'get', 'parameters', '0', 'schema', 'maximum', 100)],
    test: listing({ limit: 500 }),
    told: 'Failed to run getCustomerCollection 200: limit is 500, and the API of new.json takes a whole number from 0 up to 100. Correct the call.',
  },
  'a request that lacks a parameter': {
    changes: [
      operation('/customers', 'get', 'parameters', [
        ...parameters,
        { name: 'region', in: 'query', required: true, schema: { type: 'string' } },
      ]),
    ],
    test: listing({}),
    told: 'Failed to run getCustomerCollection 200: the API of new.json requires region in the query. Send it.',
  },
  'a credential that is no longer enough': {
    changes: [operation('/customers/{id}', 'get', 'security', [{ JWT: [] }])],
    test: unread(() => {}),
    told: 'Failed to run getCustomer 200: the API of new.json does not accept apiKey. It accepts JWT.',
  },
  'a status that is gone': {
    changes: [operation('/customers/{id}', 'get', 'responses', '404', undefined)],
    test: (pact) => pact.getCustomer({ id }).respondsWith(404).test(getCustomer),
    told: 'Failed to run getCustomer 404: the API of new.json documents no status 404 of it. It documents 200, 401, 403.',
  },
  'an operation that is gone': {
    changes: [operation('/customers/{id}', 'get', undefined)],
    test: unread(() => {}),
    told: 'Failed to run getCustomer 200: the API of new.json has no such operation. Do without it, or try another document.',
  },
  'a header that is gone': {
    changes: [operation('/customers', 'get', 'responses', '200', 'headers', {})],
    test: (pact) =>
      pact
        .getCustomerCollection()
        .readsHeaders('Pagination-Total')
        .test((mock) => send('getCustomerCollection', {}, mock)),
    told: 'Failed to run getCustomerCollection 200: the API of new.json documents no header Pagination-Total there. Do without it.',
  },
  'a member that is gone from what a schema requires': {
    changes: [member('Customer', 'email', undefined)],
    test: reading(z.object({ email: z.string().nullable() })),
    told: failed(
      'email is absent, because the API of new.json documents none, and the schema refuses it (Invalid input: expected string, received undefined). Accept it.',
    ),
  },
};

describe('what its code does not bear is told to a consumer', () => {
  test.each(Object.entries(seeded))('%s', async (_, { changes, test: contractTest, told }) => {
    await using pacts = await temporaryPacts();

    await contractTest(pacts.pact)();
    await tryOn();
    await contractTest(pacts.pact)();
    await tryOn(...changes);
    await expect(contractTest(pacts.pact)()).rejects.toThrow(told);
  });
});

test('an unchanged document has nothing to say about any of the 40 documented answers', async () => {
  await using pacts = await temporaryPacts();
  await tryOn();

  const contract = everyCell(pacts.pact);
  for (const cell of cells) await contract[cell]();

  expect(existsSync(join(pacts.directory, '.shards'))).toBe(false);
});

test('a test runs once more for what only the document allows, and no more often', async () => {
  await using pacts = await temporaryPacts();
  const seen: unknown[] = [];
  const test = pacts.pact.getCustomer({ id }).test(async (mock) => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as many consumers do it
    seen.push(((await getCustomer(mock)).body as Body).tags[0]?.type);
  });

  await test();
  await tryOn();
  await test();
  await tryOn(newType);
  await test();

  const [usual] = seen;
  expect(seen).toEqual([usual, usual, usual, 'sanctions']);
});

test('a member that is gone breaks no reader that does without it', async () => {
  await using pacts = await temporaryPacts();
  await tryOn(member('Customer', 'email', undefined));
  const Summary = z.object({ id: z.string(), email: z.string().nullish() });

  await reading(Summary)(pacts.pact)();

  await expect(reading(z.object({ emial: z.string().optional() }))(pacts.pact)()).rejects.toThrow(
    "Failed to read the answer of getCustomer 200: the API of new.json documents no emial. Leave it out, or say allow('emial').",
  );
});

test('a member that only the document has may be read', async () => {
  await using pacts = await temporaryPacts();
  await tryOn(member('Customer', 'tier', { type: 'string', enum: ['gold', 'tin'] }));
  const seen: unknown[] = [];
  // A schema of next month: what TypeScript knows is of today.
  const Tier: z.ZodType = z.object({ tier: z.enum(['gold', 'tin']) });

  await pacts.pact
    .getCustomer({ id })
    .reads(Tier)
    .test(async (mock) => {
      seen.push((await getCustomer(mock)).body);
    })();

  expect(seen).toEqual([{ tier: 'gold' }, { tier: 'gold' }, { tier: 'tin' }]);
});

test('a member that always came and may now be absent is tried without', async () => {
  await using pacts = await temporaryPacts();
  await tryOn([['components', 'schemas', 'Tag', 'required'], ['type']]);
  const Named = z.object({ tags: z.array(z.object({ name: z.string() })) });

  await expect(reading(Named)(pacts.pact)()).rejects.toThrow(
    failed(
      'tags[].name may be absent, and the schema refuses it (Invalid input: expected string, received undefined). Accept it.',
    ),
  );
});

test('the error is at the line of the test, with the member and the counterexample', async () => {
  await using pacts = await temporaryPacts();
  await tryOn(newType);
  const Closed = z.object({
    tags: z.array(
      z.object({ type: z.string().refine((type) => types.includes(type) || type === 'value-of-tomorrow') }),
    ),
  });

  const error: unknown = await reading(Closed)(pacts.pact)().catch((thrown: unknown) => thrown);

  expect(error).toMatchObject({ name: 'ReaderError', member: 'tags[].type', counterexample: 'sanctions' });
  expect(error instanceof Error ? error.stack : '').toMatch(/^ReaderError: .*\n +at .*tried-document\.test\.ts:/);
});

describe('a document that is none is refused', () => {
  const tried = async (document: string) => {
    await using pacts = await temporaryPacts();
    vi.stubEnv('CUSTOMERS_API_DOCUMENT', document);
    onTestFinished(() => {
      vi.unstubAllEnvs();
    });
    await pacts.pact.getCustomer({ id }).test(getCustomer)();
  };

  test('with its path, where there is no such file', async () => {
    await expect(tried('nowhere/new.json')).rejects.toThrow(
      /^Failed to try the tests on nowhere\/new\.json, which CUSTOMERS_API_DOCUMENT names: there is no file .*\/nowhere\/new\.json\. Give the path of an OpenAPI document, from your package on\.$/,
    );
  });

  test('where it is an address, without the credentials in it', async () => {
    await expect(tried('https://ann:secret-of-ann@example.com/openapi.json')).rejects.toThrow(
      /^Failed to try the tests on https:\/\/example\.com\/openapi\.json, which CUSTOMERS_API_DOCUMENT names: it is an address, and all processes of a run need the same file\. Download it, and give its path\.$/,
    );
  });

  test('where it is something else', async () => {
    await expect(tried('package.json')).rejects.toThrow(
      /^Failed to try the tests on package\.json, which CUSTOMERS_API_DOCUMENT names: it is neither an OpenAPI document, nor a HAR, nor shapes\. Hand in one of these: /,
    );
  });
});
