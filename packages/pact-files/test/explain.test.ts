import { explain, explainReport, parsePact } from '@customer-contracts/pact-files';
import { expect, test } from 'vitest';

/** What is said about interactions in a file of a version. */
function told(version: string, interactions: readonly object[], provider = 'orders-api') {
  const names = { consumer: { name: 'shop' }, provider: { name: provider } };
  const metadata = { pactSpecification: { version } };
  return explain(parsePact(JSON.stringify({ ...names, interactions, metadata }), 'pact.json'));
}

const rule = (...matchers: readonly object[]) => ({ combine: 'AND', matchers });

test('says what an interaction of version 4 matches', () => {
  const text = explainReport(
    told('4.0', [
      {
        type: 'Synchronous/HTTP',
        description: 'change an order',
        pending: true,
        providerStates: [{ name: 'an order exists', params: { id: 'or_1' } }, { name: 'it is Monday' }],
        request: {
          method: 'PUT',
          path: '/orders/or_1',
          query: { expand: ['lines', 'payer'], limit: ['10'] },
          headers: { Authorization: ['Bearer placeholder-jwt'], 'X-Trace': ['a'] },
          body: { contentType: 'application/json', encoded: false, content: { lines: [{ count: 2 }], note: null } },
          matchingRules: {
            path: rule({ match: 'regex', regex: '/orders/\\w+' }),
            query: { limit: rule({ match: 'integer' }) },
            header: { 'x-trace': rule({ match: 'type' }) },
          },
          generators: {
            path: { type: 'ProviderState', expression: '/orders/${id}' },
            header: { Authorization: { type: 'ProviderState', expression: 'Bearer ${token}' } },
          },
        },
        response: {
          status: 200,
          headers: { 'Content-Type': ['application/json'] },
          body: {
            contentType: 'application/json',
            encoded: false,
            content: {
              id: 'or_1',
              email: 'ann@example.com',
              state: 'open',
              paid: true,
              total: 9.5,
              created: '2026-01-31',
              tags: [{ name: 'vip' }],
              codes: ['a', 'b'],
              prices: { EUR: 1 },
              empty: {},
            },
          },
          matchingRules: {
            body: {
              '$.id': rule({ match: 'type' }, { match: 'regex', regex: 'or_\\d+' }),
              '$.email': { combine: 'OR', matchers: [{ match: 'type' }, { match: 'null' }] },
              '$.paid': rule({ match: 'boolean' }),
              '$.total': rule({ match: 'decimal' }),
              '$.created': rule({ match: 'date', format: 'yyyy-MM-dd' }),
              '$.tags': rule({ match: 'type', min: 1 }),
              '$.tags[*].name': rule({ match: 'equality' }),
              '$.codes[*]': rule({ match: 'type' }),
              '$.prices': rule({ match: 'eachValue', rules: [{ match: 'type' }] }),
              '$.phone': rule({ match: 'type' }),
            },
            status: rule({ match: 'statusCode', status: 'success' }),
          },
          generators: { body: { '$.total': { type: 'RandomDecimal', digits: 3 } } },
        },
      },
    ]),
  );

  expect(text).toBe(`pact.json: shop asks orders-api

change an order
  pending: it may fail without failing a verification
  given an order exists (id: "or_1")
  and it is Monday
  PUT /orders/or_1
    path: a text that fits /\\/orders\\/\\w+/, such as "/orders/or_1" (the real one comes from the provider state)
    query expand: exactly "lines" and then "payer"
    query limit: a whole number like "10"
    header Authorization: exactly "Bearer placeholder-jwt" (the real one comes from the provider state)
    header X-Trace: a text like "a"
    lines: a list of exactly 1
    lines[0].count: exactly 2
    note: exactly null
    other headers are free; nothing else in query and body
  200
    status: any of 200 to 299, such as 200
    header Content-Type: exactly "application/json"
    id: a text that fits /or_\\d+/, such as "or_1"
    email: a text like "ann@example.com", or null
    state: exactly "open"
    paid: true or false
    total: a number with decimals like 9.5 (another one each time: RandomDecimal)
    created: a date as yyyy-MM-dd, such as "2026-01-31"
    tags: a list of at least 1
    tags[].name: exactly "vip"
    codes: a list of exactly 2
    codes[]: a text like "a"
    codes[]: a text like "b"
    prices: an object, each value a number like 1
    empty: an object
    other headers and other members are free
  Pact ignores
    the rule for $.phone of the response: the example has nothing there`);
});

test('reads any version, and says so in data, too', () => {
  const [explanation] = told('2.0.0', [
    {
      description: 'find orders',
      providerState: 'orders exist',
      request: { method: 'get', path: '/orders', query: 'limit=10' },
      response: {
        status: 200,
        body: [{ id: 1 }],
        matchingRules: {
          '$.body': { min: 1, max: 5 },
          '$.body[*].id': { match: 'integer' },
          '$.headers.Age': { match: 'type' },
        },
      },
    },
  ]);

  expect(explanation).toEqual({
    file: 'pact.json',
    consumer: 'shop',
    provider: 'orders-api',
    description: 'find orders',
    states: ['orders exist'],
    isPending: false,
    request: {
      method: 'GET',
      path: '/orders',
      matches: [{ place: 'query.limit', fits: 'exactly "10"' }],
      hasBody: false,
    },
    response: {
      status: 200,
      matches: [
        { place: 'body', fits: 'a list of at least 1 and at most 5' },
        { place: 'body[].id', fits: 'a whole number like 1' },
      ],
      hasBody: true,
    },
    ignored: ['the rule for headers.Age of the response: the example has nothing there'],
  });
});

/** What is said about an example beside matchers. */
function fits(example: unknown, ...matchers: readonly (object | undefined)[]) {
  const matchingRules =
    matchers.length === 0 ? {} : { body: { '$.x': rule(...matchers.filter((each) => each !== undefined)) } };
  const response = { status: 200, body: { x: example }, matchingRules };
  const [explanation] = told('3.0.0', [{ description: 'one', request: { path: '/' }, response }]);
  return explanation?.response.matches.map(({ place, fits: words }) => `${place}: ${words}`);
}

const said: readonly (readonly [words: string, example: unknown, matcher?: object])[] = [
  ['exactly "x"', 'x'],
  ['exactly null', null],
  ['an empty list', []],
  ['an object', {}],
  ['exactly "' + 'w'.repeat(79) + '...', 'w'.repeat(200)],
  ['null', null, { match: 'type' }],
  ['exactly 3', 3, { match: 'equality' }],
  ['a text with "@" in it, such as "a@b"', 'a@b', { match: 'include', value: '@' }],
  ['a number like 3', 3, { match: 'number' }],
  ['a time as HH:mm, such as "10:00"', '10:00', { match: 'time', time: 'HH:mm' }],
  ['a date and time, such as "2026-01-31T10:00:00Z"', '2026-01-31T10:00:00Z', { match: 'timestamp' }],
  ['a semantic version like "1.2.3"', '1.2.3', { match: 'semver' }],
  ['anything that is not empty, such as "x"', 'x', { match: 'notEmpty' }],
  ['a list that has, among others, elements like those, such as [1]', [1], { match: 'arrayContains', variants: [] }],
  [
    'an object, each name a text that fits /[a-z]+/, such as "de"',
    { de: 1 },
    { match: 'eachKey', rules: [{ match: 'regex', regex: '[a-z]+' }] },
  ],
  ['a list, each element a whole number like 1', [1], { match: 'eachValue', rules: [{ match: 'integer' }] }],
  ['what the matcher "phone" takes, such as "1"', '1', { match: 'phone' }],
  ['a list of at most 2', [], { match: 'type', max: 2 }],
];

test.each(said.map(([words, example, ...matchers]) => ({ words, example, matchers })))(
  'says "$words"',
  ({ words, example, matchers }) => {
    expect(fits(example, ...matchers)).toEqual([`body.x: ${words}`]);
  },
);

test('lets a rule above a place speak for it, without its limits', () => {
  expect(fits({ tags: ['a'] }, { match: 'type', min: 1 })).toEqual([
    'body.x.tags: a list',
    'body.x.tags[]: a text like "a"',
  ]);
});

test('shows no key', () => {
  const secret = ['sk', 'live', '7d1c9e2b4a6f8d0c'].join('_');
  const headers = { 'REB-APIKEY': 'not-a-placeholder', 'X-Key': secret };

  const text = explainReport(
    told('3.0.0', [{ description: secret, request: { path: `/${secret}`, headers }, response: {} }]),
  );

  expect(text).not.toContain(secret);
  expect(text).toContain('header REB-APIKEY: exactly "[masked]"');
});

test('lets a terminal obey nothing of a pact', () => {
  const body = { '\u001B[2J': '\u009B31m' };

  expect(explainReport(told('3.0.0', [{ description: 'x\n\u001B[31m', request: {}, response: { body } }]))).toContain(
    'x\\u{a}\\u{1b}[31m\n',
  );
});
