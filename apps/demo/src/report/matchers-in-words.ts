import type { RawMatcher } from '@customer-contracts/pact';

/** Patterns that have a name. */
const known: Readonly<Record<string, string>> = {
  '^[^@\\s]+@[^@\\s]+$': 'an e-mail address',
  '^\\d{4}-\\d{2}-\\d{2}$': 'a date',
  '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?(Z|[+-]\\d{2}:\\d{2})$': 'a date and time',
  '^[A-Za-z][A-Za-z0-9+.-]*:\\S+$': 'an address (URI)',
  '^\\d+$': 'a whole number',
  // What the harness says of an integer, which 3.0 and 1e0 are, too: beside a number, and as what Pact's own integer lacks.
  '^-?\\d+(\\.0+)?([eE]\\+?\\d+)?$': 'a whole number',
  '^-?\\d+(\\.0+([eE]\\+?\\d+)?|[eE]\\+?\\d+)$': 'a whole number',
  '^application/json(\\s*;.*)?$': 'JSON',
  '^application/([^;]+\\+)?json(\\s*;.*)?$': 'JSON',
};

/** What matchers let stand at a place, all of them or any, in plain words. `example` is what stands there in the pact. */
export function matchersInWords(combine: 'AND' | 'OR', matchers: readonly RawMatcher[], example: unknown): string {
  // Whatever fits a pattern is of its type already.
  const telling =
    combine === 'AND' && matchers.some(({ match }) => match === 'regex')
      ? matchers.filter(({ match }) => match !== 'type' && match !== 'number')
      : matchers;
  const words = telling.map((matcher) => matcherWords(matcher, example));
  return [...new Set(words)].join(combine === 'OR' ? ' or ' : ' and ');
}

function matcherWords(matcher: RawMatcher, example: unknown): string {
  switch (matcher.match) {
    case 'type':
      return typeWords(example, matcher['min'], matcher['max']);
    case 'regex':
      return patternWords(String(matcher['regex']));
    case 'equality':
      return `exactly ${JSON.stringify(example)}`;
    case 'null':
      return 'null';
    case 'integer':
      return 'a whole number';
    case 'number':
    case 'decimal':
      return 'a number';
    case 'boolean':
      return 'true or false';
    case 'eachValue':
      return 'any names, each with a value like this one';
    default:
      return `what Pact's "${matcher.match}" matcher accepts`;
  }
}

function typeWords(example: unknown, min: unknown, max: unknown): string {
  if (Array.isArray(example)) {
    const least = typeof min === 'number' ? ` of at least ${min}` : ' of any length';
    return `a list${least}${typeof max === 'number' ? `, at most ${max}` : ''}`;
  }
  if (example === null) return 'null';
  const words: Readonly<Record<string, string>> = {
    string: 'any text',
    number: 'a number',
    boolean: 'true or false',
    object: 'an object with these members, and any others',
  };
  return words[typeof example] ?? 'a value of this type';
}

function patternWords(pattern: string): string {
  const named = known[pattern];
  if (named !== undefined) return named;
  const [, prefix, rest = '', slash] = /^\^(\(\/organizations\/\[\^\/\]\+\)\?)?(.*?)(\/\?)?\$$/.exec(pattern) ?? [];
  const choices = (/^\((.*)\)$/.exec(rest)?.[1] ?? rest).split('|').map(literalOf);
  if (choices.some((choice) => choice === undefined)) return `text that fits ${pattern}`;
  const exact = choices.map((choice) => (prefix === undefined ? `"${choice}"` : choice)).join(' or ');
  if (prefix === undefined) return choices.length === 1 ? `exactly ${exact}` : exact;
  return `${exact}, with or without an organization before it${slash === undefined ? '' : ', and a slash behind it'}`;
}

/** The only text that a pattern fits; `undefined` where it fits several. */
function literalOf(pattern: string): string | undefined {
  return /[\\^$.*+?()[\]{}|]/.test(pattern.replaceAll(/\\[^\w]/g, '')) ? undefined : pattern.replaceAll(/\\(.)/g, '$1');
}
