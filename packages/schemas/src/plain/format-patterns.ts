import * as z from 'zod';

import { DateTime } from '../date-time.ts';
import { Email } from '../email.ts';
import type { StringFormat } from './place.ts';

/** The sources of the regular expressions that tell the formats. */
export const formatPatterns: Readonly<Record<StringFormat, string>> = /* @__PURE__ */ readPatterns();

function readPatterns(): Readonly<Record<StringFormat, string>> {
  return {
    date: patternOf(z.iso.date()),
    'date-time': patternOf(DateTime),
    email: patternOf(Email),
    // Of a URI only scheme and characters are looked at: the grammar would be longer than all of them.
    uri: String.raw`^[A-Za-z][\w+.\-]*:[!#-;=?-\[\]_a-z~]+$`,
  };
}

function patternOf({ _zod: internals }: z.ZodStringFormat): string {
  return internals.pattern.source;
}
