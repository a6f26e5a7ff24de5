import type { ReaderSchema } from '@customer-contracts/pact';
import { openEnum } from '@customer-contracts/schemas';
import { toStandardJsonSchema } from '@valibot/to-json-schema';
import { type } from 'arktype';
import * as v from 'valibot';
import * as z from 'zod';

/** What a construct of a schema becomes in a pact, told by what its member `probe` may be. */
export interface Construct {
  /** The row of the README's table that says so. */
  readonly row: string;
  readonly schema: ReaderSchema;
  /** What the mock answers. */
  readonly example: unknown;
  /** What a provider may answer, and what it may not; `undefined` is an absent member. */
  readonly passes: readonly unknown[];
  readonly fails: readonly unknown[];
}

function construct(
  row: string,
  schema: z.ZodType,
  example: unknown,
  { passes, fails }: Pick<Construct, 'passes' | 'fails'>,
): Construct {
  return { row, schema: z.object({ probe: schema }), example, passes, fails };
}

/** A number as the wire has it, which `JSON.stringify` writes as it is. */
function rawJson(text: string): unknown {
  const write: unknown = Reflect.get(JSON, 'rawJSON');
  if (typeof write !== 'function') throw new Error('This Node has no JSON.rawJSON');
  return Reflect.apply(write, JSON, [text]);
}

const Tree = z.object({
  name: z.string(),
  get children() {
    return z.array(Tree).optional();
  },
});

const text = 'text';
const format = 'an e-mail address, date, date-time, URI';
const limited = 'a pattern, a length, a minimum';
const number = 'a number, integer, boolean';
const literal = 'a literal, an enumeration, null';
const openList = '`openEnum`';
const nullable = 'any of these, or null';
const list = 'a list';
const object = 'an object, loose or not';
const record = 'a record';
const plainUnion = 'a union of plain types';
const objectUnion = 'a union of objects, an intersection';
const input = 'a default, a transform, a coercion';
const anything = '`unknown`';

/** Every construct that the README's table names, but those that depend on the variant. */
export const constructs: readonly Construct[] = [
  construct(text, z.string(), 'a', { passes: ['b', ''], fails: [1, null, undefined, {}] }),
  construct(format, z.email(), 'a@b.example', { passes: ["o'neil@c.example"], fails: ['nobody', 1, null] }),
  construct(format, z.iso.datetime({ offset: true }), '2026-01-01T00:00:00Z', {
    passes: ['2026-03-08T12:57:32.5+00:00'],
    fails: ['2026-01-01', 1],
  }),
  construct(format, z.iso.date(), '2026-01-01', { passes: ['1980-04-01'], fails: ['01.04.1980', 19_800_401] }),
  construct(format, z.url(), 'https://a.example', { passes: ['http://b.example/c?d#e'], fails: ['b.example/c', 1] }),
  construct(limited, z.string().regex(/^a/i), 'a', { passes: ['B'], fails: [1] }),
  construct(limited, z.string().min(2).max(3), 'ab', { passes: ['a', 'abcd'], fails: [12] }),
  construct(limited, z.number().min(5), 5, { passes: [1], fails: ['7'] }),
  construct(number, z.number(), 1.5, { passes: [2, -0.5], fails: ['2', null] }),
  construct(number, z.int(), 1, {
    passes: [2, rawJson('-3.0'), rawJson('1e0'), rawJson('1e30')],
    fails: [1.5, '2', '2.0'],
  }),
  construct(nullable, z.int().nullable(), 1, {
    passes: [2, rawJson('3.0'), rawJson('1E2'), null],
    fails: [1.5, '2', true],
  }),
  construct(number, z.boolean(), true, { passes: [false], fails: ['false', 0, null] }),
  construct(literal, z.literal('a'), 'a', { passes: ['a'], fails: ['b', 1, null] }),
  construct(literal, z.enum(['a.b', 'c']), 'c', { passes: ['a.b'], fails: ['axb', 'cc', null] }),
  construct(openList, openEnum(['a', 'b']), 'a', { passes: ['b', 'of tomorrow'], fails: [1, null] }),
  construct(openList, openEnum(['a', 'b']).nullable(), 'a', { passes: ['c', null], fails: [1, undefined] }),
  construct(literal, z.union([z.literal(1), z.literal(2)]), 1, { passes: [2], fails: [3, '2'] }),
  construct(literal, z.null(), null, { passes: [null], fails: ['a', undefined] }),
  construct(nullable, z.string().nullable(), 'a', { passes: ['b', null], fails: [1, undefined, []] }),
  construct(nullable, z.email().nullable(), 'a@b.example', { passes: ['c@d.example', null], fails: ['nobody', 1] }),
  construct(nullable, z.number().nullable(), 1.5, { passes: [2, null], fails: ['2'] }),
  construct(nullable, z.boolean().nullable(), true, { passes: [false, null], fails: ['false'] }),
  construct(nullable, z.literal('a').nullable(), 'a', { passes: ['a', null], fails: ['b'] }),
  construct(nullable, z.enum(['a', 'b']).nullable(), 'a', { passes: ['b', null], fails: ['c'] }),
  construct(list, z.array(z.object({ n: z.int() })), [{ n: 1 }], {
    passes: [[], [{ n: 1 }, { n: 2 }]],
    fails: [[{ n: 'a' }], [{ n: 1 }, {}], {}, null],
  }),
  construct(list, z.array(z.string()).min(2), ['a', 'b'], { passes: [['c', 'd', 'e']], fails: [['a'], []] }),
  construct(list, z.array(z.string()).max(2), ['a'], { passes: [['b', 'c'], []], fails: [['a', 'b', 'c'], [1]] }),
  construct(object, z.object({ a: z.string() }), { a: 'b' }, { passes: [{ a: 'c', more: 1 }], fails: [{}, null, []] }),
  construct(object, z.looseObject({ a: z.string() }), { a: 'b' }, { passes: [{ a: 'c' }], fails: [{ c: 1 }] }),
  construct(
    record,
    z.record(z.string(), z.number()),
    { a: 1 },
    { passes: [{ b: 2, c: 3 }, {}], fails: [{ a: 'b' }, null] },
  ),
  construct(record, z.record(z.string(), z.unknown()), { a: 1 }, { passes: [{}, { b: { c: [] } }], fails: [null, []] }),
  construct(plainUnion, z.union([z.string(), z.number()]), 'a', { passes: ['b', 2], fails: [true, null] }),
  construct(plainUnion, z.union([z.string(), z.boolean()]), true, { passes: [false], fails: ['b', null, {}] }),
  construct(
    objectUnion,
    z.discriminatedUnion('kind', [z.object({ kind: z.literal('a'), n: z.int() }), z.object({ kind: z.literal('b') })]),
    { kind: 'a', n: 1 },
    { passes: [{ kind: 'a', n: 2 }], fails: [{ kind: 'b' }, { kind: 'a', n: 'c' }] },
  ),
  construct(
    objectUnion,
    z.object({ a: z.string() }).and(z.object({ b: z.int() })),
    { a: 'a', b: 1 },
    {
      passes: [{ a: 'b', b: 2 }],
      fails: [{ a: 'b' }, { a: 'b', b: 'c' }],
    },
  ),
  construct(
    'recursion',
    Tree,
    { name: 'a', children: [{ name: 'b' }] },
    {
      passes: [{ name: 'c', children: [] }],
      fails: [{ name: 'c', children: [{}] }],
    },
  ),
  construct(input, z.string().default('a'), 'a', { passes: ['b'], fails: [1, undefined] }),
  construct(input, z.string().transform(Number), '1', { passes: ['2'], fails: [2] }),
  construct(input, z.coerce.number(), '1', { passes: ['2', 'b'], fails: [2, null] }),
  construct(anything, z.unknown(), 'a', { passes: ['b'], fails: [1] }),
  construct(anything, z.unknown(), { a: 1 }, { passes: [{}, { b: 'c' }], fails: [null, 'a', []] }),
  construct(anything, z.unknown(), ['a'], { passes: [[], [1], [{}, null]], fails: [null, {}] }),
  // The other libraries, whose JSON Schema looks different
  {
    row: nullable,
    schema: toStandardJsonSchema(v.object({ probe: v.nullable(v.pipe(v.string(), v.email())) })),
    example: 'a@b.example',
    passes: ['c@d.example', null],
    fails: ['nobody', 1, undefined],
  },
  {
    row: nullable,
    schema: type({ probe: { 'a?': 'string', b: 'number.integer | null' } }),
    example: { a: 'a', b: 1 },
    passes: [{ a: 'b', b: null }],
    fails: [
      { a: 1, b: 1 },
      { a: 'a', b: 1.5 },
    ],
  },
];

/** The rows of the README's table about what depends on the variant. */
export const variantRows: readonly string[] = ['an optional member', 'a nullable object or list'];
