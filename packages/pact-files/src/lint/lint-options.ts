/** How bad a rule is for a team: `off` leaves it out. */
export type RuleSetting = 'off' | 'warn' | 'error';

/** What a team knows and accepts for now: findings of a rule that are left out. */
export interface Exemption {
  /** The id of the rule. */
  readonly rule: string;
  /** Of this consumer's pacts only. */
  readonly consumer?: string | undefined;
  /** Of the interaction with this description only. */
  readonly interaction?: string | undefined;
  /**
   * At this place only, and in it: `response.body.primaryAddress`, as findings name it, or `primaryAddress`, of either body.
   * `[*]` is any element.
   */
  readonly member?: string | undefined;
  /** Why. */
  readonly reason: string;
  /** The last day on which it holds: `2026-12-31`. Then it is a finding itself. */
  readonly until?: string | undefined;
}

/** What {@link lint} takes besides the pacts. */
export interface LintOptions {
  /** How bad rules are, by id: `{ 'lone-absence': 'off' }`. As they are by themselves by default. */
  readonly rules?: Readonly<Record<string, RuleSetting | undefined>> | undefined;
  readonly exemptions?: readonly Exemption[] | undefined;
  /** Where rules and exemptions stand, as findings about exemptions say it. `customer-pact.config.json` by default. */
  readonly source?: { readonly file: string; readonly text?: string | undefined } | undefined;
  /** The day on which exemptions are judged: `2026-11-30`. Today in UTC by default. */
  readonly today?: string | undefined;
}
