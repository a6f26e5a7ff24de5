import { isCustomersApiError, type CallOptions, type CustomersClient } from '@customer-contracts/client';

import { CustomerRow } from './customer-row.ts';
import { toQuery, type CustomerSearch } from './customer-search.ts';

/** The customers of a search that the API lets one load. */
export interface LoadedCustomers {
  readonly customers: readonly CustomerRow[];
  /** How many there are in all; more than `customers` holds when the API shows no more. */
  readonly total: number;
}

/** All customers that fit a search, as far as the API goes: it shows the first 2000. */
export async function loadCustomers(
  client: CustomersClient,
  search: CustomerSearch,
  options?: CallOptions,
): Promise<LoadedCustomers> {
  const customers: CustomerRow[] = [];
  try {
    for await (const customer of client.customers(toQuery(search), options))
      customers.push(CustomerRow.parse(customer));
  } catch (error) {
    if (!isCustomersApiError(error, 'CollectionLimitError')) throw error;
    return { customers, total: error.total ?? customers.length };
  }
  return { customers, total: customers.length };
}
