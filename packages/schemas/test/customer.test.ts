import {
  ContactObject,
  ContactObjectInput,
  Customer,
  CustomerInput,
  PaymentMethod,
  TaxNumber,
  TaxNumberInput,
} from '@customer-contracts/schemas';
import { expect, test } from 'vitest';

/** Each member of a customer as Rebilly OpenAPI 2026-08 has it: who may write it, and whether it may be null. */
const members: Record<string, 'read-only' | 'read-write' | 'write-only'> = {
  id: 'read-only',
  email: 'read-only',
  firstName: 'read-only',
  lastName: 'read-only',
  websiteId: 'read-write',
  paymentToken: 'write-only',
  defaultPaymentInstrument: 'read-only',
  defaultPaymentInstrumentId: 'write-only',
  preferredPayoutInstrumentId: 'read-write',
  createdTime: 'read-only',
  updatedTime: 'read-only',
  customFields: 'read-write',
  primaryAddress: 'read-write',
  company: 'read-only',
  averageValue: 'read-only',
  paymentCount: 'read-only',
  lastPaymentTime: 'read-only',
  lifetimeRevenue: 'read-only',
  invoiceCount: 'read-only',
  tags: 'read-only',
  revision: 'read-only',
  hasFulfilledKyc: 'read-only',
  organizationId: 'read-only',
  locale: 'read-write',
  taxNumbers: 'read-write',
  leadSource: 'write-only',
  personId: 'read-write',
  notificationEmails: 'read-write',
  _links: 'read-only',
  _embedded: 'read-only',
};

const nullable = [
  'email',
  'firstName',
  'lastName',
  'defaultPaymentInstrument',
  'defaultPaymentInstrumentId',
  'preferredPayoutInstrumentId',
  'primaryAddress',
  'company',
  'lastPaymentTime',
  'locale',
  'taxNumbers',
  'personId',
];

const named = (direction: string) => Object.keys(members).filter((name) => members[name]?.includes(direction));

test('has the 30 members, each on its own side only', () => {
  expect(Object.keys(members)).toHaveLength(30);
  expect(Object.keys(Customer.shape).toSorted()).toEqual(named('read').toSorted());
  expect(Object.keys(CustomerInput.shape).toSorted()).toEqual(named('write').toSorted());
});

test('only `id` is required of an answer, and nothing of a request', () => {
  expect(Customer.parse({ id: 'cus_01' })).toEqual({ id: 'cus_01' });
  expect(Customer.safeParse({}).success).toBe(false);
  expect(CustomerInput.parse({})).toEqual({});
});

test.each(named('read'))('%s of an answer may be null exactly where the API says so', (name) => {
  expect(Customer.safeParse({ id: 'cus_01', [name]: null }).success).toBe(nullable.includes(name));
});

test.each(named('write'))('%s of a request may be null exactly where the API says so', (name) => {
  expect(CustomerInput.safeParse({ [name]: null }).success).toBe(nullable.includes(name));
});

test('a request with a read-only or unknown member is refused by name, at any depth', () => {
  const result = CustomerInput.safeParse({
    email: 'ann@example.com',
    primaryAddress: { hash: 'x', emails: [{ label: 'main', value: 'ann@example.com', verified: true }] },
    taxNumbers: [{ type: 'other', value: '1', isValid: true }],
  });
  expect(result.error?.issues.map(({ path, message }) => [path.join('.'), message])).toEqual([
    ['primaryAddress.emails.0', 'Unrecognized key: "verified"'],
    ['primaryAddress', 'Unrecognized key: "hash"'],
    ['taxNumbers.0', 'Unrecognized key: "isValid"'],
    ['', 'Unrecognized key: "email"'],
  ]);
});

test.each([
  ['firstName', 45],
  ['lastName', 45],
  ['organization', 255],
  ['address', 60],
  ['address2', 60],
  ['city', 45],
  ['region', 45],
  ['jobTitle', 255],
  ['postalCode', 10],
])('%s takes 1 to %i characters', (member, max) => {
  const accepts = (value: string) => ContactObjectInput.safeParse({ [member]: value }).success;
  expect([accepts(''), accepts('x'), accepts('x'.repeat(max)), accepts('x'.repeat(max + 1))]).toEqual([
    false,
    true,
    true,
    false,
  ]);
});

test('an emoji counts as one character and is no error', () => {
  expect(ContactObjectInput.safeParse({ city: '🏙'.repeat(45) }).success).toBe(true);
  expect(ContactObjectInput.safeParse({ city: '🏙'.repeat(46) }).success).toBe(false);
});

test.each([
  [{ country: 'GB' }, { country: 'gb' }],
  [{ country: null }, { country: 'GBR' }],
  [{ postalCode: 'WC2N 5NF' }, { postalCode: 'A/1' }],
  [{ dob: '1980-04-01' }, { dob: '1980-02-30' }],
  [{ emails: [{ label: 'main', value: 'a@example.com' }] }, { emails: [{ value: 'a@example.com' }] }],
  [{ emails: [] }, { emails: null }],
  [
    { emails: [{ label: 'x'.repeat(45), value: 'a@example.com' }] },
    { emails: [{ label: 'x'.repeat(46), value: 'a@example.com' }] },
  ],
  [
    { phoneNumbers: [{ label: 'main', value: '1'.repeat(50) }] },
    { phoneNumbers: [{ label: 'main', value: '1'.repeat(51) }] },
  ],
])('an address takes %j and refuses %j', (good, bad) => {
  expect(ContactObjectInput.safeParse(good).error).toBeUndefined();
  expect(ContactObject.safeParse(good).error).toBeUndefined();
  expect(ContactObjectInput.safeParse(bad).success).toBe(false);
});

test('a date-time may have an offset and fractions, and needs a zone', () => {
  const accepts = (createdTime: string) => Customer.safeParse({ id: 'cus_01', createdTime }).success;
  expect(['2026-03-08T12:57:32Z', '2026-03-08T12:57:32.123456+00:00', '2026-03-08T12:57:32-05:30'].every(accepts)).toBe(
    true,
  );
  expect(['2026-03-08 12:57:32', '2026-03-08T12:57:32', '2026-03-08'].some(accepts)).toBe(false);
});

test('there are 199 payment methods, to be compared as they are, and more may come', () => {
  const [known] = PaymentMethod.options;
  expect(known.options).toHaveLength(199);
  expect(known.safeParse('Apple Pay').success).toBe(true);
  expect(known.safeParse('apple pay').success).toBe(false);
  expect(known.safeParse('Przelewy24').success).toBe(false);
  expect(PaymentMethod.parse('Przelewy24')).toBe('Przelewy24');
});

test('a tax number is checked by the server, not by the writer', () => {
  expect(TaxNumber.safeParse({ type: 'eu-vat', value: 'GB980780684', isValid: null }).success).toBe(true);
  expect(TaxNumberInput.safeParse({ type: 'eu-vat', value: 'GB980780684', isValid: null }).success).toBe(false);
  expect(TaxNumberInput.safeParse({ type: 'vat', value: 'GB980780684' }).success).toBe(false);
});
