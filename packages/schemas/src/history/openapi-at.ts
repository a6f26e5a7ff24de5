import { shown } from '../internal/shown.ts';
import { isObject } from '../shapes/is-object.ts';
import { changes, knownUntil } from './changes.ts';
import { type DatedChange, isUndated, startOf } from './dated-change.ts';
import { type OpenapiDocument, OpenapiModel } from './openapi-model.ts';

/**
 * The OpenAPI document of the operations as it was on a day (`2022-01-27`): the table's own, with every later change taken back. It is one of
 * 3.0 before 2023-11-13, as Rebilly's was. Before 2017 it is as it was then; after 2026-08-21, the day of the document that the table is
 * taken from, as on that day. A change of which the month alone is known counts from its first day on.
 *
 * `x-since` and `x-until` say when something came and will go, `x-since-of-values` the same of the values of a list. They hold what `DatedChange.date`
 * does: a day, a month, an interval. `x-since` is `undated` where nobody knows; `x-undated` names a change that may be
 * in force on this day or not.
 *
 * ```ts
 * openapiAt('2022-01-27').openapi; // '3.0.3'
 * ```
 *
 * @throws {TypeError} when it is no day.
 */
export function openapiAt(day: string): OpenapiDocument {
  if (!isDay(day))
    throw new TypeError(`Failed to make the document of a day: ${shown(day)} is none. Give one, such as 2022-01-27.`);
  const model = new OpenapiModel();
  const later = changes.filter((change) => isLater(change, day));
  for (const { date, before } of later.toReversed()) {
    for (const [place, said] of Object.entries(before)) {
      const isGone = said !== null && !model.has(place);
      model.revert(place, said);
      if (isGone) model.mark(place, 'x-until', date);
    }
  }
  for (const change of changes) if (!later.includes(change)) markSince(model, change, day);
  const version = day < knownUntil ? day : knownUntil;
  const description = `The operations as they were documented on ${version}: the document of ${knownUntil}, with the changes since then taken back. What is known of their dates is in x-since and x-until.`;
  const document = model.document({ version, description });
  markUndated(document.paths, true);
  markUndated(document.components);
  return document;
}

/** Whether a text is a day of the calendar, `2022-01-27`. */
function isDay(text: unknown): text is string {
  if (typeof text !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** Whether a change was made after a day; an undated one is in force as soon as it may be. */
function isLater(change: DatedChange, day: string): boolean {
  return isUndated(change) ? day <= startOf(change.date) : day < startOf(change.date);
}

function markSince(model: OpenapiModel, { date, title, before }: DatedChange, day: string): void {
  const isUncertain = isUndated({ date }) && day < date.slice(-knownUntil.length);
  for (const [place, said] of Object.entries(before)) {
    if (!model.has(place)) continue;
    if (said === null) model.mark(place, 'x-since', date);
    else if (isUncertain) model.mark(place, 'x-undated', title);
  }
}

/** What holds places of a document by name, or in a list. */
const holders: ReadonlySet<string> = new Set(['properties', 'headers', 'responses', 'parameters']);

/** Marks each place that has no date, and is in none that has one. */
function markUndated(part: unknown, areOperations = false): void {
  if (!isObject(part)) return;
  for (const [name, each] of Object.entries(part)) {
    const places: readonly unknown[] = Array.isArray(each) ? each : isObject(each) ? Object.values(each) : [];
    if (areOperations || holders.has(name)) places.filter(isObject).forEach(markPlace);
    if (!isObject(each) || !isDated(each)) markUndated(each);
  }
}

function markPlace(place: object): void {
  if (!('x-since' in place)) Reflect.set(place, 'x-since', 'undated');
}

function isDated(place: object): boolean {
  return 'x-since' in place && place['x-since'] !== 'undated';
}
