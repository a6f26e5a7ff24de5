import type { HttpInteraction } from '@customer-contracts/pact-files';

import type { Rule } from './contract-report.ts';
import { matchersInWords } from './matchers-in-words.ts';

/** The order in which people read a message. */
const parts = ['status', 'path', 'query', 'headers', 'body'] as const;

/** What may stand where in a request or an answer. */
export function rulesInWords(message: HttpInteraction['request'] | HttpInteraction['response']): Rule[] {
  const { headers, body, rules, generators } = message;
  const inOrder = parts.flatMap((part) => rules.filter((rule) => rule.part === part));
  return inOrder.map(({ part, name, place, combine, matchers }) => {
    const examples = {
      path: 'path' in message ? message.path : undefined,
      query: 'query' in message ? message.query[name]?.[0] : undefined,
      headers: headers[name],
      body: valueAt(body, place),
      status: 'status' in message ? message.status : undefined,
    };
    const places = {
      path: 'path',
      query: `query ${name}`,
      headers: `header ${name}`,
      body: placeInWords(place),
      status: 'status',
    };
    const isFromState = generators.some(
      (each) => each.part === part && each.name === name && each.type === 'ProviderState',
    );
    const words = matchersInWords(combine, matchers, examples[part]);
    return {
      place: places[part],
      words: isFromState ? `${words}; the verifier sends what the provider state gives` : words,
    };
  });
}

type Place = readonly (string | number)[];

/** `tags[].name`; `body` for all of it. */
function placeInWords(place: Place): string {
  const words = place.reduce<string>((path, segment) => {
    if (isAny(segment)) return `${path}[]`;
    if (typeof segment === 'number') return `${path}[${segment}]`;
    return path === '' ? segment : `${path}.${segment}`;
  }, '');
  return words === '' ? 'body' : words;
}

/** The value of a body at a place: of any element, the first one's. */
function valueAt(body: unknown, place: Place): unknown {
  return place.reduce<unknown>((value, segment) => {
    if (typeof value !== 'object' || value === null) return undefined;
    return Reflect.get(value, isAny(segment) && Array.isArray(value) ? 0 : segment);
  }, body);
}

/** Pact tells any element from any member of an object; people don't need to. */
function isAny(segment: Place[number]): boolean {
  return segment === '*' || segment === '[*]';
}
