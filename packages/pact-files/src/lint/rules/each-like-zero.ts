import type { CheckedRule } from '../lint-rule.ts';
import { reading } from '../pact-example.ts';

const tagged = (tags: readonly object[], matcher: object) =>
  reading({ response: { body: { tags }, matchingRules: { body: { '$.tags': { matchers: [matcher] } } } } });

export const eachLikeZero: CheckedRule = {
  id: 'each-like-zero',
  severity: 'error',
  explanation:
    '`eachLike(element, 0)` looks as if it took an empty list and checked the elements of others. It takes any list, and checks none. Say at least one, and leave the empty list to another interaction and state.',
  good: [tagged([{ name: 'vip' }], { match: 'type', min: 1 })],
  bad: [tagged([], { match: 'type', min: 0 })],
  check({ ruleTargets }) {
    return ruleTargets
      .filter(
        ({ rule }) => rule.part === 'body' && rule.matchers.some(({ match, min }) => match === 'type' && min === 0),
      )
      .map(({ rule, path }) => ({
        path,
        message: `A minimum of 0 leaves the elements of ${rule.name} unchecked. Say at least 1.`,
      }));
  },
};
