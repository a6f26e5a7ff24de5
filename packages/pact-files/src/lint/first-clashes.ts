import type { BodyPath, HttpInteraction, InteractionRequest, PactRule } from '../document/pact-document.ts';
import { allValues, pathText } from '../document/values-at.ts';
import { canonicalJson, isList } from '../json/json-value.ts';
import { accepts } from '../matching/accepts.ts';
import { ruleAt } from '../matching/rule-at.ts';

/** An earlier interaction that expects what no provider can give beside what a later one expects. */
export interface Clash {
  readonly earlier: HttpInteraction;
  /** What the earlier one expects: `404, not 200`, `another email`. */
  readonly difference: string;
}

/**
 * Of interactions that ask the same: for each, by its request, the first before it that clashes with it. Those that share a
 * description are one for whoever runs them, and only the first of them counts.
 *
 * What they expect is kept by place and by rule, so that the time grows with the interactions and not with their pairs.
 */
export function firstClashes(asked: readonly HttpInteraction[]): ReadonlyMap<InteractionRequest, Clash> {
  const clashes = new Map<InteractionRequest, Clash>();
  const named = new Map(asked.toReversed().map((each) => [each.description, each]));
  const told = asked.filter((each) => named.get(each.description) === each);
  const [first] = told;
  if (first === undefined) return clashes;
  const places = new Map<string, ExpectationsOfPlace>();
  let otherStatus = told.length;
  for (const [order, later] of told.entries()) {
    if (later.response.status !== first.response.status) {
      clashes.set(later.request, clashOfStatus(first, later));
      otherStatus = Math.min(otherStatus, order);
      continue;
    }
    const found = firstOf(placesOf(later, order, places).map(({ expected, at }) => at.add(expected)));
    const earlier = told[Math.min(otherStatus, found?.order ?? otherStatus)];
    if (earlier === undefined) continue;
    clashes.set(
      later.request,
      found === undefined || found.order > otherStatus
        ? clashOfStatus(earlier, later)
        : { earlier, difference: `another ${pathText(found.path) || 'body'}` },
    );
  }
  return clashes;
}

function clashOfStatus(earlier: HttpInteraction, later: HttpInteraction): Clash {
  return { earlier, difference: `${earlier.response.status}, not ${later.response.status}` };
}

function firstOf(found: readonly (Expected | undefined)[]): Expected | undefined {
  return found
    .filter((each) => each !== undefined)
    .reduce<Expected | undefined>(
      (best, each) => (best === undefined || each.order < best.order ? each : best),
      undefined,
    );
}

/** What an interaction expects at a place. */
interface Expected {
  readonly order: number;
  readonly path: BodyPath;
  readonly value: unknown;
  readonly rule: PactRule | undefined;
}

function placesOf(
  { response: { body, rules } }: HttpInteraction,
  order: number,
  places: Map<string, ExpectationsOfPlace>,
): readonly { readonly expected: Expected; readonly at: ExpectationsOfPlace }[] {
  if (body === undefined) return [];
  return allValues(body).map(({ path, value }) => {
    const key = JSON.stringify(path);
    const at = places.get(key) ?? new ExpectationsOfPlace();
    places.set(key, at);
    return { expected: { order, path, value, rule: ruleAt(rules, path) }, at };
  });
}

/** The matchers that take an example for its kind alone, if at all. */
const takeKinds: ReadonlySet<string> = new Set([
  'type',
  'regex',
  'include',
  'null',
  'boolean',
  'number',
  'integer',
  'date',
  'time',
  'timestamp',
  'datetime',
  'semver',
  'notEmpty',
]);

/** What is expected by one rule, and beside examples that are one to it. */
interface Alike {
  readonly first: Expected;
  /** One for each value, in their order. */
  readonly all: Expected[];
  readonly values: Set<string>;
  /** The first of them, and the first that is another one to it; lists and objects are none to each other. */
  readonly apart: Expected[];
  /** By the key of other expectations: how many of these were held against their rule, and the first two that it refuses. */
  readonly refusals: Map<string, { seen: number; readonly refused: Expected[] }>;
}

/** What is expected at one place of an answer. */
class ExpectationsOfPlace {
  readonly #alike = new Map<string, Alike>();

  /** Adds what an interaction expects, and tells the first that clashes with it. */
  add(expected: Expected): Expected | undefined {
    const key = keyOf(expected);
    let clash: Expected | undefined;
    for (const alike of this.#alike.values()) {
      // They stand in the order of their first.
      if (clash !== undefined && alike.first.order > clash.order) break;
      clash = firstOf([clash, clashWith(alike, expected, key)]);
    }
    const alike = this.#alike.get(key) ?? emptyBehind(expected);
    this.#alike.set(key, alike);
    const { value } = expected;
    // As a text that no other value has: a pattern may tell one object from another.
    const whole = canonicalJson({ value });
    if (!alike.values.has(whole)) alike.all.push(expected);
    alike.values.add(whole);
    addApart(alike.apart, expected);
    return clash && { ...clash, path: expected.path };
  }
}

function emptyBehind(first: Expected): Alike {
  return { first, all: [], values: new Set(), apart: [], refusals: new Map() };
}

/** Two are enough: one of them is another one to whatever comes. */
function addApart(apart: Expected[], expected: Expected): void {
  const mark = markOf(expected.value);
  if (apart.length < 2 && apart.every((each) => markOf(each.value) !== mark)) apart.push(expected);
}

/** Two clash when neither's value is the other's, or fits its rule. */
function clashWith(alike: Alike, expected: Expected, key: string): Expected | undefined {
  const { rule, value } = alike.first;
  if (rule !== undefined && accepts(rule, expected.value, value)) return undefined;
  const mark = markOf(expected.value);
  return refusedBy(alike, expected, key).find((each) => markOf(each.value) !== mark);
}

/** The first two values that a rule refuses: one of them may be its own. Each is held against the rules of one key once. */
function refusedBy({ all, apart, refusals }: Alike, { rule, value }: Expected, key: string): readonly Expected[] {
  if (rule === undefined) return apart;
  const known = refusals.get(key) ?? { seen: 0, refused: [] };
  refusals.set(key, known);
  for (; known.refused.length < 2; known.seen += 1) {
    const next = all[known.seen];
    if (next === undefined) break;
    if (!accepts(rule, next.value, value)) addApart(known.refused, next);
  }
  return known.refused;
}

function keyOf({ rule, value }: Expected): string {
  if (rule === undefined) return '';
  const { combine, matchers } = rule;
  const example = matchers.every(({ match }) => takeKinds.has(match)) ? kindOf(value) : { value };
  return canonicalJson([combine, matchers, example]);
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return isList(value) ? 'list' : typeof value;
}

/** Of lists and objects the members are compared, so all are one. */
function markOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? markOf : value;
}
