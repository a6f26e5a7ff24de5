import { type Allowance, sandboxAllowance } from '@customer-contracts/schemas';

import type { Clock } from './clock.ts';
import { Refusal } from './http/refusal.ts';

interface Window {
  remaining: number;
  /** Unix time in seconds. */
  readonly end: number;
}

/** Counts the writes of each organization, in windows that begin with their first write. */
export class RateLimit {
  readonly #allowance: Allowance | false;
  readonly #clock: Clock;
  readonly #windows = new Map<string, Window>();
  readonly #exhausted = new Set<string>();

  constructor(allowance: Allowance | false, clock: Clock) {
    this.#allowance = allowance;
    this.#clock = clock;
  }

  /**
   * Takes one write from the allowance.
   *
   * @returns the headers that say so.
   * @throws {Refusal} with 429 when it is used up.
   */
  take(organizationId: string): Record<string, string> {
    if (this.#exhausted.has(organizationId)) throw this.refusal();
    if (this.#allowance === false) return {};
    const window = this.#windowOf(organizationId, this.#allowance);
    if (window.remaining === 0) throw this.refusal(window.end);
    window.remaining -= 1;
    return {
      ...this.#retryAfter(window.end),
      'x-ratelimit-limit': String(this.#allowance.limit),
      'x-ratelimit-remaining': String(window.remaining),
    };
  }

  /** Leaves an organization without any writes, for good. */
  exhaust(organizationId: string): void {
    this.#exhausted.add(organizationId);
  }

  /** Forgets an organization. */
  forget(organizationId: string): void {
    this.#exhausted.delete(organizationId);
    this.#windows.delete(organizationId);
  }

  /** The refusal of a write; without an end of the window, the one of a window that begins now. */
  refusal(until?: number): Refusal {
    const { windowSeconds } = this.#allowance === false ? sandboxAllowance : this.#allowance;
    const end = until ?? this.#seconds() + windowSeconds;
    return new Refusal(429, "The organization's allowance of writes is used up.", {
      // The second one is for clients that know HTTP alone (docs/api-decisions.md#q44).
      headers: { ...this.#retryAfter(end), 'retry-after': String(end - this.#seconds()) },
    });
  }

  #windowOf(organizationId: string, { limit, windowSeconds }: Allowance): Window {
    const now = this.#seconds();
    const window = this.#windows.get(organizationId);
    // A clock that was set back makes an end that is too far away.
    if (window !== undefined && now < window.end && window.end <= now + windowSeconds) return window;
    const next = { remaining: limit, end: now + windowSeconds };
    this.#windows.set(organizationId, next);
    return next;
  }

  /** With the `Date` that it is relative to, for the emulator's clock may be another than the caller's. */
  #retryAfter(end: number): Record<string, string> {
    return { 'x-ratelimit-retry-after': String(end), date: this.#clock().toUTCString() };
  }

  #seconds(): number {
    return Math.floor(this.#clock().getTime() / 1000);
  }
}
