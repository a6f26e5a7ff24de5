/** How many writes an organization has in a period. Whatever doesn't only read is a write. */
export interface Allowance {
  /** How many writes. */
  readonly limit: number;
  /** How long the period is, in seconds. */
  readonly windowSeconds: number;
}

/** Rebilly's sandbox: 3000 requests other than GET in ten minutes, for each organization (Rebilly's docs, 2026). */
export const sandboxAllowance: Allowance = { limit: 3000, windowSeconds: 600 };
