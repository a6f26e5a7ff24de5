import * as z from 'zod';

/** How many UTF-16 units a check allows: a function of zod's can't be read. */
export const mostUnits: WeakMap<z.core.$ZodCheck, number> = /* @__PURE__ */ new WeakMap();

/**
 * The schema of a text of 1 to `max` UTF-16 units.
 *
 * The API's own pattern means "any text, at least one character", and its engines disagree about emoji; so no pattern
 * here (Rebilly OpenAPI 2026-08, ContactObject).
 */
export function text(max: number): z.ZodString {
  // zod and JSON Schema count code points; the strictest reading of the limit is UTF-16 units.
  const units = z.refine<string>((value) => value.length <= max, {
    error: `Too big: expected string to have <=${max} UTF-16 units`,
  });
  mostUnits.set(units, max);
  return z.string().min(1).max(max, { abort: true }).check(units);
}
