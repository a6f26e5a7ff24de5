import { type EcosystemFile, fileOf, instead } from './ecosystem-file.ts';
import { atLeast, like, regex, told } from './told.ts';
import { type Tool, tools } from './tools.ts';

/** A file without a defect. */
export interface SoundFile extends EcosystemFile {
  /** Whether the states say all that the answers have, so that the emulator honours them. */
  readonly isOfStates: boolean;
}

const { reading, listing, creating, replacing, merging, missing, refused } = told;
const { readingLeadSource, recordingLeadSource, deletingLeadSource } = told;

const isTool = (name: string): name is Tool => Object.hasOwn(tools, name);

/** What every tool can write. The gem of 2014 has no rules, so the emulator would have to know its examples. */
const ofAll = Object.keys(tools)
  .filter(isTool)
  .flatMap((tool) => [
    fileOf(tool, 'reads and misses a customer', [reading(), missing()]),
    fileOf(tool, 'lists customers', [
      listing(),
      listing({
        description: 'a request for customers of a country',
        query: { filter: ['primaryAddress.country:US,CA;paymentCount:..1000000'] },
        answer: [],
        rules: { body: { $: like } },
      }),
    ]),
    fileOf(tool, 'writes customers', [creating(), replacing(), merging(), refused()]),
    fileOf(tool, 'reads and writes lead sources', [readingLeadSource(), recordingLeadSource(), deletingLeadSource()]),
  ]);

const date = { dob: '1980-04-01' };
const dated = { primaryAddress: date };

/** The pattern of ISO 8601 that went from Ruby's library into those of Go, Python, PHP and JavaScript. */
const isoDate =
  '^([\\+-]?\\d{4}(?!\\d{2}\\b))((-?)((0[1-9]|1[0-2])(\\3([12]\\d|0[1-9]|3[01]))?|W([0-4]\\d|5[0-2])(-?[1-7])?|(00[1-9]|0[1-9]\\d|[12]\\d{2}|3([0-5]\\d|6[1-6])))?)';
const isoMoment =
  '^([\\+-]?\\d{4}(?!\\d{2}\\b))((-?)((0[1-9]|1[0-2])(\\3([12]\\d|0[1-9]|3[01]))?|W([0-4]\\d|5[0-2])(-?[1-7])?|(00[1-9]|0[1-9]\\d|[12]\\d{2}|3([0-5]\\d|6[1-6])))([T\\s]((([01]\\d|2[0-3])((:?)[0-5]\\d)?|24\\:?00)([\\.,]\\d+(?!:))?)?(\\17[0-5]\\d([\\.,]\\d+)?)?([zZ]|([\\+-])([01]\\d|2[0-3]):?([0-5]\\d)?)?)?)?$';
const createdTime = '2026-03-08T12:57:32Z';
const isoMillis =
  '^\\d{4}-[01]\\d-[0-3]\\d\\x54[0-2]\\d:[0-6]\\d:[0-6]\\d(?:\\.\\d{1,3})?(?:(?:[+-]\\d\\d:\\d\\d)|\\x5A)?$';
const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const anId = '4f6b1c2e-0d3a-4b5c-8d7e-9f0a1b2c3d4e';

const answering = (answer: unknown, body: Readonly<Record<string, Readonly<Record<string, unknown>>>>) =>
  reading({ answer, rules: { body } });

/** What only some of them write. */
const ofSome = [
  fileOf('pact gem 1', 'has no state', [
    merging({
      state: undefined,
      status: 401,
      gives: { 'Content-Type': 'application/json' },
      answer: { status: 401 },
      headers: {},
    }),
  ]),
  fileOf('pact gem 2', 'has terms in path, query and header', [
    listing({
      query: { limit: ['10'] },
      asks: { path: regex('\\/customers'), header: { 'REB-APIKEY': regex('.+') } },
    }),
  ]),
  fileOf(
    'pact gem 2',
    'has a term for the whole query',
    [listing({ asks: {} })],
    instead(
      '"matchingRules": {}',
      '"matchingRules": { "$.query": { "match": "regex", "regex": "limit=\\\\d+&sort=.*" } }',
    ),
  ),
  fileOf('pact gem 2', 'has a type for the whole body', [
    answering({ id: 'cus_01', tags: [{ name: 'vip' }] }, { $: like }),
  ]),
  fileOf('pact gem 2', 'has elements that are alike', [
    answering({ id: 'cus_01', tags: [{ name: 'vip', type: 'customer' }] }, { '$.tags': atLeast(1) }),
  ]),
  fileOf('pact-js 9', 'has a term for the path', [reading({ asks: { path: regex('/customers/cus_01') } })]),
  fileOf('pact-js 9', 'has a day by its pattern', [answering(dated, { '$.primaryAddress.dob': regex(isoDate) })]),
  fileOf('pact-js 10, version 2', 'has a moment by its pattern', [
    answering({ createdTime }, { '$.createdTime': regex(isoMoment) }),
  ]),
  fileOf('pact-js 12, version 3', 'has a path of the provider state', [
    reading({
      params: { id: 'cus_01' },
      asks: { path: regex('^(/organizations/[^/]+)?/customers/cus_01$') },
      generators: { path: { type: 'ProviderState', expression: '/customers/${id}' } },
    }),
  ]),
  fileOf('pact-js 12, version 3', 'has numbers of kinds', [
    answering(
      { paymentCount: 3, averageValue: { amount: 12.5, currency: 'USD' }, hasFulfilledKyc: true },
      {
        '$.paymentCount': { match: 'integer' },
        '$.averageValue.amount': { match: 'decimal' },
        '$.averageValue.currency': regex('[A-Z]{3}'),
        '$.hasFulfilledKyc': { match: 'boolean' },
      },
    ),
  ]),
  fileOf('pact-js 12, version 3', "has a day in Java's format", [
    answering(dated, { '$.primaryAddress.dob': { match: 'date', format: 'yyyy-MM-dd' } }),
  ]),
  fileOf('pact-js 12, version 3', "has a day in moment.js's format, which the core reads too", [
    answering(dated, { '$.primaryAddress.dob': { match: 'date', format: 'YYYY-MM-DD' } }),
  ]),
  fileOf('pact-js 12, version 3', 'has a part of a text', [
    answering({ email: 'ann@example.com' }, { '$.email': { match: 'include', value: '@example.com' } }),
  ]),
  fileOf('pact-js 12, version 3', 'has null', [answering({ email: null }, { '$.email': { match: 'null' } })]),
  fileOf('pact-js 17, version 4', 'has the elements that matter', [
    answering(
      { tags: [{ name: 'vip', type: 'customer' }] },
      {
        '$.tags': {
          match: 'arrayContains',
          variants: [{ index: 0, generators: {}, rules: { '$.name': { combine: 'AND', matchers: [like] } } }],
        },
      },
    ),
  ]),
  fileOf('pact-js 17, version 4', 'has fields of the organization', [
    answering(
      { customFields: { vip_since: '2021' } },
      { '$.customFields': { match: 'eachKey', value: '{}', rules: [regex('[a-z]+(_[a-z]+)*')] } },
    ),
  ]),
  fileOf('pact-js 17, version 4', 'has text for each value of a map', [
    answering(
      { customFields: { plan: 'Gold' } },
      { '$.customFields': { match: 'eachValue', value: '{}', rules: [like] } },
    ),
  ]),
  fileOf('pact-js 17, version 4', 'has a kind of status', [
    reading({ rules: { status: { match: 'statusCode', status: 'success' } } }),
  ]),
  fileOf('pact-js 17, version 4', 'has a body in base64', [reading({ answer: { id: 'cus_01' }, rules: {} })], (text) =>
    text
      .replace(/"content": \{[^}]*\}/, `"content": "${Buffer.from('{"id":"cus_01"}').toString('base64')}"`)
      .replace('"encoded": false', '"encoded": "base64"'),
  ),
  fileOf('pact-jvm 3, version 2', 'leaves the kind of a rule out', [
    answering({ websiteId: 'web_01' }, { '$.websiteId': { regex: 'web_\\w+' } }),
  ]),
  fileOf('pact-jvm 3, version 2', "has a moment in Java's format", [
    answering({ createdTime }, { '$.createdTime': { match: 'timestamp', timestamp: "yyyy-MM-dd'T'HH:mm:ssXXX" } }),
  ]),
  fileOf('pact-jvm 4, version 3', 'has numbers of kinds', [
    answering(
      { paymentCount: 3, averageValue: { amount: 12.5 } },
      { '$.paymentCount': { match: 'integer' }, '$.averageValue.amount': { match: 'decimal' } },
    ),
  ]),
  fileOf('pact-jvm 4, version 3', 'has a header by its pattern', [
    reading({
      gives: { 'Content-Type': 'application/json; charset=UTF-8' },
      rules: { header: { 'Content-Type': regex('application/json(;\\s?charset=[\\w\\-]+)?') } },
    }),
  ]),
  fileOf('pact-jvm 4, version 3', 'has a moment and a day', [
    answering(
      { createdTime, primaryAddress: date },
      {
        '$.createdTime': { match: 'timestamp', timestamp: "yyyy-MM-dd'T'HH:mm:ssX" },
        '$.primaryAddress.dob': { match: 'date', date: 'yyyy-MM-dd' },
      },
    ),
  ]),
  fileOf('pact-jvm 4, version 3', 'writes names of members in brackets', [
    answering({ customFields: { 'loyalty-level': 'gold' } }, { "$['customFields']['loyalty-level']": like }),
  ]),
  fileOf('pact-jvm 4, version 3', 'has possessive quantifiers, as Java knows them', [
    answering({ paymentCount: 3, websiteId: 'web_01' }, { '$.websiteId': regex('web_\\d++') }),
  ]),
  fileOf('pact-jvm 4, version 4', 'has a list of sizes', [
    answering({ tags: [{ name: 'vip' }] }, { '$.tags': { match: 'type', min: 1, max: 5 }, '$.tags[*].name': like }),
  ]),
  fileOf('pact-jvm 4, version 4', 'has any of the values', [
    answering({ customFields: { plan: 'Gold' } }, { '$.customFields': { match: 'values' }, '$.customFields.*': like }),
  ]),
  fileOf('pact-go 1', 'has a day, a moment and a UUID by their patterns', [
    answering(
      { createdTime, personId: anId, primaryAddress: date },
      { '$.createdTime': regex(isoMoment), '$.personId': regex(uuid), '$.primaryAddress.dob': regex(isoDate) },
    ),
  ]),
  fileOf('pact-go 2, version 3', 'has a day, a moment and a UUID by their patterns', [
    answering(
      { createdTime, personId: anId, primaryAddress: date },
      { '$.createdTime': regex(isoMoment), '$.personId': regex(uuid), '$.primaryAddress.dob': regex(isoDate) },
    ),
  ]),
  fileOf('pact-go 2, version 4', 'has a hexadecimal hash', [
    answering(
      { primaryAddress: { hash: '056ae6d9ffb0c3a3b3b4ad6c1d2bd3a4e0d7b2c1' } },
      { '$.primaryAddress.hash': regex('[0-9a-fA-F]+') },
    ),
  ]),
  fileOf('pact-go 2, version 4', 'has a query by its pattern', [
    listing({ query: { limit: ['10'] }, asks: { query: { limit: regex('[0-9]+') } } }),
  ]),
  fileOf('pact-python 1', 'has a moment with its fraction by a pattern', [
    answering({ createdTime: '2026-03-08T12:57:32.123Z' }, { '$.createdTime': regex(isoMillis) }),
  ]),
  fileOf('pact-python 3', 'has letters of other scripts', [
    answering({ firstName: 'Zoë' }, { '$.firstName': regex('\\w+') }),
  ]),
  fileOf('pact-python 3', 'names the state of a customer', [reading({ params: { id: 'cus_01', view: 'complete' } })]),
  fileOf('PactNet 3', 'has a pattern with a class of letters', [
    answering({ firstName: 'Ann' }, { '$.firstName': regex('[[:alpha:]]+') }),
  ]),
  fileOf('PactNet 5, version 3', 'has a number', [
    answering({ paymentCount: 3 }, { '$.paymentCount': { match: 'number' } }),
  ]),
  fileOf('PactNet 5, version 4', 'has equal and similar members', [
    answering(
      { id: 'cus_01', tags: [{ name: 'vip' }] },
      { '$.id': { match: 'equality' }, '$.tags': atLeast(1), '$.tags[*]': like },
    ),
  ]),
  fileOf('pact-php 7', 'has a day by its pattern', [
    answering(dated, { '$.primaryAddress.dob': regex(`${isoDate}$`) }),
  ]),
  fileOf('pact-php 10', 'has something that is not empty', [
    answering({ customFields: { note: 'x' } }, { '$.customFields.note': { match: 'notEmpty' } }),
  ]),
  fileOf('pact-php 10', 'has a version', [
    answering({ customFields: { app: '1.2.3' } }, { '$.customFields.app': { match: 'semver' } }),
  ]),
  fileOf('pact-php 10', 'writes the body as text of JSON', [reading({ answer: { id: 'cus_01' }, rules: {} })], (text) =>
    text.replace(/"body": \{[^}]*\}/, `"body": ${JSON.stringify('{"id":"cus_01"}')}`),
  ),
  fileOf('pact4s', 'has a body of circe, to the letter', [
    reading({ rules: { header: { 'Content-Type': regex('application/json.*') } } }),
  ]),
  fileOf('pact4s, version 4', 'names the state of a customer', [reading({ params: { id: 'cus_01' } })]),
];

/** Sound files, in which neither lint nor Pact's core finds anything. */
export const soundFiles: readonly SoundFile[] = [
  ...ofAll.map((file) => ({ ...file, isOfStates: file.tool !== 'pact gem 1' })),
  ...ofSome.map((file) => ({ ...file, isOfStates: false })),
];
