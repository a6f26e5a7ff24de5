import { customerFixtures } from '@customer-contracts/fixtures';
import { CustomerInput } from '@customer-contracts/schemas';
import { expect, test } from 'vitest';

import { EditableCustomer } from '../src/calls/editable-customer.ts';
import { customerBody, ownIndex } from '../src/customer/customer-body.ts';

const fixtures = customerFixtures({ seed: 42 });

/** What the form of a customer holds when nobody has typed yet. */
function untouched({ locale, primaryAddress }: EditableCustomer): ReadonlyMap<string, string> {
  const { emails, phoneNumbers, dob: _, ...texts } = primaryAddress ?? {};
  const email = ownIndex(emails);
  const phone = ownIndex(phoneNumbers);
  const values: (readonly [string, string | null | undefined])[] = [
    ['locale', locale],
    ...Object.entries(texts).map(([name, text]) => [`primaryAddress.${name}`, text] as const),
    [`primaryAddress.emails.${email}.value`, emails?.[email]?.value],
    [`primaryAddress.phoneNumbers.${phone}.value`, phoneNumbers?.[phone]?.value],
  ];
  return new Map(values.flatMap(([name, value]) => (value ? [[name, value] as const] : [])));
}

test.each([fixtures, fixtures.complete(), fixtures.payers()])('an edit without a change changes nothing', (factory) => {
  for (const response of factory.responses.take(200)) {
    const customer = EditableCustomer.parse(response);
    const { id, revision: _revision, updatedTime: _updated, ...writable } = customer;
    const body = customerBody(untouched(customer), customer);
    expect(body, id).toEqual(expect.objectContaining(writable));
    expect(CustomerInput.parse(body)).toEqual(body);
  }
});

test('an e-mail address that is emptied goes, and the others stay', () => {
  const work = { label: 'work', value: 'ada@example.com' };
  const own = { label: 'main', value: 'ada@example.net', primary: true };
  const customer = { id: 'ada', primaryAddress: { emails: [work, own] } };
  expect(customerBody(new Map(), customer).primaryAddress?.emails).toEqual([work]);
  const fields = new Map([['primaryAddress.emails.1.value', 'ada@example.org']]);
  expect(customerBody(fields, customer).primaryAddress?.emails).toEqual([work, { ...own, value: 'ada@example.org' }]);
});

test('a new customer has what was filled in', () => {
  const fields = new Map([
    ['primaryAddress.firstName', 'Ada'],
    ['primaryAddress.phoneNumbers.0.value', '020 7946 0000'],
    ['leadSource.medium', 'email'],
  ]);
  const body = customerBody(fields);
  expect(body).toMatchObject({
    primaryAddress: { firstName: 'Ada', lastName: null, phoneNumbers: [{ label: 'main', value: '020 7946 0000' }] },
    leadSource: { medium: 'email' },
  });
  expect(CustomerInput.parse(body)).toEqual(body);
});
