import type { Allowance } from '@customer-contracts/schemas';

/** A time in words: `12 s`, `28 min`, `55.6 h`. Above 100 hours in days: `30 d`. */
export function duration(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  if (seconds < 100) return `${seconds < 10 ? Math.round(seconds * 10) / 10 : Math.round(seconds)} s`;
  if (seconds < 6000) return `${Math.round(seconds / 60)} min`;
  if (seconds < 360_000) return `${Math.round(seconds / 360) / 10} h`;
  return `${Math.round(seconds / 86_400)} d`;
}

/** A size in words: `931 B`, `9.3 MB`. */
export function size(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  const [amount, unit] = bytes < 1e6 ? [bytes / 1e3, 'kB'] : bytes < 1e9 ? [bytes / 1e6, 'MB'] : [bytes / 1e9, 'GB'];
  return `${Math.round(amount * 10) / 10} ${unit}`;
}

/** An allowance in words: `3000 writes in 600 s`. */
export function allowanceInWords({ limit, windowSeconds }: Allowance): string {
  return `${limit} writes in ${windowSeconds} s`;
}
