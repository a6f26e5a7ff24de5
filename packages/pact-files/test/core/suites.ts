import * as fc from 'fast-check';

import type { PactRule } from '../../src/document/pact-document.ts';
import { parseJson } from '../../src/document/parse-json.ts';
import { parsePlace } from '../../src/document/parse-place.ts';
import { readRules } from '../../src/document/parse-rules.ts';
import { isAt } from '../../src/document/values-at.ts';
import { accepts } from '../../src/matching/accepts.ts';
import { bodyMisfits } from '../../src/matching/body-misfits.ts';
import { parameterFits } from '../../src/matching/parameter-fits.ts';
import { loadPatterns } from '../../src/matching/patterns.ts';
import { weightOf } from '../../src/matching/rule-at.ts';
import { judgedByCore, type JudgedPart, type RawRule } from '../judged-by-core.ts';
import { bodyCase, expression } from './bodies.ts';
import { dateAndFormat } from './dates.ts';
import { pattern, text } from './patterns.ts';
import { rulesJson } from './rules-json.ts';
import { jsonValue, rule } from './rules.ts';
import { jsonValues, rawMatchers } from './values.ts';
import { type AnswerCase, verdictsOfCore } from './verdicts-of-core.ts';

/** A case, in words, and what Pact's core and lint make of it. */
export interface Comparison {
  readonly words: string;
  readonly core: string;
  readonly lint: () => string;
}

/** A kind of cases that are made from a seed, and judged by Pact's core. */
export interface Suite {
  readonly name: string;
  /** How many cases there are in `pnpm test`, and in `pnpm test:core`. */
  readonly sizes: readonly [few: number, many: number];
  readonly compare: (size: number, seed: number) => Promise<readonly Comparison[]>;
}

/** Each value as its own example, and lists beside others. */
const shown: readonly (readonly [example: string, value: string])[] = [
  ...jsonValues.map((value) => [value, value] as const),
  ['[1]', '[]'],
  ['[1]', '[1,1]'],
  ['[1,2,3]', '[1]'],
  ['{"a":1}', '{}'],
  ['{"a":1}', '{"a":1,"b":1}'],
];
const pairs = rawMatchers.flatMap((matcher) =>
  shown.map(([example, value]) => ({ rule: { matchers: [matcher] }, example, value })),
);

const textPairs = rawMatchers.flatMap((matcher) =>
  [...new Set(jsonValues.map((value) => String(parseJson(value))))].map((value) => ({
    rule: { matchers: [matcher] },
    example: value,
    value,
  })),
);
/** A header is no text of anything, and one with a comma is a list. */
const headerPairs = textPairs.filter(({ value }) => /^[!-+\--~]+$/.test(value));

export const suites: readonly Suite[] = [
  {
    name: 'each matcher beside each value',
    sizes: [pairs.length, pairs.length],
    compare: () => judgeValues(pairs),
  },
  {
    name: 'each matcher beside each parameter',
    sizes: [textPairs.length, textPairs.length],
    compare: () => judgeByMock('query', textPairs),
  },
  {
    name: 'each matcher beside each header',
    sizes: [headerPairs.length, headerPairs.length],
    compare: () => judgeByMock('header', headerPairs),
  },
  {
    name: 'matchers beside values',
    sizes: [800, 12_000],
    compare: compareValues(fc.record({ rule, example: jsonValue, value: jsonValue })),
  },
  {
    name: 'patterns beside texts',
    sizes: [600, 8000],
    compare: compareValues(fc.tuple(pattern, text).map(([regex, value]) => texts({ match: 'regex', regex }, value))),
  },
  {
    name: 'date formats beside texts',
    sizes: [600, 8000],
    compare: compareValues(dateAndFormat.map((each) => texts({ match: 'timestamp', format: each.format }, each.text))),
  },
  { name: 'rules for places of a body', sizes: [100, 1500], compare: compareBodies },
  { name: 'path expressions', sizes: [100, 1500], compare: comparePlaces },
  { name: 'rules, sound or not', sizes: [150, 2500], compare: compareRules },
  { name: 'matchers outside of bodies', sizes: [300, 4000], compare: compareQueries },
  { name: 'matchers of the mock', sizes: [300, 2000], compare: compareInMock },
  { name: 'statuses', sizes: [40, 300], compare: compareStatuses },
];

interface ValueCase {
  readonly rule: RawRule;
  readonly example: string;
  readonly value: string;
}

function texts(matcher: Readonly<Record<string, unknown>>, value: string): ValueCase {
  const json = JSON.stringify(value);
  return { rule: { matchers: [matcher] }, example: json, value: json };
}

/** Values are members of bodies, many of one. */
function compareValues(cases: fc.Arbitrary<ValueCase>) {
  return (size: number, seed: number): Promise<readonly Comparison[]> =>
    judgeValues(fc.sample(cases, { numRuns: size, seed }));
}

async function judgeValues(cases: readonly ValueCase[]): Promise<readonly Comparison[]> {
  const groups = inGroups(cases, 200);
  const asked = groups.map((group): AnswerCase => ({
    rules: { body: Object.fromEntries(group.map((each, index) => [`$.m${index}`, each.rule])) },
    example: objectOf(group.map(({ example }) => example)),
    body: objectOf(group.map(({ value }) => value)),
  }));
  const verdicts = await verdictsOfCore(asked);
  return groups.flatMap((group, index) => {
    const { isRefused = true, misfits = [] } = verdicts[index] ?? {};
    const refused = new Set(misfits.map((path) => /^\$\.m(\d+)/.exec(path)?.[1]));
    return group.map((each, member) => ({
      words: `${JSON.stringify(each.rule)} ${each.example} <- ${each.value}`,
      core: isRefused ? 'is not loaded' : refused.has(String(member)) ? 'misfits' : 'fits',
      lint: () =>
        verdictOf({
          rules: { body: { '$.m': each.rule } },
          example: `{"m":${each.example}}`,
          body: `{"m":${each.value}}`,
        }),
    }));
  });
}

async function compareBodies(size: number, seed: number): Promise<readonly Comparison[]> {
  const cases = fc.sample(
    bodyCase.filter(({ rules }) => isFair(rules)),
    { numRuns: size, seed },
  );
  return comparisons(cases, await verdictsOfCore(cases));
}

/** Of two rules with one weight, and in part of two for one place, Pact's core takes one by chance. */
function isFair(rules: unknown): boolean {
  const parsed = readRules(rules).rules.filter(({ part }) => part === 'body');
  return parsed.every((one) => parsed.every((other) => one === other || !areTied(one, other)));
}

function areTied(one: PactRule, other: PactRule): boolean {
  const isOverlapping = one.place.every((step, index) => {
    const beside = other.place[index];
    return beside === undefined || isAt([step], [beside]) || isAt([beside], [step]) || step === '[*]';
  });
  return (weightOf(one) === weightOf(other) || one.place.length === other.place.length) && isOverlapping;
}

async function compareRules(size: number, seed: number): Promise<readonly Comparison[]> {
  const cases = fc
    // What fits a content type, lint doesn't know.
    .sample(
      rulesJson.filter((rules) => isFair(rules) && !JSON.stringify(rules).includes('contentType')),
      { numRuns: size, seed },
    )
    .map((rules) => ({ rules, example: '{"id":"a","n":1}', body: '{"id":"b","n":2}' }));
  return comparisons(cases, await verdictsOfCore(cases, true));
}

async function comparePlaces(size: number, seed: number): Promise<readonly Comparison[]> {
  const expressions = fc.sample(expression, { numRuns: size, seed });
  const cases = expressions.map((place) => ({
    rules: { body: { [place]: { matchers: [{ match: 'type' }] } } },
    example: '"a"',
    body: '"a"',
  }));
  const verdicts = await verdictsOfCore(cases, true);
  return expressions.map((place, index) => ({
    words: place,
    core: verdicts[index]?.isRefused === true ? 'is refused' : 'is read',
    lint: () => (parsePlace(place) === undefined ? 'is refused' : 'is read'),
  }));
}

async function compareStatuses(size: number, seed: number): Promise<readonly Comparison[]> {
  const status = fc.constantFrom(100, 200, 201, 204, 302, 399, 400, 404, 422, 500, 503);
  const matcher = fc.oneof(
    fc.record({
      match: fc.constant('statusCode'),
      status: fc.constantFrom<unknown[]>(
        'info',
        'success',
        'redirect',
        'clientError',
        'serverError',
        'nonError',
        'error',
        [200],
        ['404', 422],
        [],
      ),
    }),
    fc.constantFrom(
      { match: 'statusCode' },
      { match: 'type' },
      { match: 'integer' },
      { match: 'decimal' },
      { match: 'number' },
      { match: 'regex', regex: '2\\d\\d' },
      { match: 'equality' },
      { match: 'include', value: '4' },
      { match: 'null' },
      { match: 'notEmpty' },
      { match: 'frob' },
    ),
  );
  // A provider can't answer with less than 200.
  const cases = fc.sample(fc.record({ matcher, example: status, answered: status.filter((each) => each >= 200) }), {
    numRuns: size,
    seed,
  });
  const asked = cases.map(({ matcher: each, example, answered }): AnswerCase => ({
    rules: { status: { matchers: [each] } },
    example: '{}',
    body: '{}',
    status: { example, answered },
  }));
  const verdicts = await verdictsOfCore(asked, true);
  return cases.map(({ matcher: each, example, answered }, index) => ({
    words: `${JSON.stringify(each)} ${example} <- ${answered}`,
    // It has no path.
    core: verdicts[index]?.misfits.includes('') === false ? 'fits' : 'misfits',
    lint: () => {
      const [parsed] = readRules({ status: { matchers: [each] } }).rules;
      return parsed !== undefined && accepts(parsed, answered, example) ? 'fits' : 'misfits';
    },
  }));
}

function compareQueries(size: number, seed: number): Promise<readonly Comparison[]> {
  const value = fc.oneof(
    jsonValue.map((json) => String(parseJson(json))),
    text.filter((each) => each !== ''),
  );
  return compareByMock('query', fc.record({ rule, example: value, value }), size, seed);
}

function compareInMock(size: number, seed: number): Promise<readonly Comparison[]> {
  // What is sent is made of values that JavaScript keeps.
  const value = jsonValue.filter((json) => JSON.stringify(parseJson(json)) === json).map(parseJson);
  // To a request, unlike an answer, no member may be added.
  const pairs = fc.record({ rule, example: value, value }).filter((each) => areAlike(each.example, each.value));
  return compareByMock('body', pairs, size, seed);
}

function areAlike(one: unknown, other: unknown): boolean {
  const isObject = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value);
  return !isObject(one) || !isObject(other) || JSON.stringify(one) === JSON.stringify(other);
}

interface JudgedCase {
  readonly rule: RawRule;
  readonly example: unknown;
  readonly value: unknown;
}

function compareByMock(
  part: JudgedPart,
  cases: fc.Arbitrary<JudgedCase>,
  size: number,
  seed: number,
): Promise<readonly Comparison[]> {
  return judgeByMock(part, fc.sample(cases, { numRuns: size, seed }));
}

async function judgeByMock(part: JudgedPart, all: readonly JudgedCase[]): Promise<readonly Comparison[]> {
  const judged = await Promise.all(
    inGroups(all, 50).map((group) =>
      judgedByCore(
        group.map(({ rule: { combine, matchers }, ...each }) => ({ combine, matchers, ...each })),
        part,
      ),
    ),
  );
  const fits = judged.flat();
  return all.map(({ rule: each, example, value }, index) => ({
    words: `${JSON.stringify(each)} ${JSON.stringify(example)} <- ${JSON.stringify(value)}`,
    core: fits[index] === true ? 'fits' : 'misfits',
    lint: () => {
      if (part === 'body') {
        const [body, shown] = [JSON.stringify({ m: value }), JSON.stringify({ m: example })];
        return verdictOf({ rules: { body: { '$.m': each } }, example: shown, body });
      }
      const [parsed] = readRules({ [part]: { m: each } }).rules;
      if (parsed === undefined) return 'misfits';
      const isFitting =
        part === 'query' ? parameterFits(parsed, [String(value)], [String(example)]) : accepts(parsed, value, example);
      return isFitting ? 'fits' : 'misfits';
    },
  }));
}

function comparisons(
  cases: readonly AnswerCase[],
  verdicts: Awaited<ReturnType<typeof verdictsOfCore>>,
): readonly Comparison[] {
  return cases.map((each, index) => {
    const { isRefused = true, misfits = [] } = verdicts[index] ?? {};
    const places = [...new Set(misfits.filter((path) => path.startsWith('$')))].toSorted();
    return {
      words: `${JSON.stringify(each.rules)} ${each.example} <- ${each.body}`,
      core: isRefused ? 'is not loaded' : `misfits at [${places.join()}]`,
      lint: () => (isRefusedByLint(each) ? 'is not loaded' : `misfits at [${placesOfMisfits(each).join()}]`),
    };
  });
}

function verdictOf(each: AnswerCase): string {
  if (isRefusedByLint(each)) return 'is not loaded';
  return placesOfMisfits(each).length === 0 ? 'fits' : 'misfits';
}

function isRefusedByLint({ rules }: AnswerCase): boolean {
  return readRules(rules).unreadRules.some(({ isRefused }) => isRefused);
}

/** As Pact's core writes them. */
function placesOfMisfits({ rules, example, body }: AnswerCase): readonly string[] {
  const misfits = bodyMisfits(readRules(rules).rules, parseJson(example), parseJson(body));
  const places = misfits.map(
    ({ path }) => `$${path.map((step) => (/^\d+$/.test(String(step)) ? `[${step}]` : `.${step}`)).join('')}`,
  );
  return [...new Set(places)].toSorted();
}

function objectOf(values: readonly string[]): string {
  return `{${values.map((value, index) => `"m${index}":${value}`).join()}}`;
}

/** As in the suites, of one case. */
export async function compareOne(each: AnswerCase): Promise<{ readonly core: string; readonly lint: string }> {
  const [verdict] = await verdictsOfCore([each], true);
  const core = verdict?.isRefused === false ? (verdict.misfits.length === 0 ? 'fits' : 'misfits') : 'is not loaded';
  return { core, lint: verdictOf(each) };
}

function inGroups<Each>(all: readonly Each[], size: number): readonly (readonly Each[])[] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
    all.slice(index * size, (index + 1) * size),
  );
}

/** Loads what lint's side of every comparison needs. */
export const ready: Promise<void> = loadPatterns();
