import {
  elementNode,
  isOfNamedType,
  isUnconstrained,
  JsonSchema,
  memberNode,
  optionFor,
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
  const literals = schemaNode({ anyOf: [{ const: 'a' }, { const: 'b' }] });
  expect(optionFor(literals, 'b')).toEqual({ const: 'b' });
  const parts = schemaNode(jsonOf(z.union([z.object({ a: text, b: text }), z.object({ a: text })])));
  expect(optionFor(parts, { a: '' })).toBe(parts.options[1]);
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
