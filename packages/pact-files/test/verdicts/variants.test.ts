import { drift, parsePact, readShapes } from '@customer-contracts/pact-files';
import { expect, test } from 'vitest';

import { raw, rawPact, type RawInteraction } from '../raw-pact.ts';
import { EditedDocument } from './edited-document.ts';

const like = { match: 'type' };

/** What a change of the document means for one consumer, in the 200 of a customer. */
async function verdictOn(edit: (document: EditedDocument) => void, interactions: readonly RawInteraction[]) {
  const document = new EditedDocument();
  edit(document);
  const pact = parsePact(rawPact(interactions), 'billing-web.json');
  const { changes, pinned } = await drift(readShapes(document.text, 'new.json'), [pact]);
  const told = changes.find(({ consumers }) => consumers.length > 0);
  const [verdict] = told?.consumers ?? [];
  return {
    verdict: verdict?.verdict,
    interaction: verdict?.interaction,
    counterexample: verdict?.counterexample,
    pinned,
  };
}

const withWebsite = (difference: object = {}) =>
  raw.getCustomer({
    description: 'a customer with a website',
    answer: { id: 'cus_01', websiteId: 'web_01' },
    rules: { '$.id': like, '$.websiteId': like },
    ...difference,
  });
const mayBeNull = (document: EditedDocument) => document.member('Customer', 'websiteId', { type: ['string', 'null'] });
const isGone = (document: EditedDocument) => Reflect.deleteProperty(document.membersOf('Customer'), 'websiteId');

test('null that is read in another state breaks nobody', async () => {
  const withNull = raw.getCustomer({
    description: 'a customer without a website',
    state: 'a customer has no website',
    answer: { id: 'cus_01', websiteId: null },
    rules: { '$.id': like },
  });
  expect(await verdictOn(mayBeNull, [withWebsite(), withNull])).toMatchObject({ verdict: undefined });
});

test('another customer in another state is the same request', async () => {
  const withNull = raw.getCustomer({
    path: '/customers/cus_02',
    parameters: { id: 'cus_02' },
    answer: { id: 'cus_02', websiteId: null },
  });
  expect(await verdictOn(mayBeNull, [withWebsite(), withNull])).toMatchObject({ verdict: undefined });
});

test('an interaction in the same state is no other answer: what it lets in breaks its neighbour all the same', async () => {
  expect(await verdictOn(mayBeNull, [raw.getCustomer(), withWebsite()])).toMatchObject({
    verdict: 'breaks',
    interaction: 'a customer with a website',
    counterexample: { id: 'cus_01', websiteId: null },
  });
});

test('one that leaves the member out in another state has tried its absence, but no null', async () => {
  const without = raw.getCustomer({ state: 'a customer has no website', rules: { '$.id': like } });
  expect(await verdictOn(isGone, [withWebsite(), without])).toMatchObject({ verdict: undefined });
  expect(await verdictOn(mayBeNull, [withWebsite(), without])).toMatchObject({ verdict: 'untested' });
});

test('one that reads something else in another state is another reader', async () => {
  const other = raw.getCustomer({
    state: 'a customer has a name',
    answer: { firstName: 'Ann' },
    rules: { '$.firstName': like },
  });
  expect(await verdictOn(isGone, [withWebsite(), other])).toMatchObject({ verdict: 'breaks' });
});

test('of interactions of the harness only the variants of one test count for each other', async () => {
  const variant = (interaction: RawInteraction, name: string): RawInteraction => ({
    ...interaction,
    comments: { 'customer-contracts': { variant: name } },
  });
  const complete = variant(
    withWebsite({ description: 'get a customer: 200, complete, reading id, websiteId' }),
    'complete',
  );
  const bare = (description: string) =>
    variant(raw.getCustomer({ description, state: 'a customer is bare', rules: { '$.id': like } }), 'bare');
  expect(await verdictOn(isGone, [complete, bare('get a customer: 200, bare, reading id, websiteId')])).toMatchObject({
    verdict: undefined,
  });
  expect(await verdictOn(isGone, [complete, bare('get a customer: 200, bare, reading id')])).toMatchObject({
    verdict: 'breaks',
  });
});

test('a value that is pinned is told apart, once, and breaks nobody', async () => {
  const edit = (document: EditedDocument) =>
    document.member('Tag', 'type', { enum: ['customer', 'kyc-document', 'aml-check', 'fraud'] });
  const pinning = raw.getCustomer({ answer: { tags: [{ type: 'customer' }] } });
  expect(await verdictOn(edit, [pinning, raw.list({ answer: [{ tags: [{ type: 'customer' }] }] })])).toMatchObject({
    verdict: 'untested',
    pinned: [
      { consumer: 'billing-web', interaction: 'list customers', member: '[].tags[].type' },
      { consumer: 'billing-web', interaction: 'get a customer', member: 'tags[].type' },
    ],
  });
});

test('an empty collection says nothing about what its customers have', async () => {
  const empty = raw.list({ state: 'the organization has no customers', answer: [] });
  const filled = raw.list({
    answer: [{ id: 'cus_01', websiteId: 'web_01' }],
    rules: { $: { ...like, min: 1 }, '$[*].id': like, '$[*].websiteId': like },
  });
  expect(await verdictOn(isGone, [filled, empty])).toMatchObject({
    verdict: 'breaks',
    counterexample: [{ id: 'cus_01' }],
  });
});

test('a request that is meant to be refused breaks by no rule of its body', async () => {
  const edit = (document: EditedDocument) => document.require('CustomerInput', 'locale');
  expect(await verdictOn(edit, [raw.put({ status: 422, answer: { status: 422 } })])).toMatchObject({
    verdict: undefined,
  });
  expect(await verdictOn(edit, [raw.put({ status: 401, answer: { status: 401 } })])).toMatchObject({
    verdict: undefined,
  });
});

test('a counterexample has all that must come, and nothing else that is wrong', async () => {
  const edit = (document: EditedDocument) => {
    document.require('Customer', 'createdTime');
    document.require('Customer', 'primaryAddress');
    document.member('Customer', 'revision', { minimum: 10 });
    mayBeNull(document);
  };
  const reading = withWebsite({
    answer: { websiteId: 'web_01', revision: 3 },
    rules: { '$.websiteId': like, '$.revision': like },
  });
  const { counterexample } = await verdictOn(edit, [reading]);
  expect(counterexample).toEqual({
    websiteId: null,
    revision: 10,
    id: 'text',
    createdTime: '2026-03-08T12:57:32Z',
    primaryAddress: {},
  });
});

test('keys stand in no counterexample', async () => {
  const edit = (document: EditedDocument) => Reflect.deleteProperty(document.at('paths', '/customers/{id}'), 'get');
  const found = await verdictOn(edit, [raw.getCustomer({ headers: { 'REB-APIKEY': 'sk_live_0123456789abcdef' } })]);
  expect(found).toMatchObject({ verdict: 'breaks', counterexample: { headers: { 'REB-APIKEY': '[masked]' } } });
});
