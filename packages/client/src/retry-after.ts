import { readDate } from './http-date.ts';
import type { HttpHeaders } from './http-fetch.ts';

/** Smaller numbers are seconds to wait, larger ones Unix time, in seconds or in ms: 10^9 s and 10^12 ms are in 2001. */
const firstEpochSecond = 1e9;
const firstEpochMillisecond = 1e12;

/**
 * How long an answer asks to wait before the next attempt, in ms from the answer; `undefined` when it doesn't say.
 *
 * `X-RateLimit-Retry-After` is a Unix time in seconds (Rebilly OpenAPI 2026-08). It is compared with the answer's own
 * `Date`, so that the clock here need not be right; browsers may hide that header, and then it must be. Seconds to
 * wait and dates are read too, and the standard `Retry-After` where the API's own header is missing.
 */
export function readRetryAfter(headers: HttpHeaders): number | undefined {
  const sent = readDate(headers.get('Date') ?? '');
  const now = Number.isNaN(sent) ? Date.now() : sent;
  for (const name of ['X-RateLimit-Retry-After', 'Retry-After']) {
    const text = headers.get(name) ?? '';
    const wait = /^\d+$/.test(text) ? waitOf(Number(text), now) : readDate(text) - now;
    if (Number.isFinite(wait)) return Math.max(0, wait);
  }
  return undefined;
}

function waitOf(number: number, now: number): number {
  if (number < firstEpochSecond) return number * 1000;
  return (number < firstEpochMillisecond ? number * 1000 : number) - now;
}
