/** How many writes a period has. */
export interface Allowance {
  readonly writes: number;
  /** In seconds. */
  readonly seconds: number;
}

/** Rebilly's sandbox: 3000 requests other than GET in ten minutes, for each organization (Rebilly docs, 2026). */
export const sandboxAllowance: Allowance = { writes: 3000, seconds: 600 };

/** How long some writes take from the beginning of a period on, in ms: all periods but the last one are waited for. */
export function timeFor(writes: number, allowance: Allowance): number {
  return Math.max(0, Math.ceil(writes / allowance.writes) - 1) * allowance.seconds * 1000;
}
