import type { JsonSchema } from './json-schema.ts';
import { isRecord } from './json-value.ts';

/** One place of a JSON Schema: references followed, `null` set apart, alternatives laid out. */
export interface SchemaNode {
  /** The alternatives, without null and without references. Empty when only null fits. */
  readonly options: readonly JsonSchema[];
  /** Whether null fits. */
  readonly isNullable: boolean;
  /** The document that references point into. */
  readonly root: JsonSchema;
}

/** Lays out a place of a JSON Schema. An empty schema, which anything fits, has itself as the only alternative. */
export function schemaNode(schema: JsonSchema, root: JsonSchema = schema): SchemaNode {
  const layers = flatten(schema, root);
  const options = layers.filter((option) => option.type !== 'null' && option.const !== null);
  const isNullable = layers.some(
    (option) =>
      option.type === 'null' || option.const === null || isUnconstrained(option) || option.enum?.includes(null),
  );
  return { options, isNullable, root };
}

/** Whether a schema says nothing about the type of what fits it. */
export function isUnconstrained(schema: JsonSchema): boolean {
  return (
    schema.type === undefined &&
    schema.const === undefined &&
    schema.enum === undefined &&
    schema.properties === undefined &&
    schema.items === undefined
  );
}

/** Whether a value is of a type that a place names. One that isn't, and is accepted all the same, is coerced. */
export function isOfNamedType(node: SchemaNode, value: unknown): boolean {
  return node.options.some((option) =>
    option.type === undefined ? option.const === undefined || option.const === value : isOfType(value, option.type),
  );
}

/** The alternative that fits a value best: the first of its type whose constants and required members are there. */
export function optionFor(node: SchemaNode, value: unknown): JsonSchema | undefined {
  return node.options.find((option) => fits(option, value, node.root)) ?? node.options[0];
}

/** The schema of a member of an object, laid out; `undefined` where the schema names no such member. */
export function memberNode(option: JsonSchema, name: string, root: JsonSchema): SchemaNode | undefined {
  const named = option.properties?.[name];
  if (named !== undefined) return schemaNode(named, root);
  return typeof option.additionalProperties === 'object' ? schemaNode(option.additionalProperties, root) : undefined;
}

/** The schema of the elements of an array, laid out; anything where the schema doesn't say. */
export function elementNode(option: JsonSchema, root: JsonSchema): SchemaNode {
  return schemaNode(typeof option.items === 'object' ? option.items : (option.prefixItems?.[0] ?? {}), root);
}

function flatten(schema: JsonSchema, root: JsonSchema): readonly JsonSchema[] {
  if (schema.$ref !== undefined) return flatten(dereference(schema.$ref, root), root);
  if (schema.allOf !== undefined)
    return [schema.allOf.reduce((all, part) => merge(all, firstOf(part, root)), { ...schema, allOf: undefined })];
  const alternatives = schema.anyOf ?? schema.oneOf;
  if (alternatives !== undefined) return alternatives.flatMap((alternative) => flatten(alternative, root));
  if (Array.isArray(schema.type)) return schema.type.map((type: string) => ({ ...schema, type }));
  return [schema];
}

function firstOf(schema: JsonSchema, root: JsonSchema): JsonSchema {
  return flatten(schema, root)[0] ?? {};
}

function merge(one: JsonSchema, other: JsonSchema): JsonSchema {
  return {
    ...one,
    ...other,
    properties: { ...one.properties, ...other.properties },
    required: [...(one.required ?? []), ...(other.required ?? [])],
  };
}

function dereference(reference: string, root: JsonSchema): JsonSchema {
  if (reference === '#') return root;
  const name = /^#\/(?:\$defs|definitions)\/(.+)$/.exec(reference)?.[1];
  return (name === undefined ? undefined : root.$defs?.[decodeURIComponent(name)]) ?? {};
}

function fits(schema: JsonSchema, value: unknown, root: JsonSchema): boolean {
  if (schema.const !== undefined && schema.const !== value) return false;
  if (schema.enum !== undefined && !schema.enum.includes(value)) return false;
  if (schema.type !== undefined && !isOfType(value, schema.type)) return false;
  if (!isRecord(value)) return true;
  return Object.entries(schema.properties ?? {}).every(([name, member]) => {
    if (!Object.hasOwn(value, name)) return schema.required?.includes(name) !== true;
    const node = schemaNode(member, root);
    return node.options.some((option) => option.const === undefined || option.const === value[name]);
  });
}

function isOfType(value: unknown, type: string | readonly string[]): boolean {
  if (Array.isArray(value)) return type === 'array';
  if (type === 'integer') return Number.isInteger(value);
  return value === null ? type === 'null' : type === typeof value;
}
