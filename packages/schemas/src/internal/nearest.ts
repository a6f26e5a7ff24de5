/**
 * The name that differs least from a word: by two letters at most, by fewer than the name has, and without regard to case;
 * else one whose last part begins with the word: `directory` for `dir`, `primaryAddress.city` for `city`.
 */
export function nearest(word: string, names: readonly string[]): string | undefined {
  const [best] = names
    .filter((name) => Math.abs(name.length - word.length) <= 2)
    .map((name) => ({ name, distance: distance(word.toLowerCase(), name.toLowerCase()) }))
    .filter((each) => each.distance <= 2 && each.distance < each.name.length)
    .toSorted((one, other) => one.distance - other.distance);
  return best?.name ?? names.find((name) => word.length > 2 && name.replace(/.*\./, '').startsWith(word));
}

/** How many letters must be added, taken away or replaced (Levenshtein). */
function distance(one: string, other: string): number {
  let previous = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [row, letter] of one.split('').entries()) {
    const next = [row + 1];
    for (const [column, each] of other.split('').entries()) {
      const replaced = (previous[column] ?? 0) + (letter === each ? 0 : 1);
      next.push(Math.min(replaced, (previous[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    previous = next;
  }
  return previous.at(-1) ?? 0;
}
