import { type Change, isInside, type Steps } from './change.ts';

/** A member that can be as it is, or one of these: null, absent, an empty list. */
export interface Factor {
  readonly steps: Steps;
  readonly levels: readonly Change[];
}

/** How many rows are tried for each that is kept. */
const candidates = 24;

/** A factor at one of its levels; without a change it is as it was. */
interface Setting {
  /** Its place in the table of pairs. */
  readonly index: number;
  readonly change: Change | undefined;
}

/** A factor, with its settings and the factors that hold it. */
interface Column {
  readonly settings: readonly Setting[];
  readonly holders: readonly number[];
}

/**
 * Rows of changes in which each two levels of each two factors come together at least once, as far as they can: what is
 * inside of something that is gone has no level. A row in which everything is as it was isn't needed. Greedy, and the same
 * for the same seed.
 */
export function coveringRows(factors: readonly Factor[], seed: number): readonly (readonly Change[])[] {
  const random = randomFrom(seed);
  const columns = columnsOf(factors);
  const missing = missingPairs(columns);
  const rows: Change[][] = [];
  while (missing.count > 0) {
    const tried = Array.from({ length: candidates }, () => makeRow(columns, missing, random));
    const gains = tried.map((row) => missing.gainOf(row));
    const best = tried[gains.indexOf(Math.max(...gains))] ?? [];
    // What is left can't come together: a third factor is in the way.
    if (missing.take(best) === 0) break;
    rows.push(best.flatMap(({ change }) => change ?? []));
  }
  return rows;
}

function columnsOf(factors: readonly Factor[]): readonly Column[] {
  let count = 0;
  const settingOf = (change: Change | undefined): Setting => {
    count += 1;
    return { index: count - 1, change };
  };
  return factors.map(({ steps, levels }) => ({
    settings: [undefined, ...levels].map(settingOf),
    holders: factors.flatMap((other, index) => (isInside(steps, other.steps) ? [index] : [])),
  }));
}

/** The pairs of settings that no row has yet; a change alone is a pair with itself. */
class Pairs {
  readonly #size: number;
  readonly #isMissing: Uint8Array;
  count = 0;

  constructor(size: number) {
    this.#size = size;
    this.#isMissing = new Uint8Array(size * size);
  }

  add(one: Setting, other: Setting): void {
    this.#isMissing[this.#at(one, other)] = 1;
    this.count += 1;
  }

  /** How many pairs a setting would bring to what a row has already. */
  gainWith(setting: Setting, row: Iterable<Setting>): number {
    let gain = this.#isMissing[this.#at(setting, setting)] ?? 0;
    for (const other of row) gain += this.#isMissing[this.#at(setting, other)] ?? 0;
    return gain;
  }

  /** How many pairs a row would bring. */
  gainOf(row: readonly Setting[]): number {
    return this.#inRow(row).length;
  }

  /** Takes the pairs of a row out. @returns how many. */
  take(row: readonly Setting[]): number {
    const places = this.#inRow(row);
    for (const place of places) this.#isMissing[place] = 0;
    this.count -= places.length;
    return places.length;
  }

  #inRow(row: readonly Setting[]): readonly number[] {
    const places: number[] = [];
    for (const [index, one] of row.entries()) {
      for (let other = index; other < row.length; other += 1) {
        const place = this.#at(one, row[other] ?? one);
        if (this.#isMissing[place] === 1) places.push(place);
      }
    }
    return places;
  }

  #at(one: Setting, other: Setting): number {
    return Math.min(one.index, other.index) * this.#size + Math.max(one.index, other.index);
  }
}

function missingPairs(columns: readonly Column[]): Pairs {
  const all = columns.flatMap(({ settings }, column) => settings.map((setting) => ({ setting, column })));
  const missing = new Pairs(all.length);
  const holds = (outer: (typeof all)[number], inner: (typeof all)[number]) =>
    outer.setting.change !== undefined && columns[inner.column]?.holders.includes(outer.column) === true;
  for (const [index, one] of all.entries()) {
    if (one.setting.change !== undefined) missing.add(one.setting, one.setting);
    for (const other of all.slice(index + 1)) {
      const isChanged = one.setting.change !== undefined || other.setting.change !== undefined;
      if (isChanged && one.column !== other.column && !holds(one, other) && !holds(other, one))
        missing.add(one.setting, other.setting);
    }
  }
  return missing;
}

/** A row that takes, factor by factor in a random order, the setting that brings the most of what is missing. */
function makeRow(columns: readonly Column[], missing: Pairs, random: () => number): readonly Setting[] {
  const chosen = new Map<number, Setting>();
  const order = columns
    .map(({ settings, holders }, index) => ({ settings, holders, index, rank: random() }))
    .toSorted((one, other) => one.holders.length - other.holders.length || one.rank - other.rank);
  for (const { settings, holders, index } of order) {
    const isGone = holders.some((holder) => !chosen.has(holder) || chosen.get(holder)?.change !== undefined);
    if (isGone) continue;
    const ranked = settings.map((setting) => ({
      setting,
      gain: missing.gainWith(setting, chosen.values()),
      rank: random(),
    }));
    const best = ranked.reduce((one, other) =>
      other.gain > one.gain || (other.gain === one.gain && other.rank > one.rank) ? other : one,
    );
    chosen.set(index, best.setting);
  }
  return [...chosen].toSorted(([one], [other]) => one - other).map(([, setting]) => setting);
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
