import { type Change, isInside, type Steps } from './change.ts';

/** A member that can be as it is, or one of these: null, absent, an empty list. */
export interface Factor {
  readonly steps: Steps;
  readonly levels: readonly Change[];
}

/** How many rows are tried for each that is kept. */
const candidates = 24;

/** As it is; or the position of a level, from 1; or not there, because what holds it is gone. */
type Level = number | 'gone';

/**
 * Rows of changes in which each two levels of each two factors come together at least once, as far as they can: members of
 * what is gone have no level. That all are as they are is no row of its own. Greedy, and the same for the same seed.
 */
export function coveringRows(factors: readonly Factor[], seed: number): readonly (readonly Change[])[] {
  const random = randomFrom(seed);
  const outer = factors.map(({ steps }) =>
    factors.flatMap((other, index) => (isInside(steps, other.steps) ? [index] : [])),
  );
  const missing = missingPairs(factors, outer);
  const rows: Change[][] = [];
  while (missing.size > 0) {
    const tried = Array.from({ length: candidates }, () => makeRow(factors, outer, missing, random));
    const best = tried.reduce((one, other) => (newPairs(other, missing).length > newPairs(one, missing).length ? other : one));
    const covered = newPairs(best, missing);
    // A pair that no row can have: its levels take each other away by a third factor.
    if (covered.length === 0) break;
    for (const pair of covered) missing.delete(pair);
    rows.push(
      best.flatMap((level, index) => (typeof level === 'number' ? (factors[index]?.levels[level - 1] ?? []) : [])),
    );
  }
  return rows;
}

function missingPairs(factors: readonly Factor[], outer: readonly (readonly number[])[]): Set<string> {
  const missing = new Set<string>();
  for (const [one, { levels }] of factors.entries()) {
    for (let level = 0; level <= levels.length; level += 1) {
      // A factor alone is a pair with itself.
      if (level > 0) missing.add(pairOf(one, level, one, level));
      for (const [other, { levels: others }] of factors.entries()) {
        if (other <= one) continue;
        for (let otherLevel = 0; otherLevel <= others.length; otherLevel += 1) {
          const isTakenAway =
            (level > 0 && outer[other]?.includes(one)) || (otherLevel > 0 && outer[one]?.includes(other));
          if (level + otherLevel > 0 && !isTakenAway) missing.add(pairOf(one, level, other, otherLevel));
        }
      }
    }
  }
  return missing;
}

/** A row that takes, factor by factor in a random order, the level that brings the most of what is missing. */
function makeRow(
  factors: readonly Factor[],
  outer: readonly (readonly number[])[],
  missing: ReadonlySet<string>,
  random: () => number,
): readonly Level[] {
  const row: Level[] = factors.map(() => 'gone');
  const assigned: number[] = [];
  const order = factors
    .map((_, index) => ({ index, depth: outer[index]?.length ?? 0, rank: random() }))
    .toSorted((one, other) => one.depth - other.depth || one.rank - other.rank);
  for (const { index } of order) {
    if (outer[index]?.some((holder) => row[holder] !== 0)) continue;
    const count = (factors[index]?.levels.length ?? 0) + 1;
    const gains = Array.from({ length: count }, (_, level) => ({
      level,
      gain:
        Number(missing.has(pairOf(index, level, index, level))) +
        assigned.filter((other) => missing.has(pairOf(index, level, other, row[other] ?? 'gone'))).length,
      rank: random(),
    }));
    const [best] = gains.toSorted((one, other) => other.gain - one.gain || one.rank - other.rank);
    row[index] = best?.level ?? 0;
    assigned.push(index);
  }
  return row;
}

function newPairs(row: readonly Level[], missing: ReadonlySet<string>): readonly string[] {
  return row.flatMap((level, one) =>
    row.flatMap((otherLevel, other) => {
      const pair = pairOf(one, level, other, otherLevel);
      return other >= one && missing.has(pair) ? [pair] : [];
    }),
  );
}

function pairOf(one: number, level: Level, other: number, otherLevel: Level): string {
  return one <= other ? `${one}=${level} ${other}=${otherLevel}` : `${other}=${otherLevel} ${one}=${level}`;
}

/** Numbers from 0 to 1 that are the same for the same seed: mulberry32. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d_2b_79_f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
