import { isUndated, type OpenapiDocument, replay } from '@customer-contracts/schemas/history';
import { checkOptions } from '@customer-contracts/schemas/internal';
import type { ApiShape } from '@customer-contracts/schemas/shapes';

import type { PactDocument } from '../../document/pact-document.ts';
import { PactOptionError } from '../../pact-error.ts';
import { References } from '../sources/openapi/references.ts';
import { readDocument } from '../sources/read-shapes.ts';
import { drift, type DriftChange } from '../verdicts/drift.ts';

/** Of which time {@link whatIf} takes the changes. */
export interface WhatIfOptions {
  /** The first year (`2020`), month (`2020-04`) or day (`2020-04-30`). The first change that is known by default. */
  readonly since?: string | undefined;
  /** The last year, month or day. The last change that is known by default. */
  readonly until?: string | undefined;
}

/** A change of the API in the past, and for whom it would have mattered. */
export interface PastChange {
  /** The day, or the month where no day is known; of an undated change the interval in which it was made: `2022-01-27/2026-08-21`. */
  readonly date: string;
  /** What changed, in a sentence. */
  readonly title: string;
  /** Whether neither a day nor a month is known. */
  readonly isUndated: boolean;
  /** What it changed of requests and answers, each with the consumers whom it touches. None where it changed something else: the address of the server. */
  readonly changes: readonly DriftChange[];
  /** Who breaks where it changed no request and no body of an answer; nobody's pact says so. */
  readonly breaks?: string;
}

/** What would have become of consumers, {@link whatIf} their tests had been there already. */
export interface WhatIf extends WhatIfOptions {
  /** The changes of that time, the oldest first. */
  readonly changes: readonly PastChange[];
}

/**
 * What the documented changes of the past would have meant for consumers as their pacts are today: each is made anew, in the document of
 * its day, and judged as `drift` judges. What no document said, and what no pact has, it can't see.
 *
 * ```ts
 * const { changes } = await whatIf(pacts, { since: '2020-04' });
 * ```
 *
 * @throws {PactOptionError} when there is no such option, or it is no time.
 */
export async function whatIf(pacts: readonly PactDocument[], options: WhatIfOptions = {}): Promise<WhatIf> {
  const { WhatIfSettings, endOf } = await import('./what-if-settings.ts');
  checkOptions(WhatIfSettings, options, (problem) => new PactOptionError('ask what if', problem));
  const { since = '2000', until = '2999' } = options;
  const shapes = new Map<OpenapiDocument, ApiShape>();
  const shapeOf = (document: OpenapiDocument): ApiShape => {
    const shape = shapes.get(document) ?? shapeOfDocument(document);
    shapes.set(document, shape);
    return shape;
  };
  const changes: PastChange[] = [];
  for (const { change, before, after } of replay()) {
    const [from = '', to = from] = change.date.split('/');
    if (endOf(to) < since || from > endOf(until)) continue;
    const { changes: parts } = await drift(shapeOf(after), pacts, { base: shapeOf(before) });
    const { date, title, breaks } = change;
    changes.unshift({
      date,
      title,
      isUndated: isUndated(change),
      changes: parts,
      ...(breaks !== undefined && { breaks }),
    });
  }
  return { ...options, changes };
}

function shapeOfDocument(document: OpenapiDocument): ApiShape {
  const place = `the document of ${document.info.version}`;
  return readDocument(document, new References(place, new Map([[place, document]])), place);
}
