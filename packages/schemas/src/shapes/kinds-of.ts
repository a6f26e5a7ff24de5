import type { Place, Shape } from '../plain/place.ts';
import { anything } from './anything.ts';
import { canonicalPattern } from './canonical-pattern.ts';
import type { Kinds, ObjectKind, TextKind } from './kinds.ts';

/** What a place of the plain table says, without its words. That the table refuses other members of a request is a rule of ours, and left out. */
export function kindsOf({ shape, isNullable, isOptional }: Place): Kinds {
  return { ...kindOf(shape), isOptional, isNullable: isNullable || shape.kind === 'anything' };
}

const objects = new WeakMap<Shape, ObjectKind>();

function kindOf(shape: Shape): Omit<Kinds, 'isNullable' | 'isOptional'> {
  switch (shape.kind) {
    case 'string':
      return { text: textOf(shape) };
    case 'number': {
      const { kind: _, words: _words, ...number } = shape;
      return { number };
    }
    case 'boolean':
      return { boolean: {} };
    case 'constant':
      return constantOf(shape.value);
    case 'list':
      return { list: { element: kindsOf(shape.element) } };
    case 'object':
      return { object: objects.get(shape) ?? objectOf(shape) };
    case 'map':
      return { object: { members: {} } };
    case 'anything':
      return anything;
    default:
      return shape satisfies never;
  }
}

function textOf({ known, format, pattern, minLength, maxLength }: Extract<Shape, { kind: 'string' }>): TextKind {
  if (known !== undefined) return { known };
  return {
    // Where there is a format, the pattern is the format's.
    ...(format === undefined ? pattern !== undefined && { pattern: canonicalPattern(pattern) } : { format }),
    ...(minLength !== undefined && { minLength }),
    ...(maxLength !== undefined && { maxLength }),
  };
}

function constantOf(value: string | number | boolean): Omit<Kinds, 'isNullable' | 'isOptional'> {
  if (typeof value === 'string') return { text: { known: [value] } };
  if (typeof value === 'boolean') return { boolean: { known: [value] } };
  return { number: { isInteger: Number.isInteger(value), known: [value] } };
}

/** One record for one shape: whoever compares knows it again by its identity. */
function objectOf(shape: Extract<Shape, { kind: 'object' }>): ObjectKind {
  const members = Object.entries(shape.members).map(([name, place]) => [name, kindsOf(place)] as const);
  const object = { members: Object.fromEntries(members), elsewhere: shape.elsewhere };
  objects.set(shape, object);
  return object;
}
