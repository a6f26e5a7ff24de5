import { shown } from '@customer-contracts/schemas/internal';

import type { PactRule, RawMatcher } from '../document/pact-document.ts';
import { isList, isRecord } from '../json/json-value.ts';

/**
 * What fits a rule beside its example, in words: `a text like "ann@example.com", or null`. Without a rule, exactly the
 * example. `isOwn` says that the rule is about this very place; one above it says nothing about the length of a list here.
 */
export function wordsOf(rule: PactRule | undefined, example: unknown, isOwn = true): string {
  if (rule === undefined) return exactly(example);
  const all = rule.matchers.map((matcher) =>
    phraseOf(isOwn ? matcher : { ...matcher, min: undefined, max: undefined }, example),
  );
  if (rule.combine === 'OR') return [...new Set(all.map(spoken))].join(', or ');
  // The type goes without saying beside a pattern.
  const kind = kindOf(example);
  const telling = all.filter(({ what }) => what !== kind);
  const said = telling.length === 0 ? all.slice(0, 1) : telling;
  if (said.length === 0) return 'anything';
  const what = [...new Set(said.map((phrase) => phrase.what))].join(', and ');
  const such = said.find((phrase) => phrase.example !== undefined)?.example;
  return spoken({ what, example: such, isPlain: said.length === 1 && said[0]?.isPlain === true });
}

/** What a value must be, and an example of it where that says more. */
interface Phrase {
  readonly what: string;
  readonly example?: string | undefined;
  /** Whether the example follows without a comma. */
  readonly isPlain?: boolean;
}

function spoken({ what, example, isPlain = false }: Phrase): string {
  if (example === undefined) return what;
  return isPlain ? `${what} like ${example}` : `${what}, such as ${example}`;
}

function exactly(example: unknown): string {
  if (isList(example)) return example.length === 0 ? 'an empty list' : `a list of exactly ${example.length}`;
  return isRecord(example) ? 'an object' : `exactly ${shown(example)}`;
}

function kindOf(example: unknown): string {
  if (example === null) return 'null';
  if (isList(example)) return 'a list';
  const kinds: Readonly<Record<string, string>> = { string: 'a text', number: 'a number', boolean: 'true or false' };
  return kinds[typeof example] ?? 'an object';
}

/** An example of a kind that has many values. */
function like(example: unknown): string | undefined {
  return typeof example === 'string' || typeof example === 'number' ? shown(example) : undefined;
}

function phraseOf({ match, ...settings }: RawMatcher, example: unknown): Phrase {
  const such = like(example);
  const plain = (what: string): Phrase => ({ what, example: such, isPlain: true });
  switch (match) {
    case 'type':
      return isList(example) ? { what: `a list${sizeOf(settings)}` } : plain(kindOf(example));
    case 'equality':
      return { what: exactly(example) };
    case 'regex':
      return {
        what: `a text that fits /${cut(String(settings['regex'])).replaceAll(/(?<!\\)\//g, '\\/')}/`,
        example: such,
      };
    case 'include':
      return { what: `a text with ${shown(settings['value'])} in it`, example: such };
    case 'null':
      return { what: 'null' };
    case 'boolean':
      return { what: 'true or false' };
    case 'number':
      return plain('a number');
    case 'integer':
      return plain('a whole number');
    case 'decimal':
    case 'real':
      return plain('a number with decimals');
    case 'date':
    case 'time':
    case 'timestamp':
    case 'datetime':
      return { what: momentOf(match, settings[match] ?? settings['format']), example: such };
    case 'semver':
      return plain('a semantic version');
    case 'notEmpty':
    case 'not-empty':
      return { what: 'anything that is not empty', example: such };
    case 'arrayContains':
    case 'array-contains':
      return { what: 'a list that has, among others, elements like those', example: shown(example) };
    case 'eachKey':
    case 'each-key':
      return {
        what: `an object, each name ${innerOf(settings['rules'], isRecord(example) ? Object.keys(example) : [])}`,
      };
    case 'eachValue':
    case 'each-value':
      return isList(example)
        ? { what: `a list, each element ${innerOf(settings['rules'], example)}` }
        : {
            what: `an object, each value ${innerOf(settings['rules'], isRecord(example) ? Object.values(example) : [])}`,
          };
    case 'values':
      return { what: 'an object with any names, and values like these' };
    case 'contentType':
    case 'content-type':
      return { what: `content of the type ${shown(settings['value'])}` };
    case 'statusCode':
    case 'status-code':
      return { what: statusesOf(settings['status']), example: such };
    default:
      // Of a plugin, or of tomorrow.
      return { what: `what the matcher ${shown(match)} takes`, example: such };
  }
}

/** What the rules inside of a matcher say about each of some values. */
function innerOf(rules: unknown, [first = '']: readonly unknown[]): string {
  const matchers = isList(rules) ? rules.filter(isMatcher) : [];
  return wordsOf({ part: 'body', name: '', place: [], combine: 'AND', matchers }, first);
}

function isMatcher(value: unknown): value is RawMatcher {
  return isRecord(value) && typeof value['match'] === 'string';
}

function momentOf(match: 'date' | 'time' | 'timestamp' | 'datetime', format: unknown): string {
  const what = match === 'date' || match === 'time' ? `a ${match}` : 'a date and time';
  return typeof format === 'string' ? `${what} as ${cut(format)}` : what;
}

function sizeOf({ min, max }: Readonly<Record<string, unknown>>): string {
  const least = min === undefined ? [] : [`at least ${shown(min)}`];
  const most = max === undefined ? [] : [`at most ${shown(max)}`];
  const limits = [...least, ...most].join(' and ');
  return limits === '' ? '' : ` of ${limits}`;
}

const statuses: Readonly<Record<string, string>> = {
  info: 'any of 100 to 199',
  success: 'any of 200 to 299',
  redirect: 'any of 300 to 399',
  clientError: 'any of 400 to 499',
  serverError: 'any of 500 to 599',
  nonError: 'any below 400',
  error: 'any from 400 on',
};

function statusesOf(status: unknown): string {
  if (isList(status)) return `any of ${status.map(shown).join(', ')}`;
  return statuses[String(status)] ?? `what ${shown(status)} stands for`;
}

const longest = 80;

function cut(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}...` : text;
}
