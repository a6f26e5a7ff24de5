import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { openapiChanges } from '../src/openapi-changes.ts';
import { openapiSnapshot, root } from '../src/places.ts';

/** A document with one operation, whose body and answer have the member `a`. */
const documentOf = (sent: object, answered: object, statuses: object = {}): object => ({
  paths: {
    '/things': {
      put: {
        requestBody: { required: true, content: { 'application/json': { schema: sent } } },
        responses: { 200: { content: { 'application/json': { schema: answered } } }, ...statuses },
      },
    },
  },
  components: { schemas: { Thing: { type: 'object', properties: { again: { $ref: '#/components/schemas/Thing' } } } } },
});
const object = (member: object, others: object = {}): object => ({
  type: 'object',
  properties: { a: member },
  ...others,
});

const found = (before: object, after: object): string[] =>
  openapiChanges(before, after).map(
    ({ path, what, isBreaking }) => `${isBreaking ? 'breaks' : 'is safe'}: ${path} ${what}`,
  );

test.each([
  ['a shorter text', { maxLength: 50 }, { maxLength: 40 }, 'has maxLength 40, which was 50', 'request'],
  ['a longer text', { maxLength: 50 }, { maxLength: 60 }, 'has maxLength 60, which was 50', 'response'],
  ['a bound that is new', {}, { minimum: 1 }, 'has minimum 1, which was -Infinity', 'request'],
  ['null', { type: 'string' }, { type: ['string', 'null'] }, 'may be of type null', 'response'],
  ['no null', { type: ['string', 'null'] }, { type: 'string' }, 'is no longer of type null', 'request'],
  ['a new value', { enum: ['x'] }, { enum: ['x', 'y'] }, 'may be the value "y"', 'response'],
  ['a value less', { enum: ['x', 'y'] }, { enum: ['x'] }, 'is no longer the value "y"', 'request'],
  ['a format', {}, { format: 'email' }, 'has the format email', 'request'],
  ['no pattern', { pattern: '^x' }, {}, 'has no longer the pattern ^x', 'response'],
])('%s breaks one direction only', (_, before, after, what, breaks) => {
  const all = found(documentOf(object(before), object(before)), documentOf(object(after), object(after)));
  const [sent, answered] = breaks === 'request' ? ['breaks', 'is safe'] : ['is safe', 'breaks'];
  expect(all).toEqual([`${sent}: PUT /things body.a ${what}`, `${answered}: PUT /things 200 body.a ${what}`]);
});

test('a required member breaks who sends it, and one that may be missing who reads it', () => {
  const [optional, required] = [object({}), object({}, { required: ['a'] })];
  expect(found(documentOf(optional, optional), documentOf(required, required))).toEqual([
    'breaks: PUT /things body must have a',
    'is safe: PUT /things 200 body must have a',
  ]);
  expect(found(documentOf(required, required), documentOf(optional, optional))).toEqual([
    'is safe: PUT /things body may lack a',
    'breaks: PUT /things 200 body may lack a',
  ]);
});

test('a member, an answer or an operation that goes breaks, and one that comes does not', () => {
  const [without, member] = [{ type: 'object' }, object({})];
  const refused = { 404: { content: {} } };
  expect(found(documentOf(member, member, refused), documentOf(without, without))).toEqual([
    'breaks: PUT /things body has lost the member a',
    'breaks: PUT /things has lost the status 404',
    'breaks: PUT /things 200 body has lost the member a',
  ]);
  expect(
    found(documentOf(without, without), documentOf(member, member, refused)).map((line) => line.split(':')[0]),
  ).toEqual(['is safe', 'is safe', 'is safe']);
  const nothing = { paths: {}, components: { schemas: {} } };
  expect(found(documentOf({}, {}), nothing)).toEqual(['breaks: the API has lost the operation PUT /things']);
  expect(found(nothing, documentOf({}, {}))).toEqual(['is safe: the API has got the operation PUT /things']);
});

test('a keyword that it does not know breaks, and words about a schema do not', () => {
  expect(found(documentOf({}, {}), documentOf({ uniqueItems: true }, {}))).toEqual([
    'breaks: PUT /things body has another uniqueItems',
  ]);
  expect(found(documentOf({}, {}), documentOf({ description: 'A thing.', title: 'Thing' }, {}))).toEqual([]);
});

test('what lists, alternatives and maps hold is compared, and a schema that refers to itself comes to an end', () => {
  const nested = (schema: object): object => ({
    type: 'array',
    items: { anyOf: [{ additionalProperties: schema }, { type: 'null' }] },
  });
  expect(found(documentOf({}, nested({})), documentOf({}, nested({ maxLength: 5 })))).toEqual([
    'is safe: PUT /things 200 body[]|0.* has maxLength 5, which was Infinity',
  ]);
  const thing = { $ref: '#/components/schemas/Thing' };
  expect(found(documentOf(thing, thing), documentOf(thing, thing))).toEqual([]);
});

test('nothing differs between the document and itself', () => {
  const document: unknown = JSON.parse(readFileSync(join(root, openapiSnapshot), 'utf8'));
  expect(openapiChanges(document, document)).toEqual([]);
});
