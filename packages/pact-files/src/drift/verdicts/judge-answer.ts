import { type ApiShape, type Change, type Kinds, misfits, responseFor } from '@customer-contracts/schemas/shapes';

import { headerOf } from '../../document/header-of.ts';
import type { BodyPath } from '../../document/pact-document.ts';
import { accepts } from '../../matching/accepts.ts';
import { alternativesTo, type OperationCall } from './called-operations.ts';
import { absent, placeIn, stepsOf, valueAt, withValue } from './changed-body.ts';
import { formerValues, newValues } from './new-values.ts';
import { plainReadings } from './plain-readings.ts';
import { refusesBody, refusesHeader, refusesValue } from './refusal.ts';
import { sampleValue } from './sample-values.ts';
import type { AnswerExample, ConsumerVerdict } from './verdict.ts';
import { type AllowedBody, wholeBody } from './whole-body.ts';

/** What a change means for one consumer, before anybody asks for its name. */
export interface Judged {
  readonly verdict?: ConsumerVerdict['verdict'];
  /** The interaction that it is about. */
  readonly call?: OperationCall;
  readonly counterexample?: unknown;
  /** Interactions that refuse what changes, as they refuse any other value there, under the base too. */
  readonly pinned: readonly OperationCall[];
}

const untouched: Judged = { pinned: [] };

/** What a change of an answer means for the interactions of a consumer that call the operation. */
export function judgeAnswer(change: Change, calls: readonly OperationCall[], base: ApiShape, source: ApiShape): Judged {
  const { kind, status } = change;
  if (status === null) return untouched;
  const [first] = calls;
  const ofStatus = calls.filter((call) => expects(call, status));
  const [expecting] = ofStatus;
  if (kind === 'status-added') {
    return first === undefined || expecting !== undefined
      ? untouched
      : { verdict: 'untested', call: first, pinned: [] };
  }
  if (kind === 'status-removed') {
    const others = statusesOf(source, change.operation);
    const waiting = ofStatus.find((call) => !others.some((other) => expects(call, other)));
    if (waiting === undefined) return untouched;
    return { verdict: 'breaks', call: waiting, counterexample: otherAnswer(change, waiting, source), pinned: [] };
  }
  return judgePlace(
    change.in === 'header' ? new HeaderPlace(change) : new BodyPlace(change, base, source),
    change,
    ofStatus,
  );
}

function expects({ response: { status, rules } }: OperationCall, answered: number): boolean {
  const rule = rules.find(({ part }) => part === 'status');
  return status === answered || (rule !== undefined && accepts(rule, answered, status));
}

/** What changes of an answer: a place of the body, or a header. */
interface ChangedPlace {
  /** Its name among what interactions read. */
  readonly name: string;
  /** What the example of an interaction has there; `absent` where it has nothing. */
  valueIn(call: OperationCall): unknown;
  /** What a value there may be read as: a header is a text, or what the text says. */
  readings(value: unknown): readonly unknown[];
  /** Whether the example could have something there, and has nothing. */
  isLeftOut(call: OperationCall): boolean;
  /** Whether the interaction refuses its own example with another value there. */
  refuses(call: OperationCall, value: unknown): boolean;
  /** A whole answer with that value there which the source allows and the interaction refuses. */
  counterexample(call: OperationCall, value: unknown): { readonly answer: unknown } | undefined;
}

class BodyPlace implements ChangedPlace {
  readonly name: string;
  readonly #steps: BodyPath;
  readonly #allowed: AllowedBody | undefined;

  constructor({ member, operation, status }: Change, base: ApiShape, source: ApiShape) {
    this.name = member;
    this.#steps = stepsOf(member);
    const body = bodyOf(source, operation, status);
    const besides = source.source.kind === 'traffic' ? bodyOf(base, operation, status) : undefined;
    this.#allowed = body && { source: body, besides };
  }

  valueIn({ response: { body } }: OperationCall): unknown {
    const place = placeIn(body, this.#steps);
    return place?.isThere === true ? valueAt(body, place.path) : absent;
  }

  readings(value: unknown): readonly unknown[] {
    return [value];
  }

  isLeftOut({ response: { body } }: OperationCall): boolean {
    return placeIn(body, this.#steps)?.isThere === false;
  }

  refuses(call: OperationCall, value: unknown): boolean {
    const { body } = call.response;
    const place = placeIn(body, this.#steps);
    if (place === undefined) return true;
    if (value === absent && place.path.length === 0) return true;
    return refusesValue(call, place.path, value);
  }

  counterexample(call: OperationCall, value: unknown) {
    const { body, status } = call.response;
    const place = placeIn(body, this.#steps);
    if (place === undefined) return undefined;
    const answer: AnswerExample = { status };
    if (value === absent && place.path.length === 0) return this.#allowed === undefined ? { answer } : undefined;
    if (this.#allowed === undefined) return undefined;
    const whole = wholeBody(this.#allowed, withValue(body, place.path, value), place.path, call);
    return whole !== undefined && refusesBody(call, whole, place.path) ? { answer: whole } : undefined;
  }
}

class HeaderPlace implements ChangedPlace {
  readonly name: string;

  constructor({ member }: Change) {
    this.name = member;
  }

  valueIn({ response }: OperationCall): unknown {
    return headerOf(response.headers, this.name) ?? absent;
  }

  readings(value: unknown): readonly unknown[] {
    return typeof value === 'string' ? plainReadings(value) : [value];
  }

  isLeftOut(call: OperationCall): boolean {
    return this.valueIn(call) === absent;
  }

  refuses(call: OperationCall, value: unknown): boolean {
    return refusesHeader(call, this.name, value);
  }

  counterexample({ response: { status, headers, body } }: OperationCall, value: unknown) {
    const others = Object.entries(headers).filter(([name]) => name.toLowerCase() !== this.name.toLowerCase());
    const answer: AnswerExample = {
      status,
      headers: Object.fromEntries(value === absent ? others : [...others, [this.name, String(value)]]),
      ...(body !== undefined && { body }),
    };
    return { answer };
  }
}

function judgePlace(place: ChangedPlace, change: Change, calls: readonly OperationCall[]): Judged {
  const reading = calls.filter((call) => place.valueIn(call) !== absent);
  const pinned: OperationCall[] = [];
  let meeting: OperationCall | undefined;
  for (const call of reading) {
    const values = newValues(change, place.valueIn(call));
    if (values.length > 0) meeting ??= call;
    for (const value of values) {
      if (!place.refuses(call, value)) continue;
      const others = alternativesTo(call, calls, place.name);
      if (others.some((other) => letsIn(place, other, value))) continue;
      if (isPinned(place, call, change, value)) {
        if (!pinned.includes(call)) pinned.push(call);
        continue;
      }
      const found = place.counterexample(call, value);
      if (found !== undefined) return { verdict: 'breaks', call, counterexample: found.answer, pinned };
    }
  }
  if (meeting === undefined || isQuiet(change) || isTried(place, change, meeting, calls)) return { pinned };
  return { verdict: 'untested', call: meeting, pinned };
}

/** Whether an interaction in other states lets in what another refuses. */
function letsIn(place: ChangedPlace, call: OperationCall, value: unknown): boolean {
  if (value === absent) return place.isLeftOut(call) || !place.refuses(call, absent);
  return !place.refuses(call, value);
}

/**
 * Whether an interaction lets in one value alone: then it refuses the new one as it refuses the others, and it is for its
 * provider state to bring about that one. What is null, absent or of another type was not among the others.
 */
function isPinned(place: ChangedPlace, call: OperationCall, { base }: Change, value: unknown): boolean {
  if (base === undefined || value === absent || value === null) return false;
  const others = formerValues(base, value, place.valueIn(call));
  return others.length > 0 && others.every((other) => place.refuses(call, other));
}

/** Whether one of the interactions has in its example what only the source allows. */
function isTried(
  place: ChangedPlace,
  { kind, base }: Change,
  meeting: OperationCall,
  calls: readonly OperationCall[],
): boolean {
  if (kind === 'became-optional' || kind === 'member-removed' || kind === 'header-removed') {
    return alternativesTo(meeting, calls, place.name).some((call) => place.isLeftOut(call));
  }
  const values = calls.map((call) => place.valueIn(call)).filter((value) => value !== absent);
  if (kind === 'became-nullable') return values.includes(null);
  const isNew = (value: unknown) =>
    value !== null && base !== undefined && place.readings(value).every((each) => misfits(base, each).length > 0);
  return values.some(isNew);
}

/**
 * One more value where any text may stand beside the listed ones: whoever lets in any text was proven to read what isn't listed.
 * Payment methods are such values, whatever a document says of them: two of three changes in six years added one.
 */
function isQuiet({ kind, base, source }: Change): boolean {
  return (
    kind === 'enum-value-added' && [base, source].some((each) => each?.text?.isOpen === true || arePaymentMethods(each))
  );
}

/** Whether a member holds payment methods, by two that have always been there. */
export function arePaymentMethods(kinds: Kinds | undefined): boolean {
  const known = kinds?.text?.known ?? [];
  return known.includes('payment-card') && known.includes('paypal') && known.includes('ach');
}

/** What a source says of the body of an answer. */
function bodyOf({ operations }: ApiShape, operation: string, status: number | null): Kinds | undefined {
  const found = operations[operation];
  return found === undefined || status === null ? undefined : responseFor(found, status)?.body;
}

/** An answer of the source in the place of one that it doesn't give any more: of the same class where there is one. */
function otherAnswer(
  { operation, status }: Change,
  { response }: OperationCall,
  source: ApiShape,
): AnswerExample | undefined {
  const statuses = statusesOf(source, operation);
  const other = statuses.find((each) => String(each).charAt(0) === String(status).charAt(0)) ?? statuses[0];
  if (other === undefined) return undefined;
  const body = bodyOf(source, operation, other);
  if (body === undefined) return { status: other };
  const isLike = response.body !== undefined && misfits(body, response.body).length === 0;
  return { status: other, body: isLike ? response.body : sampleValue(body) };
}

/** The statuses that a source gives one by one. */
function statusesOf(source: ApiShape, operation: string): readonly number[] {
  return Object.keys(source.operations[operation]?.responses ?? {})
    .map(Number)
    .filter((each) => Number.isInteger(each));
}
