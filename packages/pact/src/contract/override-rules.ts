import type { RawMatcher } from '@customer-contracts/pact-files/internal';

import { type MatchingRule, type MatchingRules, memberPath } from './matching-rule.ts';

/** Rules of a pact, with those of some members replaced. */
export interface OverriddenRules {
  readonly rules: Readonly<Record<string, MatchingRule | RawRule>>;
  /** The members for which there was no rule to replace. */
  readonly unknown: readonly string[];
}

interface RawRule {
  readonly combine: 'AND';
  readonly matchers: readonly RawMatcher[];
}

/**
 * Puts raw matchers in the place of rules, by the path of the member: `email`, `tags[].name`; of a collection, of each
 * customer. `$` is the body itself: of a collection, the list. A member that is null in this answer stays so.
 */
export function overrideRules(
  rules: MatchingRules,
  overrides: ReadonlyMap<string, readonly RawMatcher[]>,
  isList: boolean,
): OverriddenRules {
  const entries = [...overrides].map(([member, matchers]) => ({ member, path: pathOf(member, isList), matchers }));
  const replaced = entries
    .filter(({ path }) => rules[path] !== undefined && !isNullRule(rules[path]))
    .map(({ path, matchers }): [string, RawRule] => [path, { combine: 'AND', matchers }]);
  return {
    rules: { ...rules, ...Object.fromEntries(replaced) },
    unknown: entries.filter(({ path }) => rules[path] === undefined).map(({ member }) => member),
  };
}

function isNullRule({ matchers }: MatchingRule): boolean {
  return matchers.length === 1 && matchers[0]?.match === 'null';
}

function pathOf(member: string, isList: boolean): string {
  if (member === '$') return '$';
  return member.split('.').reduce(
    (path, name) => {
      const plain = name.replace(/\[\]$/, '');
      return `${memberPath(path, plain)}${plain === name ? '' : '[*]'}`;
    },
    isList ? '$[*]' : '$',
  );
}
