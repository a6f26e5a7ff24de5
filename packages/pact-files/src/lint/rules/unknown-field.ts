import { judgeFilter, judgeSort, parseFilter, parseSort, resources } from '@customer-contracts/schemas/plain';

import { membersOf, placeAt } from '../../documented/documented-place.ts';
import type { CheckedRule, Objection } from '../lint-rule.ts';
import { listing } from '../pact-example.ts';

export const unknownField: CheckedRule = {
  id: 'unknown-field',
  severity: 'error',
  explanation:
    'The names in `fields` are members of a customer, those in `expand` related resources, those in `sort` and `filter` the members that lists can be sorted and filtered by, with values of their type. A misspelt one is refused, or passed over.',
  good: [listing({ sort: ['-createdTime'], fields: ['email,tags'], expand: ['leadSource'] })],
  bad: [listing({ sort: ['-createTime'] })],
  check({ operation, request: { query } }) {
    const names = Object.keys(query).filter((name) => Object.hasOwn(membersOf(operation?.query).members, name));
    return names.flatMap((name) => (query[name] ?? []).flatMap((value) => problems[name]?.(value) ?? []).map(at(name)));
  },
};

/** What is wrong with the value of a parameter, as sentences. */
const problems: Readonly<Record<string, (value: string) => readonly string[]>> = {
  fields: (value) => unknownIn(value, 'fields', members),
  expand: (value) => unknownIn(value, 'expand', related),
  sort: (value) => (isJsonList(value) ? [] : judgeSort(parseSort(value)).map(({ message }) => message)),
  filter: (value) => judgeFilter(parsed(value)).map(({ message }) => message),
};

function at(parameter: string): (message: string) => Objection {
  return (message) => ({ path: `request.query.${parameter}`, message });
}

function unknownIn(value: string, parameter: string, known: ReadonlySet<string>): readonly string[] {
  if (isJsonList(value)) return [];
  return value
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && !known.has(name.split('.')[0] ?? ''))
    .map((name) => `${parameter} names ${name}, which no customer has. Correct it, or leave it out.`);
}

const customer = resources.customer.schema;
const members: ReadonlySet<string> = new Set(Object.keys(membersOf(customer).members));
const related: ReadonlySet<string> = new Set(Object.keys(membersOf(placeAt(customer, ['_embedded'])).members));

/** The JSON text of a list is another rule's. */
function isJsonList(value: string): boolean {
  return /^\[.*\]$/s.test(value);
}

/** A filter outside the grammar is another rule's. */
function parsed(filter: string): ReturnType<typeof parseFilter> {
  try {
    return parseFilter(filter);
  } catch {
    return [];
  }
}
