import * as z from 'zod';

import type { WhatIfOptions } from './what-if.ts';

const advice = 'Give a year, a month or a day: 2020, 2020-04, 2020-04-30';

/** Whether a text is a year, a month or a day of the calendar. */
export function isTime(text: string): boolean {
  return /^\d{4}(?:-\d\d){0,2}$/.test(text) && z.iso.date().safeParse(text.padEnd(10, '-01')).success;
}

const Time = z.string(advice).refine(isTime, advice).optional();

/** The options of `whatIf`. */
export const WhatIfSettings = z
  .strictObject({ since: Time, until: Time })
  .refine((options) => !isReversed(options), { path: ['until'], error: 'Give a time that is not before `since`' });

/** Whether the last time is before the first one. */
export function isReversed({ since = '', until }: WhatIfOptions): boolean {
  return until !== undefined && endOf(until) < since;
}

/** The last day of a year or a month. */
export function endOf(time: string): string {
  return time.length === 4 ? `${time}-12-31` : time.padEnd(10, '-31');
}
