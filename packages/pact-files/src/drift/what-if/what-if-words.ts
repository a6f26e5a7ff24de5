import { countOf } from '../../report/text-table.ts';
import { driftJson, isBreaking } from '../verdicts/formats/drift-words.ts';
import type { PastChange, WhatIf } from './what-if.ts';

/** Whether a change would have broken a consumer. */
export function wouldBreak({ changes }: PastChange): boolean {
  return changes.some(isBreaking);
}

/** Whether a change would have brought something that no interaction had tried, and would have broken nobody. */
export function isUntried(change: PastChange): boolean {
  return !wouldBreak(change) && change.changes.some(({ consumers }) => consumers.length > 0);
}

/** How many of the dated changes would have broken somebody: `3 of 47 dated changes since 2020-04 would have broken your code`. */
export function whatIfSummary({ since, until, changes }: WhatIf): string {
  const dated = changes.filter(({ isUndated }) => !isUndated);
  const time = `${since === undefined ? '' : ` since ${since}`}${until === undefined ? '' : ` until ${until}`}`;
  const untried = dated.filter(isUntried).length;
  const rest = untried === 0 ? '' : `, and ${untried} more brought what no test had tried`;
  return `${dated.filter(wouldBreak).length} of ${countOf(dated.length, 'dated change')}${time} would have broken your code${rest}`;
}

/** What it can't see, in sentences. */
export function blindSpots({ changes }: WhatIf): readonly string[] {
  const undated = changes.filter(({ isUndated }) => isUndated);
  const elsewhere = changes.filter((each) => each.changes.length === 0);
  const have = `${undated.length} more change${undated.length === 1 ? ' has' : 's have'} no date`;
  const named = elsewhere
    .map(({ date, title, breaks = 'nobody' }) => `${title} (${date}: breaks ${breaks})`)
    .join('; ');
  return [
    ...(undated.length === 0
      ? []
      : [`${have}, ${undated.filter(wouldBreak).length} of which would have broken your code.`]),
    ...(elsewhere.length === 0 ? [] : [`Not judged, because they are in no request or answer: ${named}.`]),
    'Not seen: what your code reads or sends and no pact has, and what the API did without documenting it.',
  ];
}

/** What the command prints as JSON. */
export function whatIfJson(found: WhatIf): object {
  const { since = null, until = null, changes } = found;
  const dated = changes.filter(({ isUndated }) => !isUndated);
  return {
    since,
    until,
    dated: dated.length,
    breaking: dated.filter(wouldBreak).length,
    untested: dated.filter(isUntried).length,
    changes: changes.map(({ date, title, isUndated, changes: parts, breaks }) => ({
      date,
      title,
      isUndated,
      ...(breaks !== undefined && { breaks }),
      ...driftJson({ changes: parts }),
    })),
    unseen: blindSpots(found),
  };
}
