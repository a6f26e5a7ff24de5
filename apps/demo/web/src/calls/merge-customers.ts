import type { CustomersClient } from '@customer-contracts/client';

/** Merges a duplicate into the customer that survives. There is no way back: the duplicate is gone. */
export async function mergeCustomers(
  client: CustomersClient,
  { duplicateId, survivorId }: { readonly duplicateId: string; readonly survivorId: string },
): Promise<void> {
  await client.deleteCustomer({ id: duplicateId, targetCustomerId: survivorId });
}
