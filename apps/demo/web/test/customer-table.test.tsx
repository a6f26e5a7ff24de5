// @vitest-environment happy-dom
import { customerFixtures } from '@customer-contracts/fixtures';
import { cleanup, render, screen, within } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';

import { CustomerRow } from '../src/calls/customer-row.ts';
import { CustomerTable } from '../src/customers/customer-table.tsx';
import type { ListSort } from '../src/customers/list-state.ts';

afterEach(cleanup);

const fixtures = customerFixtures({ seed: 42 });

function show(customers: readonly CustomerRow[] | undefined, sort: ListSort = '-createdTime') {
  render(
    <CustomerTable
      customers={customers}
      sort={sort}
      openId={undefined}
      isStale={false}
      hrefOfCustomer={(id) => `/?customer=${id}`}
      hrefOfSort={(sort) => `/?sort=${sort}`}
    />,
  );
}

test('a row says who it is, where from, and leads to the customer', () => {
  const [customer] = fixtures.complete().responses.take(1);
  const leadSource = fixtures.complete().leadSources.at(0);
  show([CustomerRow.parse({ ...customer, _embedded: { leadSource } })]);
  const { id, email, firstName, lastName } = customer ?? {};
  const row = screen.getByRole('row', { name: new RegExp(`${firstName} ${lastName}`) });
  expect(within(row).getByRole('link').getAttribute('href')).toBe(`/?customer=${id}`);
  expect(row.textContent).toContain(email);
  expect(row.textContent).toContain(leadSource.medium);
});

test('a customer of whom nothing is known has a row all the same', () => {
  const rows = [...fixtures.bare().responses.take(50)].map((customer) => CustomerRow.parse(customer));
  show(rows);
  expect(screen.getAllByRole('rowheader')).toHaveLength(50);
  expect(screen.getAllByRole('link', { name: rows[0]?.id ?? '' })).toHaveLength(1);
  expect(screen.queryByText(/undefined|null|NaN/)).toBeNull();
});

test('a heading asks for its own order first, and then for the other way round', () => {
  show([]);
  const heading = (name: string) => screen.getByRole('columnheader', { name });
  const href = (name: string) => within(heading(name)).getByRole('link').getAttribute('href');
  expect(heading('Created').getAttribute('aria-sort')).toBe('descending');
  expect(href('Created')).toBe('/?sort=createdTime');
  expect(href('Revenue')).toBe('/?sort=-lifetimeRevenue.amount');
  expect(heading('Name').getAttribute('aria-sort')).toBeNull();
  expect(href('Name')).toBe('/?sort=lastName');
  expect(within(heading('Place')).queryByRole('link')).toBeNull();
});

test('rows that are on their way have their place already', () => {
  show(undefined);
  expect(screen.getByRole('table').getAttribute('aria-busy')).toBe('true');
  expect(screen.getAllByRole('row')).toHaveLength(13);
});
