import type { BodyPath, PactRule, RawMatcher } from '../document/pact-document.ts';
import { isAnyStep } from '../document/parse-place.ts';
import { matchersInside, rulesInside } from '../document/parse-rules.ts';
import { isStep, type PlacedValue } from '../document/values-at.ts';
import { isList, isRecord } from '../json/json-value.ts';
import { fitsInBody } from './accepts.ts';
import { fitsAsKey, isDecimal, isSame, type Value, valueIn } from './matchers.ts';
import { isCascaded, weightOf } from './rule-at.ts';

/** A value that a contract refuses, and the rule by which it does; without a rule, it differs from the example. */
export interface Misfit extends PlacedValue {
  readonly rule: PactRule | undefined;
}

/**
 * What Pact's core has against the body of an answer beside its example: the same values, those that rules let in, and any more
 * members.
 */
export function bodyMisfits(rules: readonly PactRule[], example: unknown, body: unknown): readonly Misfit[] {
  const inBody = rules.filter(({ part }) => part === 'body');
  if (example === body && inBody.every(isOfType)) return none;
  const open = inBody.map((rule) => openRule(rule, rule));
  return compare(new Scope(open, 0), { trail: undefined, value: plain(body), example: plain(example) });
}

/** A rule that means a place or one inside of it. */
interface OpenRule {
  readonly rule: PactRule;
  readonly steps: BodyPath;
  readonly weight: number;
  /** Whether it asks for the type of a value and nothing else. */
  readonly isOfType: boolean;
  /** The rule of the pact that it stands in. */
  readonly blamed: PactRule;
}

function openRule(rule: PactRule, blamed: PactRule): OpenRule {
  return { rule, steps: rule.place, weight: weightOf(rule), isOfType: isOfType(rule), blamed };
}

/** What is like itself needs no look where no rule asks for more than its type. */
function isOfType({ matchers }: PactRule): boolean {
  return matchers.length > 0 && matchers.every(isUnlimitedType);
}

function isUnlimitedType({ match, min, max }: RawMatcher): boolean {
  return match === 'type' && min === undefined && max === undefined;
}

/**
 * The rules whose places go on at a value, or end there or above. `depth` is how many steps lead there from where the places of
 * the rules begin. What is inside is found out once for all that is alike: many rules for many values take no square of time.
 */
class Scope {
  readonly rules: readonly OpenRule[];
  readonly depth: number;
  /** Of the rules for the value and those above, the one with the greatest weight. */
  readonly best: OpenRule | undefined;
  /** Whether all of them ask for types and nothing else. */
  readonly isOfTypes: boolean;
  #index: ScopeIndex | undefined;

  constructor(rules: readonly OpenRule[], depth: number) {
    let best: OpenRule | undefined;
    let isOfTypes = true;
    for (const each of rules) {
      isOfTypes &&= each.isOfType;
      if (each.steps.length <= depth && (best === undefined || each.weight > best.weight)) best = each;
    }
    this.rules = rules;
    this.depth = depth;
    this.best = best;
    this.isOfTypes = isOfTypes;
  }

  /** The rules that go on into a member or an element. */
  into(step: string | number): Scope {
    this.#index ??= indexOf(this);
    const { ended, any, byStep, inner } = this.#index;
    const named = byStep.get(String(step));
    // No step of a place is empty, and an asterisk means any.
    const key = named === undefined ? (isStep(step, '[*]') ? '*' : '') : String(step);
    const known = inner.get(key);
    if (known !== undefined) return known;
    const open = any.filter(({ steps }) => isStep(step, steps[this.depth] ?? ''));
    const found = new Scope([...ended, ...open, ...(named ?? [])], this.depth + 1);
    inner.set(key, found);
    return found;
  }
}

/** The rules of a scope by what they mean: itself and what is above, any step, or one step; and the scopes inside. */
interface ScopeIndex {
  readonly ended: readonly OpenRule[];
  readonly any: readonly OpenRule[];
  readonly byStep: ReadonlyMap<string, readonly OpenRule[]>;
  readonly inner: Map<string, Scope>;
}

function indexOf({ rules, depth }: Scope): ScopeIndex {
  const ended: OpenRule[] = [];
  const any: OpenRule[] = [];
  const byStep = new Map<string, OpenRule[]>();
  for (const each of rules) {
    const step = each.steps[depth];
    if (step === undefined) ended.push(each);
    else if (isAnyStep(step)) any.push(each);
    else {
      const others = byStep.get(String(step));
      if (others === undefined) byStep.set(String(step), [each]);
      else others.push(each);
    }
  }
  return { ended, any, byStep, inner: new Map() };
}

/** A value of the body, and the one of the example that it is held against. */
interface Pair {
  /** The last step to the value, and those before. */
  readonly trail: Trail | undefined;
  readonly value: Value;
  readonly example: Value;
}

interface Trail {
  readonly step: string | number;
  readonly before: Trail | undefined;
}

function pathOf(trail: Trail | undefined): BodyPath {
  const steps: (string | number)[] = [];
  for (let each = trail; each !== undefined; each = each.before) steps.push(each.step);
  return steps.toReversed();
}

function misfitOf(pair: Pair, best: OpenRule | undefined): Misfit {
  return { path: pathOf(pair.trail), value: pair.value.value, rule: best?.blamed };
}

function plain(value: unknown): Value {
  return { value, isDecimal: isDecimal(value) };
}

const none: readonly Misfit[] = [];

function compare(scope: Scope, pair: Pair): readonly Misfit[] {
  const { value } = pair.value;
  const example = pair.example.value;
  const { best } = scope;
  if (scope.isOfTypes && value === example && pair.value.isDecimal === pair.example.isDecimal) return none;
  if (isRecord(example) && isRecord(value)) {
    return best === undefined
      ? compareSameMembers(scope, pair, example, value)
      : compareMembers(scope, best, pair, example, value);
  }
  if (isList(example) && isList(value)) return compareElements(scope, pair, example, value);
  if (isRecord(example) || isList(example)) return [misfitOf(pair, best)];
  if (best === undefined) return isSame(pair.value, pair.example) ? none : [misfitOf(pair, best)];
  const { matchers, combine } = best.rule;
  const fits = (matcher: RawMatcher) => fitsHere(scope, best, matcher, pair);
  const isFitting = matchers.length > 0 && (combine === 'OR' ? matchers.some(fits) : matchers.every(fits));
  return isFitting ? none : [misfitOf(pair, best)];
}

function fitsHere(scope: Scope, { rule }: OpenRule, matcher: RawMatcher, { value, example }: Pair): boolean {
  return fitsInBody(matcher, value, example, isCascaded(rule, scope.depth));
}

/** What stands in a value, and the member or element of the example that it is like. */
function inside({ trail }: Pair, value: object, step: string | number, example: object, model: string | number): Pair {
  const found = valueIn(value, step);
  const isItself = value === example && step === model;
  return { trail: { step, before: trail }, value: found, example: isItself ? found : valueIn(example, model) };
}

/** What no rule is about has all that the example has; more it may have. */
function compareSameMembers(
  scope: Scope,
  pair: Pair,
  example: Readonly<Record<string, unknown>>,
  value: Readonly<Record<string, unknown>>,
): readonly Misfit[] {
  const misfits: Misfit[] = [];
  const names = Object.keys(value);
  const isComplete = value === example || Object.keys(example).every((name) => Object.hasOwn(value, name));
  if (!isComplete) misfits.push(misfitOf(pair, undefined));
  for (const name of names) {
    if (!Object.hasOwn(example, name)) continue;
    const found = compare(scope.into(name), inside(pair, value, name, example, name));
    if (found.length > 0) misfits.push(...found);
  }
  return misfits;
}

const ofValues: ReadonlySet<string> = new Set(['values', 'eachValue', 'arrayContains']);
const ofKeys: ReadonlySet<string> = new Set(['values', 'eachValue', 'eachKey']);

function compareMembers(
  scope: Scope,
  best: OpenRule,
  pair: Pair,
  example: Readonly<Record<string, unknown>>,
  value: Readonly<Record<string, unknown>>,
): readonly Misfit[] {
  const exact = scope.rules.filter(({ rule, steps }) => steps.length === scope.depth && rule.name !== '');
  const isExact = exact.includes(best);
  const { matchers } = best.rule;
  const isOfMembers = ({ match }: RawMatcher) => isExact && ofValues.has(match);
  const others = matchers.filter((matcher) => !isOfMembers(matcher));
  const isSound = others.every((matcher) => fitsHere(scope, best, matcher, pair));
  const isComplete =
    exact.some(({ rule }) => rule.matchers.some(({ match }) => ofKeys.has(match))) ||
    others.length === 0 ||
    Object.keys(example).every((name) => Object.hasOwn(value, name));
  const misfits: Misfit[] = isSound && isComplete ? [] : [misfitOf(pair, best)];
  if (exact.length > 0) {
    const keys = Object.keys(value).filter((key) => !others.every((matcher) => fitsAsKey(matcher, key)));
    misfits.push(...keys.map((key) => ({ path: [...pathOf(pair.trail), key], value: key, rule: best.blamed })));
  }
  // Members are compared once, however many matchers ask for the same. Those that the example hasn't are like its first
  // where a matcher is about members.
  const scopes = new Map<Scope, boolean>();
  for (const matcher of matchers) {
    const within = isExact ? scopeInside(scope, best, matcher) : scope;
    scopes.set(within, scopes.get(within) === true || isOfMembers(matcher));
  }
  const [first] = matchers.some(isOfMembers) ? Object.keys(example).toSorted() : [];
  for (const [within, isOfAny] of scopes) {
    for (const name of Object.keys(value)) {
      const model = Object.hasOwn(example, name) ? name : isOfAny ? first : undefined;
      if (model === undefined) continue;
      misfits.push(...compare(within.into(name), inside(pair, value, name, example, model)));
    }
  }
  return misfits;
}

/** The rules inside of a value that a matcher stands for: those of an `eachValue` take the place of all others. */
function scopeInside(scope: Scope, { blamed }: OpenRule, matcher: RawMatcher): Scope {
  if (matcher.match !== 'eachValue') return scope;
  const steps = [...Array.from({ length: scope.depth }, () => '*'), '*'];
  const rule: PactRule = {
    part: 'body',
    name: '$',
    place: steps,
    combine: 'AND',
    matchers: matchersInside(matcher['rules']),
  };
  return new Scope([openRule(rule, blamed)], scope.depth);
}

function compareElements(
  scope: Scope,
  pair: Pair,
  example: readonly unknown[],
  value: readonly unknown[],
): readonly Misfit[] {
  const { best } = scope;
  if (best === undefined) {
    const misfits = example
      .slice(0, value.length)
      .flatMap((_, index) => compare(scope.into(index), inside(pair, value, index, example, index)));
    return example.length === value.length ? misfits : [...misfits, misfitOf(pair, best)];
  }
  const { matchers, combine } = best.rule;
  const misfit = (): Misfit => misfitOf(pair, best);
  if (matchers.length === 0) return [misfit()];
  if (example.length === 0) return [];
  // Compared once, however many matchers ask for it.
  let elements: readonly Misfit[] | undefined;
  const results = matchers.map((matcher): readonly Misfit[] => {
    switch (matcher.match) {
      case 'arrayContains':
        return hasVariants(matcher, best, pair, example, value) ? [] : [misfit()];
      case 'eachValue': {
        if (isCascaded(best.rule, scope.depth)) return [];
        return compareAll(scopeInside(scope, best, matcher), pair, example, value, misfit);
      }
      default:
        elements ??= compareAll(scope, pair, example, value, misfit);
        return fitsHere(scope, best, matcher, pair) ? elements : [misfit(), ...elements];
    }
  });
  const isFitting = combine === 'OR' && results.some((misfits) => misfits.length === 0);
  return isFitting ? [] : unique(results.flat());
}

/** Elements beyond those of the example are like its first. */
function compareAll(
  scope: Scope,
  pair: Pair,
  example: readonly unknown[],
  value: readonly unknown[],
  misfit: () => Misfit,
): readonly Misfit[] {
  const misfits = value.flatMap((_, index) =>
    compare(scope.into(index), inside(pair, value, index, example, index < example.length ? index : 0)),
  );
  const isMissing = example.some((_, index) => index >= value.length && scope.into(index).best === undefined);
  return isMissing ? [...misfits, misfit()] : misfits;
}

/** Whether each variant, an element of the example with rules of its own, is like some element. */
function hasVariants(
  { variants }: RawMatcher,
  { blamed }: OpenRule,
  pair: Pair,
  example: readonly unknown[],
  value: readonly unknown[],
): boolean {
  const listed = isList(variants) && variants.length > 0 ? variants : example.map((_, index) => ({ index }));
  return listed.every((variant) => {
    const { index, rules } = isRecord(variant) ? variant : {};
    const position = Number(index ?? 0) || 0;
    const open = (rules === undefined ? [equality] : rulesInside(rules)).map((rule) => openRule(rule, blamed));
    if (position >= example.length) return false;
    const isLike = (_: unknown, at: number) =>
      compare(new Scope(open, 0), inside(pair, value, at, example, position)).length === 0;
    // The example itself, first of all
    return (position < value.length && isLike(value, position)) || value.some(isLike);
  });
}

/** What a variant without rules is held against. */
const equality: PactRule = { part: 'body', name: '', place: [], combine: 'AND', matchers: [{ match: 'equality' }] };

/** One misfit for each place. */
function unique(misfits: readonly Misfit[]): readonly Misfit[] {
  return [...new Map(misfits.map((each) => [JSON.stringify(each.path), each])).values()];
}
