import type { CustomersClient } from '@customer-contracts/client';
import type { CustomerInput } from '@customer-contracts/schemas';

import { CustomerCard } from './show-customer.ts';

/** Replaces all of a customer that a writer may set. */
export async function replaceCustomer(
  client: CustomersClient,
  { id, customer }: { readonly id: string; readonly customer: CustomerInput },
): Promise<CustomerCard> {
  const { body } = await client.putCustomer({ id, body: customer });
  return CustomerCard.parse(body);
}
