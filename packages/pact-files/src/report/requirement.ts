import { shown } from '@customer-contracts/schemas/internal';
import type { Place } from '@customer-contracts/schemas/plain';

import { headerOf } from '../document/header-of.ts';
import type { PactRule, RawMatcher } from '../document/pact-document.ts';
import { allValues, pathText, type PlacedValue } from '../document/values-at.ts';
import type { DocumentedInteraction } from '../documented/documented-interaction.ts';
import { placeAt, documentedValues } from '../documented/documented-place.ts';
import { isList, isRecord } from '../json/json-value.ts';
import { accepts } from '../matching/accepts.ts';
import { ruleAt } from '../matching/rule-at.ts';

/** One thing that a contract asks of the provider. */
export interface Requirement {
  readonly consumer: string;
  /** The answer that it is about: the cell, or request and status where the API documents none. */
  readonly answer: string;
  /** The place in the answer: `status`, `headers.Location`, `primaryAddress.emails[].value`. */
  readonly place: string;
  /** What has to be there: `a string or null`. */
  readonly demand: string;
}

/** An ask that can be compared with another about the same place. */
export interface ComparableRequirement extends Requirement {
  readonly rule: PactRule | undefined;
  readonly example: unknown;
  /** What the API documents for the answer's body. */
  readonly documented: Place | undefined;
}

/** What an interaction asks of the provider. */
export function requirementsOf(
  consumer: string,
  answer: string,
  interaction: DocumentedInteraction,
): readonly ComparableRequirement[] {
  const { response } = interaction;
  const common = { consumer, answer, documented: interaction.answer?.body };
  const status = {
    ...common,
    place: 'status',
    demand: String(response.status),
    rule: undefined,
    example: response.status,
  };
  const headers = Object.keys(response.headers).map((name) => {
    const rule = response.rules.find(
      (each) => each.part === 'headers' && each.name.toLowerCase() === name.toLowerCase(),
    );
    const example = headerOf(response.headers, name);
    return { ...common, place: `headers.${name}`, demand: demandOf(rule, example), rule, example };
  });
  const body = response.body === undefined ? [] : allValues(response.body).filter(isAsked);
  return [
    status,
    ...headers,
    ...body.map(({ path, value }) => {
      const rule = ruleAt(response.rules, path);
      const place = pathText(path).replaceAll(/\[\d+\]/g, '[]') || 'body';
      return { ...common, place, demand: demandOf(rule, value), rule, example: value };
    }),
  ];
}

/** An object with members asks for nothing but them. */
function isAsked({ value }: PlacedValue): boolean {
  return !isRecord(value) || Object.keys(value).length === 0;
}

/** Whether whoever gives what one asks gives what the other asks of the same place, as far as values can tell. */
export function implies(one: ComparableRequirement, other: ComparableRequirement): boolean {
  const place = one.documented && one.rule?.part === 'body' ? placeAt(one.documented, one.rule.place) : undefined;
  const documented = place === undefined ? [] : documentedValues(place.shape).values;
  const values = [one.example, other.example, null, ...documented].filter((value) => fits(one, value));
  return values.length > 0 && values.every((value) => fits(other, value));
}

function fits({ rule, example }: ComparableRequirement, value: unknown): boolean {
  if (rule !== undefined) return accepts(rule, value, example);
  return value === example || (isList(value) && isList(example) && value.length === example.length);
}

/** What a rule demands beside its example, in words: `a string or null`. Without a rule, exactly the example. */
function demandOf(rule: PactRule | undefined, example: unknown): string {
  if (rule === undefined) return Array.isArray(example) ? `a list of ${example.length}` : `exactly ${shown(example)}`;
  const demands = rule.matchers.map((matcher) => wordsOf(matcher, example));
  // The type of a text or a number goes without saying beside its pattern.
  const said =
    rule.combine === 'AND' && demands.length > 1 ? demands.filter((demand) => demand !== nameOf(example)) : demands;
  return [...new Set(said)].join(rule.combine === 'OR' ? ' or ' : ', ');
}

function wordsOf({ match, ...settings }: RawMatcher, example: unknown): string {
  const { min, max, regex, value } = settings;
  switch (match) {
    case 'type':
      return Array.isArray(example) ? `a list${sizeOf(min, max)}` : nameOf(example);
    case 'equality':
      return `exactly ${shown(example)}`;
    case 'regex':
      return `a ${typeof example === 'number' ? 'number' : 'text'} like /${String(regex)}/`;
    case 'include':
      return `a text with ${shown(value)}`;
    case 'integer':
      return 'an integer';
    case 'number':
    case 'decimal':
    case 'boolean':
      return `a ${match}`;
    default:
      return match;
  }
}

function sizeOf(min: unknown, max: unknown): string {
  const least = min === undefined ? [] : [`at least ${shown(min)}`];
  const most = max === undefined ? [] : [`at most ${shown(max)}`];
  const limits = [...least, ...most];
  return limits.length === 0 ? '' : ` of ${limits.join(' and ')}`;
}

function nameOf(example: unknown): string {
  if (example === null) return 'null';
  return typeof example === 'object' ? 'an object' : `a ${typeof example}`;
}
