import { type ReaderSchema, VerificationError, verifyProvider, type Verification } from '@customer-contracts/pact';
import { type } from 'arktype';
import { expect, it } from 'vitest';
import * as z from 'zod';

import { send } from './send.ts';
import { startProvider } from './start-provider.ts';
import { temporaryPacts } from './temporary-pacts.ts';

interface Row {
  readonly what: string;
  readonly schema: ReaderSchema;
  readonly example: unknown;
  /** What a provider may answer, and what it may not; `undefined` is an absent member. */
  readonly passes: readonly unknown[];
  readonly fails: readonly unknown[];
}

/** A schema whose member `probe` is of the construct: what any construct becomes in the pact, told by what verifies. */
const probe = (
  what: string,
  schema: z.ZodType,
  example: unknown,
  passes: readonly unknown[],
  fails: readonly unknown[],
): Row => ({
  what,
  schema: z.object({ probe: schema }),
  example,
  passes,
  fails,
});

const Tree = z.object({
  name: z.string(),
  get children() {
    return z.array(Tree).optional();
  },
});

const rows: readonly Row[] = [
  probe('text', z.string(), 'a', ['b', ''], [1, null, undefined, {}]),
  probe('text or null', z.string().nullable(), 'a', ['b', null], [1, undefined, []]),
  probe('an e-mail address', z.email(), 'a@b.example', ["o'neil@c.example"], ['nobody', 1, null]),
  probe('an e-mail address or null', z.email().nullable(), 'a@b.example', ['c@d.example', null], ['nobody', 1]),
  probe(
    'a date-time',
    z.iso.datetime({ offset: true }),
    '2026-01-01T00:00:00Z',
    ['2026-03-08T12:57:32.5+00:00'],
    ['2026-01-01', 1],
  ),
  probe('a date', z.iso.date(), '2026-01-01', ['1980-04-01'], ['01.04.1980', 19_800_401]),
  probe('a URI', z.url(), 'https://a.example', ['http://b.example/c?d#e'], ['b.example/c', 1]),
  probe('a pattern: text', z.string().regex(/^a/i), 'a', ['B'], [1]),
  probe('a number', z.number(), 1.5, [2, -0.5], ['2', null]),
  probe('an integer', z.int(), 1, [2, -3], [1.5, '2']),
  probe('a number or null', z.number().nullable(), 1.5, [2, null], ['2']),
  probe('a boolean', z.boolean(), true, [false], ['false', 0, null]),
  probe('a boolean or null', z.boolean().nullable(), true, [false, null], ['false']),
  probe(
    'a union of types: text only where the example is one',
    z.union([z.string(), z.boolean()]),
    true,
    [false],
    ['b', null, {}],
  ),
  probe('null', z.null(), null, [null], ['a', undefined]),
  probe('a literal', z.literal('a'), 'a', ['a'], ['b', 1, null]),
  probe('a literal or null', z.literal('a').nullable(), 'a', ['a', null], ['b']),
  probe('an enumeration', z.enum(['a.b', 'c']), 'c', ['a.b'], ['axb', 'cc', null]),
  probe('an enumeration or null', z.enum(['a', 'b']).nullable(), 'a', ['b', null], ['c']),
  probe('an enumeration of numbers', z.union([z.literal(1), z.literal(2)]), 1, [2], [3, '2']),
  probe('a union of types', z.union([z.string(), z.number()]), 'a', ['b', 2], [true, null]),
  probe(
    'a list',
    z.array(z.object({ n: z.int() })),
    [{ n: 1 }],
    [[], [{ n: 1 }, { n: 2 }]],
    [[{ n: 'a' }], [{ n: 1 }, {}], {}, null],
  ),
  probe('a list of at least two', z.array(z.string()).min(2), ['a', 'b'], [['c', 'd', 'e']], [['a'], []]),
  probe('an object', z.object({ a: z.string() }), { a: 'b' }, [{ a: 'c', more: 1 }], [{}, null, []]),
  probe('a loose object', z.looseObject({ a: z.string() }), { a: 'b', c: 1 }, [{ a: 'c' }], [{ c: 1 }]),
  probe('a record', z.record(z.string(), z.number()), { a: 1 }, [{ b: 2, c: 3 }, {}], [{ a: 'b' }, null]),
  probe('a record of anything', z.record(z.string(), z.unknown()), { a: 1 }, [{}, { b: { c: [] } }], [null, []]),
  probe(
    'an intersection',
    z.object({ a: z.string() }).and(z.object({ b: z.int() })),
    { a: 'a', b: 1 },
    [{ a: 'b', b: 2 }],
    [{ a: 'b' }, { a: 'b', b: 'c' }],
  ),
  probe(
    'a discriminated union: the alternative of the example',
    z.discriminatedUnion('kind', [z.object({ kind: z.literal('a'), n: z.int() }), z.object({ kind: z.literal('b') })]),
    { kind: 'a', n: 1 },
    [{ kind: 'a', n: 2 }],
    [{ kind: 'b' }, { kind: 'a', n: 'c' }],
  ),
  probe(
    'recursion',
    Tree,
    { name: 'a', children: [{ name: 'b' }] },
    [{ name: 'c', children: [] }],
    [{ name: 'c', children: [{}] }],
  ),
  probe('a default', z.string().default('a'), 'a', ['b'], [1, undefined]),
  probe('a transform: its input', z.string().transform(Number), '1', ['2'], [2]),
  probe('anything', z.unknown(), 'a', ['b'], [1]),
  probe('anything, which is an object', z.unknown(), { a: 1 }, [{}, { b: 'c' }], [null, 'a', []]),
  probe('anything, which is a list', z.unknown(), ['a'], [[], [1], [{}, null]], [null, {}]),
  {
    what: 'arktype',
    schema: type({ probe: { 'a?': 'string', b: 'number.integer | null' } }),
    example: { a: 'a', b: 1 },
    passes: [{ a: 'b', b: null }],
    fails: [
      { a: 1, b: 1 },
      { a: 'a', b: 1.5 },
    ],
  },
];

it('lets a provider answer what the schema takes, and nothing else', { timeout: 60_000 }, async () => {
  await using pacts = await temporaryPacts();
  for (const [index, { schema, example }] of rows.entries()) {
    const call = { id: `row_${index}` };
    await pacts.pact
      .getCustomer(call)
      .allow('probe', example)
      .reads(schema)
      .as(`row ${index}`)
      .only('full')
      .test((mock) => send('getCustomer', call, mock))();
  }
  await pacts.merged();

  let answers: readonly unknown[] = [];
  await using provider = await startProvider(({ url = '' }) => ({
    probe: answers[Number(/row_(\d+)$/.exec(url)?.[1])],
  }));
  /** Which rows are honoured when each is answered with the value of a round; a row without one repeats its last. */
  const honoured = async (valuesOf: (row: Row) => readonly unknown[], round: number) => {
    answers = rows.map((row) => valuesOf(row)[Math.min(round, valuesOf(row).length - 1)]);
    const { interactions } = await verifyProvider({
      baseUrl: provider.url,
      pacts: [pacts.directory],
      states: { customerExists: () => ({ apiKey: 'key' }) },
    }).catch(verificationOf);
    const passed = new Set(interactions.filter(({ isPassed }) => isPassed).map(({ description }) => description));
    return rows.map((_, index) => passed.has(`row ${index}, full`));
  };

  for (let round = 0; round < 4; round += 1) {
    expect(named(await honoured(({ passes }) => passes, round), false)).toEqual([]);
    expect(named(await honoured(({ fails }) => fails, round), true)).toEqual([]);
  }
});

it('follows a schema that refers to itself in each customer of a collection', async () => {
  await using pacts = await temporaryPacts();
  const Person = z.object({
    id: z.string(),
    get referredBy() {
      return Person.nullish();
    },
  });
  await pacts.pact
    .getCustomerCollection()
    .allow('referredBy', { id: 'cus_00' })
    .reads(Person)
    .only('full')
    .test((mock) => send('getCustomerCollection', {}, mock))();
  await pacts.merged();
  const isHonoured = async (customer: object) => {
    await using provider = await startProvider(() => [customer]);
    const { interactions } = await verifyProvider({
      baseUrl: provider.url,
      pacts: [pacts.directory],
      states: { customersExist: () => ({ apiKey: 'key' }) },
    }).catch(verificationOf);
    return interactions.every(({ isPassed }) => isPassed);
  };

  expect(await isHonoured({ id: 'cus_02', referredBy: { id: 'cus_03' } })).toBe(true);
  expect(await isHonoured({ id: 'cus_02', referredBy: { id: 3 } })).toBe(false);
  expect(await isHonoured({ id: 'cus_02', referredBy: {} })).toBe(false);
});

/** The rows that went the way that they must not. */
function named(results: readonly boolean[], wrong: boolean): readonly string[] {
  return rows.filter((_, index) => results[index] === wrong).map(({ what }) => what);
}

function verificationOf(error: unknown): Verification {
  if (error instanceof VerificationError) return error.verification;
  throw error;
}
