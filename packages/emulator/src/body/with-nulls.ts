import * as z from 'zod';

import { isObject, unwrapped } from './writable-part.ts';

/**
 * The value with null for each nullable member that it hasn't, at every depth, and its members in the order of the schema.
 * Other absent members stay absent (docs/api-decisions.md#q35).
 */
export function withNulls<Value extends object>(schema: z.ZodType<Value>, value: Value): Value {
  return schema.parse(filled(schema, value));
}

function filled(schema: z.ZodType, value: unknown): unknown {
  const inner = unwrapped(schema);
  if (inner instanceof z.ZodArray && Array.isArray(value)) {
    const { element } = inner;
    return element instanceof z.ZodType ? value.map((item: unknown) => filled(element, item)) : value;
  }
  if (!(inner instanceof z.ZodObject) || !isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(inner.shape).flatMap(([name, member]) => {
      if (!(member instanceof z.ZodType)) return [];
      if (value[name] !== undefined) return [[name, filled(member, value[name])]];
      return member.safeParse(null).success ? [[name, null]] : [];
    }),
  );
}
