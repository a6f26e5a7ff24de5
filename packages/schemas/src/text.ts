import * as z from 'zod';

/**
 * The schema of a text of 1 to `max` characters: Unicode code points, as zod and JSON Schema count them
 * (docs/api-decisions.md#q46).
 *
 * The API's own pattern means "any text, at least one character", and its engines disagree about emoji; so no pattern
 * here (Rebilly OpenAPI 2026-08, ContactObject).
 */
export function text(max: number): z.ZodString {
  return z.string().min(1).max(max);
}
