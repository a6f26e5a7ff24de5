import { pathText } from '../../document/values-at.ts';
import type { CheckedRule } from '../lint-rule.ts';
import { creating } from '../pact-example.ts';

export const requestBody: CheckedRule = {
  id: 'request-body',
  severity: 'error',
  explanation:
    'A body is one that the API takes: types, limits, enumerations, formats, and no null where none may be. A body that breaks a rule belongs into an interaction that expects 422.',
  good: [creating({ primaryAddress: { country: 'GB' } })],
  bad: [creating({ primaryAddress: { country: 'United Kingdom' } })],
  check(interaction) {
    const { request, response } = interaction;
    if (response.status === 422) return [];
    return interaction.brokenRules
      .filter(({ kind }) => kind === 'value')
      .map(({ path, message }) =>
        request.body === undefined
          ? {
              path: 'request.body',
              message: 'The operation needs a body, and the request has none. Send one, or expect 422.',
            }
          : {
              path: pathText(path, 'request.body'),
              message: `${pathText(path) || 'The body'} is one that the API does not take: ${message}. Correct it, or expect 422.`,
            },
      );
  },
};
