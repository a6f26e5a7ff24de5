/**
 * The smallest part of a set that still fails, of which no single element can be left out: delta debugging (Zeller and
 * Hildebrandt, 2002). The whole set fails.
 */
export async function smallestSet<Element>(
  whole: readonly Element[],
  fails: (part: readonly Element[]) => Promise<boolean>,
): Promise<readonly Element[]> {
  let [set, parts] = [whole, 2];
  while (set.length > 1) {
    const size = Math.ceil(set.length / parts);
    const chunks = Array.from({ length: Math.ceil(set.length / size) }, (_, index) =>
      set.slice(index * size, (index + 1) * size),
    );
    const failing = await firstThat(
      [...chunks, ...chunks.map((chunk) => set.filter((each) => !chunk.includes(each)))],
      fails,
    );
    if (failing !== undefined) {
      parts = chunks.includes(failing) ? 2 : Math.max(parts - 1, 2);
      set = failing;
    } else if (parts >= set.length) return set;
    else parts = Math.min(parts * 2, set.length);
  }
  return set;
}

async function firstThat<Value>(
  values: readonly Value[],
  holds: (value: Value) => Promise<boolean>,
): Promise<Value | undefined> {
  for (const value of values) if (await holds(value)) return value;
  return undefined;
}
