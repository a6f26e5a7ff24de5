import type { CallOptions, CustomersClient } from '@customer-contracts/client';
import { formatFilter } from '@customer-contracts/schemas';

import { CustomerRow } from './customer-row.ts';
import { equal } from './customer-search.ts';

/** The other customers with the e-mail address of one, in capitals or not: who may be the same person. */
export async function findDuplicates(
  client: CustomersClient,
  { id, email }: { readonly id: string; readonly email: string },
  options?: CallOptions,
): Promise<readonly CustomerRow[]> {
  const { body } = await client.getCustomerCollection(
    { filter: formatFilter([equal('email', email)]), limit: 10, expand: 'leadSource' },
    options,
  );
  return body.filter((customer) => customer.id !== id).map((customer) => CustomerRow.parse(customer));
}
