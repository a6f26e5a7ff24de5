import type { CustomersClient } from '@customer-contracts/client';

/** Forgets where a customer came from. */
export async function deleteLeadSource(client: CustomersClient, { id }: { readonly id: string }): Promise<void> {
  await client.deleteCustomerLeadSource({ id });
}
