import { pathText } from '../../document/values-at.ts';
import type { CheckedRule } from '../lint-rule.ts';
import { creating } from '../pact-example.ts';

export const unknownMember: CheckedRule = {
  id: 'unknown-member',
  severity: 'error',
  explanation:
    'A body has documented members only. The API passes over others without a word, so a misspelt one is never stored, and its test is green all the same. Fields of your organization belong into `customFields`.',
  good: [creating({ customFields: { nickname: 'Ann' } })],
  bad: [creating({ nickname: 'Ann' })],
  check(interaction) {
    if (interaction.response.status === 422) return [];
    return interaction.brokenRules
      .filter(({ kind }) => kind === 'unknown')
      .map(({ path, advice = 'Correct the name, or leave it out.' }) => ({
        path: pathText(path, 'request.body'),
        message: `The API documents no ${pathText(path)} to write, and passes over it. ${advice}`,
      }));
  },
};
