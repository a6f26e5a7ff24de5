import * as z from 'zod';

import * as exported from '../src/index.ts';
import { isOptional } from '../src/optional.ts';
import { describe, type JsonSchema, members } from './json-schemas.ts';
import { schemas, wordsOf } from './words.ts';

/** All that the bodies of the table are made of. */
const parts = new Set<unknown>();
for (const id of exported.operationIds) {
  const { body, responses }: exported.Operation = exported.operations[id];
  for (const schema of [body, ...Object.values(responses).map((response) => response.body)]) addParts(schema);
}

function addParts(schema: z.core.$ZodType | undefined): void {
  if (schema === undefined || parts.has(schema)) return;
  parts.add(schema);
  if (isOptional(schema) || schema instanceof z.ZodNullable) addParts(schema.unwrap());
  if (schema instanceof z.ZodArray) addParts(schema.element);
  if (schema instanceof z.ZodObject)
    for (const member of Object.values<z.core.$ZodType>(schema.shape)) addParts(member);
}

/** The objects and open enumerations among them that are exported become components, by their name there. */
const components = schemas.filter(
  ([, schema]) => parts.has(schema) && (schema instanceof z.ZodObject || schema instanceof z.ZodUnion),
);

const registry = z.registry<{ id: string }>();
for (const [name, schema] of components) registry.add(schema, { id: name });

const componentUri = (id: string): string => `#/components/schemas/${id}`;

/** The components of the OpenAPI document, by name, with the words of the source. */
export function componentSchemas(): Record<string, JsonSchema> {
  const generated = z.toJSONSchema(registry, { ...options, uri: componentUri }).schemas;
  for (const [name, schema] of components) {
    const component: JsonSchema = generated[name] ?? {};
    delete component.$schema;
    delete component.$id;
    component.description = wordsOf(name) ?? '';
    describe(component, schema);
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
  ...exported.jsonSchemaOptions,
  target: 'draft-2020-12',
  override: (context) => {
    exported.jsonSchemaOptions.override?.(context);
    const { zodSchema, jsonSchema } = context;
    // A generator that knows a default makes its member a required one, of requests too.
    delete jsonSchema.default;
    // The API's document lists the values that it knows, and leaves open whether there will be more.
    if (zodSchema instanceof z.ZodUnion && zodSchema.options[0] instanceof z.ZodEnum) {
      const [known] = jsonSchema.anyOf ?? [];
      delete jsonSchema.anyOf;
      Object.assign(jsonSchema, known);
    }
  },
} satisfies z.core.ToJSONSchemaParams;

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
