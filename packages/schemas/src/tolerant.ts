import * as z from 'zod';

import { isOptional } from './optional.ts';

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
 * Of all that was ever documented it leaves out one thing, the `invalidFields` of a 422 until 2019-04, which were an object: the client reads those
 * (docs/api-decisions.md#q41).
 *
 * It is tolerance at run time only: what it returns is typed as the schema that it was made from.
 *
 * It goes through all that wraps a schema: a default, `readonly`, an intersection, `lazy` and so on.
 *
 * @throws {TypeError} when the schema has a transform, which would get what its type doesn't say, or reads no JSON.
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
  if (isOptional(schema)) return tolerate(schema.unwrap()).optional();
  if (schema instanceof z.ZodNullable) return tolerate(schema.unwrap()).nullable();
  if (schema instanceof z.ZodString || schema instanceof z.ZodStringFormat || schema instanceof z.ZodEnum)
    return z.string();
  if (schema instanceof z.ZodNumber) return z.number();
  if (schema instanceof z.ZodLiteral) return z.union([...schema.values].map((value) => openLiteral(value)));
  return tolerateWrapped(schema);
}

/** What wraps a schema is kept, and the schema in it tolerated. */
function tolerateWrapped(schema: z.core.$ZodType): z.ZodType {
  if (schema instanceof z.ZodNonOptional) return tolerate(schema.unwrap());
  if (schema instanceof z.ZodReadonly) return tolerate(schema.unwrap()).readonly();
  if (schema instanceof z.ZodDefault) return tolerate(schema.unwrap()).default(schema.def.defaultValue);
  if (schema instanceof z.ZodPrefault) return tolerate(schema.unwrap()).prefault(schema.def.defaultValue);
  if (schema instanceof z.ZodCatch) return tolerate(schema.unwrap()).catch(schema.def.catchValue);
  if (schema instanceof z.ZodLazy) return z.lazy(() => tolerate(schema.unwrap()));
  if (schema instanceof z.ZodIntersection) return z.intersection(tolerate(schema.def.left), tolerate(schema.def.right));
  if (schema instanceof z.ZodTuple) return tolerateTuple(schema);
  if (schema instanceof z.ZodTemplateLiteral) return z.string();
  if (schema instanceof z.ZodPipe && !(schema.out instanceof z.ZodTransform) && !(schema instanceof z.ZodCodec))
    return z.pipe(schema.in instanceof z.ZodTransform ? schema.in : tolerate(schema.in), tolerate(schema.out));
  if (schema instanceof z.ZodType && asItIs.some((kind) => schema instanceof kind)) return schema;
  const type = schema instanceof z.ZodType ? schema.def.type : 'of another zod';
  throw new TypeError(
    type === 'pipe'
      ? 'Failed to make a schema tolerant: it has a transform, which would get what its type does not say. Transform what the tolerant schema gives: tolerant(schema).transform(...).'
      : `Failed to make a schema tolerant: no JSON is what a schema of the kind ${type} reads. Describe what comes over the wire.`,
  );
}

function tolerateTuple({ def: { items, rest } }: z.ZodTuple): z.ZodType {
  const [first, ...others] = items.map((item) => tolerate(item));
  return first === undefined
    ? z.array(z.unknown())
    : z.tuple([first, ...others], rest === null ? z.unknown() : tolerate(rest));
}

/** What has nothing in it that could be too strict. */
const asItIs = [z.ZodBoolean, z.ZodNull, z.ZodUnknown, z.ZodAny, z.ZodUndefined, z.ZodNever, z.ZodCustom];

function tolerateMember(name: string, member: z.core.$ZodType): z.ZodType {
  if (name === 'id' && !isOptional(member)) return z.string().min(1);
  const present = unwrap(member);
  if (name === '_embedded') return z.preprocess(merged, tolerate(present)).optional();
  return present instanceof z.ZodRecord ? tolerate(present).optional() : tolerate(present).nullable().optional();
}

function unwrap(schema: z.core.$ZodType): z.core.$ZodType {
  return isOptional(schema) || schema instanceof z.ZodNullable ? unwrap(schema.unwrap()) : schema;
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
