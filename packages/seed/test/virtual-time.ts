import type { Timer } from '@customer-contracts/seed';

/** A clock of the test's own, which the emulator has too: ten minutes pass in no time, or some each time it is looked at. */
export function virtualTime({ start = Date.UTC(2026, 0, 1), step = 0 } = {}) {
  let time = start;
  const timer: Timer = {
    now: () => time,
    sleep: async (milliseconds, signal) => {
      const until = time + milliseconds;
      await new Promise(setImmediate);
      signal?.throwIfAborted();
      time = Math.max(time, until);
    },
  };
  return { timer, emulatorClock: () => new Date((time += step)), passed: () => time - start };
}
