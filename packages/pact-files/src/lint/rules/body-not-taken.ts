import type { CheckedRule } from '../lint-rule.ts';
import { reading } from '../pact-example.ts';

export const bodyNotTaken: CheckedRule = {
  id: 'body-not-taken',
  severity: 'error',
  explanation: 'GET and DELETE take no body. What a merge needs is in its query.',
  good: [reading()],
  bad: [reading({ request: { body: { fields: ['email'] } } })],
  check({ operation, request: { body } }) {
    if (operation === undefined || operation.body !== undefined || body === undefined) return [];
    return [{ path: 'request.body', message: `${operation.id} takes no body. Leave it out.` }];
  },
};
