import { resources } from '@customer-contracts/schemas/plain';

import { isRecord } from '../../json/json-value.ts';
import { ruleAt } from '../../matching/rule-at.ts';
import type { CheckedRule } from '../lint-rule.ts';
import { reading } from '../pact-example.ts';

export const otherCustomer: CheckedRule = {
  id: 'other-customer',
  severity: 'error',
  explanation:
    'Who asks for one customer gets that customer: an `id` in the answer is that of the path, or has a matching rule, or the provider state gives the path.',
  good: [reading({ response: { body: { id: 'cus_01', email: null } } })],
  bad: [reading({ response: { body: { id: 'cus_02', email: null } } })],
  check({ operation, answer, pathParameters, request, response }) {
    const isOfPath = answer?.content.kind === 'one' && resources[answer.content.resource].path === operation?.path;
    if (!isOfPath || pathParameters['id'] === undefined || !isRecord(response.body)) return [];
    const { id } = response.body;
    const isGenerated = request.generators.some(({ part }) => part === 'path');
    if (typeof id !== 'string' || id === pathParameters['id'] || isGenerated || ruleAt(response.rules, ['id']))
      return [];
    return [
      {
        path: 'response.body.id',
        message: `The request is about ${pathParameters['id']}, and the answer about ${id}. Give both the same id.`,
      },
    ];
  },
};
