import { isList, isRecord, type RawMatcher } from '@customer-contracts/pact-files/internal';
import { shown } from '@customer-contracts/schemas/internal';

import { escapeRegex } from './matching-rule.ts';

/** A matcher as pact-js makes it: `MatchersV3.regex('^cus_', 'cus_01')`, `like({ ... })`, `eachLike(...)`. */
export interface PactJsMatcher {
  /** Its name in Pact's specification. */
  readonly 'pact:matcher:type': string;
}

/** Whether a value is a matcher as pact-js makes it. */
export function isPactJsMatcher(value: unknown): value is PactJsMatcher & Readonly<Record<string, unknown>> {
  return isRecord(value) && typeof value['pact:matcher:type'] === 'string';
}

/** The matchers of one member, by its path. */
type MatchersOf<Matcher> = readonly [path: string, matchers: readonly Matcher[]];

/**
 * Matchers by path, those of pact-js as they stand in a pact file: what is inside `like({ ... })` and `eachLike({ ... })`
 * is about the members there. Their examples count for nothing, except in `equal`: the answers are the harness's.
 *
 * `refuse` makes the error about a matcher that is not for a member of a body.
 */
export function rawMatchers(
  given: ReadonlyMap<string, readonly (RawMatcher | PactJsMatcher)[]>,
  refuse: (path: string, received: string) => Error,
): ReadonlyMap<string, readonly RawMatcher[]> {
  const all = [...given].flatMap(([path, matchers]) =>
    matchers.flatMap((matcher) => matchersIn(path, matcher, refuse)),
  );
  return new Map(
    [...Map.groupBy(all, ([path]) => path)].map(([path, same]) => [path, same.flatMap(([, matchers]) => matchers)]),
  );
}

function matchersIn(
  path: string,
  matcher: unknown,
  refuse: (path: string, received: string) => Error,
): readonly MatchersOf<RawMatcher>[] {
  if (!isPactJsMatcher(matcher)) return isRawMatcher(matcher) ? [[path, [matcher]]] : membersIn(path, matcher, refuse);
  const { value } = matcher;
  // An object has no rule of its own: its members have.
  const own = isRecord(value) && matcher['pact:matcher:type'] === 'type' ? [] : [rawMatcher(path, matcher, refuse)];
  const inside = typeInside.has(matcher['pact:matcher:type']) ? membersIn(path, value, refuse) : [];
  return [...own.map((each): MatchersOf<RawMatcher> => [path, [each]]), ...inside];
}

/** What may have matchers inside its example. */
const typeInside: ReadonlySet<string> = new Set(['type', 'equality']);

function isRawMatcher(matcher: unknown): matcher is RawMatcher {
  return isRecord(matcher) && typeof matcher['match'] === 'string';
}

/** A plain value inside a matcher keeps the rule that its schema gives it. */
function membersIn(
  path: string,
  value: unknown,
  refuse: (path: string, received: string) => Error,
): readonly MatchersOf<RawMatcher>[] {
  // Each example of a list stands for every element.
  if (isList(value)) return value.length === 0 ? [] : inside(`${path}[]`, value[0]);
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([name, member]) => inside(`${path}.${name}`, member));

  function inside(place: string, member: unknown): readonly MatchersOf<RawMatcher>[] {
    return isPactJsMatcher(member) ? matchersIn(place, member, refuse) : membersIn(place, member, refuse);
  }
}

/** The names of matchers of one member; what else pact-js has is about lists of alternatives, statuses and bodies of parts. */
const ofMembers: ReadonlySet<string> = new Set([
  'boolean',
  'date',
  'datetime',
  'decimal',
  'eachKey',
  'eachValue',
  'equality',
  'include',
  'integer',
  'notEmpty',
  'null',
  'number',
  'regex',
  'semver',
  'time',
  'timestamp',
  'type',
  'values',
]);

function rawMatcher(
  path: string,
  matcher: PactJsMatcher & Readonly<Record<string, unknown>>,
  refuse: (path: string, received: string) => Error,
): RawMatcher {
  const {
    'pact:matcher:type': match,
    'pact:generator:type': _generator,
    expression: _expression,
    example: _example,
    value,
    rules,
    ...settings
  } = matcher;
  if (!ofMembers.has(match)) throw refuse(path, `the matcher ${match}`);
  if (match === 'equality') {
    if (typeof value !== 'string') throw refuse(path, `equal(${shown(value)})`);
    return { match: 'regex', regex: `^${escapeRegex(value)}$` };
  }
  if (match === 'include') return { match, value };
  if (!isList(rules)) return { match, ...settings };
  const each = rules.filter(isPactJsMatcher).map((rule) => rawMatcher(path, rule, refuse));
  return { match, value: JSON.stringify(value), rules: each };
}
