import { type RunningEmulator, startEmulator } from '@customer-contracts/emulator';
import { customerFixtures } from '@customer-contracts/fixtures';
import type { Customer } from '@customer-contracts/schemas';
import fc from 'fast-check';
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

/** The list has just the customers that the predicate says, in that order. */
async function expectList(
  query: string,
  holds: (customer: Customer) => boolean,
  compare: Order = newestFirst,
): Promise<void> {
  const { headers, body } = await send(emulator, `GET /customers?fields=id&limit=50&offset=3&${query}`);
  const expected = customers.filter(holds).toSorted(compare);
  expect({ query, total: headers.get('pagination-total') }).toEqual({ query, total: String(expected.length) });
  expect(body).toEqual(expected.slice(3, 53).map(({ id }) => ({ id })));
}

test('what no index leads to is found, counted and ordered', async () => {
  const { firstName } = customers[5] ?? {};
  await expectList(`filter=firstName:${firstName}`, (each) => each.firstName === firstName);
  await expectList('filter=paymentCount:3..', (each) => (each.paymentCount ?? 0) >= 3);
  const paymentCount = (customer: Customer) => customer.paymentCount;
  await expectList('sort=paymentCount', () => true, by(paymentCount));
  const isKnown = (customer: Customer) => customer.hasFulfilledKyc === true;
  await expectList('sort=-paymentCount,id&filter=hasFulfilledKyc:true', isKnown, by(paymentCount, -1));
});

test('what an index leads to is so too', async () => {
  const { lastName, email, createdTime: time = '' } = customers[7] ?? {};
  await expectList('', () => true);
  await expectList('filter=primaryAddress.country:US', (each) => each.primaryAddress?.country === 'US');
  await expectList(`filter=lastName:${lastName}`, (each) => each.lastName === lastName);
  await expectList(`filter=email:!${email}`, (each) => each.email !== email);
  await expectList(`filter=createdTime:${time}..`, (each) => (each.createdTime ?? '') >= time);
  const isOld = (each: Customer) => (each.createdTime ?? '') <= time;
  await expectList(`filter=createdTime:..${time}&sort=createdTime`, isOld, by(createdTime));
  const folded = (each: Customer) => each.lastName?.toLowerCase();
  await expectList('sort=lastName', () => true, by(folded));
  await expectList('sort=-lastName', () => true, by(folded, -1));
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
      await expectList(`q=${encodeURIComponent(pieces.join(' '))}`, (each) => {
        const own = texts(each);
        return words.every((word) => own.some((text) => text.includes(word)));
      });
    }),
    { numRuns: 60 * testSizes.properties },
  );
});
