import * as z from 'zod';

import * as exported from '../index.ts';
import { isOptional } from '../optional.ts';
import type { NumberShape, Place, Shape, StringFormat, StringShape } from './place.ts';

/** What a schema says, as plain data, in zod's own words. @throws {TypeError} when plain data can't say it. */
export function placeOf(schema: z.core.$ZodType): Place {
  if (isOptional(schema) || schema instanceof z.ZodDefault) return { ...placeOf(schema.unwrap()), isOptional: true };
  if (schema instanceof z.ZodNullable) return { ...placeOf(schema.unwrap()), isNullable: true };
  const shape = shapes.get(schema) ?? shapeOf(schema);
  shapes.set(schema, shape);
  return { shape, isNullable: false, isOptional: false };
}

/** One shape for one schema: whoever reads the data knows a shape again by its identity. */
const shapes = new Map<z.core.$ZodType, Shape>();

function shapeOf(schema: z.core.$ZodType): Shape {
  if (schema instanceof z.ZodObject) return objectShape(schema);
  if (schema instanceof z.ZodArray && isUnchecked(schema)) return { kind: 'list', element: placeOf(schema.element) };
  if (schema instanceof z.ZodRecord && schema.valueType instanceof z.ZodUnknown) return { kind: 'map' };
  if (schema instanceof z.ZodUnknown) return { kind: 'anything' };
  if (schema instanceof z.ZodBoolean) return { kind: 'boolean' };
  if (schema instanceof z.ZodLiteral) return constantShape(schema);
  if (schema instanceof z.ZodNumber) return numberShape(schema);
  if (schema instanceof z.ZodEnum) return { kind: 'string', ...known(schema) };
  if (schema instanceof z.ZodUnion) return openShape(schema);
  if (schema instanceof z.ZodString || schema instanceof z.ZodStringFormat) return stringShape(schema);
  throw unsaid(schema, 'a kind of its own');
}

function objectShape(schema: z.ZodObject): Shape {
  const { catchall } = schema.def;
  if (catchall !== undefined && !(catchall instanceof z.ZodNever)) throw unsaid(schema, 'catchall');
  if (!isUnchecked(schema)) throw unsaid(schema, 'refine');
  const members = Object.entries<z.core.$ZodType>(schema.shape).map(
    ([name, member]) => [name, placeOf(member)] as const,
  );
  const other = exported.readBeside(schema) ?? exported.writtenBeside(schema);
  const [name] = Object.entries<unknown>(exported).find(([, each]) => each === schema) ?? [];
  return {
    kind: 'object',
    ...(name === undefined ? {} : { name }),
    members: Object.fromEntries(members),
    isClosed: catchall !== undefined,
    elsewhere: Object.keys(other?.shape ?? {}).filter((each) => !Object.hasOwn(schema.shape, each)),
  };
}

function constantShape(schema: z.ZodLiteral): Shape {
  const [value, ...others] = schema.values;
  if (others.length > 0 || (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean'))
    throw unsaid(schema, 'literal');
  return { kind: 'constant', value, words: { value: words(schema, { code: 'invalid_value', values: [value] }) } };
}

function known(schema: z.ZodEnum): Omit<StringShape, 'kind'> {
  const values = schema.options.map(String);
  return { known: values, words: { known: words(schema, { code: 'invalid_value', values }) } };
}

/** A list of values to which the API may add: the only union of the table. */
function openShape(schema: z.ZodUnion): Shape {
  const [first, second, ...others] = schema.options;
  if (!(first instanceof z.ZodEnum && second instanceof z.ZodString && isUnchecked(second) && others.length === 0))
    throw unsaid(schema, 'union');
  const { words: said, ...rest } = known(first);
  const kind = words(schema, { code: 'invalid_union', errors: [] });
  return { kind: 'string', ...rest, isOpen: true, words: { ...said, kind } };
}

function stringShape(schema: z.ZodString | z.ZodStringFormat): Shape {
  const checks: readonly Check[] = [
    ...(schema instanceof z.ZodStringFormat ? [schema] : []),
    ...(schema.def.checks ?? []),
  ];
  const shape: StringShape = { kind: 'string', words: {} };
  for (const { words: said, ...rule } of checks.map((check) => stringRule(schema, check))) {
    const twice = Object.keys(rule).find((name) => Object.hasOwn(shape, name));
    if (twice !== undefined) throw unsaid(schema, `a second ${twice}`);
    Object.assign(shape, rule);
    Object.assign(shape.words, said);
  }
  return shape;
}

const formats: Readonly<Record<string, StringFormat>> = {
  date: 'date',
  datetime: 'date-time',
  email: 'email',
  uri: 'uri',
  url: 'uri',
};

type Check = z.core.$ZodCheck | z.ZodStringFormat;

function stringRule(schema: z.core.$ZodType, check: Check): Partial<StringShape> {
  const def = definitionOf(check);
  const size = { origin: 'string', inclusive: true };
  if (def.check === 'min_length') {
    const { minimum } = def;
    return { minLength: minimum, words: { minLength: words(check, { ...size, code: 'too_small', minimum }) } };
  }
  if (def.check === 'max_length') {
    const { maximum } = def;
    return { maxLength: maximum, words: { maxLength: words(check, { ...size, code: 'too_big', maximum }) } };
  }
  if (def.check === 'length_equals') {
    const { length } = def;
    const minLength = words(check, { ...size, exact: true, code: 'too_small', minimum: length });
    const maxLength = words(check, { ...size, exact: true, code: 'too_big', maximum: length });
    return { minLength: length, maxLength: length, words: { minLength, maxLength } };
  }
  if (def.check === 'string_format') return formatRule(schema, check, def);
  throw unsaid(schema, def.check);
}

function formatRule(
  schema: z.core.$ZodType,
  check: Check,
  { format, pattern }: { readonly format: string; readonly pattern?: RegExp | undefined },
): Partial<StringShape> {
  if (pattern !== undefined && pattern.flags !== '') throw unsaid(schema, `a pattern with flags ${pattern.flags}`);
  const said = words(check, { code: 'invalid_format', format, origin: 'string', pattern: String(pattern) });
  const source = pattern === undefined ? {} : { pattern: pattern.source };
  if (format === 'regex') return { ...source, words: { pattern: said } };
  const name = formats[format];
  if (name === undefined || (pattern === undefined && name !== 'uri')) throw unsaid(schema, `the format ${format}`);
  return { format: name, ...source, words: { format: said } };
}

function numberShape(schema: z.ZodNumber): Shape {
  const isInteger = schema instanceof z.ZodNumberFormat;
  const noInteger = words(schema, { code: 'invalid_type', expected: 'int', input: 0.5 });
  const shape: NumberShape = { kind: 'number', isInteger, words: isInteger ? { isInteger: noInteger } : {} };
  for (const check of schema.def.checks ?? []) {
    const def = definitionOf(check);
    if ((def.check !== 'less_than' && def.check !== 'greater_than') || !def.inclusive || typeof def.value !== 'number')
      throw unsaid(schema, def.check);
    const [limit, code] = def.check === 'less_than' ? ['maximum', 'too_big'] : ['minimum', 'too_small'];
    const limits = { [limit]: def.value };
    Object.assign(shape, limits);
    Object.assign(shape.words, { [limit]: words(check, { code, origin: 'number', inclusive: true, ...limits }) });
  }
  return shape;
}

function isUnchecked(schema: z.core.$ZodType): boolean {
  const { _zod: internals } = schema;
  return (internals.def.checks ?? []).length === 0;
}

/** zod's own way to tell its checks apart. */
function definitionOf(check: Check): z.core.$ZodChecks['_zod']['def'] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- The checks that zod has.
  const { _zod: internals } = check as z.core.$ZodChecks;
  return internals.def;
}

/** What zod would say: the words that the schema brings, or those of zod's language. */
function words(by: Check | z.core.$ZodType, issue: Readonly<Record<string, unknown>>): string {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- An issue as zod hands it to whoever finds the words.
  const raw = { input: undefined, inst: by, ...issue } as never;
  const { _zod: internals } = by;
  const said = internals.def.error?.(raw) ?? z.config().localeError?.(raw);
  return typeof said === 'string' ? said : (said?.message ?? 'Invalid input');
}

function unsaid(schema: z.core.$ZodType, what: string): TypeError {
  const { _zod: internals } = schema;
  return new TypeError(
    `Failed to say a schema as data: it is of type ${internals.def.type}, with ${what}. Give a Shape a word for it.`,
  );
}
