import type { Customer } from '../customer.ts';
import type { DateTime } from '../date-time.ts';
import type { CustomerLifetimeRevenue } from '../money.ts';
import type { CustomerServerMembers } from './customer-after-put.ts';
import type { Unset } from './unset.ts';

/** A merge: the two customers as they are, and when it happens. */
export interface CustomerMerge {
  /** The customer that survives: that of `targetCustomerId` (docs/api-decisions.md#q2). */
  readonly target: Customer;
  /** The customer that disappears: that of the path. */
  readonly duplicate: Customer;
  /** When they are merged. */
  readonly now: DateTime;
}

/** The members of the target that a merge leaves alone. One that is neither here nor has a rule below doesn't compile. */
type Own =
  | 'id'
  | 'organizationId'
  | 'company'
  | 'hasFulfilledKyc'
  | 'defaultPaymentInstrument'
  | 'createdTime'
  | '_links'
  | '_embedded';

/**
 * The customer that survives a merge: the target, with the tags and figures of both, and with the duplicate's address where
 * it has none of its own (docs/api-decisions.md#q6).
 */
export function customerAfterMerge({ target, duplicate, now }: CustomerMerge): Customer {
  const { email, firstName, lastName, primaryAddress } = target.primaryAddress ? target : duplicate;
  const paymentCount = (target.paymentCount ?? 0) + (duplicate.paymentCount ?? 0);
  const lifetimeRevenue = sum(target.lifetimeRevenue, duplicate.lifetimeRevenue);
  const { currency, amount, amountUsd } = lifetimeRevenue;
  const average = (total: number) => (paymentCount === 0 ? 0 : cents(total / paymentCount));
  const merged: Omit<CustomerServerMembers, Own> = {
    email,
    firstName,
    lastName,
    averageValue: { currency, amount: average(amount), amountUsd: average(amountUsd) },
    paymentCount,
    lastPaymentTime: later(target.lastPaymentTime, duplicate.lastPaymentTime),
    lifetimeRevenue,
    invoiceCount: (target.invoiceCount ?? 0) + (duplicate.invoiceCount ?? 0),
    tags: united(target.tags, duplicate.tags),
    revision: (target.revision ?? 0) + 1,
    updatedTime: now,
  };
  return withoutUnset<Customer>({ ...target, primaryAddress, ...merged });
}

/** Nothing in an answer is `undefined`: what neither customer has is absent. */
function withoutUnset<Resource extends object>(resource: Unset<Resource>): Resource {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- What is left out is what may be.
  return Object.fromEntries(Object.entries(resource).filter(([, value]) => value !== undefined)) as Resource;
}

/** In the target's currency. Amounts of another one are added as they are: no rates are known here. */
function sum(target: CustomerLifetimeRevenue = {}, duplicate: CustomerLifetimeRevenue = {}) {
  return {
    currency: target.currency ?? duplicate.currency ?? 'USD',
    amount: cents((target.amount ?? 0) + (duplicate.amount ?? 0)),
    amountUsd: cents((target.amountUsd ?? 0) + (duplicate.amountUsd ?? 0)),
  };
}

function cents(amount: number): number {
  return Math.round(amount * 100) / 100;
}

/** Each tag once; the target's own of two with the same id. */
function united(target: Customer['tags'] = [], duplicate: Customer['tags'] = []): NonNullable<Customer['tags']> {
  return [...new Map([...duplicate, ...target].map((tag) => [tag.id ?? tag.name, tag])).values()];
}

function later(left: string | null = null, right: string | null = null): string | null {
  if (left === null || right === null) return left ?? right;
  return Date.parse(left) < Date.parse(right) ? right : left;
}
