import type { InvalidField } from '@customer-contracts/schemas';
import type * as z from 'zod';

/** A message may name what it was given, which may be long. */
const longestMessage = 500;

type Issue = z.core.$ZodIssue;

/**
 * An entry for each broken rule, the first `most` of them in the order of the body: a missing member comes after those that
 * its parent has (docs/api-decisions.md#q36).
 */
export function invalidFields({ issues }: z.ZodError, body: unknown, most: number): InvalidField[] {
  const fields: InvalidField[] = [];
  for (const { path, message } of inOrder(issues, body, 0)) {
    if (fields.length === most) break;
    const short = message.length > longestMessage ? `${message.slice(0, longestMessage)}...` : message;
    fields.push(path.length === 0 ? { message: short } : { field: path.join('.'), message: short });
  }
  return fields;
}

/** The issues in the order of the value, all of which is at the same place: that of the first `depth` keys of their paths. */
function* inOrder(issues: readonly Issue[], value: unknown, depth: number): Generator<Issue> {
  const below = new Map<PropertyKey, Issue[]>();
  for (const issue of issues) {
    const key = issue.path[depth];
    if (key === undefined) yield issue;
    else if (!below.get(key)?.push(issue)) below.set(key, [issue]);
  }
  if (below.size === 0) return;
  for (const [key, member] of membersOf(value)) {
    const found = below.get(key);
    if (found === undefined) continue;
    below.delete(key);
    yield* inOrder(found, member, depth + 1);
  }
  for (const missing of below.values()) yield* inOrder(missing, undefined, depth + 1);
}

function membersOf(value: unknown): Iterable<readonly [PropertyKey, unknown]> {
  if (Array.isArray(value)) return value.entries();
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}
