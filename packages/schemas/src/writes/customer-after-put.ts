import type { ContactObjectInput } from '../contact-object.ts';
import { Customer, type CustomerInput } from '../customer.ts';
import type { DateTime } from '../date-time.ts';
import { primaryEmail } from '../primary-email.ts';
import type { TaxNumberInput } from '../tax-number.ts';
import { fillUnset } from './fill-unset.ts';
import { customerLinks } from './resource-links.ts';
import type { Unset } from './unset.ts';

/** A POST or PUT of a customer: what is sent, what is there, and what only a server knows. */
export interface CustomerPut {
  /** The customer's id: that of the path, or the one that the server made for a POST. */
  readonly id: string;
  /** The organization that the customer belongs to. */
  readonly organizationId: string;
  /** The customer that is replaced; `undefined` where the id is free. */
  readonly previous: Customer | undefined;
  /** The body. */
  readonly input: CustomerInput;
  /** When it is written. */
  readonly now: DateTime;
  /** Makes the id of the person (`prs`) or of the payment instrument (`inst`) that comes with the customer. */
  readonly makeId: (prefix: 'inst' | 'prs') => string;
  /** Makes the hash of a contact: at most 40 characters (docs/api-decisions.md#q30). */
  readonly contactHash: (contact: ContactObjectInput) => string;
}

/** The members that a customer has and no writer sends. One that has no rule below doesn't compile. */
export type CustomerServerMembers = { [Name in Exclude<keyof Customer, keyof CustomerInput>]: Customer[Name] };

type SentMembers = Unset<Pick<Customer, keyof Customer & keyof CustomerInput>>;

/**
 * The customer that a POST or PUT makes, as the API answers it. Writable members that the input leaves out are reset to
 * their default, to null, or to nothing; those that the server keeps stay, and so does the payment instrument
 * (docs/api-decisions.md#q3). A `leadSource` in the input is for `leadSourceAfterPut`. Whether a `paymentToken` was used
 * before is for the caller to know.
 */
export function customerAfterPut(put: CustomerPut): Customer {
  const { id, organizationId, previous, input, now, makeId, contactHash } = put;
  const { primaryAddress, taxNumbers } = input;
  const checked = checksIn(previous);
  const personId = input.personId ?? previous?.personId ?? makeId('prs');
  const defaultPaymentInstrument = instrumentAfter(put);
  const customer: CustomerServerMembers & SentMembers = {
    ...input,

    // Sent, and completed by the server. A person is made once (docs/api-decisions.md#q25).
    personId,
    primaryAddress: primaryAddress && { ...primaryAddress, hash: contactHash(primaryAddress) },
    taxNumbers: taxNumbers?.map((number) => ({ ...number, isValid: checked.get(keyOf(number)) })),

    // From the address (docs/api-decisions.md#q29).
    email: primaryEmail(primaryAddress),
    firstName: primaryAddress?.firstName,
    lastName: primaryAddress?.lastName,

    // Kept, from what a new customer has.
    company: previous?.company,
    averageValue: previous?.averageValue ?? noMoney,
    paymentCount: previous?.paymentCount ?? 0,
    lastPaymentTime: previous?.lastPaymentTime,
    lifetimeRevenue: previous?.lifetimeRevenue ?? noMoney,
    invoiceCount: previous?.invoiceCount ?? 0,
    tags: previous?.tags ?? [],
    hasFulfilledKyc: previous?.hasFulfilledKyc ?? false,
    createdTime: previous?.createdTime ?? now,

    // New with every write (docs/api-decisions.md#q23).
    revision: (previous?.revision ?? 0) + 1,
    updatedTime: now,

    // From the call and from other members. What `expand` asks for is no part of the customer.
    id,
    organizationId,
    defaultPaymentInstrument,
    _links: customerLinks(organizationId, { id, websiteId: input.websiteId, defaultPaymentInstrument }),
    _embedded: undefined,
  };
  return fillUnset(Customer, customer);
}

const noMoney = { currency: 'USD', amount: 0, amountUsd: 0 };

/** What earlier checks of tax numbers found; the first one of a number that is there twice. */
function checksIn(previous: Customer | undefined): ReadonlyMap<string, boolean | null | undefined> {
  const numbers = previous?.taxNumbers ?? [];
  return new Map(numbers.toReversed().map((number) => [keyOf(number), number.isValid]));
}

function keyOf({ type, value }: Pick<TaxNumberInput, 'value'> & { readonly type: string }): string {
  return `${type} ${value}`;
}

/** A token wins over an id; with neither, what was there stays (docs/api-decisions.md#q3). */
function instrumentAfter({ input, previous, makeId }: CustomerPut): Customer['defaultPaymentInstrument'] {
  const { paymentToken, defaultPaymentInstrumentId: named } = input;
  const paymentInstrumentId = paymentToken === undefined ? named : makeId('inst');
  if (paymentInstrumentId === undefined) return previous?.defaultPaymentInstrument;
  return paymentInstrumentId === null ? null : { method: 'payment-card', paymentInstrumentId };
}
