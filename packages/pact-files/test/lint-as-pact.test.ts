import { lint, parsePact } from '@customer-contracts/pact-files';
import { expect, test } from 'vitest';

import { verdictsOfCore } from './core/verdicts-of-core.ts';

/** The body of an answer, its rules, and what lint finds; nothing where Pact's own core has nothing against the example. */
type Answer = readonly [name: string, body: string, rules: Readonly<Record<string, unknown>>, finding?: string];

const matching = (place: string, ...matchers: unknown[]) => ({ body: { [place]: { matchers } } });
const patterned = (regex: string) => matching('$.id', { match: 'regex', regex });
const dated = (format: string) => matching('$.primaryAddress.dob', { match: 'date', format });
const isoDate =
  '^([\\+-]?\\d{4}(?!\\d{2}\\b))((-?)((0[1-9]|1[0-2])(\\3([12]\\d|0[1-9]|3[01]))?|W([0-4]\\d|5[0-2])(-?[1-7])?|(00[1-9]|0[1-9]\\d|[12]\\d{2}|3([0-5]\\d|6[1-6])))?)$';
const id = '{"id":"cus_01"}';
const named = '{"primaryAddress":{"lastName":"Zoë"}}';
const dob = (date: string) => `{"primaryAddress":{"dob":"${date}"}}`;
const fields = (json: string) => `{"customFields":${json}}`;

const answers: readonly Answer[] = [
  ['a lookahead', id, patterned('(?=cus)\\w+')],
  ['a back-reference', id, patterned('(c)us_0\\d(?!\\1)')],
  ['a possessive quantifier', id, patterned('cus_\\d++')],
  ['an atomic group', id, patterned('(?>cus)_01')],
  ['the date of pact-js', dob('1990-12-31'), matching('$.primaryAddress.dob', { match: 'regex', regex: isoDate })],
  ['a Unicode letter', named, matching('$.primaryAddress.lastName', { match: 'regex', regex: '\\w+' })],
  [
    'hexadecimal digits',
    fields(`{"hash":"${'0a'.repeat(20)}"}`),
    matching('$.customFields.hash', { match: 'regex', regex: '\\h{40}' }),
  ],
  ['a POSIX class', named, matching('$.primaryAddress.lastName', { match: 'regex', regex: '[[:alpha:]]+' })],
  ['a property', id, patterned('[\\p{Alnum}_]+')],
  ['an interval without a beginning', id, patterned('cus_\\d{,3}')],
  ['null for a pattern', '{"email":null}', matching('$.email', { match: 'regex', regex: 'null|.+@.+' })],
  ['the shorter choice first', id, patterned('cus|cus_01')],
  [
    'a common pattern for e-mail addresses',
    '{"email":"ann@example.com"}',
    matching('$.email', { match: 'regex', regex: '^[\\w-\\.]+@([\\w-]+\\.)+[\\w-]{2,4}$' }),
    'unreadable-pattern',
  ],
  ['a flag of other dialects', id, patterned('(?s)cus_01'), 'unreadable-pattern'],
  ['a named group of Python', id, patterned('(?P<prefix>cus)_01'), 'unreadable-pattern'],

  [
    'a path with double quotes',
    fields('{"x":1}'),
    matching('$.customFields["x"]', { match: 'type' }),
    'unreadable-rule',
  ],
  ['a path without a dot', id, matching('$id', { match: 'type' }), 'unreadable-rule'],
  ['a path with a space', id, matching('$.a b', { match: 'type' }), 'unreadable-rule'],
  ['a path without a root', id, matching('id', { match: 'type' })],
  ['a longer path without a root', named, matching('primaryAddress.lastName', { match: 'type' })],
  ['a matcher of nothing', id, matching('$.id', {}), 'unreadable-rule'],
  ['a matcher of text', id, matching('$.id', 'type'), 'unreadable-rule'],
  ['a matcher of null', id, matching('$.id', null), 'unreadable-rule'],
  ['arrayContains without variants', '{"tags":[]}', matching('$.tags', { match: 'arrayContains' }), 'unreadable-rule'],
  [
    'a status that is no class of them',
    id,
    { status: { matchers: [{ match: 'statusCode', status: '2xx' }] } },
    'unreadable-rule',
  ],
  [
    'rules of version 2 among others',
    id,
    { body: { '$.id': { matchers: [{ match: 'type' }] } }, '$.body.id': { match: 'type' } },
    'unreadable-rule',
  ],
  [
    'minType, which Pact has not',
    '{"tags":[{"name":"vip"}]}',
    matching('$.tags', { match: 'minType', min: 1 }),
    'unreadable-rule',
  ],

  ['a pattern without a name', '{"id":"web_1"}', matching('$.id', { regex: 'cus_\\w+' }), 'false-example'],
  [
    'a key that fits no eachKey',
    fields('{"VIP":true}'),
    matching('$.customFields', { match: 'eachKey', rules: [{ match: 'regex', regex: '[a-z]+' }] }),
    'false-example',
  ],
  [
    'a value that fits no eachValue',
    fields('{"vip":true}'),
    matching('$.customFields', { match: 'eachValue', rules: [{ match: 'number' }] }),
    'false-example',
  ],
  [
    'a variant that is not there',
    '{"tags":[{"name":"vip"}]}',
    matching('$.tags', {
      match: 'arrayContains',
      variants: [{ index: 0, rules: { '$.name': { matchers: [{ match: 'regex', regex: 'new' }] } } }],
    }),
    'false-example',
  ],
  [
    'a status of another class',
    id,
    { status: { matchers: [{ match: 'statusCode', status: 'clientError' }] } },
    'false-example',
  ],
  [
    'a whole number for real',
    '{"lifetimeRevenue":{"amount":518}}',
    matching('$.lifetimeRevenue.amount', { match: 'real' }),
    'false-example',
  ],
  [
    'a whole number for a decimal',
    '{"lifetimeRevenue":{"amount":518}}',
    matching('$.lifetimeRevenue.amount', { match: 'decimal' }),
    'false-example',
  ],
  [
    'a whole number written as a decimal',
    '{"lifetimeRevenue":{"amount":518.0}}',
    matching('$.lifetimeRevenue.amount', { match: 'decimal' }),
  ],
  [
    'a decimal for an integer',
    '{"paymentCount":3.0}',
    matching('$.paymentCount', { match: 'integer' }),
    'false-example',
  ],
  ['a format of moment.js', dob('1990-12-31'), dated('YYYY-MM-DDTHH:mm'), 'false-example'],
  [
    'an offset with a colon for ZZ',
    fields('{"at":"12:57+01:00"}'),
    matching('$.customFields.at', { match: 'time', format: 'HH:mmZZ' }),
    'false-example',
  ],
  [
    'month 13',
    fields('{"on":"1990-13-31"}'),
    matching('$.customFields.on', { match: 'date', format: 'yyyy-MM-dd' }),
    'false-example',
  ],
  ['30 February', fields('{"on":"1990-02-30"}'), matching('$.customFields.on', { match: 'date' }), 'false-example'],
  ['29 February of a leap year', fields('{"on":"2024-02-29"}'), matching('$.customFields.on', { match: 'date' })],
  [
    'an offset of more than half a day',
    fields('{"at":"12:57+13:00"}'),
    matching('$.customFields.at', { match: 'time', format: 'HH:mmXXX' }),
    'false-example',
  ],
  [
    'text in quotes',
    fields(`{"at":"12 o'clock"}`),
    matching('$.customFields.at', { match: 'time', format: "H 'o''clock'" }),
  ],
  [
    'a version with something behind',
    fields('{"v":"1.2.3foo"}'),
    matching('$.customFields.v', { match: 'semver' }),
    'false-example',
  ],
  ['an empty object for notEmpty', fields('{}'), matching('$.customFields', { match: 'notEmpty' }), 'false-example'],
  ['an empty list for notEmpty', '{"tags":[]}', matching('$.tags', { match: 'notEmpty' })],
  [
    'a greatest number of members',
    fields('{"a":1,"b":2}'),
    matching('$.customFields', { match: 'type', max: 1 }),
    'false-example',
  ],
  ['a text for a boolean', fields('{"vip":"true"}'), matching('$.customFields.vip', { match: 'boolean' })],

  [
    'combine in small letters',
    '{"email":null}',
    { body: { '$.email': { combine: 'or', matchers: [{ match: 'null' }, { match: 'integer' }] } } },
  ],
  ['an index after a dot', '{"tags":[{"name":"vip"}]}', matching('$.tags.0.name', { match: 'regex', regex: 'v..' })],
  [
    'an index after a dot, and a value that does not fit',
    '{"tags":[{"name":"vip"}]}',
    matching('$.tags.0.name', { match: 'regex', regex: 'x' }),
    'false-example',
  ],
  ['a rule of version 2 inside version 3', id, { body: { '$.id': { match: 'type' } } }, 'unused-rule'],
  ['any index of an object', fields('{"vip":true}'), matching('$.customFields[*]', { match: 'type' }), 'unused-rule'],
];

const pactOf = (request: string, response: string) =>
  parsePact(
    `{ "consumer": { "name": "billing-web" }, "provider": { "name": "rebilly-customers-api" },
       "interactions": [{ "description": "get a customer", "providerStates": [{ "name": "a customer exists" }],
         "request": { "method": "GET", "headers": { "REB-APIKEY": "placeholder" }, ${request} }, "response": ${response} }],
       "metadata": { "pactSpecification": { "version": "3.0.0" } } }`,
    'pact.json',
  );

const rulesFound = async (...pact: Parameters<typeof pactOf>) => [
  ...new Set(
    (await lint([pactOf(...pact)], { rules: { 'impossible-rule': 'off', 'response-value': 'off' } })).map(
      ({ rule }) => rule,
    ),
  ),
];

test.each(answers.map(([name, body, rules, finding]) => ({ name, body, rules, finding })))(
  'judges $name as Pact does',
  async ({ body, rules, finding }) => {
    const response = `{ "status": 200, "body": ${body}, "matchingRules": ${JSON.stringify(rules)} }`;
    expect(await rulesFound('"path": "/customers/cus_01"', response)).toEqual(finding === undefined ? [] : [finding]);
  },
);

test("judges them as Pact's own core does, which takes an unused rule", async () => {
  const verdicts = await verdictsOfCore(
    answers.map(([, body, rules]) => ({ rules, example: body, body })),
    true,
  );
  const taken = answers.filter((_, index) => !verdicts[index]?.isRefused && verdicts[index]?.misfits.length === 0);
  expect(taken.map(([each]) => each)).toEqual(
    answers.filter(([, , , finding = 'unused-rule']) => finding === 'unused-rule').map(([each]) => each),
  );
});

const { raw } = String;

test.each([
  [
    'a negative integer in a query',
    raw`"path": "/customers", "query": { "offset": ["-5"] }, "matchingRules": { "query": { "offset": { "matchers": [{ "match": "integer" }] } } }`,
    ['query-parameter', 'false-example'],
  ],
  [
    'a decimal without a fraction in a query',
    raw`"path": "/customers", "query": { "limit": ["5"] }, "matchingRules": { "query": { "limit": { "matchers": [{ "match": "decimal" }] } } }`,
    [],
  ],
  [
    'a rule of Ruby for all of a query',
    raw`"path": "/customers", "query": { "limit": ["5"] }, "matchingRules": { "$.query": { "match": "type" } }`,
    [],
  ],
  [
    'a rule for a parameter that is not sent',
    raw`"path": "/customers", "query": { "limit": ["5"] }, "matchingRules": { "query": { "offset": { "matchers": [{ "match": "type" }] } } }`,
    ['unused-rule'],
  ],
  [
    'a header with several values',
    raw`"path": "/customers/cus_01", "headers": { "REB-APIKEY": "placeholder", "Accept": "application/json, text/plain" }, "matchingRules": { "header": { "accept": { "matchers": [{ "match": "regex", "regex": "[a-z]+/[a-z]+" }] } } }`,
    [],
  ],
])('judges %s of a request as Pact does', async (_, request, findings) => {
  const body = request.includes('cus_01') ? '{ "id": "cus_01" }' : '[{ "id": "cus_01" }]';
  expect(await rulesFound(request, `{ "status": 200, "body": ${body} }`)).toEqual(findings);
});

test('holds no example against its rule where a generator puts another value in its place', async () => {
  const rules = JSON.stringify(matching('$.createdTime', { match: 'regex', regex: '\\d+' }));
  const answer = (generators: string) =>
    `{ "status": 200, "body": { "createdTime": "2026-03-08T12:57:32Z" }, "matchingRules": ${rules}, "generators": ${generators} }`;
  const path = '"path": "/customers/cus_01"';
  expect(await rulesFound(path, answer('{ "body": { "$.createdTime": { "type": "DateTime" } } }'))).not.toContain(
    'false-example',
  );
  expect(await rulesFound(path, answer('{ "body": { "$.id": { "type": "Uuid" } } }'))).toEqual([
    'false-example',
    'random-value',
  ]);
});

test('says what is wrong, and what to do', async () => {
  const messages = async (body: string, rules: object) =>
    (
      await lint([
        pactOf('"path": "/customers/cus_01"', `{ "body": ${body}, "matchingRules": ${JSON.stringify(rules)} }`),
      ])
    ).map(({ path, message }) => `${path}: ${message}`);
  expect(await messages(dob('1990-12-31'), dated('YYYY-MM-DDTHH:mm'))).toEqual([
    `response.matchingRules.body["$.primaryAddress.dob"]: The example of primaryAddress.dob, "1990-12-31", does not fit its own rule: Pact's core can't read the format "YYYY-MM-DDTHH:mm". Correct one of them.`,
  ]);
  expect(await messages(id, patterned('[\\w-\\.]+'))).toEqual([
    `response.matchingRules.body["$.id"]: Pact's core can't read the pattern /[\\w-\\.]+/. Write it as Oniguruma has it.`,
  ]);
  expect(await messages(id, matching('$id', { match: 'type' }))).toEqual([
    'response.matchingRules.body["$id"]: Pact refuses the whole file for this rule: $id is no path, like $.tags[*].name.',
  ]);
  expect(await messages(id, { body: { '$.id': { match: 'type' } } })).toEqual([
    'response.matchingRules.body["$.id"]: Pact passes over this rule: it has no list of "matchers". Correct it, or leave it out.',
  ]);
});

test.each([
  [
    'a rule for the path in an answer',
    '"path": "/customers/cus_01"',
    '"matchingRules": { "path": { "matchers": [{ "match": "regex", "regex": "x" }] } }',
  ],
  [
    'a rule for a query in an answer',
    '"path": "/customers/cus_01"',
    '"matchingRules": { "query": { "expand": { "matchers": [{ "match": "regex", "regex": "x" }] } } }',
  ],
])('takes %s for one about nothing, as Pact does', async (_, request, rules) => {
  expect(await rulesFound(request, `{ "status": 200, ${rules} }`)).toEqual(['unused-rule']);
});

test.each(['constructor', 'toString', '__proto__'])(
  'looks for a parameter %s among those that are sent',
  async (name) => {
    const rules = `"matchingRules": { "query": { "${name}": { "matchers": [{ "match": "type" }] } } }`;
    expect(await rulesFound(`"path": "/customers/cus_01", ${rules}`, '{ "status": 200 }')).toEqual(['unused-rule']);
  },
);
