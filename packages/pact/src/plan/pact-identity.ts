/** Whose contract it is, and where it is kept. */
export interface PactIdentity {
  /** The consumer's name, as the broker knows it. */
  readonly consumer: string;
  /** The provider's name, as the broker knows it. */
  readonly provider: string;
  /** The absolute path of the directory of the pact file. */
  readonly directory: string;
  /** The seed of the customers that answers hold. */
  readonly seed: number;
  /** The organization's own fields of a customer, by name, each with an example. */
  readonly customFields: Readonly<Record<string, unknown>>;
}
