import type { Place } from '@customer-contracts/schemas/plain';

import type { Json, PactRule, RawMatcher } from '../document/pact-document.ts';
import { parseRules } from '../document/parse-rules.ts';
import { valuesAt } from '../document/values-at.ts';
import type { DocumentedInteraction } from '../documented/documented-interaction.ts';
import { documentedValues, membersOf, placeAt } from '../documented/documented-place.ts';
import { isList, isRecord } from '../json/json-value.ts';
import { accepts } from '../matching/accepts.ts';

/** Of texts without an enumeration some fit any pattern; the example says whether the right ones do. */
const ofText: ReadonlySet<string> = new Set(['regex', 'include', 'date', 'time', 'timestamp', 'datetime', 'semver']);

/** Whether no value that the API documents for a place of a body fits a rule; a rule inside of a rule counts like any other. */
export function isImpossible(rule: PactRule, place: Place, example: unknown): boolean {
  const plain = rule.matchers.filter((matcher) => !holdsRules(matcher));
  const verdicts = rule.matchers.flatMap((matcher) => inside.get(matcher.match)?.(matcher, place, example) ?? []);
  if (plain.length > 0) verdicts.push(isImpossibleItself({ ...rule, matchers: plain }, place, example));
  return rule.combine === 'OR' ? verdicts.every(Boolean) : verdicts.some(Boolean);
}

/** Whether no status that the API documents for the operation fits a rule. */
export function isImpossibleStatus(rule: PactRule, operation: DocumentedInteraction['operation']): boolean {
  const statuses = Object.keys(operation?.responses ?? {}).map(Number);
  return statuses.length > 0 && !statuses.some((status) => accepts(rule, status, status));
}

/**
 * Whether an example that the API documents, and that fits, proves that a rule can be fitted: not where it is 10 for 10.0, and
 * not of the rules inside, which are looked at one by one.
 */
export function canProve({ matchers }: PactRule): boolean {
  return !matchers.some((matcher) => matcher.match === 'decimal' || holdsRules(matcher));
}

function isImpossibleItself(rule: PactRule, { shape, isNullable }: Place, example: unknown): boolean {
  const { values, isOpen } = documentedValues(shape);
  // A list may have any number of elements, and an object any members.
  const unlimited = rule.matchers
    .filter(({ match }) => match !== 'notEmpty')
    .map((matcher) => ({ ...matcher, min: undefined, max: undefined }));
  const matchers = isOpen ? unlimited.filter(({ match }) => !ofText.has(match)) : unlimited;
  const isSatisfiable = matchers.length === 0 || (rule.combine === 'OR' && matchers.length < rule.matchers.length);
  if (values.length === 0 || isSatisfiable) return false;
  const documented = isNullable ? [...values, null] : values;
  return !documented.some((value) => accepts({ ...rule, matchers }, value, example));
}

type IsImpossibleInside = (matcher: RawMatcher, place: Place, example: unknown) => boolean;

/** The matchers that hold rules for what stands inside of the value: whether one of these can't be fitted. */
const inside: ReadonlyMap<string, IsImpossibleInside> = new Map<string, IsImpossibleInside>([
  [
    'arrayContains',
    ({ variants }, place, example) =>
      isOfOtherKind(place, isList) ||
      recordsIn(variants).some(({ index, rules }) => {
        const element = isList(example) ? example[Number(index)] : undefined;
        return parseRules({ body: rules }).some((rule) =>
          valuesAt(element, rule.place).some(({ value }) =>
            isHopeless(rule, placeAt(place, [0, ...rule.place]), value),
          ),
        );
      }),
  ],
  [
    'eachValue',
    ({ rules }, place, example) =>
      isOfOtherKind(place, (value) => isList(value) || isRecord(value)) ||
      membersIn(example).some(([step, value]) => isHopeless(ruleOf(rules), placeAt(place, [step]), value)),
  ],
  [
    'eachKey',
    ({ rules }, place, example) => {
      if (isOfOtherKind(place, isRecord)) return true;
      const names = Object.keys(membersOf(place).members);
      const isJudged = names.length > 0 && membersIn(example).length > 0;
      return isJudged && !names.some((name) => accepts(ruleOf(rules), name, name));
    },
  ],
]);

function holdsRules({ match }: RawMatcher): boolean {
  return inside.has(match);
}

/** The elements of a list, or the members of an object. */
function membersIn(value: unknown): readonly (readonly [step: string | number, value: unknown])[] {
  if (isList(value)) return value.map((element, index) => [index, element]);
  return Object.entries(isRecord(value) ? value : {});
}

function isOfOtherKind({ shape }: Place, isOfKind: (value: unknown) => boolean): boolean {
  const { values } = documentedValues(shape);
  return values.length > 0 && !values.some(isOfKind);
}

/** Whether a rule can't be fitted at a place, and the example doesn't prove the contrary. */
function isHopeless(rule: PactRule, place: Place | undefined, example: unknown): boolean {
  if (place === undefined || (canProve(rule) && accepts(rule, example, example))) return false;
  return isImpossible(rule, place, example);
}

/** Matchers that stand in a matcher, as a rule for what it is about. */
function ruleOf(matchers: unknown): PactRule {
  const [rule] = parseRules({ body: { $: { matchers } } });
  return rule ?? { part: 'body', name: '$', place: [], combine: 'AND', matchers: [] };
}

function recordsIn(list: unknown): readonly Json[] {
  return isList(list) ? list.filter(isRecord) : [];
}
