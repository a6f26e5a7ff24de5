import { isList, isRecord } from '../json/json-value.ts';
import type { BodyPath } from './pact-document.ts';
import { isAnyStep } from './parse-place.ts';

/** A value inside a body, and where it stands. */
export interface PlacedValue {
  /** Names and indices, without wildcards. */
  readonly path: BodyPath;
  readonly value: unknown;
}

/** The values of a body at a place; several where the place has a wildcard. */
export function valuesAt(body: unknown, place: BodyPath): readonly PlacedValue[] {
  const found: PlacedValue[] = [];
  reach(body, place, [], found);
  return found;
}

/** Adds what the steps of a place behind a path lead to. Pact's core tells no index from a name in digits. */
function reach(from: unknown, place: BodyPath, path: (string | number)[], found: PlacedValue[]): void {
  let value = from;
  while (path.length < place.length) {
    const step = place[path.length] ?? '';
    if (isAnyStep(step)) {
      if (isList(value)) for (const index of value.keys()) reach(value[index], place, [...path, index], found);
      if (!isRecord(value)) return;
      for (const name of Object.keys(value)) if (isStep(name, step)) reach(value[name], place, [...path, name], found);
      return;
    }
    if (isList(value)) {
      const index = Number(step);
      if (String(index) !== String(step) || !(index in value)) return;
      path.push(index);
      value = value[index];
    } else if (isRecord(value) && Object.hasOwn(value, step)) {
      path.push(String(step));
      value = value[step];
    } else return;
  }
  found.push({ path, value });
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

/** Whether a path without wildcards, or its beginning, is one that the place means. */
export function isAt(path: BodyPath, place: BodyPath): boolean {
  return place.length <= path.length && place.every((step, index) => isStep(path[index] ?? '', step));
}

/** Whether a step of a path is one that a step of a place means: `.*` means any, `[*]` any index. */
export function isStep(step: string | number, meant: string | number): boolean {
  if (meant === '*' || step === meant) return true;
  if (meant === '[*]') return typeof step === 'number' || /^\d+$/.test(step);
  return typeof step !== typeof meant && String(step) === String(meant);
}

/** A path for people, below another or by itself: `response.body[0].email`, `primaryAddress.emails[0].value`. */
export function pathText(path: BodyPath, above = ''): string {
  const steps = path.map((step) => (typeof step === 'number' ? `[${step}]` : step === '[*]' ? step : `.${step}`));
  return `${above}${steps.join('')}`.replace(/^\./, '');
}
