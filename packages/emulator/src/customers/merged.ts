import type { Customer, CustomerLifetimeRevenue } from '@customer-contracts/schemas';

/** The survivor of a merge: its own address, the tags and the figures of both (docs/api-decisions.md#q6). */
export function merged(target: Customer, duplicate: Customer): Customer {
  const paymentCount = (target.paymentCount ?? 0) + (duplicate.paymentCount ?? 0);
  const lifetimeRevenue = sum(target.lifetimeRevenue, duplicate.lifetimeRevenue);
  const { amount = 0, amountUsd = 0 } = lifetimeRevenue;
  const share = (total: number) => (paymentCount === 0 ? 0 : cents(total / paymentCount));
  const { email, firstName, lastName, primaryAddress } = target.primaryAddress ? target : duplicate;
  return {
    ...target,
    email,
    firstName,
    lastName,
    primaryAddress,
    tags: [
      ...new Map([...(duplicate.tags ?? []), ...(target.tags ?? [])].map((tag) => [tag.id ?? tag.name, tag])).values(),
    ],
    paymentCount,
    invoiceCount: (target.invoiceCount ?? 0) + (duplicate.invoiceCount ?? 0),
    lifetimeRevenue,
    averageValue: { ...lifetimeRevenue, amount: share(amount), amountUsd: share(amountUsd) },
    lastPaymentTime: later(target.lastPaymentTime, duplicate.lastPaymentTime),
  };
}

/** In the target's currency. Amounts of another one are added as they are: the emulator knows no rates. */
function sum(left: CustomerLifetimeRevenue = {}, right: CustomerLifetimeRevenue = {}): CustomerLifetimeRevenue {
  return {
    currency: left.currency ?? right.currency ?? 'USD',
    amount: cents((left.amount ?? 0) + (right.amount ?? 0)),
    amountUsd: cents((left.amountUsd ?? 0) + (right.amountUsd ?? 0)),
  };
}

function cents(amount: number): number {
  return Math.round(amount * 100) / 100;
}

function later(left: string | null = null, right: string | null = null): string | null {
  if (left === null || right === null) return left ?? right;
  return Date.parse(left) < Date.parse(right) ? right : left;
}
