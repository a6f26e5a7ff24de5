import * as z from 'zod';

import { DateTime } from '../date-time.ts';
import { Email } from '../email.ts';

/** The sources of the regular expressions that tell the formats. */
export const formatPatterns: ReturnType<typeof readPatterns> = /* @__PURE__ */ readPatterns();

function readPatterns(): { readonly date: string; readonly 'date-time': string; readonly email: string } {
  return { date: patternOf(z.iso.date()), 'date-time': patternOf(DateTime), email: patternOf(Email) };
}

function patternOf({ _zod: internals }: z.ZodStringFormat): string {
  return internals.pattern.source;
}
