import {
  type Customer,
  customerAfterPut,
  type CustomerInput,
  type CustomerPut,
  type LeadSourceInput,
} from '@customer-contracts/schemas';
import * as fc from 'fast-check';

/** A PUT with all that only a server knows, none of which changes from run to run. */
export function put(input: CustomerInput, previous?: Customer, now = '2026-03-08T12:57:32Z'): CustomerPut {
  return {
    id: 'ada',
    organizationId: 'demo',
    previous,
    input,
    now,
    makeId: (prefix) => `${prefix}_made`,
    contactHash: ({ lastName }) => `hash of ${lastName}`,
  };
}

const text = fc.string({ minLength: 1, maxLength: 40 });
const id = fc.stringMatching(/^[\w.~@-]{1,50}$/);
const email = fc.constantFrom('ada@example.com', 'byron@example.com', 'lovelace@example.org');
const time = fc
  .date({ min: new Date('2023-01-01'), max: new Date('2026-01-01'), noInvalidDate: true })
  .map((date) => `${date.toISOString().slice(0, 19)}Z`);

/** Any of the members, each there or left out. */
function some<Members extends object>(members: { [Name in keyof Members]: fc.Arbitrary<Members[Name]> }) {
  return fc.record(members, { requiredKeys: [], noNullPrototype: true });
}

/** All of the members. */
function every<Members extends object>(members: { [Name in keyof Members]: fc.Arbitrary<Members[Name]> }) {
  return fc.record(members, { noNullPrototype: true });
}

/** Lead sources as they are sent. */
export const leadSourceInputs: fc.Arbitrary<LeadSourceInput> = some({
  source: fc.option(text),
  medium: fc.option(text),
  clickId: fc.option(text),
  referrer: fc.option(fc.webUrl()),
});

/** Customers as they are sent, without a payment token: it makes something new each time. */
export const customerInputs: fc.Arbitrary<CustomerInput> = some({
  websiteId: id,
  preferredPayoutInstrumentId: fc.option(id),
  customFields: fc.dictionary(fc.stringMatching(/^[a-z]{1,9}$/), fc.constantFrom('business', 12, true), {
    noNullPrototype: true,
  }),
  locale: fc.option(fc.constantFrom('fr-FR', 'en')),
  personId: fc.option(id),
  notificationEmails: fc.array(email),
  primaryAddress: fc.option(
    some({
      firstName: fc.option(text),
      lastName: fc.option(text),
      dob: fc.constant('1815-12-10'),
      emails: fc.array(every({ label: text, value: email, primary: fc.boolean() }), { maxLength: 3 }),
    }),
  ),
  taxNumbers: fc.option(
    fc.array(every({ type: fc.constantFrom('eu-vat', 'other'), value: fc.constantFrom('GB1', 'GB2') })),
  ),
  defaultPaymentInstrumentId: fc.option(id),
  leadSource: leadSourceInputs,
});

const amounts = every({
  currency: fc.constant('EUR'),
  amount: fc.integer({ min: 0, max: 10_000_000 }).map((cents) => cents / 100),
  amountUsd: fc.integer({ min: 0, max: 10_000_000 }).map((cents) => cents / 100),
});

const tags = fc.uniqueArray(fc.constantFrom('new', 'vip', 'late'), { maxLength: 3 });

const nothing = { yearFounded: null, industry: null, employeesCount: null, country: null, locality: null };
const company = { name: 'Analytical Engines', ...nothing };

/** What the server keeps of a customer. */
const figures = every({
  company: fc.option(fc.constant(company)),
  averageValue: amounts,
  paymentCount: fc.nat(100),
  lastPaymentTime: fc.option(time),
  lifetimeRevenue: amounts,
  invoiceCount: fc.nat(100),
  tags: tags.map((names) => names.map((name) => ({ id: `tag_${name}`, name, type: 'customer' as const }))),
  revision: fc.integer({ min: 1, max: 100 }),
  hasFulfilledKyc: fc.boolean(),
  createdTime: time,
});

/** Customers as the API answers them. */
export const customers: fc.Arbitrary<Customer> = fc
  .tuple(customerInputs, figures)
  .map(([input, kept]) => ({ ...customerAfterPut(put(input)), ...kept }));
