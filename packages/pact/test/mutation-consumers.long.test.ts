import { expect, test } from 'vitest';
import * as z from 'zod';

import { fragilePairs } from './consumers/fragile-pairs.ts';
import { fragileConsumers } from './consumers/fragile.ts';
import { clients, type Equal, id } from './consumers/small-consumer.ts';
import { soundStyles } from './consumers/sound-styles.ts';
import { soundConsumers } from './consumers/sound.ts';
import { faultsOf, mutated } from './mutation-runs.ts';

const equal: Equal = (actual, expected) => expect(actual).toEqual(expected);

test.each([...fragileConsumers, ...fragilePairs])('names the one that $name', async ({ test: consumer, fault }) => {
  const record = await mutated((pact) => consumer(pact, equal));

  expect(new Set(faultsOf(record))).toEqual(new Set([`${fault.kind}: ${fault.changes.join(' and ')}`]));
});

test.each([...soundConsumers, ...soundStyles])(
  'invents nothing about the one that $name',
  async ({ test: consumer }) => {
    const record = await mutated((pact) => consumer(pact, equal));

    expect(faultsOf(record)).toEqual([]);
    expect(record.stateful).toBeUndefined();
    expect(record.mutations.filter(({ outcome }) => outcome === 'survived').length).toBeGreaterThan(0);
  },
);

test('finds the twenty members that nobody asserts', async () => {
  const text = z.string();
  const money = z.object({ currency: text, amount: z.number() });
  const unasserted = {
    email: text.nullable(),
    firstName: text.nullable(),
    lastName: text.nullable(),
    locale: text.nullable(),
    websiteId: text.optional(),
    createdTime: text,
    updatedTime: text.optional(),
    lastPaymentTime: text.nullable(),
    paymentCount: z.number(),
    invoiceCount: z.number(),
    hasFulfilledKyc: z.boolean(),
    revision: z.number(),
    lifetimeRevenue: money,
    averageValue: money,
    tags: z.array(z.object({ name: text, type: text })),
    primaryAddress: z.object({ city: text.nullable(), country: text.nullable() }).nullable(),
  };
  const record = await mutated((pact) =>
    pact
      .getCustomer({ id })
      .reads(z.object({ id: text, ...unasserted }))
      .test(async ({ example, ...access }) => {
        const { id: shown } = z.object({ id: text }).parse(await clients.fetch(access));
        expect(shown).toBe(example.id);
      }),
  );

  const members = Object.keys(unasserted).flatMap((name) => insideOf[name] ?? [name]);
  expect(members).toHaveLength(20);
  expect(faultsOf(record)).toEqual(members.map((member) => `sensitivity: ${member} is another value`));
});

/** What a schema reads inside of a member. */
const insideOf: Readonly<Record<string, readonly string[]>> = {
  lifetimeRevenue: ['lifetimeRevenue.currency', 'lifetimeRevenue.amount'],
  averageValue: ['averageValue.currency', 'averageValue.amount'],
  tags: ['tags[].name', 'tags[].type'],
  primaryAddress: ['primaryAddress.city', 'primaryAddress.country'],
};
