import { parsePact, testedAnswers } from '@customer-contracts/pact-files';
import { expect, test } from 'vitest';

import { raw, rawPact, type RawInteraction } from './raw-pact.ts';

const testedBy = (...interactions: readonly RawInteraction[]) =>
  testedAnswers([parsePact(rawPact(interactions), 'pact.json')]);

const always = { isOptional: false, isNullable: false };
const text = { ...always, text: {} };

test('says by operation and status what stood at each member, and no value', () => {
  const tested = testedBy(
    raw.getCustomer({
      answer: {
        id: 'canary',
        paymentCount: 3,
        hasFulfilledKyc: true,
        averageValue: { amount: 10 },
        tags: [{ name: 'canary' }],
      },
    }),
    raw.merge(),
    raw.getCustomer({ state: 'a customer does not exist', status: 404, answer: { title: 'canary' } }),
  );
  expect(tested).toEqual({
    getCustomer: {
      200: {
        ...always,
        object: {
          members: {
            id: text,
            paymentCount: { ...always, number: { isInteger: true } },
            hasFulfilledKyc: { ...always, boolean: {} },
            // The API promises a number, whatever the example is.
            averageValue: {
              ...always,
              object: { members: { amount: { ...always, number: { isInteger: false } } } },
            },
            tags: { ...always, list: { element: { ...always, object: { members: { name: text } } } } },
          },
        },
      },
      404: { ...always, object: { members: { title: text } } },
    },
    deleteCustomer: { 204: null },
  });
  expect(JSON.stringify(tested)).not.toContain('canary');
});

test('unites what several tests had at a place', () => {
  const members = testedBy(
    raw.getCustomer({ answer: { id: 'a', email: 'a@example.com', tags: [] } }),
    raw.getCustomer({ description: 'bare', answer: { id: 'a', email: null, tags: [{ name: 'a' }, { name: null }] } }),
    raw.getCustomer({ description: 'barer', answer: { id: 'a' } }),
  ).getCustomer?.[200]?.object?.members;
  expect(members).toEqual({
    id: text,
    email: { isOptional: true, isNullable: true, text: {} },
    tags: {
      isOptional: true,
      isNullable: false,
      list: { element: { ...always, object: { members: { name: { ...text, isNullable: true } } } } },
    },
  });
});

test('counts null where a matcher takes it', () => {
  const rules = { '$.email': [{ match: 'type' }, { match: 'null' }] };
  const { getCustomer } = testedBy(raw.getCustomer({ answer: { id: 'a', email: 'a@example.com' }, rules }));
  expect(getCustomer?.[200]?.object?.members['email']).toEqual({ ...text, isNullable: true });
});

test('keeps no name of a map', () => {
  const { getCustomer } = testedBy(raw.getCustomer({ answer: { id: 'a', customFields: { canary: 1 } } }));
  expect(getCustomer?.[200]?.object?.members['customFields']).toEqual({ ...always, object: { members: {} } });
});

test('passes over what is no operation, and names that objects have anyway', () => {
  expect(testedBy(raw.getCustomer({ path: '/invoices/1' }))).toEqual({});
  const answer: unknown = JSON.parse('{"id":"a","__proto__":"b","constructor":"c"}');
  const members = testedBy(raw.getCustomer({ answer })).getCustomer?.[200]?.object?.members;
  expect(Object.keys(members ?? {})).toEqual(['id', '__proto__', 'constructor']);
});
