import type { PactRule, RawMatcher } from '../document/pact-document.ts';
import { matchersInside, rulesInside } from '../document/parse-rules.ts';
import { isAt } from '../document/values-at.ts';
import { isList, isRecord } from '../json/json-value.ts';
import { matcherOf } from './matchers.ts';

/** Whether the values of a parameter, all of them texts, fit a rule beside those of the example: as a list, and each by itself. */
export function parameterFits(rule: PactRule, values: readonly string[], examples: readonly string[]): boolean {
  if (examples.length === 0) return true;
  const eachFits = values.every((value, index) => fitsAny(rule, value, examples[index] ?? examples[0] ?? ''));
  const fits = (matcher: RawMatcher): boolean => {
    switch (matcher.match) {
      case 'arrayContains':
        return hasVariants(matcher, values, examples);
      case 'eachValue': {
        const inner: PactRule = { ...rule, combine: 'AND', matchers: matchersInside(matcher['rules']) };
        return inner.matchers.length > 0 && values.every((value) => fitsAny(inner, value, examples[0] ?? ''));
      }
      default:
        return matcherOf(matcher).list(values, matcher, examples, false) && eachFits;
    }
  };
  return rule.combine === 'OR' ? rule.matchers.some(fits) : rule.matchers.every(fits);
}

function fitsAny({ combine, matchers }: PactRule, value: string, example: string): boolean {
  const fits = (matcher: RawMatcher) => matcherOf(matcher).text(value, matcher, example);
  return combine === 'OR' ? matchers.some(fits) : matchers.every(fits);
}

function hasVariants({ variants }: RawMatcher, values: readonly string[], examples: readonly string[]): boolean {
  const listed = isList(variants) && variants.length > 0 ? variants : examples.map((_, index) => ({ index }));
  return listed.every((variant) => {
    const { index, rules } = isRecord(variant) ? variant : {};
    const example = examples[Number(index ?? 0) || 0];
    const rule = rulesInside(rules).find(({ place }) => isAt([0], place));
    return (
      example !== undefined &&
      values.some((value) => (rule === undefined ? value === example : fitsAny(rule, value, example)))
    );
  });
}
