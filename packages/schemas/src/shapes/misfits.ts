import { Judge, type Misfit } from './judge.ts';
import type { Kinds } from './kinds.ts';

/**
 * Where a value is otherwise than a shape says; none where it is allowed. JSON alone: `undefined` is absence. Of the formats
 * `date`, `date-time`, `email` and `uri` are judged, as the API's own are.
 */
export function misfits(kinds: Kinds, value: unknown): readonly Misfit[] {
  const found: Misfit[] = [];
  const judge = new JudgeOfAlternatives((path, what) => found.push({ path: [...path], what }));
  judge.place(kinds, value);
  return found;
}

class JudgeOfAlternatives extends Judge {
  override place(kinds: Kinds, value: unknown): void {
    const { alternatives } = kinds;
    if (alternatives === undefined || value === undefined || value === null || kinds.isUnsaid) {
      super.place(kinds, value);
      return;
    }
    const found = alternatives.map((each) => misfits(each, value));
    // Of several that don't fit the nearest tells most.
    const [nearest = []] = found.toSorted((one, other) => one.length - other.length);
    for (const { path, what } of nearest) this.tell([...this.path, ...path], what, undefined, undefined);
  }
}
