/** How many requests there were. */
export interface RequestCounts {
  /** How many read. */
  readonly reads: number;
  /** How many wrote, refused ones included. */
  readonly writes: number;
  /** How many requests were sent again after a fault. */
  readonly retries: number;
  /** How many writes were refused with 429. */
  readonly refusals: number;
}

/** What `seedCustomers` did, or would do in a dry run. */
export interface SeedSummary extends RequestCounts {
  /** How many customers there are to be: the sum of the next six. */
  readonly records: number;
  /** How many were missing. */
  readonly created: number;
  /** How many were there, and different. */
  readonly replaced: number;
  /** How many were there as they should be. */
  readonly unchanged: number;
  /** How many were there, and different, and were left so: changed by somebody else, with `keepChanged`. */
  readonly kept: number;
  /** How many can't be written, or the API refuses: they are in the file of rejects. */
  readonly refused: number;
  /** How many were not looked at, because the journal has them as done. */
  readonly journaled: number;
}

/** What `verifySeed` found. */
export interface VerifySummary extends RequestCounts {
  /** How many customers there are to be: the sum of the next three. */
  readonly records: number;
  readonly unchanged: number;
  readonly missing: number;
  readonly changed: number;
  /** How many other customers there are with an e-mail address of these records, or of the records behind the last one. */
  readonly extra: number;
}

/** What `undoSeed` did, or would do in a dry run. */
export interface UndoSummary extends RequestCounts {
  /** How many customers there may be: the sum of the next four. */
  readonly records: number;
  /** How many were merged into the tombstone. */
  readonly merged: number;
  /** How many were not there. */
  readonly gone: number;
  /** How many were left alone, because they were there before the seed. */
  readonly kept: number;
  /** How many were left alone, because they were changed since, or nobody knows whether the seed made them. */
  readonly refused: number;
}
