import type { CheckedRule } from '../lint-rule.ts';
import { reading } from '../pact-example.ts';

const matching = (matcher: object) =>
  reading({
    response: { body: { email: 'ann@example.com' }, matchingRules: { body: { '$.email': { matchers: [matcher] } } } },
  });

export const impossibleRule: CheckedRule = {
  id: 'impossible-rule',
  severity: 'error',
  explanation:
    'Some value that the API documents for the place fits each matching rule. No provider that keeps to the API passes a rule that wants an integer of a text, a pattern that no value of the enumeration fits, or null where it never comes.',
  good: [matching({ match: 'regex', regex: '[^@]+@[^@]+' })],
  bad: [matching({ match: 'integer' })],
  check({ ruleTargets }) {
    return ruleTargets
      .filter(({ isImpossible }) => isImpossible)
      .map(({ rule, path }) => ({
        path,
        message: `No value that the API documents for ${rule.name} fits the rule ${wordsOf(rule.matchers)}.`,
      }));
  },
};

function wordsOf(matchers: readonly { readonly match: string; readonly [setting: string]: unknown }[]): string {
  return matchers.map(({ match, regex }) => (match === 'regex' ? `/${String(regex)}/` : match)).join(', ');
}
