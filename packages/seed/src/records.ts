import type { CustomerInput } from '@customer-contracts/schemas';

import type { Range } from './shard.ts';

/** A customer that is to be there. */
export interface SeedRecord {
  readonly index: number;
  readonly id: string;
  readonly body: CustomerInput;
}

/** The customers that are to be there. They are made or read as they are walked, so that any number takes no room. */
export interface Records {
  readonly count: number;
  /** What tells these records from others, in words: `seed=42 locale=en-GB`. */
  readonly description: string;
  readonly walk: (range: Range) => Iterable<SeedRecord> | AsyncIterable<SeedRecord>;
  /** Where a record comes from: `seed=42 index=17`. */
  readonly place: (record: SeedRecord) => string;
}

/** How many records are looked up at once: their e-mail addresses have to fit into a URL of some 4 kB. */
export const groupSize = 50;

/** The records that are wanted, in groups of this size, the last one smaller. */
export async function* inGroups(
  records: Iterable<SeedRecord> | AsyncIterable<SeedRecord>,
  size: number,
  isWanted: (record: SeedRecord) => boolean,
): AsyncGenerator<readonly SeedRecord[], void, undefined> {
  let group: SeedRecord[] = [];
  for await (const record of records) {
    if (!isWanted(record)) continue;
    group.push(record);
    if (group.length < size) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}
