/** A member of an answer that nobody has typed: `member(body, 'primaryAddress', 'hash')`. */
export function member(value: unknown, ...path: readonly string[]): unknown {
  let current = value;
  for (const name of path) {
    current =
      typeof current === 'object' && current !== null
        ? Object.entries(current).find(([key]) => key === name)?.[1]
        : undefined;
  }
  return current;
}

/** The names of the members of an object, in order of the alphabet. */
export function memberNames(value: unknown): string[] {
  return typeof value === 'object' && value !== null ? Object.keys(value).toSorted() : [];
}
