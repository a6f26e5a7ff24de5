import { isList, isRecord } from '../json/json-value.ts';
import type { BodyPath, Json, RawMatcher } from './pact-document.ts';
import { parsePlace } from './parse-place.ts';

/** A matcher of a pact file, or why Pact's core can't read it. */
export type ReadMatcher = { readonly matcher: RawMatcher } | { readonly problem: string };

/**
 * Reads a matcher as Pact's core does: by any of its names, or without one, where a setting tells. What the core refuses, it
 * refuses with the whole file. A name that it doesn't know is one of a plugin.
 */
export function readMatcher(json: unknown): ReadMatcher {
  if (!isRecord(json)) return { problem: 'a matcher is an object' };
  if (isAsWritten(json)) return { matcher: json };
  const { match = json['pact:matcher:type'], 'pact:matcher:type': _, ...settings } = json;
  const name = match === undefined ? inferredName(settings) : textOf(match);
  if (name === undefined || name === '') return { problem: 'a matcher has a name, as in {"match":"type"}' };
  const matcher = { ...settings, match: canonical.get(name) ?? name };
  const problem = (lengths.has(name) ? lengthMissing : problems.get(matcher.match))?.(matcher, name);
  if (problem !== undefined) return { problem };
  return { matcher: matcher.match === 'type' ? withLengths(name, matcher) : matcher };
}

/** Whether nothing of a matcher is read otherwise than it stands there: nearly all have a name alone. */
function isAsWritten(json: Json): json is RawMatcher {
  for (const setting in json) if (setting !== 'match') return false;
  return json['match'] === 'type';
}

/** Other names that Pact's core takes. */
const canonical: ReadonlyMap<string, string> = new Map([
  ['real', 'decimal'],
  ['min', 'type'],
  ['max', 'type'],
  ['min-type', 'type'],
  ['max-type', 'type'],
  ['content-type', 'contentType'],
  ['array-contains', 'arrayContains'],
  ['status-code', 'statusCode'],
  ['not-empty', 'notEmpty'],
  ['each-key', 'eachKey'],
  ['each-value', 'eachValue'],
]);

function inferredName(settings: Json): string | undefined {
  if ('regex' in settings) return 'regex';
  if (lengthOf(settings['min']) !== undefined) return 'min';
  if (lengthOf(settings['max']) !== undefined) return 'max';
  return ['timestamp', 'time', 'date'].find((name) => name in settings);
}

/** What is wrong with the settings of a matcher, by its name. */
const problems: ReadonlyMap<string, (matcher: RawMatcher, name: string) => string | undefined> = new Map(
  Object.entries({
    regex: (matcher: RawMatcher) => ('regex' in matcher ? undefined : 'a matcher "regex" has a pattern, its "regex"'),
    include: valueMissing,
    contentType: valueMissing,
    statusCode: ({ status }: RawMatcher) =>
      status === undefined || isStatus(status)
        ? undefined
        : `the status of a matcher "statusCode" is a list of numbers or one of ${[...statusClasses.keys()].join(', ')}`,
    eachKey: rulesProblem,
    eachValue: rulesProblem,
    arrayContains: ({ variants }: RawMatcher) =>
      isList(variants)
        ? variants.map(variantProblem).find((problem) => problem !== undefined)
        : 'a matcher "arrayContains" has a list of "variants"',
  }),
);

const lengths: ReadonlySet<string> = new Set(['min', 'max', 'min-type', 'max-type']);

function lengthMissing(matcher: RawMatcher, name: string): string | undefined {
  const [setting = name] = name.split('-');
  return lengthOf(matcher[setting]) === undefined ? `a matcher "${name}" has a number, its "${setting}"` : undefined;
}

function valueMissing({ match, value }: RawMatcher): string | undefined {
  return value === undefined ? `a matcher "${match}" has a "value"` : undefined;
}

function rulesProblem({ match, rules }: RawMatcher): string | undefined {
  if (rules === undefined) return undefined;
  if (!isList(rules)) return `the "rules" of a matcher "${match}" are a list`;
  const read = readMatchers(['', { matchers: rules }]);
  return 'problem' in read ? read.problem : undefined;
}

function variantProblem(variant: unknown): string | undefined {
  if (!isRecord(variant)) return undefined;
  const { rules, generators } = variant;
  const places = isRecord(generators) ? Object.keys(generators).filter((name) => isRecord(generators[name])) : [];
  const read = [...ruleEntries(rules), ...places.map((place) => [place, undefined] as const)].map(readMatchers);
  return read.flatMap((each) => ('problem' in each ? [each.problem] : []))[0];
}

/** Rules by the path expressions of their places. */
export function ruleEntries(rules: unknown): readonly (readonly [expression: string, rule: unknown])[] {
  if (!isRecord(rules)) return [];
  // Without path expressions, they are about everything.
  return 'matchers' in rules ? [['', rules]] : Object.entries(rules);
}

/** The place of a rule, and its matchers, or why Pact's core can't read them. */
export function readMatchers([expression, rule]: readonly [expression: string, rule: unknown]):
  | { readonly place: BodyPath; readonly matchers: readonly RawMatcher[] }
  | { readonly problem: string } {
  const place = parsePlace(expression);
  if (place === undefined) return { problem: `${expression} is no path, like $.tags[*].name` };
  const listed = isRecord(rule) ? rule['matchers'] : undefined;
  const matchers: RawMatcher[] = [];
  for (const each of isList(listed) ? listed : []) {
    const read = readMatcher(each);
    if ('problem' in read) return read;
    matchers.push(read.matcher);
  }
  return { place, matchers };
}

/** The statuses that each word for some of them means. */
export const statusClasses: ReadonlyMap<string, readonly [from: number, to: number]> = new Map([
  ['info', [100, 199]],
  ['success', [200, 299]],
  ['redirect', [300, 399]],
  ['clientError', [400, 499]],
  ['serverError', [500, 599]],
  ['nonError', [0, 399]],
  ['error', [400, 65_535]],
]);

function isStatus(status: unknown): boolean {
  if (!isList(status)) return typeof status === 'string' && statusClasses.has(status);
  return status.every((each) => typeof each === 'number' || (typeof each === 'string' && /^\+?\d{1,5}$/.test(each)));
}

/** The least and the greatest length alone, as numbers: one that Pact's core can't read limits nothing. */
function withLengths(name: string, { min, max, ...matcher }: RawMatcher): RawMatcher {
  const [least, most] = [lengthOf(min), lengthOf(max)];
  return {
    ...matcher,
    ...(least === undefined || name.startsWith('max') ? {} : { min: least }),
    ...(most === undefined || name.startsWith('min') ? {} : { max: most }),
  };
}

/** A length as Pact's core reads it: a number above 0, or a text of digits. */
function lengthOf(value: unknown): number | undefined {
  if (typeof value === 'string') return /^\+?\d+$/.test(value) ? Number(value) : undefined;
  if (typeof value !== 'number' || (Number.isInteger(value) && value < 0)) return undefined;
  return Math.max(0, Math.trunc(value));
}

/** A setting as text: nothing for null, and the JSON of what is no text. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return value === null || value === undefined ? '' : JSON.stringify(value);
}
