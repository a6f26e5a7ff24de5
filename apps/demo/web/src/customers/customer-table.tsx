import { createColumnHelper, tableFeatures, useTable } from '@tanstack/preact-table';
import type { ComponentChildren } from 'preact';
import { Link } from 'wouter-preact';

import type { CustomerRow } from '../calls/customer-row.ts';
import { dayInWords, nameInWords, placeInWords, revenueInWords } from '../parts/in-words.ts';
import { MediumBadge } from '../parts/medium-badge.tsx';
import type { ListSort } from './list-state.ts';

interface CustomerTableProps {
  /** The rows; `undefined` while the first ones are on their way. */
  readonly customers: readonly CustomerRow[] | undefined;
  /** The member that they are sorted by; `-` before it turns the order round. */
  readonly sort: ListSort;
  readonly openId: string | undefined;
  /** Whether other rows are on their way. */
  readonly isStale: boolean;
  readonly hrefOfCustomer: (id: string) => string;
  readonly hrefOfSort: (sort: ListSort) => string;
}

const features = tableFeatures({});
const column = createColumnHelper<typeof features, CustomerRow>();

const columns = column.columns([
  column.accessor(nameInWords, { id: 'name', header: 'Name', cell: ({ row }) => <Who customer={row.original} /> }),
  column.accessor('email', { id: 'email', header: 'E-mail', cell: ({ getValue }) => getValue() ?? <None /> }),
  column.accessor((row) => row._embedded?.leadSource?.medium, {
    id: 'lead',
    header: 'Lead source',
    cell: ({ row, getValue }) => (
      <>
        <MediumBadge medium={getValue()} /> <span class="source">{row.original._embedded?.leadSource?.source}</span>
      </>
    ),
  }),
  column.accessor((row) => placeInWords(row.primaryAddress), {
    id: 'place',
    header: 'Place',
    cell: ({ getValue }) => getValue() ?? <None />,
  }),
  column.accessor((row) => row.lifetimeRevenue?.amount, {
    id: 'revenue',
    header: 'Revenue',
    cell: ({ row }) => revenueInWords(row.original) ?? <None />,
  }),
  column.accessor('createdTime', {
    id: 'created',
    header: 'Created',
    cell: ({ getValue }) => <time dateTime={getValue() ?? ''}>{dayInWords(getValue())}</time>,
  }),
]);

/** What the API can sort by: the order that one asks for first, the largest and the newest on top, and the other one. */
const orders: ReadonlyMap<string, readonly [first: ListSort, other: ListSort]> = new Map([
  ['name', ['lastName', '-lastName']],
  ['email', ['email', '-email']],
  ['revenue', ['-lifetimeRevenue.amount', 'lifetimeRevenue.amount']],
  ['created', ['-createdTime', 'createdTime']],
]);

/** The id of the link of a row. */
export function rowId(id: string): string {
  return `row-${id}`;
}

/** Customers in rows. Sorting and paging are the API's: a heading is a link to the list in another order. */
export function CustomerTable(props: CustomerTableProps) {
  const { customers, sort, openId, isStale, hrefOfCustomer, hrefOfSort } = props;
  const table = useTable({ features, columns, data: customers ?? nobody, getRowId: ({ id }) => id });
  return (
    <table class={isStale ? 'customers stale' : 'customers'} aria-busy={isStale || customers === undefined}>
      <caption class="hidden">Customers</caption>
      <thead>
        {table.getHeaderGroups().map((group) => (
          <tr key={group.id}>
            {group.headers.map((header) => (
              <Heading key={header.id} id={header.id} sort={sort} hrefOfSort={hrefOfSort}>
                <table.FlexRender header={header} />
              </Heading>
            ))}
          </tr>
        ))}
      </thead>
      <tbody>
        {customers === undefined && <SkeletonRows />}
        {table.getRowModel().rows.map((row) => (
          <tr key={row.id} class={row.id === openId ? 'open' : ''}>
            {row.getAllCells().map((cell) =>
              cell.column.id === 'name' ? (
                <th key={cell.id} scope="row" class={cell.column.id}>
                  <Link
                    id={rowId(row.id)}
                    href={hrefOfCustomer(row.id)}
                    {...(row.id === openId && { 'aria-current': 'true' })}
                  >
                    <table.FlexRender cell={cell} />
                  </Link>
                </th>
              ) : (
                <td key={cell.id} class={cell.column.id}>
                  <table.FlexRender cell={cell} />
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const nobody: CustomerRow[] = [];

function Heading(props: {
  readonly id: string;
  readonly sort: ListSort;
  readonly hrefOfSort: (sort: ListSort) => string;
  readonly children: ComponentChildren;
}) {
  const { id, sort, hrefOfSort, children } = props;
  const [first, other] = orders.get(id) ?? [];
  if (first === undefined || other === undefined)
    return (
      <th scope="col" class={id}>
        {children}
      </th>
    );
  const isSorted = sort === first || sort === other;
  return (
    <th scope="col" class={id} {...(isSorted && { 'aria-sort': sort.startsWith('-') ? 'descending' : 'ascending' })}>
      <Link href={hrefOfSort(sort === first ? other : first)}>
        {children}
        <Arrow />
      </Link>
    </th>
  );
}

function Who({ customer }: { readonly customer: CustomerRow }) {
  return (
    <>
      <span class="who">{nameInWords(customer)}</span>
      {customer.email && <span class="under">{customer.email}</span>}
    </>
  );
}

function None() {
  return <span class="none">none</span>;
}

function Arrow() {
  return (
    <svg viewBox="0 0 16 16" class="arrow" aria-hidden="true">
      <path d="M8 3v10M4 9l4 4 4-4" />
    </svg>
  );
}

function SkeletonRows() {
  return Array.from({ length: 12 }, (_, row) => (
    <tr key={row} class="skeleton">
      {columns.map(({ id }) => (
        <td key={id} class={id}>
          <span />
        </td>
      ))}
    </tr>
  ));
}
