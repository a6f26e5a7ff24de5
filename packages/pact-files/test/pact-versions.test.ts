import { lint, parsePact } from '@customer-contracts/pact-files';
import { expect, test } from 'vitest';

/** One contract as each version of the specification writes it. */
const versions = {
  2: {
    providerState: 'customers exist',
    request: {
      method: 'get',
      path: '/customers',
      query: 'filter=firstName%3AAnn&q=a+b',
      headers: { 'REB-APIKEY': 'placeholder' },
    },
    response: {
      status: 200,
      headers: { 'Content-Type': 'application/json' },
      body: [{ email: 'ann@example.com', tags: [{ name: 'vip' }] }],
      matchingRules: {
        '$.body': { min: 1 },
        '$.body[*].email': { match: 'regex', regex: '\\S+@\\S+' },
        "$.body[*]['tags'][*].name": { match: 'type' },
        '$.headers.Content-Type': { match: 'regex', regex: 'application/json.*' },
      },
    },
  },
  3: {
    providerStates: [{ name: 'customers exist' }],
    request: {
      method: 'GET',
      path: '/customers',
      query: { filter: ['firstName:Ann'], q: ['a b'] },
      headers: { 'REB-APIKEY': 'placeholder' },
    },
    response: {
      status: 200,
      headers: { 'Content-Type': 'application/json' },
      body: [{ email: 'ann@example.com', tags: [{ name: 'vip' }] }],
      matchingRules: {
        body: {
          $: { matchers: [{ match: 'type', min: 1 }] },
          '$[*].email': { combine: 'AND', matchers: [{ match: 'regex', regex: '\\S+@\\S+' }] },
          "$[*]['tags'][*].name": { matchers: [{ match: 'type' }] },
        },
        header: { 'Content-Type': { matchers: [{ match: 'regex', regex: 'application/json.*' }] } },
      },
    },
  },
  4: {
    type: 'Synchronous/HTTP',
    providerStates: [{ name: 'customers exist' }],
    request: {
      method: 'GET',
      path: '/customers',
      query: { filter: ['firstName:Ann'], q: ['a b'] },
      headers: { 'REB-APIKEY': ['placeholder'] },
    },
    response: {
      status: 200,
      headers: { 'Content-Type': ['application/json'] },
      body: {
        content: Buffer.from(JSON.stringify([{ email: 'ann@example.com', tags: [{ name: 'vip' }] }])).toString(
          'base64',
        ),
        contentType: 'application/json',
        encoded: 'base64',
      },
      matchingRules: {
        body: {
          $: { matchers: [{ match: 'type', min: 1 }] },
          '$[*].email': { combine: 'AND', matchers: [{ match: 'regex', regex: '\\S+@\\S+' }] },
          "$[*]['tags'][*].name": { matchers: [{ match: 'type' }] },
        },
        header: { 'Content-Type': { matchers: [{ match: 'regex', regex: 'application/json.*' }] } },
      },
    },
  },
};

const fileOf = (version: number, ...interactions: readonly object[]) =>
  JSON.stringify({
    consumer: { name: 'billing-web' },
    provider: { name: 'rebilly-customers-api' },
    interactions,
    metadata: { pactSpecification: { version: `${version}.0.0` } },
  });

const read = (version: 2 | 3 | 4) =>
  parsePact(fileOf(version, { description: 'list', ...versions[version] }), 'pact.json');

test('reads the same from versions 2, 3 and 4', async () => {
  expect(read(2)).toEqual(read(3));
  expect(read(4)).toEqual(read(3));
  expect(await lint([read(2)])).toEqual([]);
});

test('reads the query decoded, and the body as what its JSON says', () => {
  const [interaction] = read(4).interactions;
  expect(interaction?.request.query).toEqual({ filter: ['firstName:Ann'], q: ['a b'] });
  expect(interaction?.response.body).toEqual([{ email: 'ann@example.com', tags: [{ name: 'vip' }] }]);
});

test('tells a lead source from the wrapper of a body by the version', () => {
  const leadSource = {
    description: 'get a lead source',
    providerState: 'a customer has a lead source',
    request: { path: '/customers/cus_01/lead-source', headers: { 'REB-APIKEY': 'placeholder' } },
    response: { body: { content: 'banner' } },
  };
  const bodyIn = (version: number) =>
    parsePact(fileOf(version, { ...leadSource, type: 'Synchronous/HTTP' }), 'pact.json').interactions[0]?.response.body;
  expect(bodyIn(2)).toEqual({ content: 'banner' });
  expect(bodyIn(4)).toBe('banner');
});

test('sets messages aside', () => {
  const message = { type: 'Asynchronous/Messages', description: 'a customer was merged', contents: {} };
  const text = fileOf(4, message, { description: 'list', ...versions[4] });
  expect(parsePact(text, 'pact.json').interactions.map(({ description }) => description)).toEqual(['list']);
});
