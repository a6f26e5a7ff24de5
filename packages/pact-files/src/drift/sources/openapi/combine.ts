import {
  anything,
  type BooleanKind,
  type Kinds,
  type ListKind,
  type NumberKind,
  type ObjectKind,
  type TextKind,
} from '@customer-contracts/schemas/shapes';

import { withoutUndefined } from './without-undefined.ts';

/** How many alternatives are told apart; of more, what they are together is all that is known. */
const most = 1_000;

/** Where nothing may stand. */
export const nothing: Kinds = { isOptional: false, isNullable: false };

/** What one of these says, as `anyOf` and `oneOf` do: together, and each by itself where there are several. */
export function either(all: readonly Kinds[]): Kinds {
  const isNullable = all.some((each) => each.isNullable);
  const flat = [...new Set(all.flatMap((each) => each.alternatives ?? [each]))].filter(isPossible);
  const [first = nothing, ...rest] = flat;
  if (rest.length === 0) return first.isNullable === isNullable ? first : { ...first, isNullable };
  // What nobody says adds nothing to what the others say.
  const [one = first, ...others] = flat.filter(({ isUnsaid }) => !isUnsaid);
  const together = { ...others.reduce(union, one), isNullable };
  return flat.length > most ? together : { ...together, alternatives: flat };
}

/** What both of these say, as `allOf` does. */
export function both(one: Kinds, other: Kinds): Kinds {
  if (one === anything || one.isUnsaid || one === other) return other;
  if (other === anything || other.isUnsaid) return one;
  if (one.alternatives === undefined && other.alternatives === undefined) return intersection(one, other);
  const [ones, others] = [one.alternatives ?? [one], other.alternatives ?? [other]];
  const found = either(ones.flatMap((each) => others.map((another) => both(each, another))));
  return { ...found, isNullable: one.isNullable && other.isNullable };
}

/** Whether anything but null may stand there. */
function isPossible({ isUnsaid, text, number, boolean, list, object }: Kinds): boolean {
  return Boolean(isUnsaid ?? text ?? number ?? boolean ?? list ?? object);
}

function union(one: Kinds, other: Kinds): Kinds {
  return withoutUndefined({
    isOptional: one.isOptional || other.isOptional,
    isNullable: one.isNullable || other.isNullable,
    text: eitherOf(one.text, other.text, eitherText),
    number: eitherOf(one.number, other.number, eitherNumber),
    boolean: eitherOf(one.boolean, other.boolean, eitherBoolean),
    list: eitherOf(one.list, other.list, eitherList),
    object: eitherOf(one.object, other.object, eitherObject),
  });
}

function intersection(one: Kinds, other: Kinds): Kinds {
  return withoutUndefined({
    isOptional: one.isOptional && other.isOptional,
    isNullable: one.isNullable && other.isNullable,
    text: bothOf(one.text, other.text, bothText),
    number: bothOf(one.number, other.number, bothNumber),
    boolean: bothOf(one.boolean, other.boolean, bothBoolean),
    list: bothOf(one.list, other.list, bothList),
    object: bothOf(one.object, other.object, bothObject),
  });
}

function eitherOf<Kind>(one: Kind | undefined, other: Kind | undefined, merge: (one: Kind, other: Kind) => Kind) {
  return one === undefined || other === undefined ? (one ?? other) : merge(one, other);
}

function bothOf<Kind>(
  one: Kind | undefined,
  other: Kind | undefined,
  merge: (one: Kind, other: Kind) => Kind | undefined,
) {
  return one === undefined || other === undefined ? undefined : merge(one, other);
}

function eitherText(one: TextKind, other: TextKind): TextKind {
  if (one.known === undefined && other.known === undefined)
    return withoutUndefined({
      format: same(one.format, other.format),
      pattern: same(one.pattern, other.pattern),
      minLength: looser(Math.min, one.minLength, other.minLength),
      maxLength: looser(Math.max, one.maxLength, other.maxLength),
    });
  const isOpen = [one, other].some((each) => each.known === undefined || each.isOpen);
  return { known: allOf(one.known, other.known), ...(isOpen && { isOpen }) };
}

function bothText(one: TextKind, other: TextKind): TextKind | undefined {
  const known = one.known && other.known ? common(one.known, other.known) : (one.known ?? other.known);
  if (known !== undefined) {
    const isOpen = one.isOpen && other.isOpen;
    // What a list leaves open, another list closes.
    const listed = one.isOpen && other.known ? other.known : other.isOpen && one.known ? one.known : known;
    return listed.length === 0
      ? undefined
      : { known: isOpen ? allOf(one.known, other.known) : listed, ...(isOpen && { isOpen }) };
  }
  return withoutUndefined({
    format: one.format ?? other.format,
    pattern: bothPatterns(one.pattern, other.pattern),
    minLength: tighter(Math.max, one.minLength, other.minLength),
    maxLength: tighter(Math.min, one.maxLength, other.maxLength),
  });
}

function bothPatterns(one: string | undefined, other: string | undefined): string | undefined {
  if (one === undefined || other === undefined || one === other) return one ?? other;
  const ahead = [one, other].toSorted().map((each) => `(?=[\\s\\S]*?(?:${each}))`);
  return `^${ahead.join('')}`;
}

function eitherNumber(one: NumberKind, other: NumberKind): NumberKind {
  const isInteger = one.isInteger && other.isInteger;
  if (one.known && other.known) return { isInteger, known: allOf(one.known, other.known) };
  return withoutUndefined({
    isInteger,
    format: same(one.format, other.format),
    minimum: looser(Math.min, one.minimum, other.minimum),
    maximum: looser(Math.max, one.maximum, other.maximum),
    exclusiveMinimum: looser(Math.min, one.exclusiveMinimum, other.exclusiveMinimum),
    exclusiveMaximum: looser(Math.max, one.exclusiveMaximum, other.exclusiveMaximum),
    multipleOf: same(one.multipleOf, other.multipleOf),
  });
}

function bothNumber(one: NumberKind, other: NumberKind): NumberKind | undefined {
  const isInteger = one.isInteger || other.isInteger;
  const known = one.known && other.known ? common(one.known, other.known) : (one.known ?? other.known);
  if (known !== undefined) return known.length === 0 ? undefined : { isInteger, known };
  return tidyNumber({
    isInteger,
    format: one.format ?? other.format,
    minimum: tighter(Math.max, one.minimum, other.minimum),
    maximum: tighter(Math.min, one.maximum, other.maximum),
    exclusiveMinimum: tighter(Math.max, one.exclusiveMinimum, other.exclusiveMinimum),
    exclusiveMaximum: tighter(Math.min, one.exclusiveMaximum, other.exclusiveMaximum),
    multipleOf: one.multipleOf ?? other.multipleOf,
  });
}

/** A number as everybody would write it: an integer more than 0 is 1 at least, one between 401 and 401 is 401, and a multiple of 1 is an integer. */
export function tidyNumber(
  kind: { readonly [Name in keyof NumberKind]: NumberKind[Name] | undefined } & { readonly isInteger: boolean },
): NumberKind {
  if (kind.multipleOf === 1) return tidyNumber({ ...kind, isInteger: true, multipleOf: undefined });
  const { isInteger, exclusiveMinimum, exclusiveMaximum, ...rest } = kind;
  if (!isInteger) return withoutUndefined(kind);
  const least = exclusiveMinimum === undefined ? undefined : Math.floor(exclusiveMinimum) + 1;
  const greatest = exclusiveMaximum === undefined ? undefined : Math.ceil(exclusiveMaximum) - 1;
  const minimum = tighter(Math.max, rest.minimum, least);
  const maximum = tighter(Math.min, rest.maximum, greatest);
  if (minimum !== undefined && minimum === maximum) return { isInteger, known: [minimum] };
  return withoutUndefined({ ...rest, isInteger, minimum, maximum });
}

function eitherBoolean(one: BooleanKind, other: BooleanKind): BooleanKind {
  return one.known && other.known && one.known[0] === other.known[0] ? one : {};
}

function bothBoolean(one: BooleanKind, other: BooleanKind): BooleanKind | undefined {
  if (one.known && other.known && one.known[0] !== other.known[0]) return undefined;
  return one.known ? one : other;
}

function eitherList(one: ListKind, other: ListKind): ListKind {
  return withoutUndefined({
    element: either([one.element, other.element]),
    minItems: looser(Math.min, one.minItems, other.minItems),
    maxItems: looser(Math.max, one.maxItems, other.maxItems),
    isUnique: same(one.isUnique, other.isUnique),
  });
}

function bothList(one: ListKind, other: ListKind): ListKind {
  return withoutUndefined({
    element: both(one.element, other.element),
    minItems: tighter(Math.max, one.minItems, other.minItems),
    maxItems: tighter(Math.min, one.maxItems, other.maxItems),
    isUnique: one.isUnique ?? other.isUnique,
  });
}

function eitherObject(one: ObjectKind, other: ObjectKind): ObjectKind {
  const members = [...memberNames(one, other)].map((name) => {
    const [from, to] = [memberOf(one, name), memberOf(other, name)];
    const kinds = from && to ? either([from, to]) : (from ?? to ?? nothing);
    return [name, { ...kinds, isOptional: !from || !to || from.isOptional || to.isOptional }] as const;
  });
  return withoutUndefined({
    members: Object.fromEntries(members),
    elsewhere: allOf(one.elsewhere, other.elsewhere).filter((name) => !members.some(([member]) => member === name)),
    others: one.others && other.others && either([one.others, other.others]),
    isClosed: same(one.isClosed, other.isClosed),
    minProperties: looser(Math.min, one.minProperties, other.minProperties),
    maxProperties: looser(Math.max, one.maxProperties, other.maxProperties),
  });
}

function bothObject(one: ObjectKind, other: ObjectKind): ObjectKind {
  const elsewhere = allOf(one.elsewhere, other.elsewhere);
  const members = [...memberNames(one, other)]
    .filter((name) => !elsewhere.includes(name))
    .map((name) => {
      const [from, to] = [memberOf(one, name), memberOf(other, name)];
      const kinds = both(from ?? one.others ?? anything, to ?? other.others ?? anything);
      return [name, { ...kinds, isOptional: (from?.isOptional ?? true) && (to?.isOptional ?? true) }] as const;
    });
  return withoutUndefined({
    members: Object.fromEntries(members),
    elsewhere,
    others: one.others && other.others ? both(one.others, other.others) : (one.others ?? other.others),
    isClosed: one.isClosed ?? other.isClosed,
    minProperties: tighter(Math.max, one.minProperties, other.minProperties),
    maxProperties: tighter(Math.min, one.maxProperties, other.maxProperties),
  });
}

function memberNames(one: ObjectKind, other: ObjectKind): ReadonlySet<string> {
  return new Set([...Object.keys(one.members), ...Object.keys(other.members)]);
}

function memberOf({ members }: ObjectKind, name: string): Kinds | undefined {
  return Object.hasOwn(members, name) ? members[name] : undefined;
}

/** What both say alike; where they don't, nothing is said. */
function same<Value>(one: Value | undefined, other: Value | undefined): Value | undefined {
  return one === other ? one : undefined;
}

type Pick = (one: number, other: number) => number;

function looser(pick: Pick, one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || other === undefined ? undefined : pick(one, other);
}

function tighter(pick: Pick, one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || other === undefined ? (one ?? other) : pick(one, other);
}

function allOf<Value>(one: readonly Value[] = [], other: readonly Value[] = []): readonly Value[] {
  return [...new Set([...one, ...other])];
}

function common<Value>(one: readonly Value[], other: readonly Value[]): readonly Value[] {
  return one.filter((each) => other.includes(each));
}
