import { isFilterError, parseFilter } from '@customer-contracts/schemas/plain';

import { membersOf } from '../../documented/documented-place.ts';
import type { CheckedRule } from '../lint-rule.ts';
import { listing } from '../pact-example.ts';

export const filterGrammar: CheckedRule = {
  id: 'filter-grammar',
  severity: 'error',
  explanation:
    "A filter is written in the API's own grammar: clauses of a field, `:` and values, joined by `;`. It has no `=`, no quotes and no escapes.",
  good: [listing({ filter: ['primaryAddress.country:US,CA;paymentCount:1..'] })],
  bad: [listing({ filter: ['country=US'] })],
  check({ operation, request: { query } }) {
    if (membersOf(operation?.query).members['filter'] === undefined) return [];
    return (query['filter'] ?? []).flatMap((filter) => {
      const reason = reasonAgainst(filter);
      return reason === undefined ? [] : [{ path: 'request.query.filter', message: reason }];
    });
  },
};

function reasonAgainst(filter: string): string | undefined {
  try {
    parseFilter(filter);
    return undefined;
  } catch (error) {
    if (!isFilterError(error)) throw error;
    const reason = error.message.replace(/^Failed to parse filter: /, '');
    return `The filter can't be read: ${reason}`;
  }
}
