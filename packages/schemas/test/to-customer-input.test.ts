import { type Customer, CustomerInput, toCustomerInput } from '@customer-contracts/schemas';
import { expect, test } from 'vitest';

const customer: Customer = {
  id: 'cus_01',
  email: 'ada@example.com',
  locale: null,
  customFields: { vip: true, nested: { hash: 'kept' } },
  notificationEmails: ['ada@example.com'],
  primaryAddress: {
    firstName: 'Ada',
    city: null,
    emails: [{ label: 'main', value: 'ada@example.com', primary: true }],
    hash: 'abc',
  },
  taxNumbers: [{ type: 'eu-vat', value: 'GB980780684', isValid: true }],
  defaultPaymentInstrument: { method: 'paypal', paymentInstrumentId: 'inst_01' },
  tags: [],
  _embedded: { leadSource: { source: 'google' } },
};

test('leaves out what is read-only, at every depth, and keeps what is null', () => {
  const input = toCustomerInput(customer);
  expect(input).toEqual({
    locale: null,
    customFields: { vip: true, nested: { hash: 'kept' } },
    notificationEmails: ['ada@example.com'],
    primaryAddress: {
      firstName: 'Ada',
      city: null,
      emails: [{ label: 'main', value: 'ada@example.com', primary: true }],
    },
    taxNumbers: [{ type: 'eu-vat', value: 'GB980780684' }],
  });
  expect(CustomerInput.parse(input)).toEqual(input);
});

test('leaves out what nobody knows, and what is undefined', () => {
  const added = { loyaltyTier: 'gold', primaryAddress: { city: null, planet: 'Mars' } };
  // Nothing that was read is undefined, but without exactOptionalPropertyTypes a caller may pass it.
  const unset: object = { websiteId: undefined };
  expect(toCustomerInput({ id: 'cus_01', ...added, ...unset })).toStrictEqual({
    primaryAddress: { city: null },
  });
});

test('keeps a value that the API has added since', () => {
  expect(toCustomerInput({ id: 'cus_01', taxNumbers: [{ type: 'us-ein', value: '12-3456789' }] })).toEqual({
    taxNumbers: [{ type: 'us-ein', value: '12-3456789' }],
  });
});
