/** How bad a finding is: an `error` is honoured by no provider, or is no contract with the API; a `warning` will hurt some day. */
export type Severity = 'error' | 'warning';

/** What a rule has against an interaction. */
export interface Finding {
  /** The path of the pact file, or its address. */
  readonly file: string;
  /** The line of the file that has the place, or what should hold it, from 1. */
  readonly line: number;
  /** The description of the interaction; of a finding about an exemption, which one it is. */
  readonly interaction: string;
  /** The place in the interaction: `request.body.primaryAddress.country`. */
  readonly path: string;
  /** The id of the rule. */
  readonly rule: string;
  readonly severity: Severity;
  /** What is wrong and what to do, in a sentence or two. Keys are masked. */
  readonly message: string;
  /** The address of the page that says what the rule is about; absent while this project has no public address. */
  readonly url?: string;
}
