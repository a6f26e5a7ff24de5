import { pathText } from '../../document/values-at.ts';
import type { CheckedRule } from '../lint-rule.ts';
import { reading } from '../pact-example.ts';

export const undocumentedMember: CheckedRule = {
  id: 'undocumented-member',
  severity: 'error',
  explanation:
    'A body has documented members only: a provider need not give others, and a misspelt one never comes. Fields of your organization are in `customFields`, the lead source is in `_embedded`, with `expand`.',
  good: [reading({ response: { body: { customFields: { vip: true } } } })],
  bad: [reading({ response: { body: { emial: 'ann@example.com' } } })],
  check(interaction) {
    if (interaction.response.status >= 400) return [];
    return interaction.deviations
      .filter(({ kind }) => kind === 'unknown')
      .map(({ path }) => ({
        path: pathText(path, 'response.body'),
        message: `The API documents no ${pathText(path)}. Correct the name, or leave it out.`,
      }));
  },
};
