import type { ListShape, ObjectShape, Place, Shape, StringShape } from '@customer-contracts/schemas/plain';

import type { BodyPath } from '../document/pact-document.ts';
import { isList, isRecord } from '../json/json-value.ts';

/** What a place has against a value: the first reason at each place inside it. */
export type Issue =
  | { readonly code: 'value'; readonly path: BodyPath; readonly message: string }
  | { readonly code: 'unknown'; readonly path: BodyPath; readonly message: string; readonly names: readonly string[] };

/** What the API has against a value that is written. It says what zod says of the same schema: same places, same words. */
export function judge(place: Place, value: unknown): readonly Issue[] {
  return issuesOf(place, value, false);
}

/**
 * What the API has against a part of an answer, of which a consumer names what it reads: members may be left out at every depth,
 * and those that are not documented are unknown. A text that is none of the documented values is likely misspelt.
 */
export function judgePart(place: Place, value: unknown): readonly Issue[] {
  return issuesOf(place, value, true);
}

const none: readonly Issue[] = [];

function issuesOf({ shape, isNullable, isOptional }: Place, value: unknown, isPart: boolean): readonly Issue[] {
  if ((value === null && isNullable) || (value === undefined && isOptional)) return none;
  switch (shape.kind) {
    case 'string':
      return refusal(shape.known === undefined ? textFault(shape, value) : knownFault(shape, value, isPart));
    case 'number': {
      const { isInteger, minimum, maximum, words } = shape;
      if (typeof value !== 'number' || !Number.isFinite(value)) return refusal(otherKind(shape, value));
      if (isInteger && !Number.isInteger(value)) return refusal(words.isInteger);
      if (isInteger && !Number.isSafeInteger(value)) return refusal(unsafe(value));
      if (minimum !== undefined && value < minimum) return refusal(words.minimum);
      return maximum !== undefined && value > maximum ? refusal(words.maximum) : none;
    }
    case 'boolean':
      return typeof value === 'boolean' ? none : refusal(otherKind(shape, value));
    case 'constant':
      return value === shape.value ? none : refusal(shape.words.value);
    case 'list':
      return isList(value) ? elementIssues(shape, value, isPart) : refusal(otherKind(shape, value));
    case 'object':
      return isRecord(value) ? memberIssues(shape, value, isPart) : refusal(otherKind(shape, value));
    case 'map':
      return isRecord(value) ? none : refusal(otherKind(shape, value));
    case 'anything':
      return none;
    default:
      return shape satisfies never;
  }
}

// Apart from the switch: a function with another inside it makes room for what that one sees each time that it is called.
function elementIssues({ element }: ListShape, value: readonly unknown[], isPart: boolean): readonly Issue[] {
  return value.flatMap((each, index) => within(index, issuesOf(element, each, isPart)));
}

function memberIssues(
  { members, isClosed }: ObjectShape,
  value: Readonly<Record<string, unknown>>,
  isPart: boolean,
): readonly Issue[] {
  const present = Object.keys(value);
  const issues: Issue[] = [];
  const names: string[] = [];
  // Of a part the members that are there are judged: mostly these are few.
  for (const name of isPart ? present : Object.keys(members)) {
    const place = Object.hasOwn(members, name) ? members[name] : undefined;
    if (place === undefined) {
      names.push(name);
      continue;
    }
    const found = issuesOf(place, value[name], isPart);
    if (found.length > 0) issues.push(...within(name, found));
  }
  if (isClosed && !isPart) for (const name of present) if (!Object.hasOwn(members, name)) names.push(name);
  return names.length === 0 ? issues : [...issues, unknownMembers(names)];
}

function unknownMembers(names: readonly string[]): Issue {
  const list = names.map((name) => `"${name}"`).join(', ');
  return { code: 'unknown', path: [], message: `Unrecognized key${names.length > 1 ? 's' : ''}: ${list}`, names };
}

function within(step: string | number, issues: readonly Issue[]): readonly Issue[] {
  return issues.length === 0 ? issues : issues.map((issue) => ({ ...issue, path: [step, ...issue.path] }));
}

function refusal(message: string | undefined): readonly Issue[] {
  return message === undefined ? none : [{ code: 'value', path: [], message }];
}

function knownFault(
  { known = [], isOpen = false, words }: StringShape,
  value: unknown,
  isPart: boolean,
): string | undefined {
  if (isOpen && !isPart) return typeof value === 'string' ? undefined : words.kind;
  return typeof value === 'string' && known.includes(value) ? undefined : words.known;
}

function textFault(shape: StringShape, value: unknown): string | undefined {
  if (typeof value !== 'string') return otherKind(shape, value);
  const { format, pattern, minLength = 0, maxLength, words } = shape;
  const fits = pattern === undefined || regularExpression(pattern).test(value);
  if (format !== undefined && !(format === 'uri' && pattern === undefined ? isUri(value) : fits)) return words.format;
  if (value.length < minLength || (minLength > 1 && codePoints(value) < minLength)) return words.minLength;
  if (maxLength !== undefined && value.length > maxLength && codePoints(value) > maxLength) return words.maxLength;
  return fits ? undefined : words.pattern;
}

const expressions = new Map<string, RegExp>();

function regularExpression(source: string): RegExp {
  const expression = expressions.get(source) ?? new RegExp(source);
  expressions.set(source, expression);
  return expression;
}

function isUri(value: string): boolean {
  return URL.canParse(value.trim());
}

function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/** The kinds of shapes, as messages call them. */
const kinds: Readonly<Record<Shape['kind'], string>> = {
  string: 'string',
  number: 'number',
  boolean: 'boolean',
  constant: 'value',
  list: 'array',
  object: 'object',
  map: 'record',
  anything: 'value',
};

function otherKind({ kind }: Shape, value: unknown): string {
  return `Invalid input: expected ${kinds[kind]}, received ${kindOf(value)}`;
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value === 'number' && !Number.isFinite(value) ? String(value) : typeof value;
}

function unsafe(value: number): string {
  return value > 0
    ? `Too big: expected int to be <=${Number.MAX_SAFE_INTEGER}`
    : `Too small: expected int to be >=${Number.MIN_SAFE_INTEGER}`;
}
