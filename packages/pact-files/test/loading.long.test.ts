import { isPactError, lint, parsePact, readPacts } from '@customer-contracts/pact-files';
import { expect, test } from 'vitest';

import { loadedByCore } from '../core/loaded-by-core.ts';
import { loadingDifferences } from '../core/loading-differences.ts';
import { mutatedOften } from '../core/mutated-pacts.ts';
import { filesIn } from './files-in.ts';

const names = { consumer: { name: 'billing-web' }, provider: { name: 'rebilly-customers-api' } };
const reading = {
  description: 'get a customer',
  request: { path: '/customers/cus_01', headers: { 'REB-APIKEY': 'placeholder' } },
  response: { body: { id: 'cus_01' } },
};

/** The text of a pact file with these interactions. */
const fileOf = (version: string, interactions: readonly unknown[], others: object = {}) =>
  JSON.stringify({ ...names, interactions, metadata: { pactSpecification: { version } }, ...others });

/** What a file is refused with. */
const refusalOf = (text: string): string => {
  try {
    parsePact(text, 'pact.json');
  } catch (error) {
    if (isPactError(error)) return error.message;
  }
  return 'nothing';
};

const only = (text: string) => parsePact(text, 'pact.json').interactions[0];

/** An interaction of version 3 with other members, and with other ones in its request and response. */
const read = (members: object, request: object = {}, response: object = {}, version = '3.0.0') =>
  only(
    fileOf(version, [
      {
        ...(version === '4.0' ? { type: 'Synchronous/HTTP' } : {}),
        ...reading,
        ...members,
        request: { ...reading.request, ...request },
        response: { ...reading.response, ...response },
      },
    ]),
  );

test('reads what the core reads, as the core reads it', async () => {
  expect(await loadingDifferences(mutatedOften(200, 7))).toMatchObject({ different: [] });
});

test.each([
  [{ providerState: 'a customer exists' }, ['a customer exists']],
  [{ provider_state: 'a customer exists' }, ['a customer exists']],
  [{ provider_state: 'it is Monday', providerState: 'a customer exists' }, ['a customer exists']],
  [{ provider_state: 'it is Monday', providerState: null }, []],
  [{ providerState: '' }, []],
  [{ providerState: 'it is Monday', providerStates: [{ name: 'a customer exists' }] }, ['a customer exists']],
  [{ providerStates: 'a customer exists' }, []],
  [{ providerStates: [{ name: 'a customer exists', params: null }] }, ['a customer exists']],
  [{ providerStates: ['a customer exists'] }, ['unknown provider states']],
])('reads the provider states of %j', (members, states) => {
  for (const version of ['2.0.0', '3.0.0', '4.0'])
    expect(read(members, {}, {}, version)?.states).toEqual(states.map((name) => ({ name, parameters: {} })));
});

test.each([
  ['2.0.0', 'a=1&b&c=&&d=x+%C3%A9&a=%zz', { a: ['1', '%zz'], b: [''], c: [''], d: ['x é'] }],
  ['3.0.0', { q: [null] }, { q: [''] }],
  ['4.0', { q: [null, 'a'] }, { q: ['', 'a'] }],
  ['4.0', { q: 'a', sort: [], limit: 5 }, { q: ['a'] }],
  ['4.0', { limit: [5] }, { limit: ['[5]'] }],
  ['3.0.0', [{ q: 'a' }], {}],
  ['2.0.0', { q: ['a'] }, {}],
])('reads the query of version %s %j', (version, query, parameters) => {
  expect(read({}, { query }, {}, version)?.request.query).toEqual(parameters);
});

test('reads the headers that the core sends', () => {
  const headers = {
    Accept: 'text/html,application/json',
    'X-Name': ' Ann, Bob ',
    'X-List': ['a', 1],
    'X-Object': { b: 1, a: 2 },
  };
  expect(read({}, { headers })?.request.headers).toEqual({
    Accept: 'text/html, application/json',
    'X-Name': 'Ann, Bob',
    'X-List': 'a, 1',
    'X-Object': '{"a":2,"b":1}',
  });
});

test.each([
  ['2.0.0', '{"id":"cus_01"}', { id: 'cus_01' }],
  ['2.0.0', '[{"id":"cus_01"}]', '[{"id":"cus_01"}]'],
  ['2.0.0', 'Ann', 'Ann'],
  ['4.0', { content: '{"id":"cus_01"}' }, { id: 'cus_01' }],
  ['4.0', { content: '{"id":"cus_01"}', contentType: 'application/json' }, '{"id":"cus_01"}'],
  ['4.0', { content: '{"id":"cus_01"}', contentType: 'application/json', encoded: 'json' }, { id: 'cus_01' }],
  ['4.0', { content: '[1]', contentType: 'text/plain' }, '[1]'],
  ['4.0', { content: 'eyJhIjoxfQ==', contentType: 'application/json', encoded: 'BASE64' }, { a: 1 }],
  ['4.0', { id: 'cus_01' }, { id: 'cus_01' }],
  ['4.0', { contentType: 'application/json' }, undefined],
  ['4.0', 'Ann', 'Ann'],
])('reads the body of version %s %j', (version, body, value) => {
  expect(read({}, {}, { body }, version)?.response.body).toEqual(value);
});

test('reads rules under their former names, where the version has them', () => {
  const rules = { '$.body.id': { match: 'type' } };
  const ruled = (version: string) =>
    read({}, { requestMatchingRules: rules }, { responseMatchingRules: rules }, version);
  const counts = ['2.0.0', '3.0.0', '4.0'].map((version) => [
    ruled(version)?.request.rules.length,
    ruled(version)?.response.rules.length,
  ]);
  expect(counts).toEqual([
    [1, 1],
    [1, 1],
    [0, 0],
  ]);
});

test('takes what the core takes for what is left out', () => {
  const { description, states, request, response } = only(fileOf('3.0.0', [{}])) ?? {};
  expect(description).toBe('Interaction 0');
  expect(states).toEqual([]);
  expect(request).toMatchObject({ method: 'GET', path: '/', query: {}, headers: {}, body: undefined });
  expect(response).toMatchObject({ status: 200, headers: {}, body: undefined });
});

test('passes over what the core passes over', () => {
  const odd = { comments: '', pending: 'yes', key: null, _id: 5, pluginConfiguration: [], interactionMarkup: 'text' };
  expect(read(odd, {}, {}, '4.0')).toMatchObject({ isPending: false, key: '', id: undefined, variant: undefined });
});

const message = { type: 'Asynchronous/Messages', description: 'a customer was merged', contents: {} };
const answered = { type: 'Synchronous/Messages', description: 'which customer', request: {}, response: [{}] };
const http = { type: 'Synchronous/HTTP', ...reading };

test('sets messages of every kind aside', () => {
  const pact = parsePact(fileOf('4.0', [message, answered, http]), 'pact.json');
  expect(pact.interactions.map(({ description }) => description)).toEqual(['get a customer']);
  expect(pact.messages).toBe(2);
});

const refused = 'Pact refuses the whole file, because';
const deep = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;

test.each([
  [
    'a type that is missing',
    fileOf('4.0', [http, reading]),
    `${refused} interactions[1].type is absent instead of Synchronous/HTTP, Asynchronous/Messages or Synchronous/Messages. Correct it.`,
  ],
  [
    'a plugin of its own type',
    fileOf('4.0', [{ ...http, type: 'Synchronous/Plugin' }]),
    `${refused} interactions[0].type is "Synchronous/Plugin" instead of Synchronous/HTTP, Asynchronous/Messages or Synchronous/Messages. Correct it.`,
  ],
  [
    'an answered message without answers',
    fileOf('4.0', [http, { ...answered, response: {} }]),
    `${refused} interactions[1].response is {} instead of a list. Correct it.`,
  ],
  [
    'a status of null',
    fileOf('3.0.0', [{ ...reading, response: { status: null } }]),
    `${refused} interactions[0].response.status is null instead of a whole number. Correct it.`,
  ],
  [
    'a status in quotes',
    fileOf('2.0.0', [{ ...reading, response: { status: '200' } }]),
    `${refused} interactions[0].response.status is "200" instead of a whole number. Correct it.`,
  ],
  [
    'a status with a fraction',
    fileOf('4.0', [{ ...http, response: { status: 'X' } }]).replace('"X"', '200.0'),
    `${refused} interactions[0].response.status has a fraction or an exponent. Correct it.`,
  ],
  [
    'a rule of a message that nobody can read',
    fileOf('4.0', [http, { ...message, matchingRules: { body: { '$.id': { matchers: [{}] } } } }]),
    `${refused} interactions[1].matchingRules can't be read at "$.id": a matcher has a name, as in {"match":"type"}. Correct it.`,
  ],
  [
    'a rule of an answer to a message',
    fileOf('4.0', [http, { ...answered, response: [{ matchingRules: { body: 3 } }] }]),
    `${refused} interactions[1].response[0].matchingRules can't be read: the rules of body are an object. Correct it.`,
  ],
  [
    'a rule of a message of version 3',
    JSON.stringify({ ...names, messages: [{ matchingRules: { body: 3 } }] }),
    `${refused} messages[0].matchingRules can't be read: the rules of body are an object. Correct it.`,
  ],
  [
    'a generator for no path',
    fileOf('3.0.0', [{ ...reading, response: { generators: { body: { '$.customFields["x"]': { type: 'Uuid' } } } } }]),
    `${refused} interactions[0].response.generators.body has "$.customFields[\\"x\\"]", no path like $.tags[*].name. Correct it.`,
  ],
  [
    'a generator of a message for no path',
    fileOf('4.0', [http, { ...message, generators: { metadata: { 'a b': { type: 'Uuid' } } } }]),
    `${refused} interactions[1].generators.metadata has "a b", no path like $.tags[*].name. Correct it.`,
  ],
  [
    'a content type without a value',
    fileOf('3.0.0', [{ ...reading, request: { headers: { 'content-type': [] } } }]),
    `${refused} interactions[0].request.headers.content-type is an empty list. Correct it.`,
  ],
  [
    'messages that are no list',
    fileOf('3.0.0', [], { messages: {} }),
    `${refused} messages is {} instead of a list. Correct it.`,
  ],
  [
    'messages of version 2',
    fileOf('2.0.0', [], { messages: [{}] }),
    `${refused} it has messages, which versions 1 and 2 have not. Correct it.`,
  ],
  [
    'a byte order mark',
    `\uFEFF${fileOf('3.0.0', [reading])}`,
    'it starts with a byte order mark, which Pact refuses. Save it as UTF-8 without one.',
  ],
  [
    'a number beyond all',
    fileOf('3.0.0', [reading]).replace('"cus_01"}', '1e999}'),
    'it holds a number beyond 1.8e308, which Pact refuses. Correct it.',
  ],
  [
    'half a character',
    fileOf('3.0.0', [reading]).replace('"cus_01"}', String.raw`"\ud83d"}`),
    'it holds half a character, which Pact refuses. Correct it.',
  ],
  [
    '128 levels',
    fileOf('3.0.0', [reading]).replace('"cus_01"}', `${deep(123)}}`),
    'it nests deeper than 127 levels, which Pact refuses. Correct it.',
  ],
  [
    '20,000 levels',
    fileOf('3.0.0', [reading]).replace('"cus_01"}', `${deep(20_000)}}`),
    'it nests deeper than 127 levels, which Pact refuses. Correct it.',
  ],
  [
    'what is cut off',
    fileOf('3.0.0', [reading]).slice(0, 40),
    'it is no JSON at line 1, column 41. Hand in a pact file.',
  ],
  ['a comment', '{\n  // ours\n}', 'it is no JSON at line 2, column 3. Hand in a pact file.'],
  ['nothing', ' \n', 'it is empty. Hand in a pact file.'],
])('refuses %s, as the core does', async (_, text, reason) => {
  expect(refusalOf(text)).toBe(`Failed to read pact.json: ${reason}`);
  const [loaded] = await loadedByCore([{ content: text, answer: { status: 200, headers: {}, body: '' } }]);
  expect(loaded?.refused).toBeTypeOf('string');
});

test('reads 127 levels, as the core does', async () => {
  const text = fileOf('3.0.0', [reading]).replace('"cus_01"}', `${deep(122)}}`);
  const [loaded] = await loadedByCore([{ content: text, answer: { status: 200, headers: {}, body: '' } }]);
  expect(loaded?.refused).toBeNull();
  expect(await lint([parsePact(text, 'pact.json')])).not.toEqual([]);
});

test('leaves the JSON in a body alone that the core can not read', () => {
  expect(read({}, {}, { body: deep(20_000) })?.response.body).toBe(deep(20_000));
  expect(read({}, {}, { body: { content: `{"a":${deep(20_000)}}` } }, '4.0')?.response.body).toBeTypeOf('string');
});

test('names every reason, and no more than ten', () => {
  const without = Array.from({ length: 12 }, () => reading);
  const types = 'Synchronous/HTTP, Asynchronous/Messages or Synchronous/Messages';
  expect(refusalOf(fileOf('4.0', [{ ...http, response: { status: true } }, reading])))
    .toBe(`Failed to read pact.json: Pact refuses the whole file. Correct it:
  interactions[0].response.status is true instead of a whole number
  interactions[1].type is absent instead of ${types}`);
  expect(refusalOf(fileOf('4.0', without)).split('\n').slice(-2)).toEqual([
    `  interactions[9].type is absent instead of ${types}`,
    '  and 2 more',
  ]);
});

test.each([
  ['null', 'it is no pact. Hand in a pact file.'],
  ['[]', 'it is no pact. Hand in a pact file.'],
  ['{"openapi":"3.1.0"}', 'it is no pact. Hand in a pact file.'],
  [fileOf('3.0.0', []), 'it has no interaction over HTTP. Hand in a pact that has some.'],
  [JSON.stringify(names), 'it has no interaction over HTTP. Hand in a pact that has some.'],
  [
    fileOf('3.0.0', [reading], { messages: [] }),
    `${refused} it has messages beside interactions, which only version 4 may have. Correct it.`,
  ],
])('refuses %s, which the core loads for nothing', (text, reason) => {
  expect(refusalOf(text)).toBe(`Failed to read pact.json: ${reason}`);
});

test.each([
  [
    'UTF-16 of PowerShell',
    Buffer.from(`\uFEFF${fileOf('3.0.0', [reading])}`, 'utf16le'),
    "UTF-16, as PowerShell's > writes it, and Pact",
  ],
  [
    'UTF-16 without a mark',
    Buffer.from(fileOf('3.0.0', [reading]), 'utf16le'),
    "UTF-16, as PowerShell's > writes it, and Pact",
  ],
  [
    'UTF-16, the other way round',
    Buffer.from(`\uFEFF${fileOf('3.0.0', [reading])}`, 'utf16le').swap16(),
    "UTF-16, as PowerShell's > writes it, and Pact",
  ],
  ['Latin 1', Buffer.from(fileOf('3.0.0', [{ ...reading, description: 'Zoë' }]), 'latin1'), 'no UTF-8, and Pact'],
])('refuses %s, as the core does', async (_, bytes, reason) => {
  await using files = await filesIn({ 'pact.json': bytes });
  await expect(readPacts([files.path('pact.json')])).rejects.toThrow(
    `Failed to read ${files.path('pact.json')}: it is ${reason} reads UTF-8 alone. Save it as UTF-8 without a byte order mark.`,
  );
  const [loaded] = await loadedByCore([{ content: bytes, answer: { status: 200, headers: {}, body: '' } }]);
  expect(loaded?.refused).toBeTypeOf('string');
});
