import type { CustomersClient } from '@customer-contracts/client';
import { customerFixtures } from '@customer-contracts/fixtures';

/** How many requests are under way at once. */
const width = 8;

/**
 * Fills an organization with customers that have a lead source, through the API: one PUT each, by an id that is derived
 * from the seed, so that a second run replaces what the first one made.
 */
export async function fillCustomers(client: CustomersClient, count: number, seed: number): Promise<void> {
  const customers = customerFixtures({ seed }).withLeadSource();
  const indices = Array.from({ length: count }, (_, index) => index).values();
  const worker = async (): Promise<void> => {
    for (const index of indices) {
      const { id } = customers.responses.at(index);
      await client.putCustomer({ id, body: customers.inputs.at(index) });
    }
  };
  await Promise.all(Array.from({ length: width }, worker));
}
