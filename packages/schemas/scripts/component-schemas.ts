import { globSync } from 'node:fs';

import * as exported from '@customer-contracts/schemas';
import * as z from 'zod';

import { type DocComments, docComments } from './doc-comments.ts';

/** A JSON Schema of draft 2020-12. */
export type JsonSchema = z.core.JSONSchema.JSONSchema;

/** All that the bodies of the table are made of. */
const parts = new Set<unknown>();
for (const id of exported.operationIds) {
  const { body, responses }: exported.Operation = exported.operations[id];
  for (const schema of [body, ...Object.values(responses).map((response) => response.body)]) addParts(schema);
}

function addParts(schema: z.core.$ZodType | undefined): void {
  if (schema === undefined || parts.has(schema)) return;
  parts.add(schema);
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) addParts(schema.unwrap());
  if (schema instanceof z.ZodArray) addParts(schema.element);
  if (schema instanceof z.ZodObject)
    for (const member of Object.values<z.core.$ZodType>(schema.shape)) addParts(member);
}

/** The objects and open enumerations among them that are exported become components, by their name there. */
const components = Object.entries<unknown>(exported).filter(
  (entry): entry is [string, z.ZodObject | z.ZodUnion] =>
    parts.has(entry[1]) && (entry[1] instanceof z.ZodObject || entry[1] instanceof z.ZodUnion),
);

const registry = z.registry<{ id: string }>();
for (const [name, schema] of components) registry.add(schema, { id: name });

/** The words of each source file: that which exports a component has those of its members. */
const files = globSync('*.ts', { cwd: new URL('../src/', import.meta.url) }).map((file) =>
  docComments(new URL(`../src/${file}`, import.meta.url)),
);

const componentUri = (id: string): string => `#/components/schemas/${id}`;

/** The components of the OpenAPI document, by name, with the words of the source. */
export function componentSchemas(): Record<string, JsonSchema> {
  const generated = z.toJSONSchema(registry, { ...options, uri: componentUri }).schemas;
  for (const [name, schema] of Object.entries(generated)) {
    const words = files.find((file) => file.constant(name) !== undefined);
    if (words !== undefined) describe(schema, name, words);
    markDirections(name, generated);
  }
  return generated;
}

/** The JSON Schema of a schema that is no component itself, with references to those that are. */
export function jsonSchema(schema: z.ZodType): JsonSchema {
  const id = registry.get(schema)?.id;
  if (id !== undefined) return { $ref: componentUri(id) };
  if (schema instanceof z.ZodArray && schema.element instanceof z.ZodType)
    return { type: 'array', items: jsonSchema(schema.element) };
  const generated: JsonSchema = z.toJSONSchema(schema, options);
  delete generated.$schema;
  return generated;
}

const options = {
  target: 'draft-2020-12',
  io: 'input',
  override: ({ zodSchema, jsonSchema }) => {
    // What zod adds and the API doesn't say: closed objects, its own idea of an e-mail or a date-time, the safe integers.
    if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
    delete jsonSchema.propertyNames;
    if (jsonSchema.format !== undefined) delete jsonSchema.pattern;
    if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
    if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
    if (zodSchema instanceof z.ZodRecord) jsonSchema.additionalProperties = true;
    // The API's document lists the values that it knows, and leaves open whether there will be more.
    if (zodSchema instanceof z.ZodUnion && zodSchema.options[0] instanceof z.ZodEnum) {
      const [known] = jsonSchema.anyOf ?? [];
      delete jsonSchema.anyOf;
      Object.assign(jsonSchema, known);
    }
    const [present, ...others] = jsonSchema.anyOf ?? [];
    if (zodSchema instanceof z.ZodNullable && typeof present?.type === 'string' && others.length === 1) {
      delete jsonSchema.anyOf;
      Object.assign(jsonSchema, present, { type: [present.type, 'null'] });
    }
  },
} satisfies z.core.ToJSONSchemaParams;

function describe(schema: JsonSchema, name: string, words: DocComments): void {
  delete schema.$schema;
  delete schema.$id;
  schema.description = words.constant(name) ?? '';
  for (const [member, property] of members(schema)) {
    const description = words.member(name, member);
    if (description !== undefined) property.description = description;
  }
}

function members(schema: JsonSchema | undefined): [string, JsonSchema][] {
  return Object.entries(schema?.properties ?? {}).flatMap(([name, member]) =>
    typeof member === 'object' ? [[name, member]] : [],
  );
}

/** A member that only the answer has is read-only, one that only the request has is write-only. */
function markDirections(name: string, components: Readonly<Record<string, JsonSchema>>): void {
  const output = components[name];
  const input = components[`${name.replace(/Data$/, '')}Input`];
  if (output === undefined || input === undefined) return;
  for (const [member, property] of members(output)) if (!has(input, member)) property.readOnly = true;
  for (const [member, property] of members(input)) if (!has(output, member)) property.writeOnly = true;
}

function has(schema: JsonSchema, member: string): boolean {
  return Object.hasOwn(schema.properties ?? {}, member);
}
