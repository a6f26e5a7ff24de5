import { type Customer, customerAfterLeadSourceChange } from '@customer-contracts/schemas';

import { dateTime } from '../clock.ts';
import type { Writer } from './writer.ts';

/** Counts a change of the customer's lead source. */
export function touchCustomer({ store, organizationId, clock }: Writer, customer: Customer): void {
  store.putCustomer(organizationId, customerAfterLeadSourceChange(customer, dateTime(clock())));
}
