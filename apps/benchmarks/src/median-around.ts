import { median } from './row.ts';

/** The median of the 20 figures around a position, counted from 1: of the first 20 or the last 20 near the ends. */
export function medianAround(figures: readonly number[], position: number): number {
  const first = Math.min(Math.max(position - 10, 0), figures.length - 20);
  return median(figures.slice(first, first + 20));
}
