import { isMatcherName } from '../../matching/accepts.ts';
import type { CheckedRule } from '../lint-rule.ts';
import { reading } from '../pact-example.ts';

const ruled = (place: string, match: string) =>
  reading({
    response: { body: { email: 'ann@example.com' }, matchingRules: { body: { [place]: { matchers: [{ match }] } } } },
  });

export const unreadableRule: CheckedRule = {
  id: 'unreadable-rule',
  severity: 'error',
  explanation:
    "A matching rule is one that Pact's core can read: the path of a place in the body, from `$`, and matchers by the names that Pact's specification gives them.",
  good: [ruled('$.email', 'type')],
  bad: [ruled('$.[email', 'type')],
  *check(interaction) {
    for (const { rule, path, isReadable } of interaction.ruleTargets) {
      if (!isReadable)
        yield { path, message: `${rule.name} is no path that Pact reads. Write it like $.tags[*].name.` };
      for (const { match } of rule.matchers) {
        if (!isMatcherName(match))
          yield { path, message: `Pact has no matcher "${match}". Name one of its own, like type or regex.` };
      }
    }
  },
};
