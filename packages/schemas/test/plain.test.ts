import { spawnSync } from 'node:child_process';

import * as schemas from '@customer-contracts/schemas';
import openapi from '@customer-contracts/schemas/openapi.json' with { type: 'json' };
import * as plain from '@customer-contracts/schemas/plain';
import { expect, test } from 'vitest';
import * as z from 'zod';

import { placeOf } from '../src/plain/place-of.ts';

test('says of each place what may stand there, null and absence apart', () => {
  const { primaryAddress } = objectAt(plain.operations.putCustomer.body).members;
  const { country } = objectAt(primaryAddress).members;
  expect(primaryAddress).toMatchObject({ isNullable: true, isOptional: true });
  expect(country).toEqual({
    shape: {
      kind: 'string',
      maxLength: 2,
      pattern: '^[A-Z]{2}$',
      words: {
        maxLength: 'Too big: expected string to have <=2 characters',
        pattern: 'Invalid string: must match pattern /^[A-Z]{2}$/',
      },
    },
    isNullable: true,
    isOptional: true,
  });
});

test('has one shape for one schema, wherever it stands', () => {
  const { getCustomer, putCustomer } = plain.operations;
  expect(getCustomer.responses[200]?.body?.shape).toBe(putCustomer.responses[201]?.body?.shape);
  expect(getCustomer.responses[200]?.body?.shape).toBe(plain.resources.customer.schema.shape);
});

test.each(['Customer', 'CustomerInput', 'ContactObject', 'ContactObjectInput', 'LeadSource', 'LeadSourceInput'])(
  'knows the members of %s that only the other direction has, as the OpenAPI document marks them',
  (name) => {
    const { elsewhere } = shapeNamed(name);
    const other = name.endsWith('Input') ? name.replace('Input', '') : `${name}Input`;
    const marked = Object.entries(componentOf(other))
      .filter(([, member]) => member.readOnly === true || member.writeOnly === true)
      .map(([member]) => member);
    expect(elsewhere).toEqual(marked);
  },
);

test('matches, judges and lists as the entry with schemas does', () => {
  const { cells, judgeFilter, matchOperation, operationIds, parseFilter } = schemas;
  expect(plain.operationIds).toEqual(operationIds);
  expect(plain.cells).toEqual(cells);
  expect(plain.matchOperation('get', '/customers/cus_01')).toEqual(matchOperation('get', '/customers/cus_01'));
  for (const filter of ['createdTime:2026-02-30', 'createdTime:2026-03-08T12:57:32Z..', 'emial:ann', 'invoiceCount:x'])
    expect(plain.judgeFilter(plain.parseFilter(filter))).toEqual(judgeFilter(parseFilter(filter)));
});

test.each(['import', 'require'])('loads no zod by %s', (way) => {
  const load =
    way === 'import'
      ? "await import('@customer-contracts/schemas/plain')"
      : "createRequire(import.meta.url)('@customer-contracts/schemas/plain')";
  // Zod where nobody finds it: whoever asked for it would fail.
  const hook = `registerHooks({ resolve: (name, context, next) => { if (name.startsWith('zod')) throw new Error('asks for zod'); return next(name, context); } });`;
  const code = `import { createRequire, registerHooks } from 'node:module'; ${hook} const { cells } = ${load}; console.log(cells.length);`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8' });
  expect({ stdout, stderr }).toEqual({ stdout: `${schemas.cells.length}\n`, stderr: '' });
});

const unsayable: Readonly<Record<string, readonly [schema: z.ZodType, what: string]>> = {
  'a date': [z.date(), 'date, with a kind of its own'],
  'a text of a start': [z.string().startsWith('cus_'), 'string, with the format starts_with'],
  'a text of two patterns': [z.string().regex(/a/).regex(/b/), 'string, with a second pattern'],
  'a pattern with flags': [z.string().regex(/a/i), 'string, with a pattern with flags i'],
  'a text that a function judges': [z.string().refine(() => true), 'string, with custom'],
  'a multiple': [z.number().multipleOf(2), 'number, with multiple_of'],
  'a limit that is none': [z.number().lt(2), 'number, with less_than'],
  'several constants': [z.literal([1, 2]), 'literal, with literal'],
  'a union': [z.union([z.string(), z.number()]), 'union, with union'],
  'an object with other members of a kind': [z.looseObject({}), 'object, with catchall'],
  'an object that a function judges': [z.object({}).refine(() => true), 'object, with refine'],
  'a list of a length': [z.array(z.string()).min(1), 'array, with a kind of its own'],
};

test.each(Object.keys(unsayable))('refuses to say %s', (name) => {
  const [schema, what] = unsayable[name] ?? [z.any(), ''];
  expect(() => placeOf(schema)).toThrow(
    new TypeError(`Failed to say a schema as data: it is of type ${what}. Give a Shape a word for it.`),
  );
});

function objectAt(place: plain.Place | undefined): plain.ObjectShape {
  if (place?.shape.kind !== 'object') throw new Error('No object stands there.');
  return place.shape;
}

function shapeNamed(name: string): plain.ObjectShape {
  const { customer, leadSource } = plain.resources;
  const all = [customer.schema, customer.input, leadSource.schema, leadSource.input].map(objectAt);
  const inner = all.flatMap(({ members }) => Object.values(members));
  const found = [...all, ...inner.map(({ shape }) => shape)].find(
    (shape): shape is plain.ObjectShape => shape.kind === 'object' && shape.name === name,
  );
  if (found === undefined) throw new Error(`There is no shape ${name}.`);
  return found;
}

function componentOf(
  name: string,
): Readonly<Record<string, { readonly readOnly?: boolean | undefined; readonly writeOnly?: boolean | undefined }>> {
  const Components = z.record(
    z.string(),
    z.object({
      properties: z
        .record(z.string(), z.object({ readOnly: z.boolean().optional(), writeOnly: z.boolean().optional() }))
        .optional(),
    }),
  );
  return Components.parse(openapi.components.schemas)[name]?.properties ?? {};
}
