import * as z from 'zod';

/** The schema of a member, by its dotted path: `primaryAddress.emails.0.value`; `undefined` where there is none. */
export function schemaAt(schema: z.core.$ZodType, path: string): z.ZodType | undefined {
  const [name = '', ...rest] = path.split('.');
  const member = memberOf(unwrap(schema), name);
  if (member === undefined) return undefined;
  return rest.length > 0 ? schemaAt(member, rest.join('.')) : member;
}

function memberOf(schema: z.core.$ZodType, name: string): z.ZodType | undefined {
  const member: unknown = schema instanceof z.ZodObject ? schema.shape[name] : elementOf(schema);
  return member instanceof z.ZodType ? member : undefined;
}

function elementOf(schema: z.core.$ZodType): z.core.$ZodType | undefined {
  return schema instanceof z.ZodArray ? schema.element : undefined;
}

function unwrap(schema: z.core.$ZodType): z.core.$ZodType {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodNullable ? unwrap(schema.unwrap()) : schema;
}
