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

type List = readonly [query: string, holds: (customer: Customer) => boolean, order?: Order];

const lists: readonly List[] = [
  // No index leads to these.
  [`filter=firstName:${firstName}`, (each) => each.firstName === firstName],
  ['filter=paymentCount:3..', (each) => (each.paymentCount ?? 0) >= 3],
  [`filter=email:!${email}`, (each) => each.email !== email],
  ['sort=paymentCount', everyone, by(paymentCount)],
  ['sort=-paymentCount,id&filter=hasFulfilledKyc:true', (each) => each.hasFulfilledKyc === true, by(paymentCount, -1)],
  // Indices lead to these, or have their order.
  ['', everyone],
  ['filter=primaryAddress.country:US', (each) => each.primaryAddress?.country === 'US'],
  [`filter=lastName:${lastName}`, (each) => each.lastName === lastName],
  [`filter=createdTime:${time}..`, (each) => (each.createdTime ?? '') >= time],
  [`filter=createdTime:..${time}&sort=createdTime`, (each) => (each.createdTime ?? '') <= time, by(createdTime)],
  ['sort=lastName', everyone, by(foldedName)],
  ['sort=-lastName', everyone, by(foldedName, -1)],
];

test.each(lists)('%s has just the customers that it should have, in their order', async (query, holds, order) => {
  expect(await listed(query)).toEqual(those(query, holds, order));
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
