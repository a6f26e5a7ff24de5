/** A matcher as it stands in a pact file, version 4: `{ match: 'regex', regex: '^cus_' }`. */
export interface RawMatcher {
  /** The name of the matcher in Pact's specification. */
  readonly match: string;
  readonly [setting: string]: unknown;
}
