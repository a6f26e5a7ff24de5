import { shown } from '@customer-contracts/schemas/internal';

import type { PactRule } from '../../document/pact-document.ts';
import { pathText } from '../../document/values-at.ts';
import { isDateFormat } from '../../matching/date-format.ts';
import { formatOf } from '../../matching/matchers.ts';
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
  check({ ruleTargets }) {
    const wrong = ruleTargets.filter(({ misfits, isImpossible }) => misfits.length > 0 && !isImpossible);
    return wrong.flatMap(({ rule, path, misfits }) =>
      misfits.map((each) => {
        const place = rule.part === 'body' ? pathText(each.path) || 'the body' : `${rule.part} ${rule.name}`.trim();
        return {
          path,
          message: `The example of ${place}, ${shown(each.value)}, does not fit its own rule${reasonIn(rule)}. Correct one of them.`,
        };
      }),
    );
  },
};

/** No date is one in a format that can't be read. */
function reasonIn({ matchers }: PactRule): string {
  const format = matchers
    .filter(({ match }) => /^(date|time|timestamp|datetime)$/.test(match))
    .map(formatOf)
    .find((each) => each !== '' && !isDateFormat(each));
  return format === undefined ? '' : `: Pact's core can't read the format ${shown(format)}`;
}
