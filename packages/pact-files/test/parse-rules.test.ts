import { expect, test } from 'vitest';

import { parseGenerators, readRules } from '../src/document/parse-rules.ts';

const parseRules = (json: unknown) => readRules(json).rules;
const unreadRules = (json: unknown) => readRules(json).unreadRules;

const text = { match: 'type' };
const key = { match: 'regex', regex: 'key_\\w+' };

/** Rules of one message as version 2 has them, and as 3 and 4 do. */
const version2 = {
  '$.path': { match: 'regex', regex: '/customers/\\w+' },
  '$.query.limit': { match: 'integer' },
  '$.header.REB-APIKEY': key,
  "$.headers['Content-Type']": text,
  '$.body': { min: 1 },
  '$.body[*].tags[0]': { match: 'type', min: 1, max: 3 },
  "$.body[0]['primaryAddress'].city": text,
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
      place: ['[*]', 'tags', 0],
      combine: 'AND',
      matchers: [{ match: 'type', min: 1, max: 3 }],
    },
    { part: 'body', name: "$[0]['primaryAddress'].city", place: [0, 'primaryAddress', 'city'], ...all },
  ]);
});

test('takes a header or a parameter by its name alone', () => {
  for (const name of ['limit', 'limit[0]', '$.limit', "$['limit']"]) {
    expect(parseRules({ query: { [name]: all } })).toEqual([{ part: 'query', name, place: [], ...all }]);
  }
});

test('takes a rule for all parameters, which Ruby writes, and one for the whole body', () => {
  expect(parseRules({ '$.query': text })).toEqual([{ part: 'query', name: '', place: [], ...all }]);
  expect(parseRules({ body: { matchers: [text] } })).toEqual([{ part: 'body', name: '', place: [], ...all }]);
});

test('passes over what stands behind the first name of a body in brackets, as Pact does', () => {
  expect(parseRules({ "$['body'][0]['primaryAddress'].city": text })).toEqual([
    { part: 'body', name: 'primaryAddress', place: ['primaryAddress'], ...all },
  ]);
});

test('knows whether all matchers must fit, or one', () => {
  const matchers = [text, { match: 'null' }];
  const rules = {
    $: { combine: 'OR', matchers },
    '$.a': { combine: 'AND', matchers },
    '$.b': { matchers },
    '$.c': { combine: 'or', matchers },
  };
  expect(parseRules({ body: rules }).map(({ combine }) => combine)).toEqual(['OR', 'AND', 'AND', 'OR']);
});

test('gives a matcher the name of the specification, and lengths as numbers', () => {
  const matchers = [{ regex: 'a' }, { min: 1, max: 2 }, { max: '3' }, { match: 'real' }, { match: 'not-empty' }];
  expect(parseRules({ body: { $: { matchers } } })[0]?.matchers).toEqual([
    { match: 'regex', regex: 'a' },
    { match: 'type', min: 1 },
    { match: 'type', max: 3 },
    { match: 'decimal' },
    { match: 'notEmpty' },
  ]);
});

test.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])(
  'takes %s for a matcher of a plugin, although every object has it',
  (match) => {
    const rules = { body: { $: { matchers: [{ match }] } } };
    expect([parseRules(rules)[0]?.matchers, unreadRules(rules)]).toEqual([[{ match }], []]);
  },
);

test('takes a rule of the status, which version 4 has', () => {
  const matchers = [{ match: 'statusCode', status: 'success' }];
  expect(parseRules({ status: { matchers } })).toEqual([
    { part: 'status', name: '', place: [], combine: 'AND', matchers },
  ]);
});

const refused: readonly (readonly [rules: unknown, reason: string])[] = [
  [{ body: { '$.[email': all } }, '$.[email is no path, like $.tags[*].name'],
  [{ '$.body.[email': text }, '$.body.[email is no path, like $.body.name'],
  [{ $: text }, '$ names no part of a message, like $.body'],
  [{ body: null }, 'the rules of body are an object'],
  [{ body: { $: { matchers: [{}] } } }, 'a matcher has a name, as in {"match":"type"}'],
  [{ body: { $: { matchers: ['type'] } } }, 'a matcher is an object'],
  [{ body: { $: { matchers: [null] } } }, 'a matcher is an object'],
  [{ body: { $: { matchers: [{ match: 'regex' }] } } }, 'a matcher "regex" has a pattern, its "regex"'],
  [{ body: { $: { matchers: [{ match: 'include' }] } } }, 'a matcher "include" has a "value"'],
  [{ body: { $: { matchers: [{ match: 'min' }] } } }, 'a matcher "min" has a number, its "min"'],
  [{ body: { $: { matchers: [{ match: 'arrayContains' }] } } }, 'a matcher "arrayContains" has a list of "variants"'],
  [{ body: { $: { matchers: [{ match: 'eachKey', rules: {} }] } } }, 'the "rules" of a matcher "eachKey" are a list'],
  [{ body: { $: { matchers: [{ match: 'eachValue', rules: [5] }] } } }, 'a matcher is an object'],
  [
    { body: { $: { matchers: [{ match: 'arrayContains', variants: [{ rules: { $x: all } }] }] } } },
    '$x is no path, like $.tags[*].name',
  ],
  [
    { status: { matchers: [{ match: 'statusCode', status: 'ok' }] } },
    'the status of a matcher "statusCode" is a list of numbers or one of info, success, redirect, clientError, serverError, nonError, error',
  ],
  // A rule of version 2 makes the others some.
  [{ body: { '$.id': all }, '$.path': text }, 'a matcher has a name, as in {"match":"type"}'],
];

test.each(refused)('finds in %j what Pact refuses the whole file for', (rules, reason) => {
  expect(unreadRules(rules)).toMatchObject([{ isRefused: true, reason }]);
});

test('finds what Pact passes over: a rule of version 2 in version 3', () => {
  const rules = { body: { '$.id': text, '$.email': all, '$.tags': { matchers: [] } } };
  expect(unreadRules(rules)).toEqual([
    { part: 'body', name: '$.id', isRefused: false, reason: 'it has no list of "matchers"' },
  ]);
  expect(parseRules(rules)).toEqual([{ part: 'body', name: '$.email', place: ['email'], ...all }]);
});

test.each([undefined, null, [], 'rules', {}, { body: {} }, { body: { $: { matchers: [] } } }])(
  'finds no rule in %j',
  (json) => {
    expect([...parseRules(json), ...unreadRules(json)]).toEqual([]);
  },
);

test('takes what Pact has no name for as a part of the body, as Pact does', () => {
  expect(parseRules({ metadata: { key: all }, BODY: { $: all }, cookies: { '$.a': all } })).toEqual([
    { part: 'body', name: '$', place: [], ...all },
    { part: 'body', name: '$.a', place: ['a'], ...all },
  ]);
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
