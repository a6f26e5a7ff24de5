/** One of several processes that share the work: `index` counts from 1. */
export interface Shard {
  readonly index: number;
  readonly of: number;
}

/** Some records, by index: the first one, and the one behind the last. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** The shard's stretch of `count` records. The stretches of all shards follow each other without a gap. */
export function rangeOf(count: number, { index, of }: Shard): Range {
  return { from: Math.floor((count * (index - 1)) / of), to: Math.floor((count * index) / of) };
}

/** The shard's part of a number of writes: the parts of all shards add up to it. At least one, or it would never end. */
export function partOf(writes: number, { index, of }: Shard): number {
  return Math.max(1, Math.floor(writes / of) + (index <= writes % of ? 1 : 0));
}
