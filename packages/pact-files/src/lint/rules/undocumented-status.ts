import { cells, statusesOf } from '@customer-contracts/schemas/plain';

import type { CheckedRule } from '../lint-rule.ts';
import { reading } from '../pact-example.ts';

export const undocumentedStatus: CheckedRule = {
  id: 'undocumented-status',
  severity: 'error',
  explanation: `Each operation documents its statuses, ${cells.length} of them in all. A provider promises no other: a recorded lead source is always a 201, for one, and a broken body a 422, not a 400.`,
  good: [reading({ state: 'a customer does not exist', response: { status: 404, body: { status: 404 } } })],
  bad: [reading({ response: { status: 410, body: undefined } })],
  check({ operation, answer, response: { status } }) {
    if (operation === undefined || answer !== undefined) return [];
    return [
      {
        path: 'response.status',
        message: `${operation.id} documents no ${status}. Expect one of ${statusesOf(operation.id).join(', ')}.`,
      },
    ];
  },
};
