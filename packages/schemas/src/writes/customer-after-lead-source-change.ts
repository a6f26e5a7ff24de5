import type { Customer } from '../customer.ts';
import type { DateTime } from '../date-time.ts';

/**
 * A customer whose lead source was written or deleted: that counts as a change, and nothing else of the customer moves
 * (docs/api-decisions.md#q23).
 */
export function customerAfterLeadSourceChange(previous: Customer, now: DateTime): Customer {
  return { ...previous, revision: (previous.revision ?? 0) + 1, updatedTime: now };
}
