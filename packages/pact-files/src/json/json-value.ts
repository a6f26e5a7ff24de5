/** Whether a value is an object with named members. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a value is a list; unlike `Array.isArray`, its elements are unknown then. */
export function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

/** The members of an object; none of anything else. */
export function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return isRecord(value) ? value : {};
}

/** A value as JSON whose members stand in alphabetical order, so that equal values are equal bytes. */
export function canonicalJson(value: unknown, indent?: number): string {
  return JSON.stringify(inOrder(value), undefined, indent);
}

/** A value with its members in alphabetical order. Copied first and written then: a replacer takes several times as long. */
function inOrder(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || 'toJSON' in value) return value;
  if (isList(value)) return value.map(inOrder);
  const members = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1));
  // Not one by one, which would take `__proto__` for the prototype.
  return Object.fromEntries(members.map(([name, member]) => [name, inOrder(member)]));
}
