import { isRecord, schemaNode } from '@customer-contracts/pact-files/internal';
import { kindOf } from '@customer-contracts/schemas/internal';

import { ReaderError } from './reader-error.ts';
import { readerJsonSchema } from './reader-json-schema.ts';
import type { ReaderSchema } from './reader-schema.ts';

/** What an answer holds, in words: `customer`, and whether there are several. */
export interface ReadAnswer {
  readonly operationId: string;
  readonly isList: boolean;
}

/**
 * The schema that `reads` was given.
 *
 * @throws {ReaderError} when it is no schema, or one of a list: those of a collection are read one by one.
 */
export function checkReader(given: unknown, { operationId, isList }: ReadAnswer): ReaderSchema {
  const mistake = isReader(given) ? mistakeInReader(given, isList) : mistakeIn(given, isList);
  if (mistake === undefined && isReader(given)) return given;
  throw new ReaderError(`Failed to read the answer of ${operationId}: reads got ${mistake}`);
}

function isReader(given: unknown): given is ReaderSchema {
  return (isRecord(given) || typeof given === 'function') && isRecord(Reflect.get(given, '~standard'));
}

function mistakeInReader(schema: ReaderSchema, isList: boolean): string | undefined {
  const { options } = schemaNode(readerJsonSchema(schema));
  if (options.length === 0 || !options.every(({ type }) => type === 'array')) return undefined;
  return isList
    ? 'the schema of a list, and a list is read one by one. Hand in the schema of one of its elements.'
    : 'the schema of a list, and the answer is none. Hand in the schema of the one object that it is.';
}

/** What was given in the place of a schema, and what to do about it. */
function mistakeIn(given: unknown, isList: boolean): string {
  if (given === undefined)
    return 'undefined. Look where the schema comes from: an import that is circular, or a name that its module has not.';
  if (given === null) return 'null. Hand in the schema of what your code reads, or leave reads out.';
  if (Array.isArray(given)) {
    return isList
      ? 'a list. A list is read one by one: hand in the schema of one of its elements, without brackets.'
      : 'a list. Hand in one schema.';
  }
  if (typeof given === 'function') return 'a function. Hand in the schema itself, not what parses with it.';
  if (!isRecord(given)) return `${kindOf(given)}. ${standard}`;
  if (isZod3(given)) return 'a schema of zod 3. Hand in one of zod 4.3 or later.';
  if (['validate', 'validateSync', 'parse', 'safeParse', 'decode'].some((name) => typeof given[name] === 'function'))
    return `a schema of a library without Standard Schema and JSON Schema, as joi and yup are. ${standard}`;
  if (jsonSchemaWords.some((name) => Object.hasOwn(given, name)) && !Object.values(given).some(isReader))
    return `a JSON Schema, which can't read by itself. ${standard} z.fromJSONSchema of zod makes one of it.`;
  if (Object.values(given).some(isReader)) return 'an object with schemas in it. Wrap it, as in z.object({ ... }).';
  return `${kindOf(given)} that is no schema. ${standard}`;
}

const standard = 'Hand in a Standard Schema with JSON Schema, such as one of zod 4 or arktype.';

const jsonSchemaWords = ['$schema', '$ref', 'type', 'properties', 'anyOf', 'oneOf', 'allOf', 'enum', 'const'];

function isZod3({ _def: definition }: Readonly<Record<string, unknown>>): boolean {
  return isRecord(definition) && typeof definition['typeName'] === 'string';
}
