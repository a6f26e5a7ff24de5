import { headerOf } from '../../document/header-of.ts';
import type { CheckedRule } from '../lint-rule.ts';
import { creating } from '../pact-example.ts';

const key = { 'REB-APIKEY': 'placeholder-api-key' };

export const requestContentType: CheckedRule = {
  id: 'request-content-type',
  severity: 'error',
  explanation: 'Bodies are JSON. Where the request names their type, it is `application/json`.',
  good: [creating({}, { request: { headers: { ...key, 'Content-Type': 'application/json; charset=utf-8' } } })],
  bad: [creating({}, { request: { headers: { ...key, 'Content-Type': 'application/x-www-form-urlencoded' } } })],
  check({ operation, request: { headers, body }, response: { status } }) {
    const type = headerOf(headers, 'Content-Type');
    const isJson = type === undefined || /^application\/json\s*(;|$)/i.test(type);
    if (operation?.body === undefined || body === undefined || isJson || status === 422) return [];
    return [
      {
        path: 'request.headers.Content-Type',
        message: `The body is ${type}, and the API takes application/json.`,
      },
    ];
  },
};
