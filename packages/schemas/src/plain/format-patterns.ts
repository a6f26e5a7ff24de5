import * as z from 'zod';

import { DateTime } from '../date-time.ts';
import { Email } from '../email.ts';
import { Uri } from '../uri.ts';
import type { StringFormat } from './place.ts';

/** The sources of the regular expressions that tell the formats. */
export const formatPatterns: Readonly<Record<StringFormat, string>> = /* @__PURE__ */ readPatterns();

function readPatterns(): Record<StringFormat, string> {
  return {
    date: patternOf(z.iso.date()),
    'date-time': patternOf(DateTime),
    email: patternOf(Email),
    uri: patternOf(Uri),
  };
}

function patternOf({ _zod: internals }: z.core.$ZodStringFormat): string {
  return internals.def.pattern?.source ?? internals.pattern.source;
}
