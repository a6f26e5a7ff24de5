import { diff, diffReport, parsePact } from '@customer-contracts/pact-files';
import { expect, test } from 'vitest';

import { raw, rawPact, type RawInteraction } from './raw-pact.ts';

const { getCustomer, list, put } = raw;
const pact = (...interactions: readonly RawInteraction[]) => [parsePact(rawPact(interactions), 'pact.json')];
const text = { match: 'type' };
const nullable = { email: 'ann@example.com' };
const same = { added: [], removed: [], changed: [], newlyAsked: [], noLongerAsked: [] };

test('finds nothing in what means the same: names, order, examples behind a rule, ids, and who asks for which part', async () => {
  const before = pact(
    list(),
    getCustomer({ answer: { firstName: 'Ann', ...nullable }, rules: { '$.firstName': text, '$.email': text } }),
  );
  const after = pact(
    getCustomer({
      path: '/customers/cus_07',
      answer: { firstName: 'Bob' },
      rules: { '$.firstName': text },
      description: 'names',
    }),
    getCustomer({ path: '/customers/cus_07', answer: nullable, rules: { '$.email': text }, description: 'an address' }),
    list({ description: 'all of them' }),
  );
  expect(await diff(before, after)).toEqual(same);
  expect(diffReport(await diff(before, after))).toBe('The contracts mean the same.');
});

test('says what was added, removed and changed, and what the provider is newly asked for', async () => {
  const before = pact(list(), getCustomer({ answer: nullable, rules: { '$.email': text } }));
  const after = pact(
    getCustomer({
      answer: { ...nullable, paymentCount: 3 },
      rules: { '$.email': text, '$.paymentCount': { match: 'integer' } },
    }),
    put(),
  );
  expect(diffReport(await diff(before, after))).toBe(`+ billing-web: replace a customer (putCustomer 200)
- billing-web: list customers (getCustomerCollection 200)
~ billing-web: get a customer (getCustomer 200)
    + paymentCount: an integer

The provider is newly asked for 3 things:
  getCustomer 200, by billing-web
    paymentCount: an integer
  putCustomer 200, by billing-web
    status: 200
    id: exactly "cus_01"
The provider is no longer asked for 3 things:
  getCustomerCollection 200, by billing-web
    status: 200
    body: a list of 1
    [].id: exactly "cus_01"`);
});

test('asks for nothing new where a rule takes more than before', async () => {
  const before = pact(getCustomer({ rules: { '$.id': { match: 'regex', regex: 'cus_\\w+' } } }));
  const after = pact(getCustomer({ rules: { '$.id': text } }));
  const { changed, newlyAsked, noLongerAsked } = await diff(before, after);
  expect(changed).toMatchObject([
    { asked: [{ place: 'id', demand: 'a string' }], dropped: [{ place: 'id', demand: 'a text like /cus_\\w+/' }] },
  ]);
  expect(newlyAsked).toEqual([]);
  expect(noLongerAsked).toMatchObject([{ answer: 'getCustomer 200', place: 'id', demand: 'a text like /cus_\\w+/' }]);
  expect((await diff(after, before)).newlyAsked).toEqual(noLongerAsked);
});

test('asks for nothing new what another consumer asked for before', async () => {
  const crm = parsePact(rawPact([getCustomer()], 'crm'), 'crm.json');
  const { added, newlyAsked } = await diff(pact(getCustomer()), [...pact(getCustomer()), crm]);
  expect(added).toMatchObject([{ consumer: 'crm', answer: 'getCustomer 200' }]);
  expect(newlyAsked).toEqual([]);
});

test('says that another request is sent', async () => {
  const { changed } = await diff(pact(put({ send: {} })), pact(put({ send: { locale: 'en-GB' } })));
  expect(changed).toMatchObject([
    { description: 'replace a customer', isAskedOtherwise: true, asked: [], dropped: [] },
  ]);
});

test('takes the complete answer of the harness for the one that a plain test had', async () => {
  const comments = (variant: string) => ({ comments: { 'customer-contracts': { variant } } });
  const [complete, bare] = ['complete', 'bare'].map((variant) => ({
    ...getCustomer({ path: '/customers/cus_07', description: variant, answer: nullable, rules: { '$.email': text } }),
    ...comments(variant),
  }));
  const plain = getCustomer({ answer: nullable, rules: { '$.email': text } });

  const { added, removed } = await diff(pact(plain), pact(complete ?? {}, bare ?? {}));

  expect(added).toMatchObject([{ description: 'bare', variant: 'bare' }]);
  expect(removed).toEqual([]);
});

test.each([
  ['with a charset', { 'Content-Type': 'application/json; charset=utf-8' }],
  ['in small letters', { 'content-type': 'application/json;charset=UTF-8' }],
  ['not at all: Pact holds the kind of the body against that of the example', {}],
])('takes JSON for JSON that an interaction names %s', async (_, headers) => {
  const plain = pact(getCustomer({ answerHeaders: { 'Content-Type': 'application/json' } }));
  const other = pact(getCustomer({ answerHeaders: headers }));
  expect(await diff(plain, other)).toMatchObject({ newlyAsked: [], noLongerAsked: [] });
  expect(await diff(other, plain)).toMatchObject({ newlyAsked: [], noLongerAsked: [] });
});

test('tells another kind of body', async () => {
  const json = pact(getCustomer({ answerHeaders: { 'Content-Type': 'application/json' } }));
  const problem = pact(getCustomer({ answerHeaders: { 'Content-Type': 'application/problem+json' } }));
  const asked = { place: 'headers.Content-Type', demand: 'exactly "application/problem+json"' };
  expect((await diff(json, problem)).newlyAsked).toMatchObject([asked]);
  expect((await diff(problem, json)).noLongerAsked).toMatchObject([asked]);
});
