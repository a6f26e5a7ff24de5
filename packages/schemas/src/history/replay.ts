import { changes } from './changes.ts';
import type { DatedChange } from './dated-change.ts';
import { type OpenapiDocument, OpenapiModel } from './openapi-model.ts';

/** A change with the document on both sides of it. */
export interface Replayed {
  /** What changed. */
  readonly change: DatedChange;
  /** The document that it was made in. */
  readonly before: OpenapiDocument;
  /** The same with this change alone. */
  readonly after: OpenapiDocument;
}

/** Every change, the newest first, with the document before and after it; without the marks of `openapiAt`. */
export function* replay(): Generator<Replayed, void> {
  const model = new OpenapiModel();
  let after = model.document({});
  for (const change of changes.toReversed()) {
    for (const [place, said] of Object.entries(change.before)) model.revert(place, said);
    const before = model.document({});
    yield { change, before, after };
    after = before;
  }
}
