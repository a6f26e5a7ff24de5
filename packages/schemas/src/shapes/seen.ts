import { isObject } from './is-object.ts';
import type { Kinds, ListKind, NumberKind, ObjectKind, Outside, TextKind } from './kinds.ts';
import { hasFewDigits, looksLikeName } from './looks-like-name.ts';
import { listMisfits, numberMisfits, objectMisfits, textMisfits } from './outside.ts';

/** How a value was come by. */
export interface SeenOptions {
  /** What the base promises of the place: without it formats, limits and listed values can't be told. */
  readonly base?: Kinds | undefined;
  /** Whether the value may be a part of what there is, as `fields` asks for it: what it lacks is not absent. */
  readonly isPart?: boolean;
  /** Whether a text is kept that the base doesn't list and that looks like a code. True when absent. */
  readonly keepsCodes?: boolean;
}

/**
 * What has been seen at a place once this value was, too: kinds, null, absence, and where it left what the base promises. No value
 * stays: of a listed member the listed value, or one that looks like a code; names of members only where the base
 * names some, or they look like names.
 *
 * ```ts
 * const { resources } = plain;
 * const base = kindsOf(resources.customer.schema);
 * seen(undefined, { id: 'cus_01', email: null }, { base }).object?.members.email?.isNullable; // true
 * ```
 */
export function seen(before: Kinds | undefined, value: unknown, { base, ...how }: SeenOptions = {}): Kinds {
  const kept = before === undefined || before.isUnsaid ? nothing : before;
  if (value === null) return { ...kept, isNullable: true };
  if (typeof value === 'string') return { ...kept, text: textSeen(kept.text, value, base?.text, how) };
  if (typeof value === 'number') return { ...kept, number: numberSeen(kept.number, value, base?.number) };
  if (typeof value === 'boolean') return { ...kept, boolean: {} };
  if (Array.isArray(value)) return { ...kept, list: listSeen(kept.list, value, base?.list, how) };
  return isObject(value) ? { ...kept, object: objectSeen(kept.object, value, base?.object, how) } : kept;
}

const nothing: Kinds = { isOptional: false, isNullable: false };

/** How a value was come by, the base apart. */
type How = Omit<SeenOptions, 'base'>;

function textSeen(
  before: TextKind | undefined,
  value: string,
  base: TextKind = {},
  { keepsCodes = true }: How = {},
): TextKind {
  const { known, isOpen = false } = base;
  const isKept = known !== undefined && !isOpen && (known.includes(value) || (keepsCodes && looksLikeCode(value)));
  const kept = before?.known ?? [];
  const found = isKept ? [] : textMisfits(base, value);
  return {
    ...(known !== undefined && { known: isKept && !kept.includes(value) ? [...kept, value] : kept }),
    ...outsideSeen(before?.outside, found),
  };
}

function numberSeen(before: NumberKind | undefined, value: number, base?: NumberKind): NumberKind {
  const isInteger = (before?.isInteger ?? true) && Number.isInteger(value);
  return { isInteger, ...outsideSeen(before?.outside, base === undefined ? [] : numberMisfits(base, value)) };
}

function listSeen(
  before: ListKind | undefined,
  value: readonly unknown[],
  base: ListKind | undefined,
  how: How,
): ListKind {
  let element: Kinds | undefined = before?.element;
  for (const each of value) element = seen(element, each, { base: base?.element, ...how });
  return {
    element: element ?? { isOptional: false, isNullable: false, isUnsaid: true },
    ...outsideSeen(before?.outside, base === undefined ? [] : listMisfits(base, value)),
  };
}

function objectSeen(
  before: ObjectKind | undefined,
  value: Readonly<Record<string, unknown>>,
  base: ObjectKind | undefined,
  how: How,
): ObjectKind {
  const { isPart = false } = how;
  const members: Record<string, Kinds> = { ...before?.members };
  const wasWhole = before !== undefined && !before.isPart;
  // What the members of a map are called is somebody's data.
  const names = base === undefined || isMap(base) ? [] : Object.keys(value);
  for (const name of names) {
    const promised = Object.hasOwn(base?.members ?? {}, name) ? base?.members[name] : base?.others;
    if (promised === undefined && !looksLikeName(name)) continue;
    const known = Object.hasOwn(members, name) ? members[name] : undefined;
    const found = seen(known, value[name], { base: promised, ...how });
    define(members, name, known === undefined && wasWhole ? { ...found, isOptional: true } : found);
  }
  if (!isPart)
    for (const [name, kinds] of Object.entries(members))
      if (!Object.hasOwn(value, name)) define(members, name, { ...kinds, isOptional: true });
  return {
    members,
    ...(isPart && !wasWhole && { isPart }),
    ...outsideSeen(before?.outside, base === undefined || isPart ? [] : objectMisfits(base, value)),
  };
}

/** Not by assignment, which would take `__proto__` for the prototype. */
function define(members: Record<string, Kinds>, name: string, value: Kinds): void {
  Object.defineProperty(members, name, { value, enumerable: true, writable: true, configurable: true });
}

function isMap({ members }: ObjectKind): boolean {
  return Object.keys(members).length === 0;
}

function outsideSeen(
  before: readonly Outside[] = [],
  found: readonly Outside[],
): { readonly outside?: readonly Outside[] } {
  const all = [...new Set([...before, ...found])];
  return all.length === 0 ? {} : { outside: all };
}

/** `payment-card`, `Apple Pay`, `P24`; not an id, an address, a number of somebody's. */
function looksLikeCode(value: string): boolean {
  return /^[A-Za-z][A-Za-z\d .-]{0,31}$/.test(value) && hasFewDigits(value);
}
