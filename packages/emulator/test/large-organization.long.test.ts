import { type RunningEmulator, startEmulator } from '@customer-contracts/emulator';
import { customerFixtures } from '@customer-contracts/fixtures';
import type { Customer } from '@customer-contracts/schemas';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { testSizes } from '../../../test-sizes.ts';
import { send } from './send.ts';

/** More than one transaction of a filling, and more than a scan looks at in one go. */
const count = 12_000;
const customers = [...customerFixtures({ seed: 11 }).responses.take(count)];

let emulator: RunningEmulator;
beforeAll(async () => {
  emulator = await startEmulator({ customers: { count, seed: 11 }, rateLimit: false });
});
afterAll(() => emulator.close());

/** What `q` looks into, each value by itself. */
function texts({ id, email, firstName, lastName, primaryAddress }: Customer): string[] {
  const { organization, emails = [], phoneNumbers = [] } = primaryAddress ?? {};
  const values = [id, email, firstName, lastName, organization, ...(emails ?? []), ...(phoneNumbers ?? [])];
  return values.flatMap((value) => {
    const text = typeof value === 'object' && value !== null ? value.value : value;
    return typeof text === 'string' ? [text.toLowerCase()] : [];
  });
}

type Order = (one: Customer, other: Customer) => number;

/** The order by what is read of each; equal ones by id. */
function by(read: (customer: Customer) => string | number | null | undefined, direction: 1 | -1 = 1): Order {
  const compare = (one: string | number, other: string | number) => Number(one > other) - Number(one < other);
  return (one, other) => direction * compare(read(one) ?? '', read(other) ?? '') || compare(one.id, other.id);
}

const createdTime = (customer: Customer) => customer.createdTime;
const newestFirst = by(createdTime, -1);

/** A page of the list, and how many there are in all. */
async function listed(query: string): Promise<unknown> {
  const { headers, body } = await send(emulator, `GET /customers?fields=id&limit=50&offset=3&${query}`);
  return { query, total: headers.get('pagination-total'), body };
}

/** What the list has to be. */
function those(query: string, holds: (customer: Customer) => boolean, compare = newestFirst): unknown {
  const all = customers.filter(holds).toSorted(compare);
  return { query, total: String(all.length), body: all.slice(3, 53).map(({ id }) => ({ id })) };
}

const sample = customers[7];
const [firstName, lastName, email, time = ''] = [
  sample?.firstName,
  sample?.lastName,
  sample?.email,
  sample?.createdTime,
];
const paymentCount = (customer: Customer) => customer.paymentCount;
const foldedName = (customer: Customer) => customer.lastName?.toLowerCase();
const everyone = () => true;

interface List {
  readonly query: string;
  readonly holds: (customer: Customer) => boolean;
  readonly order?: Order;
}

const lists: readonly List[] = [
  // No index leads to these.
  { query: `filter=firstName:${firstName}`, holds: (each) => each.firstName === firstName },
  { query: 'filter=paymentCount:3..', holds: (each) => (each.paymentCount ?? 0) >= 3 },
  { query: `filter=email:!${email}`, holds: (each) => each.email !== email },
  { query: 'sort=paymentCount', holds: everyone, order: by(paymentCount) },
  {
    query: 'sort=-paymentCount,id&filter=hasFulfilledKyc:true',
    holds: (each) => each.hasFulfilledKyc === true,
    order: by(paymentCount, -1),
  },
  // Indices lead to these, or have their order.
  { query: '', holds: everyone },
  { query: 'filter=primaryAddress.country:US', holds: (each) => each.primaryAddress?.country === 'US' },
  { query: `filter=lastName:${lastName}`, holds: (each) => each.lastName === lastName },
  { query: `filter=createdTime:${time}..`, holds: (each) => (each.createdTime ?? '') >= time },
  {
    query: `filter=createdTime:..${time}&sort=createdTime`,
    holds: (each) => (each.createdTime ?? '') <= time,
    order: by(createdTime),
  },
  { query: 'sort=lastName', holds: everyone, order: by(foldedName) },
  { query: 'sort=-lastName', holds: everyone, order: by(foldedName, -1) },
];

test.each(lists)('"$query" has just the customers that it should have, in their order', async (list) => {
  expect(await listed(list.query)).toEqual(those(list.query, list.holds, list.order));
});

test('q finds just whom it means, by any pieces of their texts', async () => {
  const piece = fc
    .tuple(fc.nat(count - 1), fc.nat(), fc.nat(), fc.integer({ min: 1, max: 12 }))
    .map(([index, value, start, length]) => {
      const own = texts(customers[index] ?? { id: '' });
      const text = own[value % own.length] ?? '';
      const from = start % text.length;
      return text.slice(from, from + length);
    });
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 3 }), async (pieces) => {
      const words = pieces.join(' ').split(/\s+/).filter(Boolean);
      fc.pre(words.length > 0);
      const query = `q=${encodeURIComponent(pieces.join(' '))}`;
      const isMeant = (each: Customer) => {
        const own = texts(each);
        return words.every((word) => own.some((text) => text.includes(word)));
      };
      expect(await listed(query)).toEqual(those(query, isMeant));
    }),
    { numRuns: 60 * testSizes.properties },
  );
});
