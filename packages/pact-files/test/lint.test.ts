import { lint, lintRules, type PactDocument, parsePact } from '@customer-contracts/pact-files';
import { expect, test } from 'vitest';

import { raw, rawPact, type RawInteraction } from './raw-pact.ts';
import { seededDefects, soundInteractions } from './seeded-defects.ts';

const version4 = (interactions: readonly RawInteraction[]) => parsePact(rawPact(interactions), 'pact.json');
const rulesOf = async (pact: PactDocument) => [...new Set((await lint([pact])).map(({ rule }) => rule))];

/** Examples of rules stand in a file of version 3. */
const version3 = (interactions: readonly RawInteraction[]) =>
  parsePact(
    JSON.stringify({
      consumer: { name: 'billing-web' },
      provider: { name: 'rebilly-customers-api' },
      interactions,
      metadata: { pactSpecification: { version: '3.0.0' } },
    }),
    'pact.json',
  );

test.each(lintRules)('$id finds nothing in its good example', async ({ good }) => {
  expect(await lint([version3(good)])).toEqual([]);
});

test.each(lintRules)('$id alone finds one thing in its bad example', async ({ bad, id, severity }) => {
  expect(await lint([version3(bad)])).toMatchObject([{ rule: id, severity }]);
});

test('finds nothing in sound interactions of all operations', async () => {
  expect(await lint([version4(soundInteractions)])).toEqual([]);
});

test.each(seededDefects)('$rule finds $name', async ({ rule, interactions }) => {
  expect(await rulesOf(version4(interactions))).toEqual([rule]);
});

test('has more than one seeded defect for most rules, and one for each', () => {
  expect(seededDefects.length).toBeGreaterThanOrEqual(60);
  expect(new Set(seededDefects.map(({ rule }) => rule))).toEqual(new Set(lintRules.map(({ id }) => id)));
});

test('says where, what and what to do', async () => {
  const pact = version4([raw.post({ send: { primaryAddress: { country: 'Germany' } } })]);
  expect(await lint([pact])).toEqual([
    {
      file: 'pact.json',
      line: 22,
      interaction: 'create a customer',
      path: 'request.body.primaryAddress.country',
      rule: 'request-body',
      severity: 'error',
      message:
        'primaryAddress.country is one that the API does not take: Too big: expected string to have <=2 characters. Correct it, or expect 422.',
    },
  ]);
});

test('never repeats a key that it finds', async () => {
  const secret = ['sk', 'live', '7d1c9e2b4a6f8d0c'].join('_');
  const pact = version4([raw.getCustomer({ path: `/v1/customers/${secret}`, description: `with ${secret}` })]);
  const findings = await lint([pact]);
  expect(findings.map(({ rule }) => rule)).toEqual(['unknown-operation', 'real-key']);
  expect(JSON.stringify(findings)).not.toContain(secret);
});

const sound: readonly (readonly [name: string, ...interactions: RawInteraction[]])[] = [
  ['an invalid body where 422 is expected', raw.post({ send: { locale: 44 }, status: 422, answer: { status: 422 } })],
  ['no body where 422 is expected', raw.post({ send: undefined, status: 422, answer: { status: 422 } })],
  [
    'a sound body that is refused in a state of the consumer',
    raw.post({ state: 'the tax number is taken', status: 422, answer: { status: 422 } }),
  ],
  ['an id with a rule', raw.getCustomer({ answer: { id: 'cus_02' }, rules: { '$.id': { match: 'type' } } })],
  [
    'a path of the provider state',
    raw.getCustomer({
      answer: { id: 'cus_02' },
      asks: { path: { matchers: [{ match: 'regex', regex: '/customers/cus_\\w+' }] } },
      generates: { path: { type: 'ProviderState', expression: '/customers/${id}' } },
    }),
  ],
  ['no credential where 401 is expected', raw.getCustomer({ headers: {}, status: 401, answer: { status: 401 } })],
  [
    'a wrong credential where 403 is expected',
    raw.post({ headers: { Authorization: 'Basic dXNlcjpwYXNz' }, status: 403, answer: { status: 403 } }),
  ],
  ['a key beside an empty token', raw.getCustomer({ headers: { 'reb-apikey': 'key', Authorization: 'Bearer' } })],
  ['a body of one member', raw.getCustomer({ answer: { tags: [{ name: 'vip' }] } })],
  ['no body at all', raw.getCustomer({ answer: undefined })],
  ['a path with an organization, and a slash behind a POST', raw.post({ path: '/organizations/org_01/customers/' })],
  [
    'fields of the organization',
    raw.put({ send: { customFields: { vip: true } }, answer: { customFields: { vip: 1 } } }),
  ],
  [
    'rules inside of rules that fit what the API documents',
    raw.getCustomer({
      answer: {
        tags: [{ name: 'vip', type: 'customer' }],
        notificationEmails: ['ann@example.com'],
        primaryAddress: { city: 'Leeds', region: null },
        customFields: { level: 3 },
      },
      rules: {
        '$.tags': {
          match: 'arrayContains',
          variants: [{ index: 0, rules: { '$.name': { matchers: [{ match: 'type' }] } }, generators: {} }],
        },
        '$.notificationEmails': { match: 'eachValue', rules: [{ match: 'include', value: '@' }] },
        '$.primaryAddress': { match: 'eachKey', rules: [{ match: 'regex', regex: '[a-zA-Z]+' }] },
        '$.customFields': { match: 'eachValue', rules: [{ match: 'integer' }] },
      },
    }),
  ],
  ['null or text', raw.getCustomer({ answer: { email: null }, rules: { '$.email': [{ match: 'null' }] } })],
  [
    'two tests that read parts of one answer',
    raw.getCustomer(),
    raw.getCustomer({ answer: { paymentCount: 3 }, description: 'get how often a customer paid' }),
  ],
  ['a state that says who, and not how much of them', raw.getCustomer({ parameters: { id: 'cus_01' } })],
  ['a state that says how much, and not of whom', raw.getCustomer({ parameters: { view: 'bare' } })],
  [
    'blanks between the clauses of a filter and the names of a sort',
    raw.list({
      query: { filter: ['firstName:Ann; lastName: Lee, Doe'], sort: ['-createdTime, email'], fields: ['id, email'] },
    }),
  ],
  ['a relative address', raw.post({ answerHeaders: { Location: '/customers/cus_01' } })],
  [
    'a value of the provider state',
    raw.getCustomer({ generates: { header: { 'REB-APIKEY': { type: 'ProviderState', expression: '${apiKey}' } } } }),
  ],
];

test.each(sound.map(([name, ...interactions]) => ({ name, interactions })))(
  'has nothing against $name',
  async ({ interactions }) => {
    expect(await lint([version4(interactions)])).toEqual([]);
  },
);

test.each([
  [
    raw.post({ send: { firstName: 'Ann' } }),
    'firstName is read-only: the API passes over it. It belongs into primaryAddress.',
  ],
  [
    raw.post({ send: { email: 'ann@example.com' } }),
    'email is read-only: the API passes over it. It belongs into primaryAddress.emails.',
  ],
  [raw.post({ send: { tags: [] } }), 'tags is read-only: the API passes over it. Leave it out.'],
  [
    raw.post({ send: { city: 'Leeds' } }),
    'The API documents no city to write, and passes over it. It belongs into primaryAddress.',
  ],
  [
    raw.post({ send: { primaryAddress: { citty: 'Leeds' } } }),
    'The API documents no primaryAddress.citty to write, and passes over it. Did you mean city?',
  ],
  [raw.merge({ query: {} }), 'targetCustomerId is missing, the customer that survives the merge. Send it.'],
])('says where a member belongs, and what is missing: %#', async (interaction, message) => {
  const findings = await lint([version4([interaction])]);
  expect(findings.map((finding) => finding.message)).toEqual([message]);
});

test.each([
  [{ sort: ['email,,lastName'] }, 'Customers can\'t be sorted by "".'],
  [{ sort: ['primaryAddress.city'] }, 'Customers can\'t be sorted by "primaryAddress.city".'],
  [
    { filter: ['primaryAddress.lastNam:Doe'] },
    'There is no field "primaryAddress.lastNam". The nearest name is "primaryAddress.lastName".',
  ],
  [{ filter: ['paymentCount:many'] }, '"many" is not a value of "paymentCount", which is a number.'],
  [{ filter: ['createdTime:yesterday..'] }, '"yesterday.." is not a range of "createdTime", which is a date-time.'],
  [{ filter: ['hasFulfilledKyc:maybe'] }, '"maybe" is not a value of "hasFulfilledKyc", which is a boolean.'],
])(
  'knows what customers can be filtered and sorted by: %o',
  async (query: Readonly<Record<string, readonly string[]>>, message) => {
    const [name = ''] = Object.keys(query);
    const pact = parsePact(rawPact([raw.list({ query })]), 'pact.json');
    expect(await lint([pact])).toMatchObject([{ rule: 'unknown-field', path: `request.query.${name}`, message }]);
  },
);
