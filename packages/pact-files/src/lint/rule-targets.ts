import type { Place } from '@customer-contracts/schemas/plain';

import { headerOf } from '../document/header-of.ts';
import type { BodyPath, InteractionMessage, PactRule } from '../document/pact-document.ts';
import { parsePlace } from '../document/parse-place.ts';
import { isAt, type PlacedValue, valuesAt } from '../document/values-at.ts';
import type { DocumentedInteraction } from '../documented/documented-interaction.ts';
import { placeAt } from '../documented/documented-place.ts';
import { accepts } from '../matching/accepts.ts';
import { ruleAt } from '../matching/rule-at.ts';
import { canProve, isImpossible, isImpossibleStatus } from './is-impossible.ts';

/** A rule of an interaction, and what the example says about it. */
export interface RuleTargets {
  readonly rule: PactRule;
  /** Whether Pact can read where the rule is. */
  readonly isReadable: boolean;
  /** Whether the example has nothing that the rule could be about. */
  readonly isUnused: boolean;
  /** Whether no value that the API documents for the place fits the rule. */
  readonly isImpossible: boolean;
  /** The values of the example that don't fit their own rule. */
  readonly misfits: readonly PlacedValue[];
  /** Where the rule stands in the interaction. */
  readonly path: string;
}

/**
 * The rules of one direction. `documented` is that of the body, and `wrong` are the places where the example is wrong by
 * itself: of a value there no rule is judged.
 */
export function ruleTargets(
  interaction: DocumentedInteraction,
  direction: 'request' | 'response',
  documented: Place | undefined,
  wrong: readonly { readonly path: BodyPath }[],
): readonly RuleTargets[] {
  const message = interaction[direction];
  return message.rules.map((rule) => {
    const found = valuesOf(interaction, direction, rule);
    const values =
      rule.part === 'body' && wrong.length > 0
        ? found.filter(({ path }) => !wrong.some((each) => isAt(path, each.path)))
        : found;
    const misfits = values.filter(({ value }) => !accepts(rule, value, value));
    // An example that the API documents, and that fits, proves that most rules can be fitted.
    const isProven = misfits.length < values.length && canProve(rule);
    const place = isProven || rule.part !== 'body' ? undefined : documented && placeAt(documented, rule.place);
    const isReadable = rule.part !== 'body' || parsePlace(rule.name) !== undefined;
    return {
      rule,
      isReadable,
      isUnused: isReadable && found.length === 0,
      isImpossible:
        rule.part === 'status'
          ? isImpossibleStatus(rule, interaction.operation)
          : place !== undefined && values.length > 0 && values.every(({ value }) => isImpossible(rule, place, value)),
      misfits: misfits.filter(({ path }) => isJudgedBy(message, rule, path)),
      path: `${direction}.matchingRules.${rule.part}${rule.name === '' ? '' : `["${rule.name}"]`}`,
    };
  });
}

/** The values of the example that a rule is about; none where the example has nothing there. */
function valuesOf(
  { request, response }: DocumentedInteraction,
  direction: 'request' | 'response',
  { part, name, place }: PactRule,
): readonly PlacedValue[] {
  const { headers, body } = direction === 'request' ? request : response;
  if (part === 'body') return body === undefined ? [] : valuesAt(body, place);
  const texts: Readonly<Record<typeof part, readonly unknown[]>> = {
    path: [request.path],
    query: request.query[name] ?? [],
    headers: [headerOf(headers, name)].filter((value) => value !== undefined),
    status: [response.status],
  };
  return texts[part].map((value) => ({ path: [], value }));
}

function isJudgedBy({ rules }: InteractionMessage, rule: PactRule, path: BodyPath): boolean {
  // No other rule fits a place better than its own path.
  return rule.part !== 'body' || !rule.place.includes('*') || ruleAt(rules, path) === rule;
}
