import type { BodyPath, PactRule, RawMatcher } from '../document/pact-document.ts';
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
  const inBody = rules.filter(({ part }) => part === 'body').map((rule) => ({ rule, steps: rule.place, blamed: rule }));
  return compare({ rules: inBody, depth: 0 }, { trail: undefined, value: plain(body), example: plain(example) });
}

/** A rule that means a place or one inside of it. */
interface OpenRule {
  readonly rule: PactRule;
  readonly steps: BodyPath;
  /** The rule of the pact that it stands in. */
  readonly blamed: PactRule;
}

interface Scope {
  /** The rules whose places go on here, or end here or above. */
  readonly rules: readonly OpenRule[];
  /** How many steps lead here from where the places of the rules begin. */
  readonly depth: number;
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

function compare(scope: Scope, pair: Pair): readonly Misfit[] {
  const { value } = pair.value;
  const example = pair.example.value;
  // What is like itself needs no look where no rule is.
  if (scope.rules.length === 0 && value === example && pair.value.isDecimal === pair.example.isDecimal) return [];
  const best = bestOf(scope);
  if (isRecord(example) && isRecord(value)) return compareMembers(scope, best, pair, example, value);
  if (isList(example) && isList(value)) return compareElements(scope, best, pair, example, value);
  if (isRecord(example) || isList(example)) return [misfitOf(pair, best)];
  if (best === undefined) return isSame(pair.value, pair.example) ? [] : [misfitOf(pair, best)];
  const { matchers, combine } = best.rule;
  const fits = (matcher: RawMatcher) => fitsHere(scope, best, matcher, pair);
  const isFitting = matchers.length > 0 && (combine === 'OR' ? matchers.some(fits) : matchers.every(fits));
  return isFitting ? [] : [misfitOf(pair, best)];
}

function fitsHere(scope: Scope, { rule }: OpenRule, matcher: RawMatcher, { value, example }: Pair): boolean {
  return fitsInBody(matcher, value, example, isCascaded(rule, scope.depth));
}

/** Of the rules for a place and those above, the one with the greatest weight. */
function bestOf({ rules, depth }: Scope): OpenRule | undefined {
  let best: OpenRule | undefined;
  for (const each of rules) {
    if (each.steps.length > depth) continue;
    if (best === undefined || weightOf(each.rule) > weightOf(best.rule)) best = each;
  }
  return best;
}

/** The rules of a scope by what they mean: itself and what is above, any step, or one step. */
interface ScopeIndex {
  readonly ended: readonly OpenRule[];
  readonly any: readonly OpenRule[];
  readonly byStep: ReadonlyMap<string, readonly OpenRule[]>;
}

const indices = new WeakMap<Scope, ScopeIndex>();

/** The rules that go on into a member or an element: looked up, so that many rules for many values take no square of time. */
function into(scope: Scope, step: string | number): Scope {
  const { ended, any, byStep } = indices.get(scope) ?? indexed(scope);
  const open = any.filter(({ steps }) => isStep(step, steps[scope.depth] ?? ''));
  return { rules: [...ended, ...open, ...(byStep.get(String(step)) ?? [])], depth: scope.depth + 1 };
}

function indexed(scope: Scope): ScopeIndex {
  const { rules, depth } = scope;
  const going = rules.filter(({ steps }) => steps.length > depth);
  const isAny = ({ steps }: OpenRule) => steps[depth] === '*' || steps[depth] === '[*]';
  const index = {
    ended: rules.filter(({ steps }) => steps.length <= depth),
    any: going.filter(isAny),
    byStep: Map.groupBy(
      going.filter((rule) => !isAny(rule)),
      ({ steps }) => String(steps[depth]),
    ),
  };
  indices.set(scope, index);
  return index;
}

/** What stands in a value, and the member or element of the example that it is like. */
function inside({ trail }: Pair, value: object, step: string | number, example: object, model: string | number): Pair {
  return { trail: { step, before: trail }, value: valueIn(value, step), example: valueIn(example, model) };
}

const ofValues: ReadonlySet<string> = new Set(['values', 'eachValue', 'arrayContains']);
const ofKeys: ReadonlySet<string> = new Set(['values', 'eachValue', 'eachKey']);

function compareMembers(
  scope: Scope,
  best: OpenRule | undefined,
  pair: Pair,
  example: Readonly<Record<string, unknown>>,
  value: Readonly<Record<string, unknown>>,
): readonly Misfit[] {
  const exact = scope.rules.filter(({ rule, steps }) => steps.length === scope.depth && rule.name !== '');
  const isExact = best !== undefined && exact.includes(best);
  const matchers = best?.rule.matchers ?? [];
  const isOfMembers = ({ match }: RawMatcher) => isExact && ofValues.has(match);
  const others = matchers.filter((matcher) => !isOfMembers(matcher));
  const isSound = best === undefined || others.every((matcher) => fitsHere(scope, best, matcher, pair));
  const isComplete =
    exact.some(({ rule }) => rule.matchers.some(({ match }) => ofKeys.has(match))) ||
    (best !== undefined && others.length === 0) ||
    Object.keys(example).every((name) => Object.hasOwn(value, name));
  const misfits: Misfit[] = isSound && isComplete ? [] : [misfitOf(pair, best)];
  if (exact.length > 0) {
    const keys = Object.keys(value).filter((key) => !others.every((matcher) => fitsAsKey(matcher, key)));
    misfits.push(...keys.map((key) => ({ path: [...pathOf(pair.trail), key], value: key, rule: best?.blamed })));
  }
  // Members are compared once, however many matchers ask for the same. Those that the example hasn't are like its first
  // where a matcher is about members.
  const scopes = new Map(best === undefined ? [[scope, false]] : []);
  for (const matcher of matchers) {
    const within = best !== undefined && isExact ? scopeInside(scope, best, matcher) : scope;
    scopes.set(within, scopes.get(within) === true || isOfMembers(matcher));
  }
  const [first] = matchers.some(isOfMembers) ? Object.keys(example).toSorted() : [];
  for (const [within, isOfAny] of scopes) {
    for (const name of Object.keys(value)) {
      const model = Object.hasOwn(example, name) ? name : isOfAny ? first : undefined;
      if (model === undefined) continue;
      misfits.push(...compare(into(within, name), inside(pair, value, name, example, model)));
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
  return { rules: [{ rule, steps, blamed }], depth: scope.depth };
}

function compareElements(
  scope: Scope,
  best: OpenRule | undefined,
  pair: Pair,
  example: readonly unknown[],
  value: readonly unknown[],
): readonly Misfit[] {
  if (best === undefined) {
    const misfits = example
      .slice(0, value.length)
      .flatMap((_, index) => compare(into(scope, index), inside(pair, value, index, example, index)));
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
    compare(into(scope, index), inside(pair, value, index, example, index < example.length ? index : 0)),
  );
  const isMissing = example.some((_, index) => index >= value.length && bestOf(into(scope, index)) === undefined);
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
    const open = (rules === undefined ? [equality] : rulesInside(rules)).map((rule) => ({
      rule,
      steps: rule.place,
      blamed,
    }));
    if (position >= example.length) return false;
    const isLike = (_: unknown, at: number) =>
      compare({ rules: open, depth: 0 }, inside(pair, value, at, example, position)).length === 0;
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
