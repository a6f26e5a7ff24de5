import type { BodyPath, PactRule } from '../document/pact-document.ts';
import { isAnyStep } from '../document/parse-place.ts';
import { matchersInside } from '../document/parse-rules.ts';
import { isAt } from '../document/values-at.ts';

/**
 * The rule that Pact applies to a value of a body: of those that mean its place, or one above it, the deepest, and of these
 * the one with the fewest wildcards. Inside of what has an `eachValue` only the rules of that one count. `undefined` where
 * the value must be equal to the example.
 */
export function ruleAt(rules: readonly PactRule[], path: BodyPath): PactRule | undefined {
  let inScope = rules.filter(({ part }) => part === 'body');
  if (inScope.some(isEachValue)) {
    for (const [depth] of path.entries()) {
      const above = path.slice(0, depth);
      const inner = insideOf(bestRule(inScope, above), above);
      if (inner !== undefined) inScope = [inner];
    }
  }
  return bestRule(inScope, path);
}

/** Whether a rule that counts at a place is one for a place above: then it says nothing about lengths and keys there. */
export function isCascaded({ name, place }: Pick<PactRule, 'name' | 'place'>, depth: number): boolean {
  return name === '' || place.length < depth;
}

/** Of rules of a body, the one with the greatest weight at a place. */
function bestRule(rules: readonly PactRule[], path: BodyPath): PactRule | undefined {
  const fitting = rules.filter(({ place }) => isAt(path, place));
  return fitting.reduce<PactRule | undefined>(
    (best, rule) => (best === undefined || weightOf(rule) > weightOf(best) ? rule : best),
    undefined,
  );
}

/** Each step counts twice, and a wildcard once; the product is times the steps. The root is a step, and no path has none. */
export function weightOf({ name, place }: Pick<PactRule, 'name' | 'place'>): number {
  if (name === '') return 0;
  let named = 0;
  for (const step of place) if (!isAnyStep(step)) named += 1;
  return 2 ** (named + 1) * (place.length + 1);
}

function isEachValue({ matchers }: PactRule): boolean {
  return matchers.some(({ match }) => match === 'eachValue');
}

/** What a rule with an `eachValue`, exactly at its place, says about the values inside. */
function insideOf(rule: PactRule | undefined, path: BodyPath): PactRule | undefined {
  const matcher = rule?.matchers.find(({ match }) => match === 'eachValue');
  if (rule === undefined || matcher === undefined || rule.place.length !== path.length || rule.name === '')
    return undefined;
  return { ...rule, place: [...path, '*'], combine: 'AND', matchers: matchersInside(matcher['rules']) };
}
