import * as z from 'zod';

import { DateTime } from '../date-time.ts';

/** The sources of the regular expressions that tell a date, and a moment. */
export const datePatterns: ReturnType<typeof readPatterns> = /* @__PURE__ */ readPatterns();

function readPatterns(): { readonly date: string; readonly 'date-time': string } {
  return { date: z.iso.date()._zod.pattern.source, 'date-time': DateTime._zod.pattern.source };
}
