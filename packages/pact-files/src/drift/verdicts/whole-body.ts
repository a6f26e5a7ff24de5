import { type Kinds, type Misfit, misfits } from '@customer-contracts/schemas/shapes';

import type { BodyPath, HttpInteraction } from '../../document/pact-document.ts';
import { absent, valueAt, withValue } from './changed-body.ts';
import { refusesBody } from './refusal.ts';
import { sampleValue, sampleValues } from './sample-values.ts';

/** So often an example is mended as a whole: beyond it, it is about something else. */
const mostRounds = 20;

/** Of the values that the source allows at a place, so many are tried on the interaction. */
const mostTried = 6;

/** What two sources say of a body. */
export interface AllowedBody {
  /** What the source says of it. */
  readonly source: Kinds;
  /** What may come as well, where the source is traffic, which shows but a part. */
  readonly besides?: Kinds | undefined;
}

/**
 * A whole body that a source allows, as much as possible like one that it may not: what must come is put in, what may not come
 * is taken out, and where a value may not stand, another does, one that the interaction lets in if there is any. What stands at
 * `kept` stays; `undefined` where that can't be.
 */
export function wholeBody(allowed: AllowedBody, like: unknown, kept: BodyPath, interaction: HttpInteraction): unknown {
  let body = like;
  for (let round = 0; round < mostRounds; round += 1) {
    const found = misfitsOf(allowed, body, kept);
    if (found.length === 0) return body;
    if (found.some(({ path }) => isWithin(path, kept) || isWithin(kept, path))) return undefined;
    for (const { path } of found) body = mend(allowed.besides ?? allowed.source, body, path, interaction);
  }
  return undefined;
}

/** What was seen at the place stands there; anywhere else what was seen may, and what the base allows. */
function misfitsOf({ source, besides }: AllowedBody, body: unknown, kept: BodyPath): readonly Misfit[] {
  const found = misfits(source, body);
  if (besides === undefined || found.length === 0) return found;
  const former = new Set(misfits(besides, body).map(({ path }) => JSON.stringify(path)));
  return found.filter(({ path }) => former.has(JSON.stringify(path)) && !isWithin(path, kept));
}

function isWithin(path: BodyPath, outer: BodyPath): boolean {
  return outer.length <= path.length && outer.every((step, index) => String(path[index]) === String(step));
}

function mend(allowed: Kinds, body: unknown, path: BodyPath, interaction: HttpInteraction): unknown {
  const kinds = kindsAt(allowed, path);
  if (kinds === undefined) return withValue(body, path, absent);
  const present = valueAt(body, path);
  if (present === absent) return withValue(body, path, sampleValue(kinds));
  const samples = sampleValues(kinds, undefined, present).filter((each) => misfits(kinds, each).length === 0);
  const tried = [
    ...samples.slice(0, mostTried),
    ...(kinds.isNullable ? [null] : []),
    ...(kinds.isOptional ? [absent] : []),
  ];
  const letIn = tried.find((each) => !refusesBody(interaction, withValue(body, path, each), path));
  return withValue(body, path, letIn === undefined ? (tried[0] ?? absent) : letIn);
}

/** What may stand at a path; `undefined` where nothing is said of it, or nothing may. */
export function kindsAt(kinds: Kinds, path: BodyPath): Kinds | undefined {
  const [step, ...rest] = path;
  if (step === undefined) return kinds;
  const { object, list } = kinds;
  const inner =
    typeof step === 'number'
      ? list?.element
      : object !== undefined && Object.hasOwn(object.members, step)
        ? object.members[step]
        : object?.others;
  return inner && kindsAt(inner, rest);
}
