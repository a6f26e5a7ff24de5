import { shown } from '@customer-contracts/schemas/internal';

import { pathText } from '../../document/values-at.ts';
import type { CheckedRule } from '../lint-rule.ts';
import { reading } from '../pact-example.ts';

const patterned = (regex: string) =>
  reading({
    response: {
      body: { id: 'cus_01' },
      matchingRules: { body: { '$.id': { matchers: [{ match: 'regex', regex }] } } },
    },
  });

export const falseExample: CheckedRule = {
  id: 'false-example',
  severity: 'error',
  explanation:
    'The example fits its own rule, which Pact holds against the whole text. Otherwise the consumer is tested against an answer that its contract refuses.',
  good: [patterned('cus_\\w+')],
  bad: [patterned('^cus')],
  *check(interaction) {
    for (const { rule, path, misfits, isImpossible } of interaction.ruleTargets) {
      if (isImpossible) continue;
      for (const each of misfits) {
        const place = rule.part === 'body' ? pathText(each.path) || 'the body' : `${rule.part} ${rule.name}`.trim();
        yield {
          path,
          message: `The example of ${place}, ${shown(each.value)}, does not fit its own rule. Correct one of them.`,
        };
      }
    }
  },
};
