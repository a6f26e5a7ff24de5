import * as z from 'zod';

import { jsonSchemaOptions } from '../src/index.ts';
import { isOptional } from '../src/optional.ts';
import { memberWords, schemas, wordsOf } from './words.ts';

/** A JSON Schema of draft 2020-12. */
export type JsonSchema = z.core.JSONSchema.JSONSchema;

/** The JSON Schema of each schema that is exported, with the words of the source, by the name of its file. */
export function jsonSchemas(): ReadonlyMap<string, JsonSchema> {
  return new Map(
    schemas.map(([name, schema]) => {
      const generated: JsonSchema = { title: name, description: wordsOf(name) ?? '' };
      Object.assign(generated, z.toJSONSchema(schema, jsonSchemaOptions));
      describe(generated, schema);
      return [fileName(name), generated];
    }),
  );
}

/** Gives each member its words, at any depth that the JSON Schema has itself. */
export function describe(json: JsonSchema, schema: z.core.$ZodType): void {
  if (isOptional(schema) || schema instanceof z.ZodNullable) describe(json, schema.unwrap());
  if (schema instanceof z.ZodArray && isSchema(json.items)) describe(json.items, schema.element);
  if (!(schema instanceof z.ZodObject)) return;
  const words = memberWords(schema);
  for (const [name, member] of members(json)) {
    const description = words(name);
    if (description !== undefined) member.description = description;
    const inner: unknown = schema.shape[name];
    if (inner instanceof z.ZodType) describe(member, inner);
  }
}

/** The members of the JSON Schema of an object, by name. */
export function members(json: JsonSchema | undefined): [string, JsonSchema][] {
  return Object.entries(json?.properties ?? {}).flatMap(([name, member]) => (isSchema(member) ? [[name, member]] : []));
}

function isSchema(json: unknown): json is JsonSchema {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

/** `CustomerInput` is `customer-input`. */
function fileName(name: string): string {
  return name.replaceAll(/(?<!^)[A-Z]/g, '-$&').toLowerCase();
}
