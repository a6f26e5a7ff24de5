import * as z from 'zod';

import type { Rule } from './contract-report.ts';
import { ruleWords } from './matcher-words.ts';

const MatchingRule = z.object({
  combine: z.enum(['AND', 'OR']).default('AND'),
  matchers: z.array(z.looseObject({ match: z.string() })),
});
const Rules = z.record(z.string(), MatchingRule).default({});

/** Values that the verifier takes from the provider state, by place. */
const Generators = z
  .object({
    path: z.unknown().optional(),
    header: z.record(z.string(), z.unknown()).default({}),
  })
  .default({ header: {} });

/** What requests and answers of a pact file, version 4, have in common. */
const Message = z.object({
  path: z.string().optional(),
  query: z.record(z.string(), z.array(z.string())).default({}),
  headers: z.record(z.string(), z.array(z.string())).default({}),
  body: z.object({ content: z.unknown() }).optional(),
  matchingRules: z
    .object({ path: MatchingRule.optional(), query: Rules, header: Rules, body: Rules })
    .default({ query: {}, header: {}, body: {} }),
  generators: Generators,
});

/** A request or an answer of a pact file, with its matchers in words. */
export function describeMessage(message: unknown) {
  const { path, headers, body, matchingRules, generators } = Message.parse(message);
  const rules: Rule[] = [
    ...(matchingRules.path
      ? [{ place: 'path', words: ruleWords(matchingRules.path, path) + takenWords(generators.path) }]
      : []),
    ...Object.entries(matchingRules.header).map(([name, rule]) => ({
      place: `header ${name}`,
      words: ruleWords(rule, headers[name]?.[0]) + takenWords(generators.header[name]),
    })),
    ...Object.entries(matchingRules.query).map(([place, rule]) => ({
      place: `query ${/^\$?\.?(\w+)/.exec(place)?.[1] ?? place}`,
      words: ruleWords(rule, undefined),
    })),
    ...Object.entries(matchingRules.body).map(([place, rule]) => ({
      place: placeWords(place),
      words: ruleWords(rule, valueAt(body?.content, place)),
    })),
  ];
  return {
    headers: flattened(headers),
    ...(body === undefined ? {} : { body: body.content }),
    rules,
  };
}

/** The query of a request, decoded, by name. */
export function describeQuery(request: unknown) {
  return flattened(Message.parse(request).query);
}

function takenWords(generator: unknown): string {
  return generator === undefined ? '' : '; the verifier sends what the provider state gives';
}

function flattened(values: Readonly<Record<string, readonly string[]>>) {
  return Object.entries(values).map(([name, all]) => ({ name, value: all.join(', ') }));
}

/** The names and indices of a place in Pact's path language: `$.tags[*].name`, `$['a b']`. */
function segmentsOf(place: string): readonly string[] {
  return [...place.matchAll(/\.(\w+)|\['([^']*)'\]|\[(\*|\d+)\]/g)].map(
    ([, name, quoted, index]) => name ?? quoted ?? (index === '*' ? '[]' : `[${index}]`),
  );
}

/** `$.tags[*].name` as `tags[].name`. */
function placeWords(place: string): string {
  const words = segmentsOf(place).reduce(
    (path, segment) => (segment.startsWith('[') || path === '' ? `${path}${segment}` : `${path}.${segment}`),
    '',
  );
  return words === '' ? 'body' : words;
}

function valueAt(body: unknown, place: string): unknown {
  return segmentsOf(place).reduce<unknown>((value, segment) => {
    if (typeof value !== 'object' || value === null) return undefined;
    return Reflect.get(value, segment === '[]' ? 0 : segment.replaceAll(/^\[|\]$/g, ''));
  }, body);
}
