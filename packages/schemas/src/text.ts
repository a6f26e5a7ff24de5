import * as z from 'zod';

/**
 * The schema of a text of 1 to `max` UTF-16 units.
 *
 * The API's own pattern means "any text, at least one character", and its engines disagree about emoji; so no pattern
 * here (Rebilly OpenAPI 2026-08, ContactObject).
 */
export function text(max: number): z.ZodString {
  // zod and JSON Schema count code points; the strictest reading of the limit is UTF-16 units.
  return z
    .string()
    .min(1)
    .max(max, { abort: true })
    .refine((value) => value.length <= max, { error: `Too big: expected string to have <=${max} UTF-16 units` });
}
