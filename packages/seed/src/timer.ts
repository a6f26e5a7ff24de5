import { setTimeout as wait } from 'node:timers/promises';

/** What tells the time and waits. */
export interface Timer {
  /** The time in ms; only differences count. */
  readonly now: () => number;
  /** Resolves that many ms later, and rejects when the signal is given. */
  readonly sleep: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
}

/** The most that a timer of the platform can wait, in ms: 24.8 days. Asked for more, it doesn't wait at all. */
const longest = 2 ** 31 - 1;

/** This machine's: it goes on evenly when somebody sets the date. */
export const systemTimer: Timer = {
  now: () => performance.now(),
  async sleep(milliseconds, signal) {
    let left = milliseconds;
    do {
      await wait(Math.min(left, longest), undefined, signal && { signal });
      left -= longest;
    } while (left > 0);
  },
};
