import { operations } from '@customer-contracts/schemas/plain';
import { type Kinds, kindsOf, type TestedAnswers } from '@customer-contracts/schemas/shapes';

import type { BodyPath, HttpInteraction, PactDocument } from '../document/pact-document.ts';
import { documentedInteractions } from '../documented/documented-interaction.ts';
import { isList, isRecord } from '../json/json-value.ts';
import { ruleAt } from '../matching/rule-at.ts';

/**
 * What the tests behind some pacts had of each answer, without a value: by operation and status, which kinds of values stood at each member
 * that they read, whether null, whether nothing. `watchResponses` of `@customer-contracts/client/guard` tells which answers are none of
 * it. Of a place counts what any of the tests had there, and null where a matcher takes it.
 *
 * ```ts
 * writeFileSync('tested.json', JSON.stringify(testedAnswers(await readPacts(['pacts']))));
 * ```
 */
export function testedAnswers(pacts: readonly PactDocument[]): TestedAnswers {
  const tested: { -readonly [Id in keyof TestedAnswers]: Record<string, Kinds | null> } = {};
  for (const interaction of pacts.flatMap(documentedInteractions)) {
    const { operation, response } = interaction;
    if (operation === undefined) continue;
    const { status, body } = response;
    const answers = (tested[operation.id] ??= {});
    const promised = operations[operation.id].responses[status]?.body;
    const found = body === undefined ? undefined : kindsIn(body, promised && kindsOf(promised), response, []);
    answers[status] = united(answers[status] ?? undefined, found) ?? null;
  }
  return tested;
}

/** What stands at a place of an example. A number may have a fraction where the API's may: JavaScript has one kind of them. */
function kindsIn(
  value: unknown,
  promised: Kinds | undefined,
  response: HttpInteraction['response'],
  path: BodyPath,
): Kinds {
  const isNullable = value === null || takesNull(response, path);
  const base = { isOptional: false, isNullable };
  const inside = (step: string | number, each: unknown, inner: Kinds | undefined): Kinds =>
    kindsIn(each, inner, response, [...path, step]);
  if (typeof value === 'string') return { ...base, text: {} };
  if (typeof value === 'boolean') return { ...base, boolean: {} };
  if (typeof value === 'number')
    return { ...base, number: { isInteger: (promised?.number?.isInteger ?? false) && Number.isInteger(value) } };
  if (isList(value)) {
    const elements = value.map((each, index) => inside(index, each, promised?.list?.element));
    return { ...base, list: { element: elements.reduce(joined, unsaid) } };
  }
  if (!isRecord(value)) return base;
  // What the members of a map are called is somebody's data.
  const isMap = Object.keys(promised?.object?.members ?? {}).length === 0;
  const members = Object.entries(isMap ? {} : value).map(
    ([name, each]) => [name, inside(name, each, promised?.object?.members[name])] as const,
  );
  return { ...base, object: { members: Object.fromEntries(members) } };
}

const unsaid: Kinds = { isOptional: false, isNullable: false, isUnsaid: true };

function takesNull({ rules }: HttpInteraction['response'], path: BodyPath): boolean {
  return ruleAt(rules, path)?.matchers.some(({ match }) => match === 'null') ?? false;
}

function united(one: Kinds | undefined, other: Kinds | undefined): Kinds | undefined {
  return one && other ? joined(one, other) : (one ?? other);
}

/** What two tests had at a place. */
function joined(one: Kinds, other: Kinds): Kinds {
  if (one.isUnsaid) return other;
  if (other.isUnsaid) return one;
  const list =
    one.list && other.list ? { element: joined(one.list.element, other.list.element) } : (one.list ?? other.list);
  const number =
    one.number && other.number
      ? { isInteger: one.number.isInteger && other.number.isInteger }
      : (one.number ?? other.number);
  const names = new Set([one, other].flatMap(({ object }) => Object.keys(object?.members ?? {})));
  const members = [...names].flatMap((name) => {
    const member = memberOf(name, one, other);
    return member ? [[name, member] as const] : [];
  });
  return {
    isOptional: one.isOptional || other.isOptional,
    isNullable: one.isNullable || other.isNullable,
    ...((one.text ?? other.text) && { text: {} }),
    ...(number && { number }),
    ...((one.boolean ?? other.boolean) && { boolean: {} }),
    ...(list && { list }),
    ...((one.object ?? other.object) && { object: { members: Object.fromEntries(members) } }),
  };
}

/** A member that one of two objects hasn't was left out there. */
function memberOf(name: string, { object: one }: Kinds, { object: other }: Kinds): Kinds | undefined {
  const [first, second] = [one, other].map((each) =>
    Object.hasOwn(each?.members ?? {}, name) ? each?.members[name] : undefined,
  );
  const found = united(first, second);
  const isLeftOut = (one && !first) || (other && !second);
  return found && isLeftOut ? { ...found, isOptional: true } : found;
}
