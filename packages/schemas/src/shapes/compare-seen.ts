import { KindsComparison, type KindsChange, type Tell } from './compare-kinds.ts';
import type { Kinds } from './kinds.ts';

/** What was seen at a place otherwise than it is promised; `member` is the way to it from there. What was not seen says nothing. */
export function compareSeen(base: Kinds, seen: Kinds): readonly KindsChange[] {
  return new KindsComparison({ gains: true, losses: false, rules: tellOutside }).compare(base, seen);
}

/** Tells what traffic showed beyond what is promised. */
export function tellOutside(_base: Kinds, { text, number, list, object }: Kinds, tell: Tell): void {
  const found = new Set([text, number, list, object].flatMap((kind) => kind?.outside ?? []));
  tell(found.has('value'), 'enum-value-added', 'was a value that is not listed', []);
  tell(found.has('format'), 'format-changed', 'was of another format');
  tell(found.has('limit'), 'limit-changed', 'was beyond a limit');
}
