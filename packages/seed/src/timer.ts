import { setTimeout as wait } from 'node:timers/promises';

/** What tells the time and waits. */
export interface Timer {
  /** The time in ms; only differences count. */
  readonly now: () => number;
  /** Resolves that many ms later, and rejects when the signal is given. */
  readonly sleep: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
}

/** This machine's: it goes on evenly when somebody sets the date. */
export const systemTimer: Timer = {
  now: () => performance.now(),
  sleep: (milliseconds, signal) => wait(milliseconds, undefined, signal && { signal }),
};
