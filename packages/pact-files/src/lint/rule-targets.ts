import type { Place } from '@customer-contracts/schemas/plain';

import { headerOf } from '../document/header-of.ts';
import type { BodyPath, InteractionMessage, PactRule } from '../document/pact-document.ts';
import { parsePlace } from '../document/parse-place.ts';
import { isAt, type PlacedValue, valuesAt } from '../document/values-at.ts';
import type { DocumentedInteraction } from '../documented/documented-interaction.ts';
import { placeAt } from '../documented/documented-place.ts';
import { accepts } from '../matching/accepts.ts';
import { bodyMisfits } from '../matching/body-misfits.ts';
import { type HardPattern, hardPatterns } from '../matching/hard-patterns.ts';
import { matchers } from '../matching/matchers.ts';
import { parameterFits } from '../matching/parameter-fits.ts';
import { canProve, isImpossible, isImpossibleStatus } from './is-impossible.ts';

/** A rule of an interaction, and what the example says about it. */
export interface RuleTargets {
  readonly rule: PactRule;
  /** Whether the example has nothing that the rule could be about. */
  readonly isUnused: boolean;
  /** Whether no value that the API documents for the place fits the rule. */
  readonly isImpossible: boolean;
  /** The values of the example that don't fit the rule, or one inside of it. */
  readonly misfits: readonly PlacedValue[];
  /** Its patterns that nobody can judge. */
  readonly hardPatterns: readonly HardPattern[];
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
  const inBody =
    message.body !== undefined && message.rules.some(({ part }) => part === 'body')
      ? bodyMisfits(message.rules, message.body, message.body)
      : [];
  return message.rules.map((rule) => {
    const found = valuesOf(interaction, direction, rule);
    const isRight = ({ path }: PlacedValue) => rule.part !== 'body' || !wrong.some((each) => isAt(path, each.path));
    const isOfBody = rule.part === 'body';
    const misfits = isOfBody ? inBody.filter((each) => each.rule === rule) : textMisfits(rule, found);
    const values = isOfBody ? (wrong.length === 0 ? found : found.filter(isRight)) : [];
    // An example that the API documents, and that fits, proves that most rules can be fitted.
    const isProven = canProve(rule) && values.some(({ value }) => accepts(rule, value, value));
    const place = isProven || !isOfBody ? undefined : documented && placeAt(documented, rule.place);
    // What was too much work is known only now.
    const hard = hardPatterns(rule.matchers);
    // Of these rules something worse is said.
    const isJudged = hard.length === 0 && rule.matchers.every(({ match }) => matchers.has(match));
    return {
      rule,
      isUnused: found.length === 0,
      isImpossible:
        isJudged &&
        (rule.part === 'status'
          ? isImpossibleStatus(rule, interaction.operation)
          : place !== undefined && values.length > 0 && values.every(({ value }) => isImpossible(rule, place, value))),
      misfits: isJudged ? misfits.filter((each) => isRight(each) && !isGenerated(message, rule, each.path)) : [],
      hardPatterns: hard,
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
  const isSent = direction === 'request';
  const query = isSent ? request.query : {};
  const texts: Readonly<Record<typeof part, readonly unknown[]>> = {
    path: isSent ? [request.path] : [],
    query: name === '' ? Object.values(query).flat() : Object.hasOwn(query, name) ? (query[name] ?? []) : [],
    headers: name === '' ? Object.values(headers) : [headerOf(headers, name)].filter((value) => value !== undefined),
    status: isSent ? [] : [response.status],
  };
  return texts[part].map((value) => ({ path: [], value }));
}

/** Of what is no body, the values that don't fit their rule. A parameter that is given several times is a list, too. */
function textMisfits(rule: PactRule, found: readonly PlacedValue[]): readonly PlacedValue[] {
  if (rule.part === 'query') {
    // Ruby's rule for a query as a whole: Pact's verifier has nothing to hold it against.
    if (rule.name === '') return [];
    const values = found.map(({ value }) => String(value));
    return parameterFits(rule, values, values) ? [] : found;
  }
  return found.filter(
    ({ value }) => !partsOf(rule, value).some((parts) => parts.every((each) => accepts(rule, each, each))),
  );
}

/** A header may be a list, and its text doesn't say so. */
function partsOf({ part }: PactRule, value: unknown): readonly (readonly unknown[])[] {
  const isList = part === 'headers' && typeof value === 'string' && value.includes(',');
  return isList ? [[value], value.split(',').map((each) => each.trim())] : [[value]];
}

/** Whether a generator puts another value in the place of the example. */
function isGenerated({ generators }: InteractionMessage, { part, name }: PactRule, path: BodyPath): boolean {
  return generators.some((each) => {
    if (each.part !== part) return false;
    if (part !== 'body') return each.name.toLowerCase() === name.toLowerCase();
    const place = parsePlace(each.name);
    return place !== undefined && isAt(path, place);
  });
}
