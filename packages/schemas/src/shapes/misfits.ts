import { isObject } from './is-object.ts';
import type { Kinds, ObjectKind } from './kinds.ts';
import { listMisfits, numberMisfits, objectMisfits, textMisfits } from './outside.ts';

/** Where a value is otherwise than a shape says. */
export interface Misfit {
  /** Where in the value; empty for the whole. */
  readonly path: readonly (string | number)[];
  /**
   * What is wrong there: another kind of value, null, nothing where something must stand, a member that may not be there, a value
   * that is not listed, or another format or limit.
   */
  readonly what: 'kind' | 'null' | 'absent' | 'unknown' | 'value' | 'format' | 'limit';
}

/**
 * Where a value is otherwise than a shape says; none where it is allowed. JSON alone: `undefined` is absence. Of the formats
 * `date`, `date-time`, `email` and `uri` are judged, as the API's own are.
 */
export function misfits(kinds: Kinds, value: unknown): readonly Misfit[] {
  if (value === undefined) return kinds.isOptional ? none : [{ path: [], what: 'absent' }];
  if (kinds.isUnsaid || (value === null && kinds.isNullable)) return none;
  if (value === null) return [{ path: [], what: 'null' }];
  if (kinds.alternatives === undefined) return misfitsOfKind(kinds, value);
  const found = kinds.alternatives.map((each) => misfits(each, value));
  // Of several that don't fit the nearest tells most.
  return found.toSorted((one, other) => one.length - other.length)[0] ?? none;
}

const none: readonly Misfit[] = [];

function misfitsOfKind({ text, number, boolean, list, object }: Kinds, value: unknown): readonly Misfit[] {
  if (typeof value === 'string' && text) return here(textMisfits(text, value));
  if (typeof value === 'number' && number)
    return number.isInteger && !Number.isInteger(value) ? here(['kind']) : here(numberMisfits(number, value));
  if (typeof value === 'boolean' && boolean) return here(boolean.known?.includes(value) === false ? ['value'] : []);
  if (Array.isArray(value) && list)
    return [
      ...here(listMisfits(list, value)),
      ...value.flatMap((each: unknown, index) => inside(index, misfits(list.element, each))),
    ];
  if (isObject(value) && object) return [...here(objectMisfits(object, value)), ...memberMisfits(object, value)];
  return here(['kind']);
}

function memberMisfits(
  { members, others, isClosed = false, elsewhere = [] }: ObjectKind,
  value: Readonly<Record<string, unknown>>,
): readonly Misfit[] {
  const strange = Object.keys(value).filter((name) => !Object.hasOwn(members, name));
  return [
    ...Object.entries(members).flatMap(([name, kinds]) =>
      inside(name, misfits(kinds, Object.hasOwn(value, name) ? value[name] : undefined)),
    ),
    ...strange.flatMap((name) => {
      if (others !== undefined) return inside(name, misfits(others, value[name]));
      // What belongs to the other direction is passed over, not refused.
      return isClosed && !elsewhere.includes(name) ? inside(name, here(['unknown'])) : none;
    }),
  ];
}

function here(whats: readonly Misfit['what'][]): readonly Misfit[] {
  return whats.map((what) => ({ path: [], what }));
}

function inside(step: string | number, found: readonly Misfit[]): readonly Misfit[] {
  return found.map(({ path, what }) => ({ path: [step, ...path], what }));
}
