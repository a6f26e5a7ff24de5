/** Whether a value is a list; unlike `Array.isArray`, its elements are unknown then. */
export function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}
