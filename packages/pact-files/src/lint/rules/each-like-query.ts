import type { CheckedRule } from '../lint-rule.ts';
import { listing } from '../pact-example.ts';

export const eachLikeQuery: CheckedRule = {
  id: 'each-like-query',
  severity: 'error',
  explanation:
    '`eachLike` in a query writes the JSON text of a list, `["email"]`, which no client sends and the API cannot read. Give the value as the API takes it: joined by commas.',
  good: [listing({ sort: ['email'] })],
  bad: [listing({ sort: ['["email"]'] })],
  check({ request: { query, rules } }) {
    const names = Object.keys(query).filter(
      (name) =>
        query[name]?.some((value) => /^\[.*\]$/s.test(value)) ||
        rules.some((rule) => rule.part === 'query' && rule.name === name && rule.matchers.some(isEachLike)),
    );
    return names.map((name) => ({
      path: `request.query.${name}`,
      message: `${name} is a list for Pact. Give it as text, joined by commas.`,
    }));
  },
};

function isEachLike({ min, max }: Readonly<Record<string, unknown>>): boolean {
  return min !== undefined || max !== undefined;
}
