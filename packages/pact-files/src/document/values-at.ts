import { isList, isRecord } from '../json/json-value.ts';
import type { BodyPath } from './pact-document.ts';

/** A value inside a body, and where it stands. */
export interface PlacedValue {
  /** Names and indices, without wildcards. */
  readonly path: BodyPath;
  readonly value: unknown;
}

/** The values of a body at a place; several where the place has a wildcard. */
export function valuesAt(body: unknown, place: BodyPath): readonly PlacedValue[] {
  const wildcard = place.indexOf('*');
  const [plain, rest] = wildcard === -1 ? [place, []] : [place.slice(0, wildcard), place.slice(wildcard + 1)];
  let value = body;
  for (const step of plain) {
    if (!has(value, step)) return [];
    value = value[step];
  }
  if (wildcard === -1) return [{ path: place, value }];
  return below({ path: plain, value }).flatMap((each) =>
    valuesAt(each.value, rest).map((inner) => ({ path: [...each.path, ...inner.path], value: inner.value })),
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

/** Whether a list has an index, or an object a name. */
function has(value: unknown, step: string | number): value is Readonly<Record<string | number, unknown>> {
  const isFitting = typeof step === 'number' ? isList(value) : isRecord(value);
  return isFitting && typeof value === 'object' && value !== null && Object.hasOwn(value, step);
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
