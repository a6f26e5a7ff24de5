import type { LogEntry } from '@customer-contracts/emulator';

/** The writes of each of the emulator's windows: how many it took, and how many it refused. */
export function windowsOf(writes: readonly LogEntry[], windowSeconds: number) {
  const windows: { end: number; taken: number; refused: number }[] = [];
  for (const { time, status } of writes) {
    const now = Math.floor(time.getTime() / 1000);
    let window = windows.at(-1);
    if (window === undefined || now >= window.end)
      windows.push((window = { end: now + windowSeconds, taken: 0, refused: 0 }));
    if (status === 429) window.refused += 1;
    else window.taken += 1;
  }
  return windows.map(({ taken, refused }) => ({ taken, refused }));
}
