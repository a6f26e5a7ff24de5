import { Customer, customerAfterLeadSourceChange, customerAfterMerge } from '@customer-contracts/schemas';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { customers } from './written-customers.ts';

const now = '2026-03-08T12:57:32Z';
const tag = (id: string, name: string) => ({ id, name, type: 'customer' as const });

const target: Customer = {
  id: 'target',
  primaryAddress: null,
  lifetimeRevenue: { currency: 'EUR', amount: 10.1, amountUsd: 11 },
  paymentCount: 1,
  invoiceCount: 2,
  lastPaymentTime: '2025-01-01T00:00:00Z',
  tags: [tag('tag_1', 'New'), tag('tag_2', 'VIP')],
  revision: 4,
};
const duplicate: Customer = {
  id: 'duplicate',
  email: 'ada@example.com',
  firstName: 'Ada',
  lastName: null,
  primaryAddress: { firstName: 'Ada' },
  lifetimeRevenue: { currency: 'USD', amount: 20.2, amountUsd: 20.2 },
  paymentCount: 2,
  invoiceCount: 3,
  lastPaymentTime: '2025-01-01T02:00:00+01:00',
  tags: [tag('tag_2', 'vip'), tag('tag_3', 'Late')],
  revision: 9,
};

test('the target survives with the tags and figures of both, and with an address where it has none', () => {
  expect(customerAfterMerge({ target, duplicate, now })).toStrictEqual({
    id: 'target',
    email: 'ada@example.com',
    firstName: 'Ada',
    lastName: null,
    primaryAddress: { firstName: 'Ada' },
    lifetimeRevenue: { currency: 'EUR', amount: 30.3, amountUsd: 31.2 },
    averageValue: { currency: 'EUR', amount: 10.1, amountUsd: 10.4 },
    paymentCount: 3,
    invoiceCount: 5,
    lastPaymentTime: '2025-01-01T02:00:00+01:00',
    tags: [tag('tag_2', 'VIP'), tag('tag_3', 'Late'), tag('tag_1', 'New')],
    revision: 5,
    updatedTime: now,
  });
});

test('two customers who have paid nothing are worth nothing', () => {
  const noMoney = { currency: 'USD', amount: 0, amountUsd: 0 };
  expect(customerAfterMerge({ target: { id: 'target' }, duplicate: { id: 'duplicate' }, now })).toMatchObject({
    averageValue: noMoney,
    lifetimeRevenue: noMoney,
    paymentCount: 0,
    lastPaymentTime: null,
    tags: [],
    revision: 1,
  });
});

test('a merge keeps the promise of the API, adds the figures, and leaves the rest of the target alone', () => {
  fc.assert(
    fc.property(customers, customers, (target, duplicate) => {
      const after = customerAfterMerge({ target, duplicate, now });
      expect(Customer.parse(after)).toEqual(after);
      expect(after.paymentCount).toBe(Number(target.paymentCount) + Number(duplicate.paymentCount));
      expect(after.invoiceCount).toBe(Number(target.invoiceCount) + Number(duplicate.invoiceCount));
      const revenue = Number(target.lifetimeRevenue?.amount) + Number(duplicate.lifetimeRevenue?.amount);
      expect(after.lifetimeRevenue?.amount).toBeCloseTo(revenue, 2);
      const { id, locale, customFields, company, createdTime, _links } = target;
      expect(after).toMatchObject({ id, locale, customFields, company, createdTime, _links });
      expect(after.primaryAddress).toEqual(target.primaryAddress ?? duplicate.primaryAddress);
    }),
  );
});

test('a change of the lead source counts, and changes nothing else of the customer', () => {
  expect(customerAfterLeadSourceChange(target, now)).toStrictEqual({ ...target, revision: 5, updatedTime: now });
  expect(customerAfterLeadSourceChange({ id: 'bare' }, now)).toStrictEqual({
    id: 'bare',
    revision: 1,
    updatedTime: now,
  });
});
