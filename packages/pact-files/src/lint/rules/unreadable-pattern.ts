import { rustPattern } from '../../matching/rust-pattern.ts';
import type { CheckedRule } from '../lint-rule.ts';
import { reading } from '../pact-example.ts';

const patterned = (regex: string) =>
  reading({
    response: {
      body: { id: 'cus_01' },
      matchingRules: { body: { '$.id': { matchers: [{ match: 'regex', regex }] } } },
    },
  });

export const unreadablePattern: CheckedRule = {
  id: 'unreadable-pattern',
  severity: 'error',
  explanation:
    "A pattern is a regular expression that Pact's core can read. It is written in Rust and has neither lookahead nor lookbehind nor backreferences.",
  good: [patterned('cus_\\w+')],
  bad: [patterned('(?!web_)\\w+')],
  *check(interaction) {
    for (const { rule, path } of interaction.ruleTargets) {
      for (const { match, regex } of rule.matchers) {
        if (match === 'regex' && isUnreadable(String(regex)))
          yield {
            path,
            message: `Pact's core can't read the pattern /${String(regex)}/. Write it without lookaround and backreferences.`,
          };
      }
    }
  },
};

/** What only Rust reads is not judged. */
function isUnreadable(pattern: string): boolean {
  if (/\(\?<?[=!]|\\[1-9]/.test(pattern)) return true;
  return rustPattern(pattern) === undefined && !/\(\?P?[<a-z-]|\[\[:|\\[pPhHRXx]/.test(pattern);
}
