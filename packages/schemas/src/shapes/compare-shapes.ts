import type {
  ApiShape,
  Credential,
  DecidedDifference,
  OperationShape,
  ParameterShape,
  ResponseShape,
} from './api-shape.ts';
import type { Change } from './change.ts';
import { type Comparable, KindsComparison } from './compare-kinds.ts';
import { compareRules } from './compare-rules.ts';
import { tellOutside } from './compare-seen.ts';
import type { Kinds } from './kinds.ts';
import { responseFor } from './response-for.ts';

/**
 * What a source says otherwise than the base: operation by operation, the request first, then the answers by status. Of traffic
 * only what it shows counts: what it doesn't show may exist all the same.
 *
 * ```ts
 * compareShapes(shapeOfTable(), readShapes(text, 'openapi.json'));
 * // [{ operation: 'getCustomer', status: 200, direction: 'response', member: 'email', kind: 'no-longer-nullable', ... }]
 * ```
 */
export function compareShapes(base: ApiShape, source: ApiShape): readonly Change[] {
  const wasSeen = base.source.kind === 'traffic';
  const isSeen = source.source.kind === 'traffic';
  const comparison = new ShapeComparison({
    gains: isSeen || !wasSeen,
    losses: !isSeen,
    rules: wasSeen || isSeen ? tellOutside : compareRules,
  });
  const names = new Set([...Object.keys(base.operations), ...Object.keys(source.operations)]);
  const changes = [...names].flatMap((operation) =>
    [...comparison.operation(base.operations[operation], source.operations[operation])].map((found) => ({
      operation,
      ...found,
    })),
  );
  const decided = source.source.kind === 'document' ? (base.decided ?? []) : [];
  return changes.filter((change) => !decided.some((each) => isDecided(each, change)));
}

/** A change of a known operation. */
type Found = Omit<Change, 'operation'>;

/** In which part of a request or answer. */
type Part = Pick<Found, 'status' | 'direction' | 'in'>;

class ShapeComparison {
  readonly #can: Comparable;
  readonly #kinds: KindsComparison;

  constructor(can: Comparable) {
    this.#can = can;
    this.#kinds = new KindsComparison(can);
  }

  *operation(from: OperationShape | undefined, to: OperationShape | undefined): Generator<Found, void> {
    const request = (part: Found['in']): Part => ({ status: null, direction: 'request', in: part });
    if (!from || !to) {
      yield* this.#presence('operation', from, to, request('operation'));
      return;
    }
    yield* this.#security(from.security, to.security);
    for (const [one, other] of pairs(parametersOf(from), parametersOf(to))) yield* this.#parameter(one, other);
    yield* this.#body(from.body, to.body, request('body'));
    for (const status of statusesOf(from, to)) {
      const part = { status: Number(status.replace('XX', '00')), direction: 'response' } as const;
      const [one, other] = [responseFor(from, status), responseFor(to, status)];
      if (one && other) yield* this.#response(one, other, part);
      else yield* this.#presence('status', one, other, { ...part, in: 'body' });
    }
  }

  *#security(from: OperationShape['security'], to: OperationShape['security']): Generator<Found, void> {
    if (!from || !to || isSameSecurity(from, to)) return;
    const what = `takes ${credentials(to)}, took ${credentials(from)}`;
    yield { status: null, direction: 'request', in: 'operation', member: '', kind: 'security-changed', what };
  }

  *#parameter(from: ParameterShape | undefined, to: ParameterShape | undefined): Generator<Found, void> {
    const { name = '', in: where = 'query' } = from ?? to ?? {};
    const part: Part = { status: null, direction: 'request', in: where };
    if (!from || !to) {
      yield* this.#presence('parameter', from?.kinds, to?.kinds, part, name);
      return;
    }
    for (const change of this.#kinds.compare(from.kinds, to.kinds))
      yield {
        ...part,
        ...change,
        member: name,
        ...(change.kind === 'became-required' && { kind: 'parameter-required', what: 'must be sent' }),
      };
  }

  *#response(from: ResponseShape, to: ResponseShape, part: Pick<Part, 'status' | 'direction'>): Generator<Found, void> {
    const headers = pairs(new Map(Object.entries(from.headers)), new Map(Object.entries(to.headers)));
    for (const [one, other] of headers) {
      const { name: member = '' } = one ?? other ?? {};
      const inHeader: Part = { ...part, in: 'header' };
      if (!one || !other) yield* this.#presence('header', one?.kinds, other?.kinds, inHeader, member);
      else for (const change of this.#kinds.compare(one.kinds, other.kinds)) yield { ...inHeader, ...change, member };
    }
    yield* this.#body(from.body, to.body, { ...part, in: 'body' });
  }

  *#body(from: Kinds | undefined, to: Kinds | undefined, part: Part): Generator<Found, void> {
    if (!from || !to) {
      yield* this.#presence('member', from, to, part);
      return;
    }
    for (const change of this.#kinds.compare(from, to)) yield { ...part, ...change };
  }

  *#presence(
    thing: 'operation' | 'status' | 'header' | 'parameter' | 'member',
    from: object | undefined,
    to: object | undefined,
    part: Part,
    member = '',
  ): Generator<Found, void> {
    const isNew = from === undefined;
    if ((!from && !to) || !(isNew ? this.#can.gains : this.#can.losses)) return;
    const mustBeSent = part.direction === 'request' && to && 'isOptional' in to && !to.isOptional;
    const what = isNew ? `is new${mustBeSent ? ', and must be sent' : ''}` : 'is gone';
    yield { ...part, member, kind: `${thing}-${isNew ? 'added' : 'removed'}`, what, ...places(from, to) };
  }
}

function places(from: object | undefined, to: object | undefined): Pick<Found, 'base' | 'source'> {
  return { ...(isKinds(from) && { base: from }), ...(isKinds(to) && { source: to }) };
}

function isKinds(value: object | undefined): value is Kinds {
  return value !== undefined && 'isOptional' in value;
}

/** What both have side by side, and what one has alone. */
function pairs<Value>(
  from: ReadonlyMap<string, Value>,
  to: ReadonlyMap<string, Value>,
): readonly (readonly [Value | undefined, Value | undefined])[] {
  return [...new Set([...from.keys(), ...to.keys()])].map((name) => [from.get(name), to.get(name)]);
}

function parametersOf({ parameters }: OperationShape): ReadonlyMap<string, ParameterShape> {
  return new Map(
    parameters.map((each) => [`${each.in} ${each.in === 'header' ? each.name.toLowerCase() : each.name}`, each]),
  );
}

/** The statuses that one of them names, in ascending order; a range where the other one names none of it. */
function statusesOf(from: OperationShape, to: OperationShape): readonly string[] {
  const named = new Set(
    [from, to].flatMap(({ responses }) => Object.keys(responses)).filter((each) => each !== 'default'),
  );
  const isSpelledOut = (range: string) => [...named].some((each) => each !== range && each[0] === range[0]);
  return [...named].filter((each) => !each.endsWith('XX') || !isSpelledOut(each)).toSorted();
}

function credentials(security: readonly (readonly Credential[])[]): string {
  return security.map((all) => all.map(({ name }) => name).join(' and ') || 'none').join(' or ') || 'none';
}

/** Whether each alternative has its like, by the names of its schemes, or else by what goes over the wire. */
function isSameSecurity(from: readonly (readonly Credential[])[], to: readonly (readonly Credential[])[]): boolean {
  const [was, is] = [from.map(namesOf), to.map(namesOf)];
  const wires = (some: readonly (readonly Credential[])[], others: readonly string[]) =>
    textOf(
      some.filter((all) => !others.includes(namesOf(all))).map((all) => textOf(all.map(({ wire }) => wire)) || 'none'),
    );
  return wires(from, is) === wires(to, was);
}

function namesOf(all: readonly Credential[]): string {
  return textOf(all.map(({ name }) => name)) || 'none';
}

function textOf(words: readonly string[]): string {
  return words.toSorted().join(', ');
}

function isDecided({ direction, member, isProblem = false, kind, what }: DecidedDifference, change: Change): boolean {
  // Of a list of resources as of one.
  const plain = change.member.replace(/^\[\]\.?/, '');
  const isThere = member.endsWith('*') ? plain.startsWith(member.slice(0, -1)) : plain === member;
  const isAnswer = isProblem === (change.status ?? 0) >= 400;
  return isThere && isAnswer && direction === change.direction && kind === change.kind && what === change.what;
}
