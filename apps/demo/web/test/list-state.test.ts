import { expect, test } from 'vitest';

import { hrefOf, readListState } from '../src/customers/list-state.ts';

test('the address keeps all of the list', () => {
  const state = {
    q: 'ada & co',
    kind: 'lead',
    country: 'GB',
    medium: 'cpc',
    from: '2026-01-01',
    to: '2026-01-31',
    sort: '-lifetimeRevenue.amount',
    page: 3,
    customer: 'ada@example.com',
  } as const;
  const href = hrefOf(state);
  expect(href).toBe(
    '/?q=ada+%26+co&kind=lead&country=GB&medium=cpc&from=2026-01-01&to=2026-01-31&sort=-lifetimeRevenue.amount&page=3&customer=ada%40example.com',
  );
  expect(readListState(href.slice(1))).toEqual(state);
});

test('what is not set is not in the address', () => {
  expect(hrefOf({})).toBe('/');
  expect(hrefOf({ q: '', country: undefined, page: 1 })).toBe('/?page=1');
});

test.each([
  'kind=nobody',
  'country=gb,US',
  'from=tomorrow',
  'sort=password',
  'page=0',
  'page=42',
  'page=x',
  'customer=a/b',
])('%s makes no sense and is passed over', (search) => {
  expect(Object.values(readListState(`?${search}`)).filter((value) => value !== undefined)).toEqual([]);
});
