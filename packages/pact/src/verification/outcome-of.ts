import type { VerifiedInteraction } from '@customer-contracts/pact-files/internal';

/** How a verification of an interaction ended, in one word. */
export type Outcome = 'passed' | 'failed' | 'pending' | 'not verifiable';

/** How the verification of an interaction ended: one that failed and is pending counts as pending. */
export function outcomeOf({ isPassed, isVerifiable, isPending }: VerifiedInteraction): Outcome {
  if (isPassed) return 'passed';
  if (!isVerifiable) return 'not verifiable';
  return isPending ? 'pending' : 'failed';
}
