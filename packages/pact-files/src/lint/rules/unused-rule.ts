import type { CheckedRule } from '../lint-rule.ts';
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
  *check(interaction) {
    for (const direction of ['request', 'response'] as const) {
      for (const { part = 'body', name, isRefused, reason } of interaction[direction].unreadRules) {
        if (isRefused) continue;
        yield {
          path: `${direction}.matchingRules.${part}${name === '' ? '' : `["${name}"]`}`,
          message: `Pact passes over this rule: ${reason}. Correct it, or leave it out.`,
        };
      }
    }
    for (const { rule, path, isUnused } of interaction.ruleTargets) {
      // Ruby's Pact writes `$.tags[*].*` for every list, whatever is in it.
      const isByTheWay = rule.place.at(-1) === '*' || rule.part === 'status';
      if (isByTheWay || !isUnused) continue;
      yield {
        path,
        message: `The example has no ${rule.name || rule.part}, so the rule checks nothing. Add it, or leave the rule out.`,
      };
    }
  },
};
