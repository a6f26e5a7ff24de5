import type { InvalidField } from '@customer-contracts/schemas';
import type * as z from 'zod';

/**
 * An entry for each broken rule, in the order of the body: a missing member comes after those that its parent has
 * (docs/api-decisions.md#q36).
 */
export function invalidFields(error: z.ZodError, body: unknown): InvalidField[] {
  return error.issues
    .map(({ path, message }) => ({ path, message, position: positionIn(body, path) }))
    .toSorted((left, right) => compare(left.position, right.position))
    .map(({ path, message }) => (path.length === 0 ? { message } : { field: path.join('.'), message }));
}

function positionIn(body: unknown, path: readonly PropertyKey[]): number[] {
  let value = body;
  return path.map((key) => {
    const entries: [string, unknown][] = typeof value === 'object' && value !== null ? Object.entries(value) : [];
    const index = entries.findIndex(([name]) => name === String(key));
    value = entries[index]?.[1];
    return index === -1 ? entries.length : index;
  });
}

function compare(left: readonly number[], right: readonly number[]): number {
  for (const [index, position] of left.entries()) {
    const difference = position - (right[index] ?? -1);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}
