import { pathText } from '../../document/values-at.ts';
import type { CheckedRule } from '../lint-rule.ts';
import { creating } from '../pact-example.ts';

export const readOnlyMember: CheckedRule = {
  id: 'read-only-member',
  severity: 'error',
  explanation:
    'The server alone writes `id`, `email`, `tags` and their like; `email` and the names come from `primaryAddress`. The API passes over them in a body, so what the client means to change does not change.',
  good: [creating({ primaryAddress: { emails: [{ label: 'main', value: 'ann@example.com' }] } })],
  bad: [creating({ email: 'ann@example.com' })],
  check(interaction) {
    if (interaction.response.status === 422) return [];
    return interaction.brokenRules
      .filter(({ kind }) => kind === 'read-only')
      .map(({ path, advice = 'Leave it out.' }) => ({
        path: pathText(path, 'request.body'),
        message: `${pathText(path)} is read-only: the API passes over it. ${advice}`,
      }));
  },
};
