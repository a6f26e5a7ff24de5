import { expect, test } from 'vitest';

import { parseGenerators, parseRules } from '../src/document/parse-rules.ts';

const text = { match: 'type' };
const key = { match: 'regex', regex: 'key_\\w+' };

/** Rules of one message as version 2 has them, and as 3 and 4 do. */
const version2 = {
  '$.path': { match: 'regex', regex: '/customers/\\w+' },
  '$.query.limit': { match: 'integer' },
  '$.header.REB-APIKEY': key,
  "$.headers['Content-Type']": text,
  '$.body': { min: 1 },
  '$.body[*].tags[0]': { min: 1, max: 3 },
  "$['body'][0]['primaryAddress'].city": text,
};
const later = {
  path: { matchers: [{ match: 'regex', regex: '/customers/\\w+' }] },
  query: { limit: { matchers: [{ match: 'integer' }] } },
  header: { 'REB-APIKEY': { matchers: [key] }, 'Content-Type': { matchers: [text] } },
  body: {
    $: { matchers: [{ match: 'type', min: 1 }] },
    '$[*].tags[0]': { matchers: [{ match: 'type', min: 1, max: 3 }] },
    "$[0]['primaryAddress'].city": { matchers: [text] },
  },
};

const all = { combine: 'AND', matchers: [text] };

test('reads the same from version 2, 3 and 4', () => {
  expect(parseRules(version2)).toEqual(parseRules(later));
  expect(parseRules(later)).toEqual([
    { part: 'path', name: '', place: [], combine: 'AND', matchers: [{ match: 'regex', regex: '/customers/\\w+' }] },
    { part: 'query', name: 'limit', place: [], combine: 'AND', matchers: [{ match: 'integer' }] },
    { part: 'headers', name: 'REB-APIKEY', place: [], combine: 'AND', matchers: [key] },
    { part: 'headers', name: 'Content-Type', place: [], ...all },
    { part: 'body', name: '$', place: [], combine: 'AND', matchers: [{ match: 'type', min: 1 }] },
    {
      part: 'body',
      name: '$[*].tags[0]',
      place: ['*', 'tags', 0],
      combine: 'AND',
      matchers: [{ match: 'type', min: 1, max: 3 }],
    },
    { part: 'body', name: "$[0]['primaryAddress'].city", place: [0, 'primaryAddress', 'city'], ...all },
  ]);
});

test('takes a header or a parameter by its name, its index, or its path', () => {
  const names = ['limit', 'limit[0]', '$.limit', "$['limit']", '$.limit[0]'];
  for (const name of names) {
    expect(parseRules({ query: { [name]: all } })).toEqual([{ part: 'query', name: 'limit', place: [], ...all }]);
  }
});

test('knows whether all matchers must fit, or one', () => {
  const matchers = [text, { match: 'null' }];
  const rules = { $: { combine: 'OR', matchers }, '$.a': { combine: 'AND', matchers }, '$.b': { matchers } };
  expect(parseRules({ body: rules }).map(({ combine }) => combine)).toEqual(['OR', 'AND', 'AND']);
});

test('takes a rule of the status, which version 4 has', () => {
  const matchers = [{ match: 'statusCode', status: 'success' }];
  expect(parseRules({ status: { matchers } })).toEqual([
    { part: 'status', name: '', place: [], combine: 'AND', matchers },
  ]);
});

test('keeps the expression of a place that it can not read', () => {
  expect(parseRules({ body: { '$.[email': all } })).toEqual([
    { part: 'body', name: '$.[email', place: ['$.[email'], ...all },
  ]);
  expect(parseRules({ '$.body.[email': text })).toEqual([
    { part: 'body', name: '$.[email', place: ['$.body.[email'], ...all },
  ]);
});

test.each([
  undefined,
  null,
  [],
  'rules',
  {},
  { body: {} },
  { body: [] },
  { body: { $: null } },
  { body: { $: { matchers: [] } } },
])('finds no rule in %j', (json) => {
  expect(parseRules(json)).toEqual([]);
});

test('finds no rule for a part that a message has not', () => {
  expect(parseRules({ metadata: { key: all }, '$.cookie.a': text })).toEqual([]);
});

test('reads generators of version 3 and 4, and passes over what is none', () => {
  const generators = {
    path: { type: 'ProviderState', expression: '/customers/${id}' },
    header: { 'REB-APIKEY': { type: 'ProviderState', expression: '${apiKey}' } },
    body: { '$.id': { type: 'RandomInt', min: 1 }, '$.name': {} },
  };
  expect(parseGenerators(generators)).toMatchObject([
    { part: 'path', name: '', type: 'ProviderState' },
    { part: 'headers', name: 'REB-APIKEY', type: 'ProviderState' },
    { part: 'body', name: '$.id', type: 'RandomInt', settings: { type: 'RandomInt', min: 1 } },
  ]);
});
