import * as z from 'zod';

import { DateTime } from '../date-time.ts';

/** The sources of the regular expressions that tell a date, and a moment. */
export const datePatterns: ReturnType<typeof readPatterns> = /* @__PURE__ */ readPatterns();

function readPatterns(): { readonly date: string; readonly 'date-time': string } {
  return { date: patternOf(z.iso.date()), 'date-time': patternOf(DateTime) };
}

function patternOf({ _zod: internals }: z.ZodStringFormat): string {
  return internals.pattern.source;
}
