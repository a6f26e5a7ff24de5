import type { HttpInteraction, PactRule } from '../../document/pact-document.ts';
import type { CheckedRule, Objection } from '../lint-rule.ts';
import { reading } from '../pact-example.ts';

const typed = (place: string) =>
  reading({
    response: { body: { id: 'cus_01' }, matchingRules: { body: { [place]: { matchers: [{ match: 'type' }] } } } },
  });

export const unusedRule: CheckedRule = {
  id: 'unused-rule',
  severity: 'warning',
  explanation:
    'A matching rule is about something that the example has. Pact passes over one for a member that is not there, for the elements of an empty list, or without a list of `matchers`, as version 2 has it: it checks nothing.',
  good: [typed('$.id')],
  bad: [typed('$.email')],
  check(interaction) {
    return [
      ...passedOverIn(interaction, 'request'),
      ...passedOverIn(interaction, 'response'),
      ...interaction.ruleTargets
        .filter(({ rule, isUnused }) => isUnused && !isByTheWay(rule))
        .map(({ rule, path }) => ({
          path,
          message: `The example has no ${rule.name || rule.part}, so the rule checks nothing. Add it, or leave the rule out.`,
        })),
    ];
  },
};

/** Ruby's Pact writes `$.tags[*].*` for every list, whatever is in it. */
function isByTheWay({ place, part }: PactRule): boolean {
  return place.at(-1) === '*' || part === 'status';
}

function passedOverIn(interaction: HttpInteraction, direction: 'request' | 'response'): readonly Objection[] {
  return interaction[direction].unreadRules
    .filter(({ isRefused }) => !isRefused)
    .map(({ part = 'body', name, reason }) => ({
      path: `${direction}.matchingRules.${part}${name === '' ? '' : `["${name}"]`}`,
      message: `Pact passes over this rule: ${reason}. Correct it, or leave it out.`,
    }));
}
