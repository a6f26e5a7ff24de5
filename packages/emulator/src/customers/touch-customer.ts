import type { Customer } from '@customer-contracts/schemas';

import { dateTime } from '../clock.ts';
import type { Writer } from './writer.ts';

/** Counts a change that is not in the customer's own members: a lead source, a merge (docs/api-decisions.md#q23). */
export function touchCustomer({ store, organizationId, clock }: Writer, customer: Customer): void {
  store.putCustomer(organizationId, {
    ...customer,
    revision: (customer.revision ?? 0) + 1,
    updatedTime: dateTime(clock()),
  });
}
