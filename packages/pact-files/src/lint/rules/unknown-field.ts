import { Customer, CustomerEmbedded, parseFilter } from '@customer-contracts/schemas';

import type { CheckedRule } from '../lint-rule.ts';
import { listing } from '../pact-example.ts';

export const unknownField: CheckedRule = {
  id: 'unknown-field',
  severity: 'warning',
  explanation:
    'The names in `fields`, `sort` and `filter` are members of a customer, those in `expand` related resources. The API does not say what it does about others: a misspelt one may be passed over, and all customers come back.',
  good: [listing({ sort: ['-createdTime'], fields: ['email,tags'], expand: ['leadSource'] })],
  bad: [listing({ sort: ['-createTime'] })],
  check({ operation, request: { query } }) {
    if (operation === undefined) return [];
    const names = [
      ...(query['fields'] ?? []).flatMap(split).map((name) => ({ parameter: 'fields', name, known: members })),
      ...(query['sort'] ?? [])
        .flatMap(split)
        .map((name) => ({ parameter: 'sort', name: name.replace(/^-/, ''), known: members })),
      ...(query['filter'] ?? []).flatMap(filtered).map((name) => ({ parameter: 'filter', name, known: members })),
      ...(query['expand'] ?? []).flatMap(split).map((name) => ({ parameter: 'expand', name, known: related })),
    ];
    return names
      .filter(
        ({ parameter, name, known }) => parameter in operation.query.shape && !known.has(name.split('.')[0] ?? ''),
      )
      .map(({ parameter, name }) => ({
        path: `request.query.${parameter}`,
        message: `${parameter} names ${name}, which no customer has. Correct it, or leave it out.`,
      }));
  },
};

const members: ReadonlySet<string> = new Set(Object.keys(Customer.shape));
const related: ReadonlySet<string> = new Set(Object.keys(CustomerEmbedded.shape));

function split(value: string): readonly string[] {
  return value.split(',').filter((name) => name !== '' && !name.startsWith('['));
}

/** A filter outside the grammar is another rule's. */
function filtered(filter: string): readonly string[] {
  try {
    return parseFilter(filter).map(({ field }) => field);
  } catch {
    return [];
  }
}
