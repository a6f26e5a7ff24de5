import type { CustomerInput } from '@customer-contracts/schemas';

import type { Range } from './shard.ts';

/** A customer that is to be there. */
export interface SeedRecord {
  readonly index: number;
  readonly id: string;
  readonly body: CustomerInput;
}

/** A record of a payload that can't be written, and why. */
export interface BadRecord {
  readonly index: number;
  /** Its id, where it has a text for it. */
  readonly id: string | undefined;
  readonly reason: string;
  /** The line as it was given, or its bytes where they are no text. */
  readonly text?: string;
  readonly base64?: string;
}

/** Records that may reach somebody outside: with an address of a real host, or a phone number that somebody may have. */
export interface Reachable {
  /** How many they are. */
  readonly records: number;
  /** The first of them, its member, and why: `own.ndjson line 2, primaryAddress.emails.0.value: mail to ... may arrive`. */
  readonly first: string;
}

/** The customers that are to be there. They are made or read as they are walked, so that any number takes little room. */
export interface Records extends Disposable {
  /** How many there are, those that can't be written included. */
  readonly count: number;
  /** What tells these records from others, in words: `seed=42 locale=en-GB`. */
  readonly description: string;
  /** Those that may reach somebody; none of the fixtures does. */
  readonly reachable?: Reachable | undefined;
  readonly walk: (range: Range) => Iterable<SeedRecord | BadRecord>;
  /** Where a record comes from: `seed=42 index=17`. */
  readonly place: (record: { readonly index: number }) => string;
  /** Asserts that they are what they were at first. */
  readonly proveUnchanged: () => Promise<void>;
}

/** How many records are looked up at once. */
export const groupSize = 50;

/** Whether a record can be written. */
export function isGood(record: SeedRecord | BadRecord): record is SeedRecord {
  return 'body' in record;
}

/** Records in groups of this size, the last one smaller. */
export function* inGroups(
  records: Iterable<SeedRecord>,
  size: number,
): Generator<readonly SeedRecord[], void, undefined> {
  let group: SeedRecord[] = [];
  for (const record of records) {
    group.push(record);
    if (group.length < size) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}
