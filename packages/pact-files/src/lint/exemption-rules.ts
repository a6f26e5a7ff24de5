import type { LintRule } from './lint-rule.ts';

/** What can be wrong with an exemption. */
export const expiredExemption: ExemptionRule = {
  id: 'expired-exemption',
  severity: 'error',
  explanation:
    'An exemption holds until the end of its day `until`. After it, its findings are back, and it is one itself. Mend what it is about, or decide on another day.',
};

/** What can be wrong with an exemption. */
export const unusedExemption: ExemptionRule = {
  id: 'unused-exemption',
  severity: 'warning',
  explanation:
    'An exemption is about something that is found. One that matches no finding has been mended, or is misspelt; whatever it meets next would be left out unseen. One for a consumer whose pacts are not among those that are judged is not looked at.',
};

/** A rule about the configuration, not about an interaction. */
export type ExemptionRule = Pick<LintRule, 'id' | 'severity' | 'explanation'>;

/** The rules about exemptions. */
export const exemptionRules: readonly ExemptionRule[] = [expiredExemption, unusedExemption];
