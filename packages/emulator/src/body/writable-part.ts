import * as z from 'zod';

/**
 * What of a body the API reads: the members that the schema of the request has. Read-only and unknown ones are ignored, at
 * every depth (docs/api-decisions.md#q21, #q22). Values are not looked at; what is of the wrong shape stays for
 * validation to name.
 */
export function writablePart(schema: z.ZodType, value: unknown): unknown {
  const inner = unwrapped(schema);
  if (inner instanceof z.ZodArray) {
    const { element } = inner;
    return Array.isArray(value) && element instanceof z.ZodType
      ? value.map((item: unknown) => writablePart(element, item))
      : value;
  }
  if (!(inner instanceof z.ZodObject) || !isObject(value)) return value;
  const shape = new Map<string, unknown>(Object.entries(inner.shape));
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, member]) => {
      const memberSchema = shape.get(name);
      return memberSchema instanceof z.ZodType ? [[name, writablePart(memberSchema, member)]] : [];
    }),
  );
}

/** The schema without `.optional()` and `.nullable()`. */
export function unwrapped(schema: z.ZodType): z.ZodType {
  let inner = schema;
  while (inner instanceof z.ZodOptional || inner instanceof z.ZodNullable) {
    const next = inner.unwrap();
    if (!(next instanceof z.ZodType)) return inner;
    inner = next;
  }
  return inner;
}

/** Whether a value is a JSON object. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
