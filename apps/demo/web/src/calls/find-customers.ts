import type { CallOptions, CustomersClient } from '@customer-contracts/client';
import { collectionLimits } from '@customer-contracts/schemas';

import { CustomerRow } from './customer-row.ts';
import { toQuery, type CustomerSearch } from './customer-search.ts';

/** How many customers a page of the table has. */
export const pageSize = 25;

/** The last page that can be had. */
export const lastPage = 1 + collectionLimits.offset.most / pageSize;

/** A page of the table. */
export interface CustomerPage {
  readonly customers: readonly CustomerRow[];
  /** How many customers the search has in all, as the API counts them. */
  readonly total: number;
}

/** One page of the customers that fit a search; the first page is 1. */
export async function findCustomers(
  client: CustomersClient,
  { page, ...search }: CustomerSearch & { readonly page: number },
  options?: CallOptions,
): Promise<CustomerPage> {
  const offset = (page - 1) * pageSize;
  const { body, pagination } = await client.getCustomerCollection(
    { ...toQuery(search), limit: pageSize, offset },
    options,
  );
  return {
    customers: body.map((customer) => CustomerRow.parse(customer)),
    total: pagination?.total ?? offset + body.length,
  };
}
