import type { ObjectShape, Place, Shape } from '@customer-contracts/schemas/plain';

import type { BodyPath } from '../document/pact-document.ts';
import { isAnyStep } from '../document/parse-place.ts';
import { valuesAt } from '../document/values-at.ts';
import { possibleValues } from '../json/possible-values.ts';
import { judgePart } from './judge.ts';

/** What an answer has that the API doesn't give. */
export interface Deviation {
  readonly path: BodyPath;
  /** A member that the API documents nowhere, one that is only written, or a value that the member can't have. */
  readonly kind: 'unknown' | 'write-only' | 'value';
  readonly message: string;
}

/**
 * How a body differs from what the API gives, member by member. What it leaves out is nobody's business: a consumer reads
 * what it needs.
 */
export function deviations(answered: Place, body: unknown): readonly Deviation[] {
  return judgePart(answered, body).flatMap((issue): readonly Deviation[] => {
    const { path, message } = issue;
    if (issue.code === 'unknown') {
      const { elsewhere } = membersOf(placeAt(answered, path));
      return issue.names.map((name) => unknownMember(elsewhere, name, [...path, name]));
    }
    const isNull = valuesAt(body, path).some(({ value }) => value === null);
    return [{ path, kind: 'value', message: isNull ? 'The API never answers null here' : message }];
  });
}

function unknownMember(writeOnly: readonly string[], name: string, path: BodyPath): Deviation {
  return writeOnly.includes(name)
    ? { path, kind: 'write-only', message: 'The API takes it and never answers it' }
    : { path, kind: 'unknown', message: 'The API documents no such member' };
}

/** What stands at a path inside a place; `undefined` where the API documents nothing, or leaves it to others. */
export function placeAt(place: Place, path: BodyPath): Place | undefined {
  const [step, ...rest] = path;
  if (step === undefined) return place;
  const next = stepInto(place.shape, step);
  return next && placeAt(next, rest);
}

function stepInto(shape: Shape, step: string | number): Place | undefined {
  if (typeof step === 'number' || isAnyStep(step)) return shape.kind === 'list' ? shape.element : undefined;
  return shape.kind === 'object' && Object.hasOwn(shape.members, step) ? shape.members[step] : undefined;
}

/** The members of the object at a place, and those that only the other direction has. */
export function membersOf(place: Place | undefined): Pick<ObjectShape, 'members' | 'elsewhere'> {
  return place?.shape.kind === 'object' ? place.shape : { members: {}, elsewhere: [] };
}

/** What the API documents for a place. */
export interface DocumentedValues {
  /** Those that tell rules apart; none where anything may stand. */
  readonly values: readonly unknown[];
  /** Whether there are any number of texts besides. */
  readonly isOpen: boolean;
}

const witnesses = new WeakMap<Shape, DocumentedValues>();

/** Values that the API documents for a place, null apart. */
export function documentedValues(shape: Shape): DocumentedValues {
  const values = witnesses.get(shape) ?? witnessesOf(shape);
  witnesses.set(shape, values);
  return values;
}

function witnessesOf(shape: Shape): DocumentedValues {
  switch (shape.kind) {
    case 'list':
      return { values: [[], [{}]], isOpen: false };
    case 'object':
    case 'map':
      return { values: [{}], isOpen: false };
    case 'constant':
      return { values: [shape.value], isOpen: false };
    case 'boolean':
      return { values: [true, false], isOpen: false };
    case 'number':
      return { values: valuesOf({ type: shape.isInteger ? 'integer' : 'number' }), isOpen: false };
    case 'string':
      return shape.known === undefined
        ? { values: valuesOf({ type: 'string', ...shape }), isOpen: true }
        : { values: shape.known, isOpen: false };
    case 'anything':
      return { values: [], isOpen: false };
    default:
      return shape satisfies never;
  }
}

function valuesOf(documented: Parameters<typeof possibleValues>[0]): readonly unknown[] {
  return possibleValues(documented).map(({ value }) => value);
}
