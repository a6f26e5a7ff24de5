/** Whether one of two members holds the other, or is it: `tags` and `tags[].type`. The whole body holds all. */
export function isNear(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short === '' || short === long || long.startsWith(`${short}.`) || long.startsWith(`${short}[`);
}
