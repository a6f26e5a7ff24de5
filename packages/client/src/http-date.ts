import { DateTime } from '@customer-contracts/schemas';

/** `Mon, 15 Apr 2024 13:25:00 GMT` or `Monday, 15-Apr-24 13:25:00 GMT`. */
const withZone = /^\w+, \d\d([ -])\w{3}\1(\d\d){1,2} [\d:]{8} GMT$/;

/** `Mon Apr 15 13:25:00 2024`, which means UTC without saying so. */
const asctime = /^\w{3} \w{3} [ \d]\d [\d:]{8} \d{4}$/;

/**
 * A date in a header, in ms since 1970, in one of the forms of RFC 9110, 5.6.7, or that of RFC 3339; NaN for any other
 * text. `Date.parse` alone makes a date of `1.5` and `soon, 5` too.
 */
export function readDate(text: string): number {
  if (asctime.test(text)) return Date.parse(`${text} GMT`);
  return withZone.test(text) || DateTime.safeParse(text).success ? Date.parse(text) : Number.NaN;
}
