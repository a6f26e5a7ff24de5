import { useQuery } from '@tanstack/preact-query';

import { findCustomers, pageSize, type CustomerPage } from '../calls/find-customers.ts';
import { loadCustomers } from '../calls/load-customers.ts';
import { useClient } from '../use-client.ts';
import type { ListState } from './list-state.ts';

/** A page of the list, and what it was picked from when the API could not pick it. */
export interface ListedCustomers extends CustomerPage {
  /** How many customers were looked at for a medium, of how many. */
  readonly lookedAt?: { readonly loaded: number; readonly total: number };
}

/** The customers that the state of the list asks for. The last ones stay until the next ones are there. */
export function useCustomers({ medium, page = 1, q, kind, country, from, to, sort }: ListState) {
  const client = useClient();
  const search = { q, kind, country, from, to, sort };
  const way = medium ? 'loaded' : 'found';
  return useQuery({
    queryKey: medium ? [way, search] : [way, search, page],
    queryFn: ({ signal }): Promise<CustomerPage> =>
      medium ? loadCustomers(client, search, { signal }) : findCustomers(client, { ...search, page }, { signal }),
    select: (found): ListedCustomers => (medium ? onlyOf(medium, page, found) : found),
    placeholderData: (previous, query) => (query?.queryKey[0] === way ? previous : undefined),
  });
}

/** The API can't filter by medium: that is done here, with the customers that can be loaded. */
function onlyOf(medium: string, page: number, { customers, total }: CustomerPage): ListedCustomers {
  const fitting = customers.filter(({ _embedded }) => _embedded?.leadSource?.medium === medium);
  return {
    customers: fitting.slice((page - 1) * pageSize, page * pageSize),
    total: fitting.length,
    lookedAt: { loaded: customers.length, total },
  };
}
