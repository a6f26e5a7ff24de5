import type { CheckedRule } from '../lint-rule.ts';
import { merging } from '../pact-example.ts';

export const bodyNotGiven: CheckedRule = {
  id: 'body-not-given',
  severity: 'error',
  explanation: 'A 204 has no body.',
  good: [merging()],
  bad: [merging({ response: { body: { isMerged: true } } })],
  check({ operation, answer, response: { status, body } }) {
    if (operation === undefined || answer === undefined || answer.body !== undefined || body === undefined) return [];
    return [{ path: 'response.body', message: `${operation.id} answers ${status} without a body. Leave it out.` }];
  },
};
