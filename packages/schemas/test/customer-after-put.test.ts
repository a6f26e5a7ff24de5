import { Customer, customerAfterPut, CustomerInput } from '@customer-contracts/schemas';
import * as fc from 'fast-check';
import { expect, expectTypeOf, test } from 'vitest';

import { customerInputs, customers, put } from './written-customers.ts';

const noMoney = { currency: 'USD', amount: 0, amountUsd: 0 };
const self = { rel: 'self', href: '/organizations/demo/customers/ada' };
const leadSource = { rel: 'leadSource', href: '/organizations/demo/customers/ada/lead-source' };

const newCustomer = {
  id: 'ada',
  email: null,
  firstName: null,
  lastName: null,
  preferredPayoutInstrumentId: null,
  customFields: {},
  locale: null,
  personId: 'prs_made',
  primaryAddress: null,
  taxNumbers: null,
  defaultPaymentInstrument: null,
  company: null,
  averageValue: noMoney,
  paymentCount: 0,
  lastPaymentTime: null,
  lifetimeRevenue: noMoney,
  invoiceCount: 0,
  tags: [],
  revision: 1,
  hasFulfilledKyc: false,
  organizationId: 'demo',
  createdTime: '2026-03-08T12:57:32Z',
  updatedTime: '2026-03-08T12:57:32Z',
  _links: [self, leadSource],
};

test('a new customer of an empty body has every default, null where it may be, and nothing else', () => {
  expect(customerAfterPut(put({}))).toStrictEqual(newCustomer);
});

test('a PUT of a locale resets what else can be written, and keeps what the server keeps', () => {
  const kept = {
    company: { name: 'Analytical Engines', yearFounded: null, industry: null, employeesCount: null },
    averageValue: { currency: 'GBP', amount: 12.5, amountUsd: 16 },
    paymentCount: 2,
    lastPaymentTime: '2025-05-05T05:05:05Z',
    lifetimeRevenue: { currency: 'GBP', amount: 25, amountUsd: 32 },
    invoiceCount: 3,
    tags: [{ id: 'tag_1', name: 'New', type: 'customer' as const }],
    hasFulfilledKyc: true,
    createdTime: '2024-04-04T04:04:04Z',
    personId: 'prs_own',
    defaultPaymentInstrument: { method: 'paypal' as const, paymentInstrumentId: 'inst_1' },
  };
  const previous = {
    ...kept,
    id: 'ada',
    email: 'ada@example.com',
    firstName: 'Ada',
    websiteId: 'web_1',
    customFields: { plan: 'business' },
    notificationEmails: ['ada@example.com'],
    primaryAddress: { firstName: 'Ada', hash: '1' },
    taxNumbers: [],
    revision: 7,
    updatedTime: '2025-06-06T06:06:06Z',
    _embedded: { website: {} },
  };
  const instrument = { rel: 'defaultPaymentInstrument', href: '/organizations/demo/payment-instruments/inst_1' };
  expect(customerAfterPut(put({ locale: 'fr-FR' }, previous))).toStrictEqual({
    ...newCustomer,
    ...kept,
    company: { ...kept.company, country: null, locality: null },
    locale: 'fr-FR',
    revision: 8,
    _links: [self, leadSource, instrument],
  });
});

const ada = { label: 'main', value: 'ada@example.com' };
const byron = { label: 'work', value: 'byron@example.com', primary: true };

test.each([
  [undefined, null],
  [[], null],
  [[ada], 'ada@example.com'],
  [[ada, byron], 'byron@example.com'],
  [[ada, byron, { ...ada, primary: true }], 'byron@example.com'],
])('the address of %j gives the e-mail address %j', (emails, email) => {
  const primaryAddress = { firstName: 'Ada', ...(emails && { emails }) };
  const after = customerAfterPut(put({ primaryAddress }));
  expect(after).toMatchObject({ email, firstName: 'Ada', lastName: null });
  expect(after.primaryAddress).toMatchObject({ firstName: 'Ada', lastName: null, hash: 'hash of undefined' });
});

const card = (paymentInstrumentId: string) => ({ method: 'payment-card', paymentInstrumentId });

test.each([
  [{}, card('inst_old')],
  [{ defaultPaymentInstrumentId: null }, null],
  [{ defaultPaymentInstrumentId: 'inst_2' }, card('inst_2')],
  [{ paymentToken: 'token' }, card('inst_made')],
  [{ paymentToken: 'token', defaultPaymentInstrumentId: null }, card('inst_made')],
])('%j leaves the payment instrument %j', (input, instrument) => {
  const previous = customerAfterPut(put({ defaultPaymentInstrumentId: 'inst_old' }));
  expect(customerAfterPut(put(input, previous)).defaultPaymentInstrument).toEqual(instrument);
});

test('what the check of a tax number found stays with the number', () => {
  const taxNumbers = [{ type: 'eu-vat' as const, value: 'GB1' }];
  const previous = {
    ...customerAfterPut(put({})),
    taxNumbers: [{ type: 'eu-vat' as const, value: 'GB1', isValid: true }],
  };
  const sent = [...taxNumbers, { type: 'other' as const, value: 'GB1' }];
  expect(customerAfterPut(put({ taxNumbers: sent }, previous)).taxNumbers).toEqual([
    { type: 'eu-vat', value: 'GB1', isValid: true },
    { type: 'other', value: 'GB1', isValid: null },
  ]);
});

test('the custom fields of one answer are not those of the next', () => {
  const { customFields } = customerAfterPut(put({}));
  Object.assign(customFields ?? {}, { plan: 'business' });
  expect(customerAfterPut(put({})).customFields).toEqual({});
});

const putOverAny = fc.tuple(customerInputs, fc.option(customers, { nil: undefined }));

test('an answer keeps the promise of the API, and is JSON to the member', () => {
  fc.assert(
    fc.property(putOverAny, ([input, previous]) => {
      const after = customerAfterPut(put(input, previous));
      expect(Customer.parse(after)).toStrictEqual(after);
      expect(JSON.parse(JSON.stringify(after))).toStrictEqual(after);
    }),
  );
});

test('a repeated PUT changes the revision and the time, and nothing else', () => {
  fc.assert(
    fc.property(putOverAny, ([input, previous]) => {
      const once = customerAfterPut(put(input, previous));
      const twice = customerAfterPut(put(input, once, '2026-03-09T00:00:00Z'));
      const { revision = 0 } = once;
      expect(twice).toStrictEqual({ ...once, revision: revision + 1, updatedTime: '2026-03-09T00:00:00Z' });
    }),
  );
});

const writable = Object.keys(CustomerInput.shape).filter((name) => name in Customer.shape);

test('a member that can be written is as it is sent or as it is in a new customer, whatever was there', () => {
  fc.assert(
    fc.property(customerInputs, customers, (input, previous) => {
      const before = { ...previous, personId: null, taxNumbers: null };
      const [over, anew] = [customerAfterPut(put(input, before)), customerAfterPut(put(input))];
      expect(pick(over, writable)).toStrictEqual(pick(anew, writable));
    }),
  );
});

const kept = ['company', 'averageValue', 'paymentCount', 'lastPaymentTime', 'lifetimeRevenue', 'invoiceCount'];
const alsoKept = ['tags', 'hasFulfilledKyc', 'createdTime'];

test('what the server keeps stays, and nothing that is given is changed', () => {
  fc.assert(
    fc.property(customerInputs, customers, (input, previous) => {
      const given = structuredClone({ input, previous });
      const after = customerAfterPut(put(input, previous));
      expect(pick(after, [...kept, ...alsoKept])).toStrictEqual(pick(previous, [...kept, ...alsoKept]));
      expect({ input, previous }).toStrictEqual(given);
    }),
  );
});

test('only these members are sent and never answered', () => {
  type Sent = Exclude<keyof CustomerInput, keyof Customer>;
  expectTypeOf<Sent>().toEqualTypeOf<'paymentToken' | 'defaultPaymentInstrumentId' | 'leadSource'>();
  const after = customerAfterPut(put({ paymentToken: 'token', defaultPaymentInstrumentId: 'inst_1', leadSource: {} }));
  expect(Object.keys(after)).toEqual(Object.keys(Customer.shape).filter((name) => Object.hasOwn(after, name)));
});

function pick(customer: Customer, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(customer).filter(([name]) => names.includes(name)));
}
