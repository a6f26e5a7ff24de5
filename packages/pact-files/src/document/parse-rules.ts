import { isList, isRecord } from '../json/json-value.ts';
import type { BodyPath, MessagePart, PactGenerator, PactRule, RawMatcher } from './pact-document.ts';
import { parsePlace } from './parse-place.ts';

/** The parts of a message by the names that the versions of the specification give them. */
const parts: ReadonlyMap<string, MessagePart> = new Map([
  ['path', 'path'],
  ['query', 'query'],
  ['header', 'headers'],
  ['headers', 'headers'],
  ['body', 'body'],
  ['status', 'status'],
]);

/** The matching rules of a message: `{ "$.body.email": ... }` of version 2, `{ body: { "$.email": ... } }` of 3 and 4. */
export function parseRules(json: unknown): readonly PactRule[] {
  return located(json).flatMap(({ value, ...place }) => {
    const { matchers, isOr } = matchersIn(value);
    return matchers.length === 0 ? [] : [{ ...place, combine: isOr ? ('OR' as const) : ('AND' as const), matchers }];
  });
}

/** The matching rules of a message as versions 3 and 4 have them, where they stand as in version 2. */
export function raiseRules(json: unknown): unknown {
  if (!isRecord(json) || !Object.keys(json).some((key) => key.startsWith('$'))) return json;
  const raised = Map.groupBy(located(json), ({ part }) => (part === 'headers' ? 'header' : part));
  return Object.fromEntries(
    [...raised].map(([part, rules]) => {
      const named = rules.map(({ name, value }) => [name, { combine: 'AND', matchers: [value] }] as const);
      return [part, part === 'path' || part === 'status' ? named[0]?.[1] : Object.fromEntries(named)];
    }),
  );
}

/** The generators of a message. */
export function parseGenerators(json: unknown): readonly PactGenerator[] {
  return located(json).flatMap(({ part, name, value }) =>
    isRecord(value) && typeof value['type'] === 'string' ? [{ part, name, type: value['type'], settings: value }] : [],
  );
}

interface Located {
  readonly part: MessagePart;
  readonly name: string;
  readonly place: BodyPath;
  readonly value: unknown;
}

function located(json: unknown): readonly Located[] {
  return Object.entries(isRecord(json) ? json : {}).flatMap(([key, value]) =>
    key.startsWith('$') ? fromVersion2(key, value) : fromVersion3(key, value),
  );
}

function fromVersion2(expression: string, value: unknown): readonly Located[] {
  // What can't be read keeps its expression, as in version 3.
  const [partName, ...place] = parsePlace(expression) ?? [/^\$\.(\w+)/.exec(expression)?.[1] ?? '', expression];
  const part = parts.get(String(partName));
  if (part === undefined) return [];
  // `$.body.tags[0]` and `$['body']['tags'][0]`, without the part
  const rest = expression.replace(/^\$(\.\w+|\['\w+'\])/, '$');
  return [
    part === 'body' ? { part, name: rest, place, value } : { part, name: String(place[0] ?? ''), place: [], value },
  ];
}

function fromVersion3(key: string, value: unknown): readonly Located[] {
  const part = parts.get(key);
  if (part === undefined || !isRecord(value)) return [];
  if (isLeaf(value)) return [{ part, name: '', place: [], value }];
  return Object.entries(value).map(([name, each]) =>
    part === 'body'
      ? { part, name, place: parsePlace(name) ?? [name], value: each }
      : { part, name: String(parsePlace(name)?.[0] ?? name.replace(/\[\d+\]$/, '')), place: [], value: each },
  );
}

/** Path and status have one rule, or one generator, and no names above it. */
function isLeaf(value: Readonly<Record<string, unknown>>): boolean {
  return Array.isArray(value['matchers']) || typeof value['match'] === 'string' || typeof value['type'] === 'string';
}

function matchersIn(value: unknown): { readonly matchers: readonly RawMatcher[]; readonly isOr: boolean } {
  if (!isRecord(value)) return { matchers: [], isOr: false };
  const { matchers, combine } = value;
  const listed = isList(matchers) ? matchers : [value];
  return { matchers: listed.filter(isRecord).map(asMatcher), isOr: combine === 'OR' };
}

/** Version 2 leaves the name of `type` out beside `min` and `max`. */
function asMatcher(matcher: Readonly<Record<string, unknown>>): RawMatcher {
  return isNamed(matcher) ? matcher : { ...matcher, match: 'type' };
}

function isNamed(matcher: Readonly<Record<string, unknown>>): matcher is RawMatcher {
  return typeof matcher['match'] === 'string';
}
