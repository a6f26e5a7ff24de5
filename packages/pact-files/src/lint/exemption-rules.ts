import type { Severity } from './finding.ts';
import type { Exemption } from './lint-options.ts';

/** A rule about exemptions, not about interactions. */
export interface ExemptionRule {
  readonly id: string;
  readonly severity: Severity;
  /** What it is about and why, in one paragraph. */
  readonly explanation: string;
  /** An exemption that keeps it on 30 November 2026, beside the bad example of its rule. */
  readonly good: Exemption;
  /** One that breaks it. */
  readonly bad: Exemption;
}

const promised = { rule: 'undocumented-member', reason: 'The API gets the member in March.' };

export const expiredExemption: ExemptionRule = {
  id: 'expired-exemption',
  severity: 'error',
  explanation:
    'An exemption holds until the end of its day `until`. After it, its findings are back, and it is one itself. Mend what it is about, or decide on another day.',
  good: { ...promised, until: '2027-03-31' },
  bad: { ...promised, until: '2026-03-31' },
};

export const unusedExemption: ExemptionRule = {
  id: 'unused-exemption',
  severity: 'warning',
  explanation:
    'An exemption is about something that is found. One that matches no finding has been mended, or is misspelt, and leaves out unseen whatever it meets next. One for a consumer whose pacts are not judged is not looked at.',
  good: promised,
  bad: { ...promised, member: 'primaryAddress' },
};

/** The rules about exemptions. */
export const exemptionRules: readonly ExemptionRule[] = [expiredExemption, unusedExemption];
