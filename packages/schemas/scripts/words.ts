import { globSync } from 'node:fs';

import * as z from 'zod';

import * as exported from '../src/index.ts';
import { isOptional } from '../src/optional.ts';
import { type DocComments, docComments } from './doc-comments.ts';

const source = new URL('../src/', import.meta.url);
const files = globSync('*.ts', { cwd: source }).map((file) => docComments(new URL(file, source)));

/** Each schema that is exported, by its name; without the codecs, which are two things at once. */
export const schemas: readonly (readonly [name: string, schema: z.ZodType])[] = Object.entries<unknown>(
  exported,
).filter((entry): entry is [string, z.ZodType] => entry[1] instanceof z.ZodType && !hasCodec(entry[1]));

function hasCodec(schema: z.core.$ZodType): boolean {
  if (isOptional(schema) || schema instanceof z.ZodNullable) return hasCodec(schema.unwrap());
  if (schema instanceof z.ZodArray) return hasCodec(schema.element);
  if (schema instanceof z.ZodObject) return Object.values<z.core.$ZodType>(schema.shape).some(hasCodec);
  return schema instanceof z.ZodCodec;
}

const names = new Map<unknown, string>(schemas.map(([name, schema]) => [schema, name]));

/** The name under which a schema is exported, or one with the very same members, which is only more or less strict. */
export function schemaName(schema: z.core.$ZodType): string | undefined {
  return names.get(schema) ?? (schema instanceof z.ZodObject ? twinOf(schema) : undefined);
}

function twinOf(schema: z.ZodObject): string | undefined {
  const members = Object.entries(schema.shape);
  const isTwin = (other: z.ZodObject): boolean =>
    Object.keys(other.shape).length === members.length &&
    members.every(([name, member]) => other.shape[name] === member);
  return schemas.find(([, other]) => members.length > 0 && other instanceof z.ZodObject && isTwin(other))?.[0];
}

/** The words of what is exported under a name. */
export function wordsOf(name: string): string | undefined {
  return fileOf(name)?.constant(name);
}

/** The words of the members of an object, by the names of the members. */
export function memberWords(schema: z.ZodObject): (member: string) => string | undefined {
  const name = schemaName(schema);
  const file = name === undefined ? undefined : fileOf(name);
  if (name !== undefined && file !== undefined) return (member) => file.member(name, member);
  return (member) =>
    namelessShapes.map(([words, shape]) => words.member(shape, member)).find((words) => words !== undefined);
}

function fileOf(name: string): DocComments | undefined {
  return files.find((file) => file.constant(name) !== undefined);
}

/** The shapes of the objects without a name: links, and the parameters of the operations. */
const namelessShapes = [
  ['links', 'linkShape'],
  ['operations', 'customerPathShape'],
  ['operations', 'collectionQueryShape'],
  ['operations', 'mergeQueryShape'],
].map(([file, shape]): [DocComments, string] => [docComments(new URL(`${file}.ts`, source)), shape ?? '']);
