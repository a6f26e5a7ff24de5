/** Whether a value is an object with named members. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a value is a list; unlike `Array.isArray`, its elements are unknown then. */
export function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

/** A value as JSON whose members stand in alphabetical order, so that equal values are equal bytes. */
export function canonicalJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, (_, member: unknown) => (isRecord(member) ? sortMembers(member) : member), indent);
}

function sortMembers(record: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(record).toSorted(([one], [other]) => (one < other ? -1 : 1)));
}
