import { PathId } from '@customer-contracts/schemas';
import { useMemo } from 'preact/hooks';
import { useLocation, useSearch } from 'wouter-preact';
import * as z from 'zod';

import { lastPage } from '../calls/find-customers.ts';

/** What the list can be sorted by: `-` turns it round. */
export const listSorts = [
  '-createdTime',
  'createdTime',
  '-lifetimeRevenue.amount',
  'lifetimeRevenue.amount',
  'lastName',
  '-lastName',
  'email',
  '-email',
] as const;
/** What the list can be sorted by. */
export type ListSort = (typeof listSorts)[number];

/** What the address says of the list: everything in it can be linked to. What makes no sense in it is passed over. */
const ListState = z.object({
  q: z.string().optional(),
  kind: z.enum(['lead', 'customer']).optional().catch(undefined),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional()
    .catch(undefined),
  medium: z.string().optional(),
  from: z.iso.date().optional().catch(undefined),
  to: z.iso.date().optional().catch(undefined),
  sort: z.enum(listSorts).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(lastPage).optional().catch(undefined),
  /** The customer whose panel is open. */
  customer: PathId.optional().catch(undefined),
});
export type ListState = z.infer<typeof ListState>;

/** The state of the list that a query string says. */
export function readListState(search: string): ListState {
  return ListState.parse(Object.fromEntries(new URLSearchParams(search)));
}

/** The address of a state of the list. */
export function hrefOf(state: ListState): string {
  const values = Object.entries(state)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value]) => [name, String(value)]);
  return values.length === 0 ? '/' : `/?${new URLSearchParams(values)}`;
}

/** The state of the list, and how to change some of it. */
export function useListState() {
  const search = useSearch();
  const [, navigate] = useLocation();
  const state = useMemo(() => readListState(search), [search]);
  return {
    state,
    /** The address with some of it changed. */
    href: (change: ListState) => hrefOf({ ...state, ...change }),
    /** Goes there. `replace` leaves no step behind for the Back button. */
    go: (change: ListState, options?: { readonly replace?: boolean }) =>
      // From where the page is by now, since a pause in typing may end after another change.
      navigate(hrefOf({ ...readListState(window.location.search), ...change }), options),
  };
}
