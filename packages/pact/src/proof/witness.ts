/** A body that the API may answer: the usual one, with one thing changed. */
export interface Witness {
  /** The path of the member that was changed: `primaryAddress.city`, `tags[].type`. */
  readonly member: string;
  /** What was changed, as a sentence about the member: `may be null`. */
  readonly claim: string;
  /** The value that the member has now; `undefined` where it is left out. */
  readonly value: unknown;
  /** The whole body. */
  readonly body: unknown;
}

/** A value that a member may have. */
export interface Possibility {
  readonly claim: string;
  readonly value: unknown;
}
