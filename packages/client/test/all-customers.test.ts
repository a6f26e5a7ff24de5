import { CollectionLimitError } from '@customer-contracts/client';
import { expect, test } from 'vitest';

import { serve, type Reply } from './serve.ts';

/** A page of `count` customers from the `offset`th on; with the headers of a collection where `total` is given. */
function page(offset: number, count: number, headers: { total?: number; limit?: number } = {}): Reply {
  return {
    json: Array.from({ length: count }, (_, index) => ({ id: `cus_${offset + index}` })),
    headers: {
      ...(headers.total !== undefined && { 'Pagination-Total': String(headers.total) }),
      ...(headers.limit !== undefined && { 'Pagination-Limit': String(headers.limit) }),
    },
  };
}

const ids = (count: number, offset = 0) => Array.from({ length: count }, (_, index) => `cus_${offset + index}`);

test('gives the customers of all pages one by one', async () => {
  await using server = await serve(page(0, 2, { total: 5 }), page(2, 2, { total: 5 }), page(4, 1, { total: 5 }));
  const seen: string[] = [];
  for await (const customer of server.client().customers({ q: 'ada', limit: 2, sort: ['createdTime'] })) {
    seen.push(customer.id);
  }
  expect(seen).toEqual(ids(5));
  expect(server.received.map(({ line }) => line.replace('/organizations/demo', ''))).toEqual([
    'GET /customers?limit=2&offset=0&q=ada&sort=createdTime',
    'GET /customers?limit=2&offset=2&q=ada&sort=createdTime',
    'GET /customers?limit=2&offset=4&q=ada&sort=createdTime',
  ]);
});

test('takes the largest pages when it is not told, and reads none before it is needed', async () => {
  await using server = await serve(page(0, 1000, { total: 1500 }));
  const customers = server.client().customers();
  expect(server.received).toEqual([]);
  for await (const { id } of customers) if (id === 'cus_999') break;
  expect(server.received.map(({ line }) => line)).toEqual(['GET /organizations/demo/customers?limit=1000&offset=0']);
});

test.each<[string, readonly [Reply, ...Reply[]], number]>([
  ['a page that is not full ends it', [page(0, 2), page(2, 1)], 3],
  ['an empty page ends it', [page(0, 2), page(2, 0)], 2],
  ['an empty page ends it, whatever the total says', [page(0, 2, { total: 9 }), page(2, 0, { total: 9 })], 2],
  ['the total ends it, behind a full page', [page(0, 2, { total: 4 }), page(2, 2, { total: 4 })], 4],
  [
    'a server with smaller pages loses none',
    [page(0, 1, { limit: 1 }), page(1, 1, { limit: 1 }), page(2, 0, { limit: 1 })],
    2,
  ],
])('%s', async (_, replies, count) => {
  await using server = await serve(...replies);
  const customers = await Array.fromAsync(server.client().customers({ limit: 2 }));
  expect(customers.map(({ id }) => id)).toEqual(ids(count));
  expect(server.received).toHaveLength(replies.length);
});

test('stops with an error where the API stops, behind the last customer that can be had', async () => {
  await using server = await serve(page(0, 1000, { total: 5000 }), page(1000, 1000, { total: 5000 }));
  const seen: string[] = [];
  const list = async () => {
    for await (const { id } of server.client().customers()) seen.push(id);
  };
  const listed = list();
  await expect(listed).rejects.toBeInstanceOf(CollectionLimitError);
  await expect(listed).rejects.toMatchObject({
    offset: 2000,
    total: 5000,
    message:
      'Failed to list the customers from number 2001 on: the API has no offset above 1000, and there are 5000. ' +
      'Narrow the query by filter or q (createdTime ranges, say), or take pages of 1000, the largest.',
  });
  expect(seen).toEqual(ids(2000));
  expect(server.received).toHaveLength(2);
});

test('stops with an error where there may be more, without a total', async () => {
  await using server = await serve(page(1000, 10));
  const listed = Array.fromAsync(server.client().customers({ offset: 1000, limit: 10 }));
  await expect(listed).rejects.toMatchObject({
    message:
      'Failed to list the customers from number 1011 on: the API has no offset above 1000, and there may be more. ' +
      'Narrow the query by filter or q (createdTime ranges, say), or take pages of 1000, the largest.',
  });
});

test('ends without an error where the last customer is the last that can be had', async () => {
  await using server = await serve(page(1000, 1000, { total: 2000 }));
  expect(await Array.fromAsync(server.client().customers({ offset: 1000 }))).toHaveLength(1000);
});

test('is cancelled between two pages', async () => {
  const controller = new AbortController();
  const reason = new Error('Enough.');
  await using server = await serve(page(0, 2), page(2, 2));
  const list = async () => {
    for await (const { id } of server.client().customers({ limit: 2 }, { signal: controller.signal })) {
      if (id === 'cus_1') controller.abort(reason);
    }
  };
  await expect(list()).rejects.toBe(reason);
  expect(server.received).toHaveLength(1);
});
