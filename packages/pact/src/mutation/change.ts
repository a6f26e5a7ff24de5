import { isList, isRecord } from '@customer-contracts/pact-files/internal';

/** In the place of a position: each element of a list. */
export const eachElement: unique symbol = Symbol('each element');

/** A way into a body: names of members, positions in lists. */
export type Steps = readonly (string | number | typeof eachElement)[];

/** One thing that is changed in an answer. */
export interface Change {
  /** The path of the member: `primaryAddress.city`, `tags[].type`. */
  readonly member: string;
  /** What becomes of it, as a sentence about the member: `may be null`. */
  readonly claim: string;
  readonly steps: Steps;
  /** The value that the member has now; `undefined` where it is left out. */
  readonly value: unknown;
}

/** A body with these changes. One inside of a member that another one takes away has no effect. */
export function withChanges(body: unknown, changes: readonly Change[]): unknown {
  const outermostFirst = changes.toSorted((one, other) => one.steps.length - other.steps.length);
  return outermostFirst.reduce((whole, { steps, value }) => replaceAt(whole, steps, () => value), body);
}

/** A body with another value at a place: what `replace` makes of the one that is there. Without the member where that is `undefined`. */
export function replaceAt(body: unknown, steps: Steps, replace: (value: unknown) => unknown): unknown {
  const [step, ...rest] = steps;
  if (step === undefined) return replace(body);
  if (isList(body)) {
    return body.map((element, index) =>
      step === eachElement || step === index ? replaceAt(element, rest, replace) : element,
    );
  }
  if (!isRecord(body) || typeof step !== 'string' || !Object.hasOwn(body, step)) return body;
  const { [step]: own, ...others } = body;
  const value = replaceAt(own, rest, replace);
  // In the order that it had.
  return value === undefined
    ? others
    : Object.fromEntries(Object.entries(body).map(([name, each]) => [name, name === step ? value : each]));
}

/** The values at a place, in order; several where it leads into each element of a list. */
export function valuesAt(body: unknown, [step, ...rest]: Steps): readonly unknown[] {
  if (step === undefined) return [body];
  if (isList(body)) {
    return body.flatMap((element, index) => (step === eachElement || step === index ? valuesAt(element, rest) : []));
  }
  return isRecord(body) && typeof step === 'string' && Object.hasOwn(body, step) ? valuesAt(body[step], rest) : [];
}

/** Whether one place is inside of another. */
export function isInside(inner: Steps, outer: Steps): boolean {
  return inner.length > outer.length && outer.every((step, index) => step === inner[index]);
}
