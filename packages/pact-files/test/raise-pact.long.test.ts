import { diff, lint, lintRules, parsePact, type PactDocument } from '@customer-contracts/pact-files';
import { raisePact } from '@customer-contracts/pact-files/internal';
import { expect, test } from 'vitest';

import { type Answer, verifiedByCore } from './verified-by-core.ts';

type Interaction = Readonly<Record<string, unknown>>;

const pactOf = (version: number, interactions: readonly Interaction[], messages?: readonly Interaction[]) => ({
  consumer: { name: 'billing-web' },
  provider: { name: 'rebilly-customers-api' },
  interactions,
  ...(messages === undefined ? {} : { messages }),
  metadata: { 'pact-js': { version: '9.18.1' }, pactSpecification: { version: `${version}.0.0` } },
});

const read = (json: object): PactDocument => parsePact(JSON.stringify(json), 'pact.json');

/** An interaction of version 2 with a request and an answer that have these parts. */
const version2 = (name: string, request: Interaction, response: Interaction = {}): Interaction => ({
  description: name,
  providerState: 'a customer exists',
  request: { method: 'POST', path: '/customers', ...request },
  response: { status: 201, ...response },
});

const json = { 'Content-Type': 'application/json' };

const written: readonly Interaction[] = [
  version2('nothing', {}),
  version2('a query', { query: 'filter=firstName%3AAnn&q=a+b&q=c' }),
  version2('several values in a header', { headers: { Accept: 'application/json, text/plain' } }),
  version2('a date in a header', {}, { headers: { 'Last-Modified': 'Mon, 30 Nov 2026 12:00:00 GMT' } }),
  version2('a text', {}, { headers: { 'Content-Type': 'text/plain' }, body: 'ada' }),
  version2('a text of digits', {}, { headers: { 'Content-Type': 'text/plain' }, body: '12' }),
  version2('a text in JSON', { headers: json, body: 'ada' }, { headers: json, body: 'ada' }),
  version2('a number in JSON', {}, { headers: json, body: '12' }),
  version2('JSON as a text', {}, { headers: json, body: '{"id":"cus_01"}' }),
  version2('a list as a text', {}, { headers: json, body: ' [1]' }),
  version2('the JSON of a text as a text', {}, { headers: json, body: '"ada"' }),
  version2('a word of JSON as a text', {}, { headers: json, body: 'true' }),
  version2('an empty body', {}, { headers: json, body: '' }),
  version2('a null', {}, { headers: json, body: null }),
  version2('a list without a content type', {}, { body: [{ id: 'cus_01' }] }),
  version2('JSON as a text without a content type', { body: '{"id":"cus_01"}' }, { body: '{"id":"cus_01"}' }),
  version2('a number as a text without a content type', { body: '12' }, { body: '12' }),
  version2('a text without a content type', { body: 'ada' }, { body: 'ada' }),
  version2('an object as a query', { query: { q: ['a'] } }),
  version2('parameters without a value', { query: 'q&limit=&sort=100%' }),
  version2('headers that are no texts', { headers: { 'X-A': 1, 'X-B': { b: 1, a: [2] } } }),
  { ...version2('a state of old Ruby', {}), providerState: undefined, provider_state: 'a customer exists' },
  { ...version2('states that are none', {}), providerStates: 'a customer exists' },
  { ...version2('what is pending later', {}), pending: true },
  version2(
    'rules under their former names',
    { requestMatchingRules: { '$.path': { match: 'regex', regex: '/customers/?' } } },
    { headers: json, body: { id: 'cus_01' }, responseMatchingRules: { '$.body.id': { match: 'type' } } },
  ),
  {},
  version2(
    'rules',
    {
      headers: { 'REB-APIKEY': 'key', ...json },
      body: { email: 'a@example.com' },
      matchingRules: {
        '$.path': { match: 'regex', regex: '/customers/?' },
        '$.headers.REB-APIKEY': { match: 'regex', regex: '\\w+' },
        '$.body.email': { match: 'type' },
      },
    },
    {
      headers: json,
      body: { id: 'cus_01', 'a b': 1, tags: [{ name: 'vip' }], content: 'banner' },
      matchingRules: {
        '$.body': { match: 'type' },
        "$.body['a b']": { match: 'integer' },
        '$.body.tags': { min: 1 },
        '$.body.tags[*].name': { match: 'regex', regex: '[a-z]+' },
        '$.header.Content-Type': { regex: 'application/json.*' },
      },
    },
  ),
];

/** What versions 3 has beside: parameters of states, combined rules, generators, a status with a rule. */
const version3: Interaction = {
  description: 'everything',
  providerStates: [{ name: 'a customer exists', params: { id: 'cus_01' } }, { name: 'it is Monday' }],
  request: {
    method: 'GET',
    path: '/customers/cus_01',
    query: { expand: ['leadSource', null], q: 'a', limit: 5, offset: [5] },
    generators: { path: { type: 'ProviderState', expression: '/customers/${id}' } },
    matchingRules: {
      path: { combine: 'AND', matchers: [{ match: 'type' }] },
      query: { expand: { combine: 'AND', matchers: [{ match: 'type' }] } },
    },
  },
  response: {
    status: 200,
    headers: json,
    body: { id: 'cus_01', email: 'a@example.com' },
    matchingRules: {
      body: { '$.email': { combine: 'OR', matchers: [{ match: 'type' }, { match: 'null' }] } },
      header: { 'Content-Type': { matchers: [{ match: 'regex', regex: 'application/json.*' }] } },
    },
  },
};

/** What lint finds, without the lines, which are others in another file. */
const findings = async (pact: PactDocument) =>
  (await lint([pact])).map(({ rule, interaction, path, severity }) => ({ rule, interaction, path, severity }));

test.each([
  ...lintRules.flatMap(({ id, good, bad }) => [
    { name: `the good example of ${id}`, pact: pactOf(3, good) },
    { name: `the bad example of ${id}`, pact: pactOf(3, bad) },
  ]),
  ...[1, 2].map((version) => ({ name: `version ${version}`, pact: pactOf(version, written) })),
  { name: 'version 3', pact: pactOf(3, [version3]) },
])('asks for the same as $name', async ({ pact }) => {
  const raised = raisePact(pact);

  const [before, after] = [read(pact), read(raised)];
  // The bad examples ask for what no value fits, which counts as asked by nobody before.
  expect(await diff([before], [after])).toEqual(await diff([before], [before]));
  expect(await diff([after], [before])).toEqual(await diff([before], [before]));
  expect(await findings(after)).toEqual(await findings(before));
  expect(after).toEqual(before);
  expect(raised['metadata']).toEqual({ 'pact-js': { version: '9.18.1' }, pactSpecification: { version: '4.0' } });
});

const answers: readonly Answer[] = [
  { status: 201, headers: json, body: '{"id":"cus_01"}' },
  { status: 201, headers: json, body: '"ada"' },
  { status: 201, headers: json, body: '12' },
  { status: 201, headers: json, body: 'null' },
  { status: 201, headers: json, body: '[{"id":"cus_01"}]' },
  { status: 201, headers: { 'Content-Type': 'text/plain' }, body: 'ada' },
  { status: 201, headers: { 'Content-Type': 'text/plain' }, body: '12' },
  { status: 201, headers: { 'Last-Modified': 'Mon, 30 Nov 2026 12:00:00 GMT' }, body: '' },
  { status: 201, headers: json, body: '{"id":"cus_02","a b":7,"tags":[{"name":"gold"}],"content":"text"}' },
  { status: 201, headers: json, body: '{"id":1,"a b":"7","tags":[],"content":"text"}' },
  { status: 200, headers: json, body: '{"id":"cus_01","email":null}' },
];

test.each([
  { name: '1', pact: pactOf(1, written), given: answers.slice(0, 2) },
  { name: '2', pact: pactOf(2, written), given: answers },
  { name: '3', pact: pactOf(3, [version3]), given: answers.slice(-3) },
])(
  "Pact's core sends and judges by a raised pact as by the one of version $name",
  async ({ pact, given }) => {
    for (const answer of given) {
      const [before, after] = await Promise.all([
        verifiedByCore(pact, answer),
        verifiedByCore(raisePact(pact), answer),
      ]);
      expect(after).toEqual(before);
      expect(before.verdicts).toHaveLength(pact.interactions.length);
    }
  },
  120_000,
);

test('keeps messages, as version 4 has them, and what stands beside interactions', () => {
  const message = {
    description: 'a customer was merged',
    providerStates: [{ name: 'two customers exist' }],
    contents: { id: 'cus_01' },
    metaData: { contentType: 'application/json', queue: 'customers' },
    matchingRules: { body: { '$.id': { matchers: [{ match: 'type' }] } } },
  };
  const pact = { ...pactOf(3, [version3], [message]), _links: { self: { href: 'http://broker.test/pact' } } };

  const { interactions, _links: links, ...rest } = raisePact(pact);

  expect(interactions).toEqual([
    expect.objectContaining({ type: 'Synchronous/HTTP', description: 'everything' }),
    {
      type: 'Asynchronous/Messages',
      description: 'a customer was merged',
      providerStates: [{ name: 'two customers exist' }],
      contents: { content: { id: 'cus_01' }, contentType: 'application/json', encoded: false },
      metadata: { contentType: 'application/json', queue: 'customers' },
      matchingRules: { body: { '$.id': { matchers: [{ match: 'type' }] } } },
    },
  ]);
  expect(links).toEqual({ self: { href: 'http://broker.test/pact' } });
  expect(rest).not.toHaveProperty('messages');
});

test('leaves a pact of version 4 as it is', () => {
  const pact = pactOf(4, [{ ...version3, type: 'Synchronous/HTTP' }]);

  expect(raisePact(pact)).toBe(pact);
});
