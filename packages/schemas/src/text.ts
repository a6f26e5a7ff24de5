import * as z from 'zod';

/**
 * A text of 1 to `max` UTF-16 units.
 *
 * The API's own pattern means "any text, at least one character", and its engines disagree about emoji; so no pattern
 * here (Rebilly OpenAPI 2026-08, ContactObject).
 */
export function text(max: number): z.ZodString {
  return z.string().min(1).max(max);
}
