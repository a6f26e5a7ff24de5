import { resources } from '@customer-contracts/schemas/plain';
import {
  anything,
  canonicalPattern,
  compareShapes,
  jsonSchemaOf,
  type Kinds,
  kindsOf,
  misfits,
  responseFor,
  seen,
  shapeOfTable,
} from '@customer-contracts/schemas/shapes';
import { default as addFormats } from 'ajv-formats';
import { Ajv2020 } from 'ajv/dist/2020.js';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';

const customer = kindsOf(resources.customer.schema);

test('has every operation, parameter, status, header and body of the table', () => {
  const { operations } = shapeOfTable();
  const cells = Object.entries(operations).flatMap(([id, { responses }]) =>
    Object.keys(responses).map((each) => `${id} ${each}`),
  );
  expect(cells).toHaveLength(40);
  expect(operations['putCustomer']?.parameters.map(({ name }) => name)).toEqual(['id']);
  expect(operations['putCustomer']?.responses['201']?.headers['location']?.name).toBe('Location');
  expect(operations['getCustomer']?.responses['200']?.body?.object?.members['email']).toEqual({
    text: { format: 'email' },
    isNullable: true,
    isOptional: true,
  });
});

test('finds no difference between a shape and itself', () => {
  expect(compareShapes(shapeOfTable(), shapeOfTable())).toEqual([]);
});

test('finds an answer by its status, by a range, and by default', () => {
  const named = { headers: {}, body: anything };
  const operation = { method: 'GET', path: '/customers', parameters: [] };
  const byRange = { ...operation, responses: { '2XX': named, default: { headers: {} } } };
  expect([200, 204, 404].map((status) => responseFor(byRange, status))).toEqual([named, named, { headers: {} }]);
  const byDefault = { ...operation, responses: { 200: { headers: {} }, default: named } };
  expect([201, 404].map((status) => responseFor(byDefault, status))).toEqual([undefined, named]);
});

test.each([
  ['what is promised', { id: 'cus_01', email: null }, []],
  ['nothing where something must stand', {}, ['id absent']],
  ['null', { id: null }, ['id null']],
  ['another kind', { id: 7, paymentCount: 1.5 }, ['id kind', 'paymentCount kind']],
  ['a value that is not listed', { id: '', tags: [{ name: 'New', type: 'x' }] }, ['tags.0.type value']],
  ['another format', { id: '', createdTime: 'yesterday' }, ['createdTime format']],
  ['a text that is too long', { id: 'x'.repeat(51) }, ['id limit']],
  ['a member that nobody documents', { id: '', odd: 1 }, []],
  ['no object', [], [' kind']],
])('judges %s', (_, value, expected) => {
  expect(misfits(customer, value).map(({ path, what }) => `${path.join('.')} ${what}`)).toEqual(expected);
});

function kindsWithin(depth: number): fc.Arbitrary<Kinds> {
  const inner =
    depth === 0 ? fc.constant<Kinds>({ isOptional: false, isNullable: true, boolean: {} }) : kindsWithin(depth - 1);
  const member = fc.tuple(inner, fc.boolean()).map(([each, isOptional]) => ({ ...each, isOptional }));
  const one = fc.record(
    {
      isOptional: fc.constant(false),
      isNullable: fc.boolean(),
      text: fc.oneof(
        fc.record({ known: fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { minLength: 1 }) }),
        fc.record({ minLength: fc.constantFrom(1, 2), pattern: fc.constantFrom('^[ab]', 'c$') }, { requiredKeys: [] }),
        fc.record({ format: fc.constantFrom('date', 'email') }),
      ),
      number: fc.constantFrom(
        { isInteger: false },
        { isInteger: true },
        { isInteger: true, minimum: 1, exclusiveMaximum: 3 },
        { isInteger: false, multipleOf: 0.5 },
      ),
      boolean: fc.constantFrom({}, { known: [true] }),
      list: fc.record(
        { element: inner, minItems: fc.constant(1), maxItems: fc.constant(2), isUnique: fc.constant(true) },
        { requiredKeys: ['element'] },
      ),
      object: fc.record(
        {
          members: fc.dictionary(fc.constantFrom('a', 'b'), member, { maxKeys: 2 }),
          isClosed: fc.constant(true),
          minProperties: fc.constant(1),
        },
        { requiredKeys: ['members'] },
      ),
    },
    { requiredKeys: ['isOptional', 'isNullable'] },
  );
  return fc.tuple(one, fc.option(inner)).map(([each, other]) => {
    if (other === null) return each;
    return { ...each, alternatives: [each, other].map((alternative) => ({ ...alternative, isNullable: false })) };
  });
}

const kinds = kindsWithin(2);

const value = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom<unknown>(
      null,
      true,
      false,
      0,
      1,
      2,
      3,
      0.5,
      'a',
      'b',
      'c',
      'ab',
      'd',
      '',
      '2026-11-30',
      'ann@example.com',
    ),
    fc.array(tie('value'), { maxLength: 3 }),
    // As JSON.parse makes them: ajv takes two empty objects for different ones where one has no prototype.
    fc.dictionary(fc.constantFrom('a', 'b', 'd'), tie('value'), { maxKeys: 3, noNullPrototype: true }),
  ),
})).value;

test('judges as ajv judges by the JSON Schema of the same shape', () => {
  const ajv = new Ajv2020({ strict: false });
  addFormats.default(ajv, ['date', 'email']);
  fc.assert(
    fc.property(kinds, fc.array(value, { minLength: 5, maxLength: 10 }), (shape, values) => {
      const validate = ajv.compile(jsonSchemaOf(shape));
      for (const each of values) expect([each, misfits(shape, each).length === 0]).toEqual([each, validate(each)]);
    }),
    { numRuns: 60 },
  );
});

test('takes every value that a shape has been seen in', () => {
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 5 }), kinds, (values, base) => {
      // Inside of what the base names no members of, nothing is kept.
      let shape: Kinds | undefined;
      for (const each of values) shape = seen(shape, each, { base });
      for (const each of values) expect(shape && misfitsOfKinds(shape, each)).toEqual([]);
    }),
  );
});

/** What is seen lists only some values of a text. */
function misfitsOfKinds(shape: Kinds, each: unknown) {
  return misfits(shape, each).filter(({ what }) => what !== 'value');
}

test.each([
  ['^[@~\\-\\.\\w]+$', '^[\\w.@~-]+$'],
  ['^[\\w\\s\\-]+$', '^[-\\s\\w]+$'],
  ["^[\\w\\s\\-\\/\\pL,.#;:()']+$", "^[\\w\\s\\pL,.#;:()'/-]+$"],
  ['\\/customers\\/', '/customers/'],
  ['^[A-Z]{2}$', '^[A-Z]{2}$'],
  ['^\\d{4}$', '^[0-9]{4}$'],
  ['^[@\\w]+$', '^[@A-Za-z0-9_]+$'],
  ['^[\\w]+$', '^[_a-zA-Z\\d]+$'],
  ['^[^\\w]$', '^[^\\w\\d_]$'],
])('writes %s and %s alike', (one, other) => {
  expect(canonicalPattern(one)).toBe(canonicalPattern(other));
});

test.each([
  ['^\\w+$', '^[a-z0-9_]+$'],
  ['^[\\d]$', '^[^\\d]$'],
  ['^[a-z]+$', '^[az-]+$'],
  ['^[a\\-z]+$', '^[a-z]+$'],
  ['^[^a]$', '^[a^]$'],
  ['\\.', '.'],
  ['^[.]$', '^[\\\\.]$'],
  ['a-b', '[a-b]'],
])('tells %s from %s', (one, other) => {
  expect(canonicalPattern(one)).not.toBe(canonicalPattern(other));
});

test('matches with a canonical pattern what matched before', () => {
  const characters = fc.constantFrom('a', 'z', '0', '-', '^', '.', '\\', ']', '[', '/', ' ', '_', '~', '\n', 'é');
  const item = fc.constantFrom(
    'a',
    'a-z',
    'A-Z',
    '0-9',
    '\\-',
    '\\.',
    '.',
    '\\w',
    '\\s',
    '\\]',
    '\\[',
    '\\\\',
    '\\/',
    '~',
    '_',
    '\\^',
    '\\d',
    '\\u0041-\\u005A',
    '\\n',
    '[',
    '*',
  );
  const pattern = fc
    .tuple(fc.constantFrom('', '^'), fc.array(item, { minLength: 1, maxLength: 6 }), fc.constantFrom('', '-'))
    .map(([negation, items, dash]) => `^[${negation}${items.join('')}${dash}]+$`);
  fc.assert(
    fc.property(
      pattern,
      fc.array(fc.string({ unit: characters, maxLength: 4 }), { minLength: 30, maxLength: 30 }),
      (source, texts) => {
        const canonical = new RegExp(canonicalPattern(source));
        for (const text of texts)
          expect([source, text, canonical.test(text)]).toEqual([source, text, new RegExp(source).test(text)]);
      },
    ),
    { numRuns: 1_000 },
  );
});
