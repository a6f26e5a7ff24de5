import * as z from 'zod';

/**
 * The schema that a reader of answers should use: derived from what the API promises, it accepts what any era of the API
 * has answered and what a later one may add.
 *
 * - unknown members are kept, and none but `id` is required;
 * - every member may be null, every enum and literal is open, no format, length or bound makes an answer fail;
 * - `_embedded` and the free-form objects may come as an array, whose objects are merged from left to right, or as null;
 * - an empty list in the place of an object is an empty object, as PHP writes it (docs/api-decisions.md#q39);
 * - what can't be read of a list is kept as it came, as long as something can: one odd customer never loses the others.
 *
 * It is tolerance at run time only: what it returns is typed as the schema that it was made from.
 */
export function tolerant<Schema extends z.ZodType>(schema: Schema): z.ZodType<z.output<Schema>> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- What it accepts is wider than its type: see above.
  return tolerate(schema) as z.ZodType<z.output<Schema>>;
}

function tolerate(schema: z.core.$ZodType): z.ZodType {
  if (schema instanceof z.ZodObject) {
    const members = Object.entries<z.core.$ZodType>(schema.shape).map(([name, member]) => [
      name,
      tolerateMember(name, member),
    ]);
    return z.preprocess(emptyObject, z.looseObject(Object.fromEntries(members)));
  }
  if (schema instanceof z.ZodArray) return listOf(tolerate(schema.element));
  if (schema instanceof z.ZodRecord) return z.preprocess(merged, z.record(z.string(), tolerate(schema.valueType)));
  if (schema instanceof z.ZodUnion) return z.union(schema.options.map((option) => tolerate(option)));
  if (schema instanceof z.ZodOptional) return tolerate(schema.unwrap()).optional();
  if (schema instanceof z.ZodNullable) return tolerate(schema.unwrap()).nullable();
  if (schema instanceof z.ZodString || schema instanceof z.ZodStringFormat || schema instanceof z.ZodEnum)
    return z.string();
  if (schema instanceof z.ZodNumber) return z.number();
  if (schema instanceof z.ZodLiteral) return z.union([...schema.values].map((value) => openLiteral(value)));
  return schema instanceof z.ZodType ? schema : z.unknown();
}

function tolerateMember(name: string, member: z.core.$ZodType): z.ZodType {
  if (name === 'id' && !(member instanceof z.ZodOptional)) return z.string().min(1);
  const present = unwrap(member);
  if (name === '_embedded') return z.preprocess(merged, tolerate(present)).optional();
  return present instanceof z.ZodRecord ? tolerate(present).optional() : tolerate(present).nullable().optional();
}

function unwrap(schema: z.core.$ZodType): z.core.$ZodType {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodNullable ? unwrap(schema.unwrap()) : schema;
}

function openLiteral(value: z.core.util.Literal): z.ZodType {
  if (typeof value === 'number') return z.number();
  return typeof value === 'string' ? z.string() : z.literal(value);
}

/** Nothing is taken away and nothing made up: code that doesn't look at what is odd never meets it. */
function listOf(item: z.ZodType): z.ZodType {
  const list = z.array(item);
  return z.array(z.unknown()).transform((items, context) => {
    const { success, data, error } = list.safeParse(items);
    if (success) return data;
    const read = items.map((each) => item.safeParse(each));
    if (read.some((each) => each.success)) return read.map((each, index) => (each.success ? each.data : items[index]));
    for (const { path, message } of error.issues) context.addIssue({ code: 'custom', path, message });
    return z.NEVER;
  });
}

function emptyObject(value: unknown): unknown {
  return Array.isArray(value) && value.length === 0 ? {} : value;
}

/** One object from the array of objects that the API's document promised until 2023, and from null. */
function merged(value: unknown): unknown {
  if (value === null) return {};
  if (!Array.isArray(value) || !value.every((each) => typeof each === 'object' && each !== null)) return value;
  // Not Object.assign, which would let a member named `__proto__` change the prototype.
  return Object.fromEntries(value.flatMap((each: object) => Object.entries(each)));
}
