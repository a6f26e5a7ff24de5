import { type BrokenRule, brokenRules } from '../documented/broken-rules.ts';
import type { DocumentedInteraction } from '../documented/documented-interaction.ts';
import { type Deviation, deviations } from '../documented/documented-place.ts';
import { type RuleTargets, ruleTargets } from './rule-targets.ts';

/** An interaction, and what several rules want to know about it. */
export interface ExaminedInteraction extends DocumentedInteraction {
  /** The rules of the API that the request body breaks. */
  readonly brokenRules: readonly BrokenRule[];
  /** How the response body differs from what the API gives. */
  readonly deviations: readonly Deviation[];
  /** Whether the pact may hold a key or token, so that it is worth looking. */
  readonly mayHoldSecret: boolean;
  /** The matching rules of both directions. */
  readonly ruleTargets: readonly RuleTargets[];
}

/** Finds out what several rules want to know. */
export function examine(interaction: DocumentedInteraction, mayHoldSecret: boolean): ExaminedInteraction {
  const { operation, answer, response } = interaction;
  const broken = brokenRules(interaction);
  const deviating =
    answer?.body === undefined || response.body === undefined ? [] : deviations(answer.body, response.body);
  return {
    ...interaction,
    brokenRules: broken,
    deviations: deviating,
    mayHoldSecret,
    ruleTargets: [
      ...ruleTargets(interaction, 'request', operation?.body, broken),
      ...ruleTargets(interaction, 'response', answer?.body, deviating),
    ],
  };
}
