import { isList } from '../is-list.ts';
import { isRecord } from '../is-record.ts';
import type { BodyPath } from './pact-document.ts';

/** A value inside a body, and where it stands. */
export interface PlacedValue {
  /** Names and indices, without wildcards. */
  readonly path: BodyPath;
  readonly value: unknown;
}

/** The values of a body at a place; several where the place has a wildcard. */
export function valuesAt(body: unknown, place: BodyPath): readonly PlacedValue[] {
  return place.reduce<readonly PlacedValue[]>(
    (values, step) => values.flatMap((each) => (step === '*' ? below(each) : memberOf(each, step))),
    [{ path: [], value: body }],
  );
}

/** Every value of a body, from the outside in. */
export function allValues(value: unknown, path: BodyPath = []): readonly PlacedValue[] {
  const here = { path, value };
  return [here, ...below(here).flatMap((each) => allValues(each.value, each.path))];
}

function below({ path, value }: PlacedValue): readonly PlacedValue[] {
  if (isList(value)) return value.map((each, index) => ({ path: [...path, index], value: each }));
  if (!isRecord(value)) return [];
  return Object.entries(value).map(([name, each]) => ({ path: [...path, name], value: each }));
}

function memberOf({ path, value }: PlacedValue, step: string | number): readonly PlacedValue[] {
  const isThere = typeof value === 'object' && value !== null && Object.hasOwn(value, step);
  if (!isThere || isList(value) !== (typeof step === 'number')) return [];
  const member: unknown = Reflect.get(value, step);
  return [{ path: [...path, step], value: member }];
}

/** Whether a path without wildcards, or its beginning, is one that the place means. */
export function isAt(path: BodyPath, place: BodyPath): boolean {
  return place.length <= path.length && place.every((step, index) => step === '*' || step === path[index]);
}

/** A path for people, below another or by itself: `response.body[0].email`, `primaryAddress.emails[0].value`. */
export function pathText(path: BodyPath, above = ''): string {
  const steps = path.map((step) => (typeof step === 'number' || step === '*' ? `[${step}]` : `.${step}`));
  return `${above}${steps.join('')}`.replace(/^\./, '');
}
