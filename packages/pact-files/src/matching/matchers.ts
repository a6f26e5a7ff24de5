import type { RawMatcher } from '../document/pact-document.ts';
import { isWrittenAsDecimal } from '../document/parse-json.ts';
import { matchersInside } from '../document/parse-rules.ts';
import { statusClasses, textOf } from '../document/read-matcher.ts';
import { isList, isRecord } from '../json/json-value.ts';
import { isDate } from './date-format.ts';
import { numberText } from './json-number.ts';
import { judgePattern } from './patterns.ts';

/** What a matcher of Pact's specification makes of values, by what stands in the example. */
export interface Matcher {
  /** Beside a text, a number, a boolean or null. */
  readonly plain: (value: Value, matcher: RawMatcher, example: Value) => boolean;
  /** Outside of bodies, where everything is text. */
  readonly text: (text: string, matcher: RawMatcher, example: string) => boolean;
  /** Beside an object; members are judged by themselves. */
  readonly object: (value: Members, matcher: RawMatcher, example: Members, isCascaded: boolean) => boolean;
  /** Beside a list that has elements; they are judged by themselves. */
  readonly list: (
    value: readonly unknown[],
    matcher: RawMatcher,
    example: readonly unknown[],
    isCascaded: boolean,
  ) => boolean;
}

type Members = Readonly<Record<string, unknown>>;

/** A value of a body. */
export interface Value {
  readonly value: unknown;
  /** Whether it is a number that the JSON has with a fraction or an exponent. */
  readonly isDecimal: boolean;
}

const yes = () => true;
const no = () => false;

/** What only says something about plain values. */
const ofPlain = { object: no, list: yes } as const;
const equal = {
  plain: (value: Value, _: RawMatcher, example: Value) => isSame(value, example),
  text: (text: string, _: RawMatcher, example: string) => text === example,
};

const type: Matcher = {
  plain: ({ value }, _, example) => kindOf(value) === kindOf(example.value),
  text: yes,
  object: (value, matcher, _, isCascaded) => isCascaded || hasLength(Object.keys(value).length, matcher),
  list: (value, matcher, _, isCascaded) => isCascaded || hasLength(value.length, matcher),
};

const decimalText = (text: string) =>
  /^[+-]?(\d+(\.\d*)?([eE][+-]?\d+)?|\.\d+([eE][+-]?\d+)?|inf(inity)?|nan)$/i.test(text);

const timestamp = dates("yyyy-MM-dd'T'HH:mm:ssXXX");

/** The matchers by their names in Pact's specification. */
export const matchers: Map<string, Matcher> = new Map<string, Matcher>([
  ['type', type],
  [
    'regex',
    {
      plain: (value, { regex }) => fits(regex, textIn(value)),
      text: (text, { regex }) => fits(regex, text),
      object: yes,
      list: yes,
    },
  ],
  ['equality', { ...equal, object: isEqualTo, list: isEqualTo }],
  ['values', { ...equal, object: yes, list: yes }],
  ['include', { plain: (value, matcher) => includes(textIn(value), matcher), text: includes, ...ofPlain }],
  ['null', { plain: ({ value }) => value === null, text: no, object: no, list: no }],
  ['boolean', { plain: ({ value }) => typeof value === 'boolean' || isFlag(value), text: isFlag, ...ofPlain }],
  ['number', { plain: ({ value }) => typeof value === 'number', text: decimalText, ...ofPlain }],
  [
    'integer',
    { plain: ({ value, isDecimal }) => typeof value === 'number' && !isDecimal, text: isUnsigned, ...ofPlain },
  ],
  [
    'decimal',
    { plain: ({ value, isDecimal }) => typeof value === 'number' && isDecimal, text: decimalText, ...ofPlain },
  ],
  ['date', dates('yyyy-MM-dd')],
  ['time', dates('HH:mm:ss')],
  ['timestamp', timestamp],
  ['datetime', timestamp],
  // What it takes stands in magic numbers of files.
  ['contentType', { plain: yes, text: yes, ...ofPlain }],
  ['semver', { plain: ({ value }) => typeof value === 'string' && isVersion(value), text: isVersion, ...ofPlain }],
  [
    'notEmpty',
    { plain: ({ value }) => !isEmpty(value), text: (text) => text !== '', object: isFilled, list: isFilled },
  ],
  ['statusCode', { plain: yes, text: (text, matcher) => isStatusOf(Number(text), matcher), object: no, list: no }],
  ['arrayContains', { plain: yes, text: no, object: yes, list: yes }],
  ['eachValue', { plain: yes, text: no, object: yes, list: yes }],
  ['eachKey', { plain: yes, text: no, object: yes, list: yes }],
]);

const unknown: Matcher = { plain: no, text: no, object: no, list: no };

/** The matcher of a name. One that Pact hasn't, a plugin may have; without it, nothing fits. */
export function matcherOf({ match }: RawMatcher): Matcher {
  return matchers.get(match) ?? unknown;
}

/** Whether a status fits a matcher beside an example. */
export function fitsStatus(matcher: RawMatcher, status: number, example: number): boolean {
  switch (matcher.match) {
    case 'statusCode':
      return isStatusOf(status, matcher);
    case 'type':
    case 'number':
    case 'integer':
      return true;
    case 'regex':
    case 'include':
    case 'equality':
      return matcherOf(matcher).text(String(status), matcher, String(example));
    default:
      return false;
  }
}

function isStatusOf(code: number, { status = 'success' }: RawMatcher): boolean {
  if (isList(status)) return status.some((each) => Number(each) === code);
  const [from, to] = statusClasses.get(textOf(status)) ?? [0, 0];
  return code >= from && code <= to;
}

/** What stands in the pattern of a matcher, as Pact's core judges it. What nobody can tell fits. */
function fits(pattern: unknown, text: string): boolean {
  const verdict = judgePattern(textOf(pattern), text);
  return verdict === 'fits' || verdict === 'unjudged';
}

function dates(usual: string): Matcher {
  const isIn = (text: string, matcher: RawMatcher) => isDate(text, formatOf(matcher) || usual);
  return {
    plain: ({ value, isDecimal }, matcher) => isIn(value === null ? '' : textIn({ value, isDecimal }), matcher),
    text: isIn,
    ...ofPlain,
  };
}

/** The format of a date or a time; nothing for the usual one. */
export function formatOf({ format, match, ...settings }: RawMatcher): string {
  return textOf(format === undefined ? settings[match] : format);
}

function hasLength(length: number, { min, max }: RawMatcher): boolean {
  return length >= Number(min ?? 0) && length <= Number(max ?? Infinity);
}

/** Whether the name of a member fits a matcher, which only an `eachKey` says something about. */
export function fitsAsKey({ match, rules }: RawMatcher, key: string): boolean {
  return match !== 'eachKey' || matchersInside(rules).every((inner) => matcherOf(inner).text(key, inner, ''));
}

function isEqualTo(value: unknown, _: RawMatcher, example: unknown): boolean {
  return isEqual(value, example);
}

/** Whether two values are the same for Pact's core, for which 10 is not 10.0. */
export function isSame(one: Value, other: Value): boolean {
  if (typeof one.value === 'object') return isEqual(one.value, other.value);
  return one.value === other.value && one.isDecimal === other.isDecimal;
}

function isEqual(one: unknown, other: unknown): boolean {
  if (isList(one) && isList(other)) {
    return one.length === other.length && one.every((_, index) => isSame(valueIn(one, index), valueIn(other, index)));
  }
  if (!isRecord(one) || !isRecord(other)) return one === other;
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => Object.hasOwn(other, name) && isSame(valueIn(one, name), valueIn(other, name)))
  );
}

/** What stands in an object or a list. */
export function valueIn(holder: object, step: string | number): Value {
  const value: unknown = Reflect.get(holder, step);
  return { value, isDecimal: typeof value === 'number' && (isDecimal(value) || isWrittenAsDecimal(holder, step)) };
}

/** Whether a number has a fraction. */
export function isDecimal(value: unknown): boolean {
  return typeof value === 'number' && !Number.isInteger(value);
}

function includes(text: string, { value }: RawMatcher): boolean {
  return text.includes(textOf(value));
}

function isFlag(value: unknown): boolean {
  return value === 'true' || value === 'false';
}

function isUnsigned(text: string): boolean {
  return /^\+?\d+$/.test(text) && BigInt(text.replace('+', '')) <= 18_446_744_073_709_551_615n;
}

function isEmpty(value: unknown): boolean {
  if (isList(value)) return value.length === 0;
  return value === null || value === '' || (isRecord(value) && Object.keys(value).length === 0);
}

function isFilled(value: Members | readonly unknown[]): boolean {
  return !isEmpty(value);
}

/** https://semver.org */
const version =
  /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:-((?:0|[1-9]\d*|\d*[A-Za-z-][0-9A-Za-z-]*)(?:\.(?:0|[1-9]\d*|\d*[A-Za-z-][0-9A-Za-z-]*))*))?(?:\+([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?$/;

function isVersion(text: string): boolean {
  return version.test(text);
}

/** What stands somewhere, as Pact has it: `null`, `array`, `string`. */
export function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

/** A value as the text that patterns are held against: a text itself, or the JSON of anything else. */
function textIn({ value, isDecimal }: Value): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return numberText(value, isDecimal);
  return JSON.stringify(value);
}
