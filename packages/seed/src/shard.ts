/** One of several processes that share the work: `number` counts from 1. */
export interface Shard {
  readonly number: number;
  readonly of: number;
}

/** Some records, by index: the first one, and the one behind the last. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** The shard's stretch of `count` records. The stretches of all shards follow each other without a gap. */
export function rangeOf(count: number, { number, of }: Shard): Range {
  return { from: Math.floor((count * (number - 1)) / of), to: Math.floor((count * number) / of) };
}

/** The shard's part of a number of writes: the parts of all shards add up to it. At least one, or it would never end. */
export function partOf(writes: number, { number, of }: Shard): number {
  return Math.max(1, Math.floor(writes / of) + (number <= writes % of ? 1 : 0));
}
