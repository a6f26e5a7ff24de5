import { isList, isRecord } from '@customer-contracts/pact-files/internal';

/** A place at which two values differ. */
export interface Difference {
  /** The path of the place: `request.body.content.locale`. */
  readonly path: string;
  /** What is there in either value; `undefined` where nothing is. */
  readonly one: unknown;
  readonly other: unknown;
}

/** The places at which two values of JSON differ, as deep inside as can be said. */
export function differences(one: unknown, other: unknown, path = ''): readonly Difference[] {
  const [own, others] = [membersOf(one), membersOf(other)];
  if (own === undefined || others === undefined || isList(one) !== isList(other))
    return one === other ? [] : [{ path, one, other }];
  return [...new Set([...own.keys(), ...others.keys()])].flatMap((name) =>
    differences(own.get(name), others.get(name), path === '' ? name : `${path}.${name}`),
  );
}

/** The members of an object or list by name; `undefined` for a plain value. */
function membersOf(value: unknown): ReadonlyMap<string, unknown> | undefined {
  return isRecord(value) || isList(value) ? new Map(Object.entries(value)) : undefined;
}
