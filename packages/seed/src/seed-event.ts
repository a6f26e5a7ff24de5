import type { Allowance } from '@customer-contracts/schemas';

import type { EvidenceDifference } from './evidence/differences.ts';
import type { SeedPlan } from './seed-plan.ts';

/** What became of a customer: by `seedCustomers`, `undoSeed` and `verifySeed`. In a dry run: what would. */
export type Outcome =
  | 'created'
  | 'replaced'
  | 'unchanged'
  | 'kept'
  | 'merged'
  | 'gone'
  | 'refused'
  | 'missing'
  | 'changed'
  | 'extra';

/** What happens while customers are read and written. */
export type SeedEvent =
  | ({ readonly type: 'plan' } & SeedPlan)
  /** A customer is done; with the members that were different, as dotted paths, and why it came to that. */
  | {
      readonly type: 'customer';
      /** Empty for a record of a payload that has none. */
      readonly id: string;
      readonly outcome: Outcome;
      readonly members?: readonly string[];
      readonly reason?: string;
    }
  /** A question of `recordEvidence` is answered. */
  | { readonly type: 'scenario'; readonly scenario: string; readonly about: string; readonly observed: string }
  /** Something is otherwise than in the evidence. */
  | ({ readonly type: 'difference' } & EvidenceDifference)
  /** A customer, by its id or e-mail address, that could not be taken back. */
  | { readonly type: 'left'; readonly what: string }
  /** A customer that somebody else has changed, or made, is about to be written over; with the members that differ. */
  | {
      readonly type: 'overwrite';
      readonly id: string;
      readonly members: readonly string[];
      readonly revision?: number;
      readonly updatedTime?: string;
    }
  /** The journal has customers as done that aren't there, these among them: all are compared again. */
  | { readonly type: 'distrust'; readonly missing: readonly string[] }
  /** A request is sent again: what it is about, why, and after how long, in ms. */
  | { readonly type: 'retry'; readonly about: string; readonly reason: string; readonly milliseconds: number }
  /** A write was refused with 429. */
  | { readonly type: 'refused' }
  /** All writes wait for the next period, in ms. */
  | { readonly type: 'wait'; readonly milliseconds: number }
  /** What the API allows the organization: it has told now. */
  | ({ readonly type: 'allowance' } & Allowance);
