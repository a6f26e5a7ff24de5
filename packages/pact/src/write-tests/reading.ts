import * as z from 'zod';

/** What a test reads at one place of an answer: what stands in the code as a schema of zod. */
export interface Reading {
  readonly shape: ReadShape;
  /** Whether null is read, too. */
  readonly isNullable: boolean;
  /** Whether it may be left out. */
  readonly isOptional: boolean;
}

/** What is read, null and absence apart. */
export type ReadShape =
  | { readonly kind: 'text' | 'number' | 'boolean' | 'map' | 'anything' }
  | { readonly kind: 'value'; readonly value: string | number | boolean }
  | { readonly kind: 'list'; readonly element: Reading }
  | { readonly kind: 'object'; readonly members: ReadonlyMap<string, Reading> };

/** A shape that must be there, and is never null. */
export function always(shape: ReadShape): Reading {
  return { shape, isNullable: false, isOptional: false };
}

/** An object of which no member is read. */
export const nothing: Reading = always({ kind: 'object', members: new Map() });

/** The schema that the code of a reading is. */
export function schemaOf({ shape, isNullable, isOptional }: Reading): z.ZodType {
  const schema = schemaOfShape(shape);
  const nullable = isNullable ? schema.nullable() : schema;
  return isOptional ? nullable.optional() : nullable;
}

function schemaOfShape(shape: ReadShape): z.ZodType {
  switch (shape.kind) {
    case 'text':
      return z.string();
    case 'number':
      return z.number();
    case 'boolean':
      return z.boolean();
    case 'map':
      return z.record(z.string(), z.unknown());
    case 'anything':
      return z.unknown();
    case 'value':
      return z.literal(shape.value);
    case 'list':
      return z.array(schemaOf(shape.element));
    case 'object':
      return z.object(Object.fromEntries([...shape.members].map(([name, member]) => [name, schemaOf(member)])));
    default:
      return shape satisfies never;
  }
}

/** One reading for several elements of a list: what some of them lack is optional. */
export function joined(readings: readonly Reading[]): Reading | undefined {
  const [first] = readings;
  if (first === undefined) return undefined;
  const isNullable = readings.some((each) => each.isNullable);
  const isOptional = readings.some((each) => each.isOptional);
  const objects = readings.flatMap(({ shape }) => (shape.kind === 'object' ? [shape.members] : []));
  if (objects.length < readings.length) {
    const kinds = new Set(readings.map(({ shape }) => shape.kind));
    return { shape: kinds.size === 1 ? first.shape : { kind: 'anything' }, isNullable, isOptional };
  }
  const names = new Set(objects.flatMap((members) => [...members.keys()]));
  const members = [...names].flatMap((name) => {
    const all = objects.flatMap((each) => each.get(name) ?? []);
    const member = joined(all);
    const isMissed = all.length < objects.length;
    return member === undefined ? [] : [[name, isMissed ? { ...member, isOptional: true } : member] as const];
  });
  return { shape: { kind: 'object', members: new Map(members) }, isNullable, isOptional };
}
