import type { PactRule, RawMatcher } from '../document/pact-document.ts';
import { isList, isRecord } from '../json/json-value.ts';
import { fitsStatus, isDecimal, matcherOf, type Value } from './matchers.ts';

/**
 * Whether a value fits a rule beside its example, apart from what is inside of it. The rule is one for the place itself, or one
 * for a place above. The engine of patterns must be loaded.
 */
export function accepts(rule: PactRule, value: unknown, example: unknown, isCascaded = false): boolean {
  const fits = (matcher: RawMatcher) => fitsMatcher(rule, matcher, value, example, isCascaded);
  // Pact's core holds an object against all matchers, whatever the rule says.
  const isAnyEnough = rule.combine === 'OR' && !(rule.part === 'body' && isRecord(example));
  return isAnyEnough ? rule.matchers.some(fits) : rule.matchers.every(fits);
}

function fitsMatcher(
  { part }: PactRule,
  matcher: RawMatcher,
  value: unknown,
  example: unknown,
  isCascaded: boolean,
): boolean {
  if (part === 'status') return fitsStatus(matcher, Number(value), Number(example));
  if (part !== 'body') return matcherOf(matcher).text(String(value), matcher, String(example));
  // JavaScript doesn't know 10 from 10.0. What the example shows as a decimal is taken for one.
  const isShown = matcher.match === 'decimal' && value === example;
  return fitsInBody(
    matcher,
    { value, isDecimal: isDecimal(value) || isShown },
    { value: example, isDecimal: isDecimal(example) || isShown },
    isCascaded,
  );
}

/** Whether a value of a body fits a matcher beside its example, apart from what is inside of it. */
export function fitsInBody(matcher: RawMatcher, value: Value, example: Value, isCascaded: boolean): boolean {
  const { plain, object, list } = matcherOf(matcher);
  if (isRecord(example.value)) {
    return isRecord(value.value) && object(value.value, matcher, example.value, isCascaded);
  }
  if (!isList(example.value)) return plain(value, matcher, example);
  if (!isList(value.value)) return false;
  // Beside an empty list, Pact's core takes any.
  return example.value.length === 0 || list(value.value, matcher, example.value, isCascaded);
}
