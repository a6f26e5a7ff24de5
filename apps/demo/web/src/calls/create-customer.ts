import type { CustomersClient } from '@customer-contracts/client';
import type { CustomerInput } from '@customer-contracts/schemas';
import * as z from 'zod';

/** What is read of a customer that was just made: where to find it. */
export const CreatedCustomer = z.object({ id: z.string() });
export type CreatedCustomer = z.infer<typeof CreatedCustomer>;

/** Creates a customer with an id made by the API. */
export async function createCustomer(
  client: CustomersClient,
  { customer }: { readonly customer: CustomerInput },
): Promise<CreatedCustomer> {
  const { body } = await client.postCustomer({ body: customer });
  return CreatedCustomer.parse(body);
}
