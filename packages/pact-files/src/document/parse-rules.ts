import { isList, isRecord } from '../json/json-value.ts';
import type { Json, MessagePart, PactGenerator, PactRule, RawMatcher, UnreadRule } from './pact-document.ts';
import { isAnyStep, parsePlace } from './parse-place.ts';
import { readMatcher, readMatchers, ruleEntries } from './read-matcher.ts';

/** The parts of a message by the names that the versions of the specification give them, in any case. */
const parts: ReadonlyMap<string, MessagePart | undefined> = new Map([
  ['path', 'path'],
  ['query', 'query'],
  ['header', 'headers'],
  ['headers', 'headers'],
  ['body', 'body'],
  ['status', 'status'],
  // Of a message without HTTP, or of what no rule is held against
  ['method', undefined],
  ['contents', undefined],
  ['metadata', undefined],
]);

/** What Pact's core takes for a rule of the body is whatever it has no name for. */
function partOf(name: string): MessagePart | undefined {
  const lowered = name.toLowerCase();
  return parts.has(lowered) ? parts.get(lowered) : 'body';
}

/** The matching rules of a message, and what stands among them that is none for Pact. */
interface ReadRules {
  readonly rules: readonly PactRule[];
  readonly unreadRules: readonly UnreadRule[];
}

/**
 * Reads the matching rules of a message as Pact's core does: `{ "$.body.email": ... }` of version 2,
 * `{ body: { "$.email": ... } }` of 3 and 4. The keys alone tell the versions apart.
 */
export function readRules(json: unknown): ReadRules {
  if (!isRecord(json)) return none;
  const rules: PactRule[] = [];
  const unreadRules: UnreadRule[] = [];
  const isOld = isOfVersion2(json);
  for (const [key, value] of Object.entries(json)) {
    for (const each of isOld ? [fromVersion2(key, value)] : fromVersion3(key, value)) {
      if ('reason' in each) unreadRules.push(each);
      else rules.push(each);
    }
  }
  return { rules, unreadRules };
}

const none: ReadRules = { rules: [], unreadRules: [] };

/** The matching rules of a message as versions 3 and 4 have them, where they stand as in version 2. */
export function raiseRules(json: unknown): unknown {
  if (!isRecord(json) || !isOfVersion2(json)) return json;
  const targets = Object.entries(json).map(([expression, matcher]) => ({ ...targetOf(expression), matcher }));
  const raised = Map.groupBy(targets, ({ part }) => (part === 'headers' ? 'header' : part));
  return Object.fromEntries(
    [...raised].flatMap(([part, rules]) => {
      if (part === undefined) return [];
      const named = rules.map(({ name, matcher }) => [name, { combine: 'AND', matchers: [matcher] }] as const);
      const isOne = part === 'path' || part === 'status' || named[0]?.[0] === '';
      return [[part, isOne ? named[0]?.[1] : Object.fromEntries(named)]];
    }),
  );
}

/** Pact's core sorts the keys and looks at the first. */
function isOfVersion2(json: Json): boolean {
  return Object.keys(json).toSorted()[0]?.startsWith('$') ?? false;
}

function fromVersion2(expression: string, json: unknown): PactRule | UnreadRule {
  const { part, name } = targetOf(expression);
  const refuse = (reason: string): UnreadRule => ({ part, name, isRefused: true, reason });
  const isWhole = expression.startsWith('$.body') || parsePlace(expression) !== undefined;
  const place = parsePlace(name);
  if (!isWhole || place === undefined) return refuse(`${expression} is no path, like $.body.name`);
  if (part === undefined) return refuse(`${expression} names no part of a message, like $.body`);
  const read = readMatcher(json);
  if ('problem' in read) return refuse(read.problem);
  return { part, name, place: part === 'body' ? place : [], combine: 'AND', matchers: [read.matcher] };
}

/** The part of a message that a path expression of version 2 means, and what it means there. */
function targetOf(expression: string): { readonly part: MessagePart | undefined; readonly name: string } {
  if (expression.startsWith('$.body')) return { part: 'body', name: `$${expression.slice('$.body'.length)}` };
  // What comes after the first name of a part, Pact's core passes over.
  const [part, name = ''] = (parsePlace(expression) ?? []).filter(
    (step) => typeof step === 'string' && !isAnyStep(step),
  );
  const found = part === undefined ? undefined : partOf(String(part));
  return { part: found, name: found === 'path' || found === 'status' ? '' : String(name) };
}

function fromVersion3(key: string, json: unknown): readonly (PactRule | UnreadRule)[] {
  const part = partOf(key);
  if (!isRecord(json)) return [{ part, name: '', isRefused: true, reason: `the rules of ${key} are an object` }];
  const read: (PactRule | UnreadRule)[] = [];
  for (const [expression, value] of ruleEntries(json)) {
    const rule = ruleOf(part, expression, value);
    if (rule !== undefined) read.push(rule);
  }
  return read;
}

function ruleOf(part: MessagePart | undefined, expression: string, json: unknown): PactRule | UnreadRule | undefined {
  const isNamed = part === 'query' || part === 'headers';
  const name = part === 'path' || part === 'status' ? '' : expression;
  const read = readMatchers([isNamed ? '' : expression, json]);
  if ('problem' in read) return { part, name, isRefused: true, reason: read.problem };
  const { place, matchers } = read;
  if (part === undefined) return undefined;
  if (matchers.length > 0)
    return { part, name, place: part === 'body' ? place : [], combine: combineOf(json), matchers };
  return isRecord(json) && isList(json['matchers'])
    ? undefined
    : { part, name, isRefused: false, reason: 'it has no list of "matchers"' };
}

/** The rules of a body that stand inside a matcher, by the path expressions of their places. */
export function rulesInside(json: unknown): readonly PactRule[] {
  return readRules({ body: isRecord(json) ? json : {} }).rules;
}

/** The matchers that stand inside another one. */
export function matchersInside(json: unknown): readonly RawMatcher[] {
  return isList(json) ? json.flatMap(matcherIn) : [];
}

function matcherIn(json: unknown): readonly RawMatcher[] {
  const read = readMatcher(json);
  return 'matcher' in read ? [read.matcher] : [];
}

function combineOf(rule: unknown): 'AND' | 'OR' {
  const combine = isRecord(rule) ? rule['combine'] : undefined;
  return typeof combine === 'string' && combine.toUpperCase() === 'OR' ? 'OR' : 'AND';
}

/** The generators of a message. */
export function parseGenerators(json: unknown): readonly PactGenerator[] {
  if (!isRecord(json)) return [];
  return Object.entries(json).flatMap(([key, value]) => (isRecord(value) ? generatorsOf(key, value) : []));
}

function generatorsOf(key: string, json: Json): readonly PactGenerator[] {
  const { part, name } = key.startsWith('$') ? targetOf(key) : { part: partOf(key), name: '' };
  const named = typeof json['type'] === 'string' ? [[name, json] as const] : Object.entries(json);
  return named.flatMap(([each, generator]) =>
    part !== undefined && isRecord(generator) && typeof generator['type'] === 'string'
      ? [{ part, name: each, type: generator['type'], settings: generator }]
      : [],
  );
}
