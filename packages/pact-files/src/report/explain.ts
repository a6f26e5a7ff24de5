import { shown } from '@customer-contracts/schemas/internal';

import { headerOf } from '../document/header-of.ts';
import type {
  BodyPath,
  InteractionMessage,
  InteractionRequest,
  InteractionState,
  MessagePart,
  PactDocument,
  PactRule,
  RawMatcher,
} from '../document/pact-document.ts';
import { isAnyStep, parsePlace } from '../document/parse-place.ts';
import { isAt, valuesAt } from '../document/values-at.ts';
import { isList, isRecord } from '../json/json-value.ts';
import { ruleAt } from '../matching/rule-at.ts';
import { maskHeader, maskSecrets } from '../secrets.ts';
import { wordsOf } from './explain-words.ts';

/** What an interaction says, in words. No key is in it. */
export interface Explanation {
  readonly file: string;
  readonly consumer: string;
  readonly provider: string;
  readonly description: string;
  /** The provider states: `a customer exists (id: "cus_01")`. */
  readonly states: readonly string[];
  /** Whether it may fail without failing a verification. */
  readonly isPending: boolean;
  /** What is sent. There may be more headers, but nothing else in the query, and in a body. */
  readonly request: ExplainedMessage & { readonly method: string; readonly path: string };
  /** What must be answered. There may be more headers, and more members in objects. */
  readonly response: ExplainedMessage & { readonly status: number };
  /** What stands in the pact and changes nothing. */
  readonly ignored: readonly string[];
}

/** What must stand in a message. */
export interface ExplainedMessage {
  readonly matches: readonly ExplainedPlace[];
  /** Whether it has a body; any will do otherwise. */
  readonly hasBody: boolean;
}

/** What must stand at a place of a message. */
export interface ExplainedPlace {
  /** `path`, `status`, `query.limit`, `headers.Location`, `body.tags[].name`. */
  readonly place: string;
  /** What fits there, in words: `a text like "ann@example.com", or null`. */
  readonly fits: string;
}

/** Says in words what the interactions of a pact match, whoever wrote it, and whatever API it is about. */
export function explain({ file, consumer, provider, interactions }: PactDocument): readonly Explanation[] {
  return interactions.map(({ description, states, isPending, request, response }) => {
    const { method, path, query } = request;
    const sent = [
      ...partOf(request, 'path', '', path),
      ...Object.entries(query).map(([name, values]) => queryOf(request, name, values)),
      ...headersOf(request),
      ...bodyOf(request),
    ];
    const answered = [...partOf(response, 'status', '', response.status), ...headersOf(response), ...bodyOf(response)];
    return {
      file,
      consumer,
      provider,
      description: maskSecrets(description),
      states: states.map(stateOf),
      isPending,
      request: { method, path: maskSecrets(path), matches: sent.map(masked), hasBody: request.body !== undefined },
      response: { status: response.status, matches: answered.map(masked), hasBody: response.body !== undefined },
      ignored: [...ignoredIn('request', request, request), ...ignoredIn('response', response)].map((each) =>
        maskSecrets(each),
      ),
    };
  });
}

function masked({ place, fits }: ExplainedPlace): ExplainedPlace {
  return { place: maskSecrets(place), fits: maskSecrets(fits) };
}

function stateOf({ name, parameters }: InteractionState): string {
  const given = Object.entries(parameters).map(([key, value]) => `${key}: ${shown(value)}`);
  return maskSecrets(given.length === 0 ? name : `${name} (${given.join(', ')})`);
}

/** The path, or the status, where something is said about it beside its example. */
function partOf(message: InteractionMessage, part: MessagePart, name: string, example: unknown) {
  const rule = message.rules.find((each) => each.part === part);
  const generated = generatedAt(message, part, name);
  return rule === undefined && generated === '' ? [] : [{ place: part, fits: wordsOf(rule, example) + generated }];
}

function queryOf(request: InteractionRequest, name: string, values: readonly string[]): ExplainedPlace {
  const rule = request.rules.find((each) => each.part === 'query' && each.name === name);
  const [first = ''] = values;
  const fits = rule === undefined ? `exactly ${values.map(shown).join(' and then ')}` : wordsOf(rule, first);
  return { place: `query.${name}`, fits: fits + generatedAt(request, 'query', name) };
}

function headersOf(message: InteractionMessage): readonly ExplainedPlace[] {
  return Object.entries(message.headers).map(([name, value]) => {
    const isIt = (each: string) => each.toLowerCase() === name.toLowerCase();
    const rule = message.rules.find((each) => each.part === 'headers' && isIt(each.name));
    const fits = wordsOf(rule, maskHeader(name, value));
    return { place: `headers.${name}`, fits: fits + generatedAt(message, 'headers', name) };
  });
}

function bodyOf(message: InteractionMessage): readonly ExplainedPlace[] {
  const { body } = message;
  const told = body === undefined ? [] : valuesOf(message, body, [], 'body');
  return [...new Map(told.map((each) => [`${each.place} ${each.fits}`, each])).values()];
}

/** What must stand at a place of a body, and in it. */
function valuesOf(
  message: InteractionMessage,
  value: unknown,
  path: BodyPath,
  place: string,
): readonly ExplainedPlace[] {
  const { rules, generators } = message;
  const rule = ruleAt(rules, path);
  const isOwn = rule?.place.length === path.length;
  const generated = generators.find(({ part, name }) => part === 'body' && isPlace(name, path));
  const here = { place, fits: wordsOf(rule, value, isOwn) + wordsOfGenerator(generated?.type) };
  if (isOwn && rule.matchers.some(tellsOfAll)) return [here];
  if (isList(value)) {
    // Where a list may have another length, one element stands for any.
    const isFree = rule !== undefined || rules.some((each) => isAboutElements(each, path));
    const inner = value.flatMap((each, index) =>
      valuesOf(message, each, [...path, index], `${place}[${isFree ? '' : index}]`),
    );
    return [here, ...inner];
  }
  const members = isRecord(value) ? Object.entries(value) : [];
  const inner = members.flatMap(([name, each]) => valuesOf(message, each, [...path, name], `${place}.${name}`));
  // An object with members says nothing but them, unless a rule is about more than its type.
  const isPlain = !isOwn || rule.matchers.every(({ match }) => match === 'type');
  return isPlain && members.length > 0 ? inner : [here, ...inner];
}

/** Whether a matcher tells of all that is in an object or a list, in its own words. */
function tellsOfAll({ match }: RawMatcher): boolean {
  return /^(?:each-?key|each-?value|array-?contains)$/i.test(match);
}

function isAboutElements({ part, place }: PactRule, list: BodyPath): boolean {
  const step = place[list.length];
  return part === 'body' && step !== undefined && isAnyStep(step) && isAt(list, place.slice(0, list.length));
}

function isPlace(expression: string, path: BodyPath): boolean {
  const place = parsePlace(expression);
  return place !== undefined && place.length === path.length && isAt(path, place);
}

function generatedAt({ generators }: InteractionMessage, part: MessagePart, name: string): string {
  const isIt = (each: string) => each.toLowerCase() === name.toLowerCase();
  return wordsOfGenerator(generators.find((each) => each.part === part && isIt(each.name))?.type);
}

function wordsOfGenerator(type: string | undefined): string {
  if (type === undefined) return '';
  if (type === 'ProviderState') return ' (the real one comes from the provider state)';
  return ` (another one each time: ${type})`;
}

/** Rules that Pact doesn't read, and those and generators about something that the example hasn't. */
function ignoredIn(
  direction: 'request' | 'response',
  { rules, unreadRules, generators, headers, body }: InteractionMessage,
  { query }: Pick<InteractionRequest, 'query'> = { query: {} },
): readonly string[] {
  const hasNothing = (part: MessagePart, name: string, place: BodyPath | undefined): boolean => {
    if (part === 'body') return body === undefined || place === undefined || valuesAt(body, place).length === 0;
    if (part === 'headers') return headerOf(headers, name) === undefined;
    return part === 'query' && !Object.hasOwn(query, name);
  };
  return [
    ...unreadRules.map(({ part = 'body', name, isRefused, reason }) => {
      const rule = `the rule for ${where(part, name)} of the ${direction}`;
      return isRefused ? `${rule}, and the whole file with it: ${reason}` : `${rule}: ${reason}`;
    }),
    ...rules
      .filter(({ part, name, place }) => hasNothing(part, name, place))
      .map(({ part, name }) => `the rule for ${where(part, name)} of the ${direction}: the example has nothing there`),
    ...generators
      .filter(({ part, name }) => hasNothing(part, name, part === 'body' ? parsePlace(name) : []))
      .map(
        ({ part, name, type }) => `${type} for ${where(part, name)} of the ${direction}: the example has nothing there`,
      ),
  ];
}

function where(part: MessagePart, name: string): string {
  return part === 'body' ? name : `${part}.${name}`;
}
