import { readDate } from './http-date.ts';
import type { HttpHeaders } from './http-fetch.ts';

/** Smaller numbers are seconds to wait, larger ones Unix time: 10^9 s is in 2001. */
const firstEpochSecond = 1e9;

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
    const seconds = /^\d+$/.test(text) ? Number(text) : undefined;
    const wait = seconds === undefined ? readDate(text) - now : seconds * 1000 - (seconds < firstEpochSecond ? 0 : now);
    if (Number.isFinite(wait)) return Math.max(0, wait);
  }
  return undefined;
}
