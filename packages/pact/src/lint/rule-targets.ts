import { accepts } from '../pact-files/accepts.ts';
import type { BodyPath, InteractionMessage, PactRule } from '../pact-files/pact-document.ts';
import { ruleAt } from '../pact-files/rule-at.ts';
import { isAt, type PlacedValue, valuesAt } from '../pact-files/values-at.ts';
import { bodyDeviations } from './body-deviations.ts';
import { brokenRules } from './broken-rules.ts';
import { type DocumentedPlace, placeAt } from './documented.ts';
import { documentedValues } from './documented-values.ts';
import { headerOf } from './header-of.ts';
import type { JudgedInteraction } from './judged-interaction.ts';

/** A rule of an interaction, and the values of the example that it is about. */
export interface RuleTargets {
  readonly direction: 'request' | 'response';
  readonly rule: PactRule;
  /** The values that Pact holds against this rule, rather than against one that fits their place better. */
  readonly values: readonly PlacedValue[];
  /** Whether no value that the API documents for the place fits the rule. */
  readonly isImpossible: boolean;
  /** Where the rule stands in the interaction. */
  readonly path: string;
}

const known = new WeakMap<JudgedInteraction, readonly RuleTargets[]>();

/** The rules of both directions. Of a value that is wrong by itself no rule is judged: that is said elsewhere. */
export function ruleTargets(interaction: JudgedInteraction): readonly RuleTargets[] {
  const targets =
    known.get(interaction) ??
    (['request', 'response'] as const).flatMap((direction) => targetsOf(interaction, direction));
  known.set(interaction, targets);
  return targets;
}

function targetsOf(interaction: JudgedInteraction, direction: 'request' | 'response'): readonly RuleTargets[] {
  const message = interaction[direction];
  const wrong = (direction === 'request' ? brokenRules(interaction) : bodyDeviations(interaction)).map(
    ({ path }) => path,
  );
  const schema = direction === 'request' ? interaction.operation?.body : interaction.answer?.body;
  return message.rules.map((rule) => {
    const found = valuesOf(interaction, direction, rule);
    const values = rule.part === 'body' ? found.filter(({ path }) => !wrong.some((each) => isAt(path, each))) : found;
    const place = rule.part === 'body' && schema !== undefined ? placeAt(schema, rule.place) : undefined;
    return {
      direction,
      rule,
      values: values.filter(({ path }) => isJudgedBy(message, rule, path)),
      isImpossible:
        place !== undefined && values.length > 0 && values.every(({ value }) => isImpossible(rule, place, value)),
      path: `${direction}.matchingRules.${rule.part}${rule.name === '' ? '' : `["${rule.name}"]`}`,
    };
  });
}

/** The values of the example that a rule is about; none where the example has nothing there. */
export function valuesOf(
  { request, response }: JudgedInteraction,
  direction: 'request' | 'response',
  { part, name, place }: PactRule,
): readonly PlacedValue[] {
  const message = direction === 'request' ? request : response;
  const texts: Readonly<Record<Exclude<PactRule['part'], 'body'>, () => readonly unknown[]>> = {
    path: () => [request.path],
    query: () => request.query[name] ?? [],
    headers: () => [headerOf(message.headers, name)].filter((value) => value !== undefined),
    status: () => [response.status],
  };
  if (part !== 'body') return texts[part]().map((value) => ({ path: [], value }));
  return message.body === undefined ? [] : valuesAt(message.body, place);
}

function isJudgedBy({ rules }: InteractionMessage, rule: PactRule, path: BodyPath): boolean {
  return rule.part !== 'body' || ruleAt(rules, path) === rule;
}

/** Of texts without an enumeration some fit any pattern; the example says whether the right ones do. */
const ofText: ReadonlySet<string> = new Set(['regex', 'include', 'date', 'time', 'timestamp', 'datetime', 'semver']);

function isImpossible(rule: PactRule, { schema, isNullable }: DocumentedPlace, example: unknown): boolean {
  const { values, isOpen } = documentedValues(schema);
  // A list may have any number of elements.
  const unlimited = rule.matchers.map((matcher) => ({ ...matcher, min: undefined, max: undefined }));
  const matchers = isOpen ? unlimited.filter(({ match }) => !ofText.has(match)) : unlimited;
  const isSatisfiable = matchers.length === 0 || (rule.combine === 'OR' && matchers.length < rule.matchers.length);
  if (values.length === 0 || isSatisfiable) return false;
  const documented = isNullable ? [...values, null, example] : [...values, example];
  return !documented.some((value) => accepts({ ...rule, matchers }, value, example));
}
