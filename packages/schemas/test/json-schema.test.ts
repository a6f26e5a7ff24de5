import { globSync, readFileSync } from 'node:fs';

import * as schemas from '@customer-contracts/schemas';
import { jsonSchemaOptions } from '@customer-contracts/schemas';
import input from '@customer-contracts/schemas/json-schema/customer-input.json' with { type: 'json' };
import customer from '@customer-contracts/schemas/json-schema/customer.json' with { type: 'json' };
import formats from 'ajv-formats';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import * as z from 'zod';

const folder = new URL('../json-schema/', import.meta.url);
const files = globSync('*.json', { cwd: folder }).toSorted();
const read = (file: string): unknown => JSON.parse(readFileSync(new URL(file, folder), 'utf8'));

/** All schemas but codecs, which are two things at once. */
const exported = Object.entries<unknown>(schemas).filter(
  (entry): entry is [string, z.ZodType] => entry[1] instanceof z.ZodType && !/(?:Dates|Codec)$/.test(entry[0]),
);
const fileOf = (name: string): string => `${name.replaceAll(/(?<!^)[A-Z]/g, '-$&').toLowerCase()}.json`;

/** A copy without the words. */
function structure(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(structure);
  if (typeof node !== 'object' || node === null) return node;
  const isMember = ([key, value]: [string, unknown]) =>
    !(/^(?:title|description)$/.test(key) && typeof value === 'string');
  return Object.fromEntries(
    Object.entries(node)
      .filter(isMember)
      .map(([key, value]) => [key, structure(value)]),
  );
}

/** Every JSON Schema in another, with its path. */
function* nodes(node: unknown, path = '#'): Generator<[path: string, node: object]> {
  if (typeof node !== 'object' || node === null) return;
  yield [path, node];
  for (const [key, value] of Object.entries(node)) yield* nodes(value, `${path}/${key}`);
}

test('each schema has a file', () => {
  expect(files).toEqual(exported.map(([name]) => fileOf(name)).toSorted());
});

test.each(exported)('the file of %s is what z.toJSONSchema says with our options, with words', (name, schema) => {
  const file = read(fileOf(name));
  expect(structure(file)).toEqual(structure(z.toJSONSchema(schema, jsonSchemaOptions)));
  expect(file).toHaveProperty('title', name);
  expect(file).toHaveProperty('description', expect.stringMatching(/\S/));
});

test.each(files)('%s has words for each member, is open, and has no choice between a value and null', (file) => {
  const all = [...nodes(read(file))];
  const silent = all.filter(([path, node]) => /\/properties\/[^/]+$/.test(path) && !('description' in node));
  const closed = all.filter(([, node]) => 'additionalProperties' in node && node.additionalProperties !== true);
  const choices = all.filter(([path, node]) => /\/anyOf\/\d+$/.test(path) && 'type' in node && node.type === 'null');
  expect([...silent, ...closed, ...choices].map(([path]) => path)).toEqual([]);
});

const ajv = formats.default(new Ajv2020({ strict: true, allowUnionTypes: true }));
const isCustomer = ajv.compile(customer);
const isInput = ajv.compile(input);

test.each([
  [{ id: 'cus_01', loyaltyTier: 'gold' }, true],
  [{ id: 'cus_01', email: null, primaryAddress: null, taxNumbers: null }, true],
  [{ id: 'cus_01', taxNumbers: [{ type: 'a-type-of-next-year', value: '1' }] }, true],
  [{ id: 'cus_01', createdTime: '2026-03-08T12:57:32+05:30' }, true],
  [{ id: 'cus_01', email: 'no address' }, false],
  [{ id: 5 }, false],
  [{}, false],
])('another validator says of an answer what the schema says: %j', (answer, isValid) => {
  expect(isCustomer(answer)).toBe(isValid);
  expect(schemas.Customer.safeParse(answer).success).toBe(isValid);
});

test.each([
  [{}, true],
  [{ primaryAddress: { firstName: 'Ada', dob: null } }, true],
  [{ primaryAddress: { country: 'gb' } }, false],
  [{ taxNumbers: [{ type: 'a-type-of-next-year', value: '1' }] }, false],
  [{ leadSource: { referrer: 'nowhere' } }, false],
])('another validator says of a request what the schema says: %j', (body, isValid) => {
  expect(isInput(body)).toBe(isValid);
  expect(schemas.CustomerInput.safeParse(body).success).toBe(isValid);
});
