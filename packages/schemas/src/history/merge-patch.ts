import { isObject } from '../shapes/is-object.ts';

/** A value of JSON with a JSON Merge Patch applied, as RFC 7396 says; neither of the two is changed. */
export function mergePatch(value: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return patch;
  const merged = new Map(Object.entries(isObject(value) ? value : {}));
  for (const [name, each] of Object.entries(patch)) {
    if (each === null) merged.delete(name);
    else merged.set(name, mergePatch(merged.get(name), each));
  }
  return Object.fromEntries(merged);
}
