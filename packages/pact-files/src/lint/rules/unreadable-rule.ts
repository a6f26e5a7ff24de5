import { matchers } from '../../matching/matchers.ts';
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
    "A matching rule is one that Pact's core can read: the path of a place in the body, and matchers with names and settings that it knows. For a path or a setting that it can't read, it refuses the whole file. A matcher that it doesn't know is one of a plugin; without the plugin, nothing fits it.",
  good: [ruled('$.email', 'type')],
  bad: [ruled('$.[email', 'type')],
  *check(interaction) {
    for (const direction of ['request', 'response'] as const) {
      for (const { part = 'body', name, isRefused, reason } of interaction[direction].unreadRules) {
        if (!isRefused) continue;
        yield {
          path: `${direction}.matchingRules.${part}${name === '' ? '' : `["${name}"]`}`,
          message: `Pact refuses the whole file for this rule: ${reason}.`,
        };
      }
    }
    for (const { rule, path } of interaction.ruleTargets) {
      for (const { match } of rule.matchers) {
        if (!matchers.has(match))
          yield { path, message: `Pact has no matcher "${match}". Name one of its own, like type or regex.` };
      }
    }
  },
};
