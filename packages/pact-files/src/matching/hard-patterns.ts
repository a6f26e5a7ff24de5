import type { RawMatcher } from '../document/pact-document.ts';
import { rulesInside, matchersInside } from '../document/parse-rules.ts';
import { textOf } from '../document/read-matcher.ts';
import { isList, isRecord } from '../json/json-value.ts';
import { patternProblem } from './patterns.ts';

/** A pattern that nobody can judge, and why. */
export interface HardPattern {
  readonly pattern: string;
  readonly problem: NonNullable<ReturnType<typeof patternProblem>>;
}

/** The patterns of matchers that can't be read, or that took too much work when values were held against them. */
export function hardPatterns(matchers: readonly RawMatcher[]): readonly HardPattern[] {
  const patterns = patternsIn(matchers);
  if (patterns.length === 0) return [];
  return patterns.flatMap((pattern) => {
    const problem = patternProblem(pattern);
    return problem === undefined ? [] : [{ pattern, problem }];
  });
}

/** The patterns of matchers, and of those inside of them. */
export function patternsIn(matchers: readonly RawMatcher[]): readonly string[] {
  const patterns: string[] = [];
  for (const matcher of matchers) {
    const { match } = matcher;
    if (match === 'regex') patterns.push(textOf(matcher['regex']));
    if (match === 'eachKey' || match === 'eachValue') patterns.push(...patternsIn(matchersInside(matcher['rules'])));
    if (match !== 'arrayContains') continue;
    const { variants } = matcher;
    for (const variant of isList(variants) ? variants : []) {
      const inside = rulesInside(isRecord(variant) ? variant['rules'] : undefined);
      patterns.push(...inside.flatMap((rule) => patternsIn(rule.matchers)));
    }
  }
  return patterns;
}
