import { isDeepStrictEqual } from 'node:util';

import type { Came } from '@customer-contracts/schemas/evidence';
import { matchOperation, operations } from '@customer-contracts/schemas/plain';
import { kindsOf, seen } from '@customer-contracts/schemas/shapes';

import { type Answer, bodyOf } from './answer.ts';
import { isList } from './own-names.ts';
import type { Ask, Expectation, Is, ValueKind } from './scenario.ts';

/** What came otherwise than expected, place by place; nothing where all is as expected. */
export function surprises(
  expectations: readonly Expectation[],
  asks: readonly Ask[],
  answers: readonly Answer[],
): readonly Came[] {
  return expectations.flatMap((expectation): readonly Came[] => {
    if ('statuses' in expectation) {
      const [is, was] = [answers.map(({ status }) => status), expectation.statuses].map((all) =>
        all.toSorted((one, other) => one - other),
      );
      return isDeepStrictEqual(is, was) ? [] : answers.map(({ status }, ask) => ({ ask, status }));
    }
    const { of: ask = answers.length - 1 } = expectation;
    const [asked, answer] = [asks[ask], answers[ask]];
    if (asked === undefined || answer === undefined) return [];
    const { status } = answer;
    if ('status' in expectation) return expectation.status.includes(status) ? [] : [{ ask, status }];
    const { at, value, base } = placeOf(expectation, asked, answer);
    if (holds(expectation.is, value, expectation, answers, answer)) return [];
    const kinds = value === undefined ? undefined : seen(undefined, value, { base, keepsCodes: false });
    return [{ ask, status, at, ...(kinds && { kinds }) }];
  });
}

type Placed = Extract<Expectation, { readonly is: Is }>;

/** The place that is looked at: what it is called, what stands there, and what the table promises of it. */
function placeOf(expectation: Placed, { method, path }: Ask, answer: Answer) {
  const match = matchOperation(method, path);
  const response =
    match && 'operationId' in match
      ? Object.entries(operations[match.operationId].responses).find(
          ([status]) => status === String(answer.status),
        )?.[1]
      : undefined;
  if ('header' in expectation) {
    const { header } = expectation;
    return { at: `header ${header}`, value: answer.headers.get(header.toLowerCase()), base: undefined };
  }
  const { at } = expectation;
  const base = response?.body && baseAt(kindsOf(response.body), stepsOf(at));
  // A body that is there and no JSON is one all the same.
  const body = bodyOf(answer) ?? (answer.text === '' ? undefined : answer.text);
  return { at: `body ${at}`.trim(), value: valueAt(body, at), base };
}

function stepsOf(at: string): readonly string[] {
  return at === '' ? [] : at.split('.');
}

function valueAt(body: unknown, at: string): unknown {
  let value = body;
  for (const step of stepsOf(at)) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = Reflect.get(value, step);
  }
  return value;
}

function baseAt(kinds: ReturnType<typeof kindsOf>, [step, ...rest]: readonly string[]): typeof kinds | undefined {
  if (step === undefined) return kinds;
  const next = /^\d+$/.test(step) ? kinds.list?.element : kinds.object?.members[step];
  return next && baseAt(next, rest);
}

function holds(is: Is, value: unknown, expectation: Placed, answers: readonly Answer[], answer: Answer): boolean {
  if ('kind' in is) return isOfKind(is.kind, value);
  if ('equals' in is) return isDeepStrictEqual(value, is.equals);
  if ('not' in is) return !isDeepStrictEqual(value, is.not);
  if ('matches' in is) return typeof value === 'string' && is.matches.test(value);
  if ('sameAs' in is) return value !== undefined && isDeepStrictEqual(value, valueAt(bodyOf(answer), is.sameAs));
  if ('ids' in is) return isDeepStrictEqual(each(value, 'id'), is.ids);
  if ('rels' in is) return isDeepStrictEqual(new Set(each(value, 'rel')), new Set(is.rels));
  if ('moreBy' in is) {
    const other = answers[is.thanOf];
    const before = 'at' in expectation && other ? valueAt(bodyOf(other), expectation.at) : undefined;
    if (typeof value === 'number' && typeof before === 'number') return value - before === is.moreBy;
    return is.moreBy === 0 && value !== undefined && isDeepStrictEqual(value, before);
  }
  return is satisfies never;
}

function each(list: unknown, member: string): readonly unknown[] {
  return isList(list) ? list.map((one) => valueAt(one, member)) : [];
}

function isOfKind(kind: ValueKind, value: unknown): boolean {
  switch (kind) {
    case 'unset':
      return value == null || (typeof value === 'object' && Object.keys(value).length === 0);
    case 'absent':
      return value === undefined;
    case 'present':
      return value !== undefined;
    case 'null':
      return value === null;
    case 'text':
      return typeof value === 'string';
    case 'list':
      return isList(value);
    case 'empty list':
      return isList(value) && value.length === 0;
    case 'object':
      return typeof value === 'object' && value !== null && !isList(value);
    default:
      return kind satisfies never;
  }
}
