import type { HttpInteraction, RawMatcher } from '../../document/pact-document.ts';
import { matchers } from '../../matching/matchers.ts';
import type { CheckedRule, Objection } from '../lint-rule.ts';
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
  check(interaction) {
    return [
      ...refusedIn(interaction, 'request'),
      ...refusedIn(interaction, 'response'),
      ...interaction.ruleTargets
        .filter(({ rule }) => rule.matchers.some(isUnknown))
        .flatMap(({ rule, path }) =>
          rule.matchers.filter(isUnknown).map(({ match }) => ({
            path,
            message: `Pact has no matcher "${match}". Name one of its own, like type or regex.`,
          })),
        ),
    ];
  },
};

function isUnknown({ match }: RawMatcher): boolean {
  return !matchers.has(match);
}

function refusedIn(interaction: HttpInteraction, direction: 'request' | 'response'): readonly Objection[] {
  return interaction[direction].unreadRules
    .filter(({ isRefused }) => isRefused)
    .map(({ part = 'body', name, reason }) => ({
      path: `${direction}.matchingRules.${part}${name === '' ? '' : `["${name}"]`}`,
      message: `Pact refuses the whole file for this rule: ${reason}.`,
    }));
}
