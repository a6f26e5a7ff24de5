import * as z from 'zod';

/**
 * What of a body the API reads: the members that the schema of the request has. Read-only and unknown ones are ignored, at
 * every depth (docs/api-decisions.md#q21, #q22). An empty list is taken for an empty object, and an object with the keys 0, 1
 * and so on for a list, as PHP writes them (docs/api-decisions.md#q39, #q40). Other values are not looked at; what is of the
 * wrong shape stays for validation to name.
 */
export function writablePart(schema: z.ZodType, value: unknown): unknown {
  const inner = unwrapped(schema);
  if (inner instanceof z.ZodArray) {
    const { element } = inner;
    const items = itemsOf(value);
    return items !== undefined && element instanceof z.ZodType
      ? items.map((item) => writablePart(element, item))
      : value;
  }
  if (inner instanceof z.ZodRecord) return isEmptyList(value) ? {} : value;
  if (!(inner instanceof z.ZodObject)) return value;
  if (isEmptyList(value)) return {};
  return isObject(value) ? writableMembers(inner, value) : value;
}

function writableMembers(schema: z.ZodObject, value: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const members = membersOf(schema);
  const writable: Record<string, unknown> = {};
  for (const name of Object.keys(value)) {
    const member = members.get(name);
    if (member !== undefined) writable[name] = writablePart(member, value[name]);
  }
  return writable;
}

/** Read once for each schema: a list has thousands of items. */
const known = new WeakMap<z.ZodObject, ReadonlyMap<string, z.ZodType>>();

function membersOf(schema: z.ZodObject): ReadonlyMap<string, z.ZodType> {
  const members = known.get(schema) ?? new Map(Object.entries(schema.shape).filter(isMember));
  known.set(schema, members);
  return members;
}

function isMember(entry: [string, unknown]): entry is [string, z.ZodType] {
  return entry[1] instanceof z.ZodType;
}

/** The items of a list; `undefined` for what is none. */
function itemsOf(value: unknown): readonly unknown[] | undefined {
  if (isList(value)) return value;
  if (!isObject(value)) return undefined;
  // JavaScript puts keys that are whole numbers first, and in their order.
  return Object.keys(value).every((key, index) => key === String(index)) ? Object.values(value) : undefined;
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

function isEmptyList(value: unknown): boolean {
  return isList(value) && value.length === 0;
}

/** The schema without `.optional()` and `.nullable()`. */
export function unwrapped(schema: z.ZodType): z.ZodType {
  let inner = schema;
  while (inner instanceof z.ZodOptional || inner instanceof z.ZodExactOptional || inner instanceof z.ZodNullable) {
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
