import type { Allowance } from '@customer-contracts/schemas';

/** How long some writes take from the beginning of a period on, in ms: all periods but the last one are waited for. */
export function timeFor(writes: number, { limit, windowSeconds }: Allowance): number {
  return Math.max(0, Math.ceil(writes / limit) - 1) * windowSeconds * 1000;
}
