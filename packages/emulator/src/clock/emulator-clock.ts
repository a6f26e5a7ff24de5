import { DateTime } from '@customer-contracts/schemas';
import * as z from 'zod';

import type { Clock } from '../clock.ts';
import { EmulatorError } from '../emulator-error.ts';
import { later } from './later.ts';

/** A clock that a test can move. All that the emulator does by the time goes by it. */
export interface MovableClock {
  /** What time it is. */
  now(): Date;
  /** Whether it stands still, because it was set so. */
  readonly stopped: boolean;
  /**
   * Sets it. It goes on from there, or stands still with `stopped`.
   *
   * @throws {EmulatorError} when it is no date and time of the years 0 to 9999 with an offset.
   * @example
   * emulator.clock.set('2026-01-01T00:00:00Z', { stopped: true });
   */
  set(time: Date | string, options?: { readonly stopped?: boolean }): void;
  /**
   * Moves it on by a duration of ISO 8601: `P1D`, `PT1H30M`, `P1M` (a calendar month, in UTC).
   *
   * @throws {EmulatorError} when it is no such duration, or leads beyond the year 9999.
   */
  advance(duration: string): void;
  /** Lets it tell the time as it did at the start. */
  reset(): void;
}

/** What the API can write: four digits of the year. */
const earliest = Date.parse('0000-01-01T00:00:00Z');
const latest = Date.parse('9999-12-31T23:59:59.999Z');

const Duration = z.iso.duration();

/** The clock of an emulator, over another one. */
export class EmulatorClock implements MovableClock {
  readonly #clock: Clock;
  /** By how many ms it goes before the other one. */
  #offset = 0;
  /** Where it stands still; undefined while it goes. */
  #still: number | undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  now(): Date {
    if (this.#still !== undefined) return new Date(this.#still);
    return this.#offset === 0 ? this.#clock() : new Date(this.#clock().getTime() + this.#offset);
  }

  get stopped(): boolean {
    return this.#still !== undefined;
  }

  set(time: Date | string, { stopped = false }: { readonly stopped?: boolean } = {}): void {
    const isReadable = typeof time !== 'string' || DateTime.safeParse(time).success;
    const moment = isReadable ? new Date(time).getTime() : Number.NaN;
    if (!isTold(moment)) {
      const advice = 'Give one of the years 0 to 9999 with an offset, such as 2026-01-01T00:00:00Z';
      throw new EmulatorError(`Failed to set the clock: ${shownTime(time)} is no date and time. ${advice}.`, time);
    }
    this.#still = stopped ? moment : undefined;
    this.#offset = moment - this.#clock().getTime();
  }

  advance(duration: string): void {
    const moment = Duration.safeParse(duration).success ? later(this.now(), duration).getTime() : undefined;
    if (moment === undefined) {
      const advice = 'Give one of ISO 8601, such as P1D or PT1H30M';
      throw new EmulatorError(
        `Failed to advance the clock: ${JSON.stringify(duration)} is no duration. ${advice}.`,
        duration,
      );
    }
    if (!isTold(moment)) {
      const received = `${duration} after ${this.now().toISOString()} there are no times of four digits`;
      throw new EmulatorError(`Failed to advance the clock: ${received}. Give a shorter duration.`, duration);
    }
    if (this.#still === undefined) this.#offset = moment - this.#clock().getTime();
    else this.#still = moment;
  }

  reset(): void {
    this.#offset = 0;
    this.#still = undefined;
  }
}

function isTold(moment: number): boolean {
  return moment >= earliest && moment <= latest;
}

function shownTime(time: unknown): string {
  return time instanceof Date ? 'an invalid or too distant Date' : JSON.stringify(time);
}
