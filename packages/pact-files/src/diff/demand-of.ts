import { shown } from '@customer-contracts/schemas/internal';

import type { PactRule } from '../document/pact-document.ts';
import type { RawMatcher } from '../document/raw-matcher.ts';

/** What a rule demands beside its example, in words: `a string or null`. Without a rule, exactly the example. */
export function demandOf(rule: PactRule | undefined, example: unknown): string {
  if (rule === undefined) return Array.isArray(example) ? `a list of ${example.length}` : `exactly ${shown(example)}`;
  const demands = rule.matchers.map((matcher) => wordsOf(matcher, example));
  // The type of a text goes without saying beside its pattern.
  const said =
    rule.combine === 'AND' && demands.length > 1 ? demands.filter((demand) => demand !== 'a string') : demands;
  return [...new Set(said)].join(rule.combine === 'OR' ? ' or ' : ', ');
}

function wordsOf({ match, ...settings }: RawMatcher, example: unknown): string {
  const { min, max, regex, value } = settings;
  switch (match) {
    case 'type':
      return Array.isArray(example) ? `a list${sizeOf(min, max)}` : nameOf(example);
    case 'equality':
      return `exactly ${shown(example)}`;
    case 'regex':
      return `a text like /${String(regex)}/`;
    case 'include':
      return `a text with ${shown(value)}`;
    case 'integer':
      return 'an integer';
    case 'number':
    case 'decimal':
    case 'boolean':
      return `a ${match}`;
    default:
      return match;
  }
}

function sizeOf(min: unknown, max: unknown): string {
  const least = min === undefined ? [] : [`at least ${shown(min)}`];
  const most = max === undefined ? [] : [`at most ${shown(max)}`];
  const limits = [...least, ...most];
  return limits.length === 0 ? '' : ` of ${limits.join(' and ')}`;
}

function nameOf(example: unknown): string {
  if (example === null) return 'null';
  return typeof example === 'object' ? 'an object' : `a ${typeof example}`;
}
