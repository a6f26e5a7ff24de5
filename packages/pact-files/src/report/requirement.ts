import { shown } from '@customer-contracts/schemas/internal';
import type { Place } from '@customer-contracts/schemas/plain';

import { headerOf } from '../document/header-of.ts';
import type { BodyPath, PactRule, RawMatcher } from '../document/pact-document.ts';
import { allValues, pathText, type PlacedValue } from '../document/values-at.ts';
import type { DocumentedInteraction } from '../documented/documented-interaction.ts';
import { placeAt, documentedValues } from '../documented/documented-place.ts';
import { isList, isRecord } from '../json/json-value.ts';
import { accepts } from '../matching/accepts.ts';
import { isCascaded, ruleAt } from '../matching/rule-at.ts';

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
  /** Of a place in the body: the way to it. */
  readonly path?: BodyPath;
  readonly rule: PactRule | undefined;
  /** Whether the rule is one for a place above. */
  readonly isCascaded: boolean;
  readonly example: unknown;
  /** What the API documents for the answer's body. */
  readonly documented: Place | undefined;
  /** Whether nobody wrote it down, and Pact asks for it all the same. */
  readonly isUnsaid?: boolean;
}

/** What says that a body is JSON. It has no charset (RFC 8259, 11): one that is written there changes nothing. */
const json: PactRule = {
  part: 'headers',
  name: 'Content-Type',
  place: [],
  combine: 'AND',
  matchers: [{ match: 'regex', regex: '^application/json(\\s*;.*)?$' }],
};
const plainJson = /^application\/json(?:\s*;\s*charset=[^;]*)?$/i;

/** What an interaction asks of the provider. */
export function requirementsOf(
  consumer: string,
  answer: string,
  interaction: DocumentedInteraction,
): readonly ComparableRequirement[] {
  const { response } = interaction;
  const common = { consumer, answer, documented: interaction.answer?.body, isCascaded: false };
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
    const isJson = rule === undefined && isContentType(name) && plainJson.test(example ?? '');
    const meant = isJson ? { rule: json, example: 'application/json' } : { rule, example };
    return { ...common, place: `headers.${nameOfHeader(name)}`, demand: demandOf(rule, example), ...meant };
  });
  const { body: answered } = response;
  // The API answers nothing but JSON, and Pact's core holds the kind of a body against that of the example.
  const hasJson = interaction.answer?.body !== undefined || (answered !== undefined && typeof answered !== 'string');
  const isUnsaidJson = hasJson && !Object.keys(response.headers).some(isContentType);
  const unsaid = {
    ...common,
    place: 'headers.Content-Type',
    demand: 'JSON',
    rule: json,
    example: 'application/json',
    isUnsaid: true,
  };
  const body = answered === undefined ? [] : allValues(answered).filter(isAsked);
  return [
    status,
    ...headers,
    ...(isUnsaidJson ? [unsaid] : []),
    ...body.map(({ path, value }) => {
      const rule = ruleAt(response.rules, path);
      const place = pathText(path).replaceAll(/\[\d+\]/g, '[]') || 'body';
      const isAbove = rule !== undefined && isCascaded(rule, path.length);
      const demand = demandOf(rule, value, isAbove);
      return { ...common, place, path, demand, rule, isCascaded: isAbove, example: value };
    }),
  ];
}

function isContentType(name: string): boolean {
  return name.toLowerCase() === 'content-type';
}

/** Names of headers have no case, and this one is the same whoever writes it. */
function nameOfHeader(name: string): string {
  return isContentType(name) ? 'Content-Type' : name;
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

/** Whether a value is what is asked for. The engine of patterns must be loaded. */
export function fits({ rule, isCascaded: isAbove, example }: ComparableRequirement, value: unknown): boolean {
  if (rule !== undefined) return accepts(rule, value, example, isAbove);
  return value === example || (isList(value) && isList(example) && value.length === example.length);
}

/** What a rule demands beside its example, in words: `a string or null`. Without a rule, exactly the example. */
function demandOf(rule: PactRule | undefined, example: unknown, isAbove = false): string {
  if (rule === undefined) return Array.isArray(example) ? `a list of ${example.length}` : `exactly ${shown(example)}`;
  const demands = rule.matchers.map(({ min, max, ...matcher }) =>
    wordsOf({ ...matcher, ...(isAbove ? {} : { min, max }) }, example),
  );
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
  if (min !== undefined && min === max) return ` of ${shown(min)}`;
  const least = min === undefined ? [] : [`at least ${shown(min)}`];
  const most = max === undefined ? [] : [`at most ${shown(max)}`];
  const limits = [...least, ...most];
  return limits.length === 0 ? '' : ` of ${limits.join(' and ')}`;
}

function nameOf(example: unknown): string {
  if (example === null) return 'null';
  return typeof example === 'object' ? 'an object' : `a ${typeof example}`;
}
