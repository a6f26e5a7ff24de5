import {
  elementNode,
  isOfNamedType,
  isUnconstrained,
  JsonSchema,
  memberNode,
  optionFor,
  possibleValues,
  schemaNode,
} from '@customer-contracts/pact-files/internal';
import { expect, test } from 'vitest';
import * as z from 'zod';

const text = z.string();
const Tree = z.object({
  name: text,
  get children() {
    return z.array(Tree).nullable();
  },
});

/** Schemas that zod can read back from JSON Schema, which makes zod the witness of what they mean. */
const schemas = {
  text,
  'text or null': text.nullable(),
  'text, number or null': z.union([text, z.number().nullable()]),
  enumeration: z.enum(['a', 'b']),
  'enumeration or null': z.enum(['a', 'b']).nullable(),
  literal: z.literal('a'),
  'literal null': z.null(),
  anything: z.unknown(),
  list: z.array(text),
  'list or null': z.array(text.nullable()).nullable(),
  object: z.object({ a: text }),
  'object or null': z.object({ a: text }).nullable(),
  intersection: z.intersection(z.object({ a: text }), z.object({ b: z.number() })),
  tree: Tree,
} satisfies Record<string, z.ZodType>;

const jsonOf = (schema: z.ZodType) => JsonSchema.parse(z.toJSONSchema(schema, { io: 'input' }));
const named = Object.entries<z.ZodType>(schemas).map(([name, schema]) => ({ name, schema }));

test.each(named)('says of $name whether null fits, as zod does', ({ schema }) => {
  expect(schemaNode(jsonOf(schema)).isNullable).toBe(schema.safeParse(null).success);
});

test.each(named)('lays $name out in alternatives without null', ({ schema }) => {
  const { options } = schemaNode(jsonOf(schema));
  expect(options.some(({ type }) => type === 'null')).toBe(false);
  expect(options.length > 0).toBe(!(schema instanceof z.ZodNull));
});

test('lays out a list of types as alternatives, and null as none', () => {
  expect(schemaNode({ type: ['string', 'null', 'integer'], maxLength: 3 })).toMatchObject({
    options: [
      { type: 'string', maxLength: 3 },
      { type: 'integer', maxLength: 3 },
    ],
    isNullable: true,
  });
  expect(schemaNode({ enum: ['a', null] })).toMatchObject({ isNullable: true });
});

test('follows references, also to the whole and into definitions of another name', () => {
  const root = { $defs: { 'a b': { type: 'integer' } }, properties: { id: { $ref: '#/$defs/a%20b' } } };
  expect(memberNode(root, 'id', root)?.options).toEqual([{ type: 'integer' }]);
  expect(schemaNode({ $ref: '#' }, root).options).toEqual([root]);
  expect(schemaNode({ $ref: '#/$defs/nothing' }, root).options).toEqual([{}]);
  const tree = schemaNode(jsonOf(Tree));
  const children = memberNode(optionFor(tree, {}) ?? {}, 'children', tree.root);
  const element = elementNode(optionFor(children ?? tree, []) ?? {}, tree.root);
  expect(Object.keys(element.options[0]?.properties ?? {})).toEqual(['name', 'children']);
});

test('joins the members of an intersection', () => {
  expect(schemaNode(jsonOf(schemas.intersection)).options).toMatchObject([
    { properties: { a: { type: 'string' }, b: { type: 'number' } }, required: ['a', 'b'] },
  ]);
});

test('takes the alternative that fits a value best, else the first', () => {
  const kinds = schemaNode(
    jsonOf(
      z.union([
        z.object({ method: z.literal('card'), brand: text }),
        z.object({ method: z.literal('cash') }),
        z.array(z.number()),
        z.number(),
      ]),
    ),
  );
  const [card, cash, list, number] = kinds.options;
  expect(optionFor(kinds, { method: 'card', brand: 'visa' })).toBe(card);
  expect(optionFor(kinds, { method: 'cash' })).toBe(cash);
  expect(optionFor(kinds, [1])).toBe(list);
  expect(optionFor(kinds, 1)).toBe(number);
  expect(optionFor(kinds, 'nothing of it')).toBe(card);
  expect(optionFor(schemaNode({ type: 'null' }), null)).toBeUndefined();
});

test('finds the schema of a member: named, of a map, or none', () => {
  const map = { properties: { id: { type: 'string' } }, additionalProperties: { type: 'number' } };
  expect(memberNode(map, 'id', map)?.options).toEqual([{ type: 'string' }]);
  expect(memberNode(map, 'other', map)?.options).toEqual([{ type: 'number' }]);
  expect(memberNode({ ...map, additionalProperties: true }, 'other', map)).toBeUndefined();
});

test('finds the schema of an element: of a list, the first of a tuple, or anything', () => {
  expect(elementNode({ items: { type: 'string' } }, {}).options).toEqual([{ type: 'string' }]);
  expect(elementNode({ prefixItems: [{ type: 'number' }] }, {}).options).toEqual([{ type: 'number' }]);
  expect(elementNode({ items: true }, {}).options).toEqual([{}]);
});

test.each([
  ['a', { type: 'string' }, true],
  [1, { type: 'string' }, false],
  [1, { type: 'integer' }, true],
  [1.5, { type: 'integer' }, false],
  [1.5, { type: 'number' }, true],
  [[], { type: 'array' }, true],
  [[], { type: 'object' }, false],
  [{}, { type: 'object' }, true],
  ['a', { const: 'a' }, true],
  ['b', { const: 'a' }, false],
  ['b', {}, true],
])('says whether %j is of the type that %j names', (value, schema, isOfType) => {
  expect(isOfNamedType(schemaNode(schema), value)).toBe(isOfType);
});

test('knows a schema that says nothing', () => {
  expect([{}, { format: 'email' }, { minLength: 1 }].every(isUnconstrained)).toBe(true);
  expect(
    [{ type: 'string' }, { const: 1 }, { enum: [] }, { properties: {} }, { items: {} }].some(isUnconstrained),
  ).toBe(false);
});

const places: Readonly<Record<string, readonly [schema: z.ZodType, values: readonly unknown[]]>> = {
  'an enumeration': [z.enum(['a', 'b']), ['a', 'b']],
  'a boolean': [z.boolean(), [true, false]],
  'a number': [z.number(), [0, 0.5, 1_000_000]],
  'an integer': [z.int(), [0, 1, 1_000_000]],
  'a day': [z.iso.date(), ['1980-04-01']],
  'a date-time with offsets': [
    z.iso.datetime({ offset: true }),
    ['2026-03-08T12:57:32Z', '2026-03-08T12:57:32+00:00', '2026-03-08T12:57:32.123456Z'],
  ],
  'an e-mail address': [z.email(), ['bob@example.com', 'bob+news@mail.example.co.uk']],
  'a URL': [z.url(), ['https://www.rebilly.com', 'http://example.com/path?query=1#part']],
  'a text': [text, ['X', 'X'.repeat(1000)]],
  'a short text': [text.min(2).max(4), ['XX', 'XXXX']],
  'a text with a pattern': [text.regex(/^X{1,9}$/), ['X']],
  'a literal': [z.literal('a'), []],
  'an object': [z.object({}), []],
  'a list': [z.array(text), []],
};

test.each(Object.entries(places))('gives values of %s that tell readers apart, and zod takes each', (_, place) => {
  const [schema, values] = place;
  const possible = possibleValues(jsonOf(schema));
  expect(possible.map(({ value }) => value)).toEqual(values);
  expect(possible.filter(({ value }) => !schema.safeParse(value).success)).toEqual([]);
});

test('says what it claims', () => {
  const claims = [{ type: 'boolean' }, { type: 'string', maxLength: 50 }].flatMap(possibleValues);
  expect(claims.map(({ claim }) => claim)).toEqual([
    'may be true',
    'may be false',
    'may have one character',
    'may have 50 characters',
  ]);
});
