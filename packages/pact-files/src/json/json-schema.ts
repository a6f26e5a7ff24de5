import * as z from 'zod';

/** The part of JSON Schema (draft 2020-12) that says something about which members are read, and as what. */
export interface JsonSchema {
  readonly $ref?: string | undefined;
  readonly $defs?: Readonly<Record<string, JsonSchema>> | undefined;
  readonly type?: string | readonly string[] | undefined;
  readonly format?: string | undefined;
  readonly const?: unknown;
  readonly enum?: readonly unknown[] | undefined;
  readonly pattern?: string | undefined;
  readonly minLength?: number | undefined;
  readonly maxLength?: number | undefined;
  readonly minimum?: number | undefined;
  readonly maximum?: number | undefined;
  readonly minItems?: number | undefined;
  readonly maxItems?: number | undefined;
  readonly properties?: Readonly<Record<string, JsonSchema>> | undefined;
  readonly required?: readonly string[] | undefined;
  readonly additionalProperties?: JsonSchema | boolean | undefined;
  readonly items?: JsonSchema | boolean | undefined;
  readonly prefixItems?: readonly JsonSchema[] | undefined;
  readonly anyOf?: readonly JsonSchema[] | undefined;
  readonly oneOf?: readonly JsonSchema[] | undefined;
  readonly allOf?: readonly JsonSchema[] | undefined;
}

/** The schema of {@link JsonSchema}: what libraries hand over is read at the edge, once. */
export const JsonSchema: z.ZodType<JsonSchema> = z.lazy(() => {
  const byName = z.record(z.string(), JsonSchema).optional();
  const list = z.array(JsonSchema).optional();
  const any = z.union([JsonSchema, z.boolean()]).optional();
  return z.object({
    $ref: z.string().optional(),
    $defs: byName,
    type: z.union([z.string(), z.array(z.string())]).optional(),
    format: z.string().optional(),
    const: z.unknown().optional(),
    enum: z.array(z.unknown()).optional(),
    pattern: z.string().optional(),
    minLength: z.number().optional(),
    maxLength: z.number().optional(),
    minimum: z.number().optional(),
    maximum: z.number().optional(),
    minItems: z.number().optional(),
    maxItems: z.number().optional(),
    properties: byName,
    required: z.array(z.string()).optional(),
    additionalProperties: any,
    items: any,
    prefixItems: list,
    anyOf: list,
    oneOf: list,
    allOf: list,
  });
});
