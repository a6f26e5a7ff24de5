import type { PactRule, RawMatcher } from '../document/pact-document.ts';
import { isList, isRecord } from '../json/json-value.ts';
import { datePattern } from './date-pattern.ts';
import { rustPattern } from './rust-pattern.ts';

/** Whether a value fits a rule beside its example. What can't be judged here (a plugin's matcher, say) fits. */
export function accepts({ part, combine, matchers }: PactRule, value: unknown, example: unknown): boolean {
  // Outside of bodies everything is text.
  const plain = part === 'body' || typeof value !== 'string' ? value : fromText(value);
  const fits = (matcher: RawMatcher) => matchOf(matcher)(ofPlain.has(matcher.match) ? plain : value, matcher, example);
  return combine === 'OR' ? matchers.some(fits) : matchers.every(fits);
}

/** The matchers that tell numbers and booleans from text. */
const ofPlain: ReadonlySet<string> = new Set(['boolean', 'number', 'integer', 'decimal']);

/** Whether a value fits a matcher, by the matcher's name in Pact's specification. */
const matches: Readonly<Record<string, (value: unknown, matcher: RawMatcher, example: unknown) => boolean>> = {
  type: (value, { min, max }, example) =>
    typeOf(value) === typeOf(example) &&
    (!isList(value) || (value.length >= Number(min ?? 0) && value.length <= Number(max ?? Infinity))),
  regex: (value, { regex }) => isPlain(value) && fitsWhole(rustPattern(String(regex)), String(value)),
  equality: (value, _, example) => isEqual(value, example),
  include: (value, { value: part }) => isPlain(value) && String(value).includes(String(part)),
  null: (value) => value === null,
  boolean: (value) => typeof value === 'boolean',
  number: (value) => typeof value === 'number',
  integer: (value) => Number.isInteger(value),
  // JSON.parse reads 10.0 as 10, so only an integer that is no example is known to be none.
  decimal: (value, _, example) => typeof value === 'number' && (!Number.isInteger(value) || value === example),
  date: (value, { date, format }) => isDate(value, date ?? format ?? 'yyyy-MM-dd'),
  time: (value, { time, format }) => isDate(value, time ?? format ?? 'HH:mm:ss'),
  timestamp: (value, { timestamp, format }) => isDate(value, timestamp ?? format ?? "yyyy-MM-dd'T'HH:mm:ssXXX"),
  datetime: (value, { datetime, format }) => isDate(value, datetime ?? format ?? "yyyy-MM-dd'T'HH:mm:ssXXX"),
  arrayContains: isList,
  eachKey: isRecord,
  eachValue: (value) => isRecord(value) || isList(value),
  values: isRecord,
  notEmpty: (value) => value !== null && value !== '' && (!isList(value) || value.length > 0),
  semver: (value) => typeof value === 'string' && /^\d+\.\d+\.\d+/.test(value),
};

/** Names that Pact's core takes, too: of matchers that are not judged here, and other spellings. */
const otherNames: ReadonlySet<string> = new Set(
  'real contentType statusCode min max minType maxType content-type status-code min-type max-type array-contains not-empty each-key each-value'.split(
    ' ',
  ),
);

/** Whether Pact has a matcher of this name. */
export function isMatcherName(name: string): boolean {
  return Object.hasOwn(matches, name) || otherNames.has(name);
}

function matchOf({ match }: RawMatcher): (typeof matches)[string] {
  return (Object.hasOwn(matches, match) ? matches[match] : undefined) ?? (() => true);
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

function isPlain(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function fromText(text: string): unknown {
  if (text === 'true' || text === 'false') return text === 'true';
  return /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(text) ? Number(text) : text;
}

function isDate(value: unknown, format: unknown): boolean {
  return typeof value === 'string' && fitsWhole(datePattern(String(format)), value);
}

/** A pattern that nobody can read here is not judged. */
function fitsWhole(pattern: RegExp | undefined, text: string): boolean {
  return pattern === undefined || pattern.test(text);
}

function isEqual(one: unknown, other: unknown): boolean {
  if (isList(one) && isList(other)) {
    return one.length === other.length && one.every((each, index) => isEqual(each, other[index]));
  }
  if (!isRecord(one) || !isRecord(other)) return one === other;
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => isEqual(one[name], other[name]));
}
