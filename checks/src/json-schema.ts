import * as z from 'zod';

/** The keywords of JSON Schema by which the OpenAPI document says which values there may be. */
export interface JsonSchema {
  readonly $ref?: string | undefined;
  readonly type?: string | string[] | undefined;
  readonly enum?: unknown[] | undefined;
  readonly const?: unknown;
  readonly format?: string | undefined;
  readonly pattern?: string | undefined;
  readonly minimum?: number | undefined;
  readonly maximum?: number | undefined;
  readonly minLength?: number | undefined;
  readonly maxLength?: number | undefined;
  readonly minItems?: number | undefined;
  readonly maxItems?: number | undefined;
  readonly required: string[];
  readonly properties: Record<string, JsonSchema>;
  readonly additionalProperties: boolean | JsonSchema;
  readonly items?: JsonSchema | undefined;
  readonly anyOf?: JsonSchema[] | undefined;
}

export const JsonSchema: z.ZodType<JsonSchema> = z.looseObject({
  $ref: z.string().optional(),
  type: z.union([z.string(), z.array(z.string())]).optional(),
  enum: z.array(z.unknown()).optional(),
  const: z.unknown().optional(),
  format: z.string().optional(),
  pattern: z.string().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  minLength: z.number().optional(),
  maxLength: z.number().optional(),
  minItems: z.number().optional(),
  maxItems: z.number().optional(),
  required: z.array(z.string()).default([]),
  properties: z
    .record(
      z.string(),
      z.lazy(() => JsonSchema),
    )
    .default({}),
  additionalProperties: z.union([z.boolean(), z.lazy(() => JsonSchema)]).default(true),
  items: z.lazy(() => JsonSchema).optional(),
  anyOf: z.array(z.lazy(() => JsonSchema)).optional(),
});

const compared = new Set(
  [
    '$ref',
    'type',
    'enum',
    'const',
    'format',
    'pattern',
    'minimum',
    'maximum',
    'minLength',
    'maxLength',
    'minItems',
  ].concat(['maxItems', 'required', 'properties', 'additionalProperties', 'items', 'anyOf']),
);
const annotations = new Set(['title', 'description', 'default', 'example', 'examples', 'deprecated']);

/** The keywords of a schema that are neither of those above nor mere words about it, as text by name. */
export const otherKeywords = (schema: JsonSchema): Map<string, string> =>
  new Map(
    Object.entries(schema)
      .filter(([keyword]) => !compared.has(keyword) && !annotations.has(keyword))
      .map(([keyword, value]) => [keyword, JSON.stringify(value)]),
  );
