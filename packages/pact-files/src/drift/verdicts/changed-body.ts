import type { BodyPath } from '../../document/pact-document.ts';
import { valuesAt } from '../../document/values-at.ts';
import { isList, isRecord } from '../../json/json-value.ts';

/** What stands at a place where nothing does. */
export const absent: unique symbol = Symbol('absent');

/** The steps to a member as changes name it: `[].tags[].name`. Empty for the whole. */
export function stepsOf(member: string): BodyPath {
  return member
    .split('.')
    .flatMap((part) => {
      const name = part.replace(/(\[\])+$/, '');
      const depth = (part.length - name.length) / 2;
      return [...(name === '' ? [] : [name]), ...Array.from({ length: depth }, () => '[*]')];
    })
    .filter((step) => step !== '');
}

/** The first place in a body that the steps lead to; where there is none, the first that could hold it. */
export function placeIn(
  body: unknown,
  steps: BodyPath,
): { readonly path: BodyPath; readonly isThere: boolean } | undefined {
  const [there] = body === undefined ? [] : valuesAt(body, steps);
  if (there !== undefined) return { path: there.path, isThere: true };
  const last = steps.at(-1);
  if (typeof last !== 'string' || last === '*' || last === '[*]') return undefined;
  const holder = valuesAt(body, steps.slice(0, -1)).find(({ value }) => isRecord(value));
  return holder && { path: [...holder.path, last], isThere: false };
}

/** What stands at a path without wildcards. */
export function valueAt(body: unknown, path: BodyPath): unknown {
  const [found] = valuesAt(body, path);
  return found === undefined ? absent : found.value;
}

/** A body with another value at a path, or without one there. Nothing else of it is another. */
export function withValue(body: unknown, path: BodyPath, value: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (isList(body)) {
    const index = Number(step);
    if (rest.length === 0 && value === absent) return body.filter((_, each) => each !== index);
    return body.map((each, position) => (position === index ? withValue(each, rest, value) : each));
  }
  if (!isRecord(body)) return body;
  const members = Object.entries(body);
  const name = String(step);
  const isGone = rest.length === 0 && value === absent;
  if (isGone) return Object.fromEntries(members.filter(([each]) => each !== name));
  const inner = withValue(Object.hasOwn(body, name) ? body[name] : undefined, rest, value);
  // Where it was, so that the body reads as the example does.
  return Object.hasOwn(body, name)
    ? Object.fromEntries(members.map(([each, old]) => [each, each === name ? inner : old]))
    : Object.fromEntries([...members, [name, inner]]);
}
