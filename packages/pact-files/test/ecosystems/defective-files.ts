import { type EcosystemFile, fileOf, instead } from './ecosystem-file.ts';
import { atLeast, like, type Matcher, regex, type Told, told } from './told.ts';
import type { Tool } from './tools.ts';

/** A file with one defect. */
export interface DefectiveFile extends EcosystemFile {
  /** The rule that finds it; `unreadable` of what no pact is read from. */
  readonly rule: string;
  /** Who refuses it: Pact's core, although the provider answers its example; or the emulator, as an API. */
  readonly refusedBy: 'core' | 'emulator';
}

const { reading, listing, creating, replacing, merging, missing, refused } = told;
const { readingLeadSource, recordingLeadSource, deletingLeadSource } = told;

type Row = readonly [
  tool: Tool,
  rule: string,
  name: string,
  told: Told | readonly Told[],
  edit?: (text: string) => string,
];

const answering = (answer: unknown, body: Readonly<Record<string, Matcher>>) => reading({ answer, rules: { body } });
const createdTime = '2026-03-08T12:57:32Z';
const dated = { primaryAddress: { dob: '1980-04-01' } };
const day = (matcher: Matcher) => answering(dated, { '$.primaryAddress.dob': matcher });
const moment = (matcher: Matcher) => answering({ createdTime }, { '$.createdTime': matcher });
const email = (matcher: Matcher) => answering({ email: 'ann@example.com' }, { '$.email': matcher });
const key = { 'REB-APIKEY': 'placeholder-api-key' };

/** What Pact's core refuses or fails. */
const ofPact: readonly Row[] = [
  // Rules that can't be read, so that the whole file isn't.
  [
    'pact gem 2',
    'unreadable-rule',
    'a bracket that does not close',
    email(like),
    instead('$.body.email', '$.body[email'),
  ],
  [
    'pact-jvm 3, version 2',
    'unreadable-rule',
    'a blank in a path',
    email(like),
    instead('$.body.email', '$.body.e mail'),
  ],
  [
    'pact-php 10',
    'unreadable-rule',
    'a name in double quotes',
    email(like),
    instead('"$.email"', JSON.stringify('$["email"]')),
  ],
  ['PactNet 5, version 3', 'unreadable-rule', 'a path without a dot', email(like), instead('$.email', '$email')],
  ['pact-js 12, version 3', 'unreadable-rule', 'a matcher that is empty', email({})],
  [
    'pact-jvm 4, version 3',
    'unreadable-rule',
    'elements that matter without variants',
    answering({ tags: [{ name: 'vip' }] }, { '$.tags': { match: 'arrayContains' } }),
  ],
  [
    'pact-python 3',
    'unreadable-rule',
    'a kind of status that nobody has',
    reading({ rules: { status: { match: 'statusCode', status: 'fine' } } }),
  ],
  ['pact-go 2, version 4', 'unreadable-rule', 'a matcher that nobody has', email({ match: 'frob' })],
  [
    'pact-js 17, version 4',
    'unreadable-rule',
    'a name for a matcher',
    email(like),
    (text) => text.replace(/"matchers": \[[^\]]*\]/, '"matchers": ["type"]'),
  ],
  ['pact4s', 'unreadable-rule', 'a pattern that is missing', email({ match: 'regex' })],

  // Files that can't be read otherwise.
  [
    'pact-js 17, version 4',
    'unreadable',
    'an interaction without a type',
    reading(),
    instead('"type": "Synchronous/HTTP"', '"kind": "HTTP"'),
  ],
  [
    'pact-go 2, version 4',
    'unreadable',
    'a comma too many',
    reading(),
    instead('"pending": false,', '"pending": false,,'),
  ],
  ['pact-python 3', 'unreadable', 'a file that was cut off', reading(), (text) => text.slice(0, -20)],

  // Patterns that Oniguruma can't read.
  [
    'pact-js 12, version 3',
    'unreadable-pattern',
    'a range of a class of letters',
    email(regex('^[\\w-\\.]+@([\\w-]+\\.)+[\\w-]{2,4}$')),
  ],
  ['pact-python 3', 'unreadable-pattern', "Python's named group", moment(regex('(?P<year>\\d{4})-.*'))],
  ['pact-jvm 4, version 3', 'unreadable-pattern', "Java's flag for dots", email(regex('(?s).+@.+'))],
  ['pact-js 17, version 4', 'unreadable-pattern', "JavaScript's class of everything", email(regex('[^]+@[^]+'))],
  [
    'pact-js 10, version 2',
    'unreadable-pattern',
    "JavaScript's code points in braces",
    email(regex('[\\u{61}-\\u{7a}]+@.+')),
  ],
  ['pact-php 7', 'unreadable-pattern', 'a bracket that does not close', email(regex('([a-z]+@example\\.com'))],

  // Examples that don't fit their own rule.
  [
    'pact-jvm 3, version 2',
    'false-example',
    'a pattern without its kind',
    answering({ websiteId: 'site-1' }, { '$.websiteId': { regex: 'web_\\w+' } }),
  ],
  [
    'pact-jvm 4, version 3',
    'false-example',
    'a moment of another format',
    moment({ match: 'timestamp', timestamp: 'yyyy-MM-dd HH:mm:ss' }),
  ],
  ['pact-jvm 4, version 4', 'false-example', 'a day of another format', day({ match: 'date', format: 'dd/MM/yyyy' })],
  [
    'pact-js 12, version 3',
    'false-example',
    "a moment in moment.js's format",
    moment({ match: 'datetime', format: 'YYYY-MM-DDTHH:mm:ssZ' }),
  ],
  [
    'pact4s',
    'false-example',
    'a moment whose offset has no letter',
    moment({ match: 'timestamp', timestamp: "yyyy-MM-dd'T'HH:mm:ssZ" }),
  ],
  [
    'pact-js 17, version 4',
    'false-example',
    'a moment without an offset in the format',
    moment({ match: 'datetime', format: "yyyy-MM-dd'T'HH:mm:ss" }),
  ],
  [
    'pact-go 1',
    'false-example',
    'a pattern for the beginning only',
    answering({ id: 'cus_01' }, { '$.id': regex('^cus') }),
  ],
  [
    'pact-go 2, version 3',
    'false-example',
    'a pattern of another case',
    answering({ primaryAddress: { hash: '056AE6D9' } }, { '$.primaryAddress.hash': regex('[0-9a-f]+') }),
  ],
  [
    'pact-python 1',
    'false-example',
    'fewer elements than the rule wants',
    answering({ tags: [{ name: 'vip' }] }, { '$.tags': atLeast(2) }),
  ],
  [
    'PactNet 5, version 4',
    'false-example',
    'a part that the text has not',
    email({ match: 'include', value: '@example.org' }),
  ],
  [
    'PactNet 3',
    'false-example',
    'a pattern of another script',
    answering({ firstName: 'Zoë' }, { '$.firstName': regex('[A-Za-z]+') }),
  ],
  [
    'pact-php 10',
    'false-example',
    'a version of two numbers',
    answering({ customFields: { app: '1.2' } }, { '$.customFields.app': { match: 'semver' } }),
  ],
  [
    'pact-php 10',
    'false-example',
    'something empty',
    answering({ customFields: { note: '' } }, { '$.customFields.note': { match: 'notEmpty' } }),
  ],
  [
    'pact-jvm 4, version 4',
    'false-example',
    'a number with a fraction for an integer',
    answering({ averageValue: { amount: 12.5 } }, { '$.averageValue.amount': { match: 'integer' } }),
  ],
  [
    'pact4s, version 4',
    'false-example',
    'a value of a map that its rule refuses',
    answering(
      { customFields: { plan: 'Gold' } },
      { '$.customFields': { match: 'eachValue', value: '{}', rules: [{ match: 'integer' }] } },
    ),
  ],
  [
    'pact-js 17, version 4',
    'false-example',
    'a key of a map that its rule refuses',
    answering(
      { customFields: { plan: 'Gold' } },
      { '$.customFields': { match: 'eachKey', value: '{}', rules: [regex('[A-Z]+')] } },
    ),
  ],
  [
    'pact-js 17, version 4',
    'false-example',
    'an element that its variant refuses',
    answering(
      { tags: [{ name: 'vip' }] },
      {
        '$.tags': {
          match: 'arrayContains',
          variants: [
            { index: 0, generators: {}, rules: { '$.name': { combine: 'AND', matchers: [regex('[A-Z]+')] } } },
          ],
        },
      },
    ),
  ],
  [
    'pact-python 3',
    'false-example',
    'a success for a kind of failure',
    reading({ rules: { status: { match: 'statusCode', status: 'clientError' } } }),
  ],
  ['pact-go 2, version 4', 'false-example', 'null for a text', email({ match: 'null' })],
  [
    'PactNet 5, version 4',
    'impossible-rule',
    'a kind of status that the operation never has',
    reading({ rules: { status: { match: 'statusCode', status: 'redirect' } } }),
  ],
];

/** What the emulator, and so the API, refuses or answers otherwise. */
const ofApi: readonly Row[] = [
  // Requests.
  ['pact gem 2', 'unknown-operation', 'a path with a version', reading({ path: '/v2.1/customers/cus_01' })],
  ['pact-jvm 3, version 2', 'unknown-operation', 'a path that is misspelt', reading({ path: '/customer/cus_01' })],
  ['pact-go 1', 'unknown-operation', 'a method that the path has not', replacing({ method: 'PATCH' })],
  [
    'pact-js 12, version 3',
    'path-parameter',
    'an id that got lost',
    reading({
      path: '/customers/undefined',
      params: { id: 'cus_01' },
      answer: { paymentCount: 3 },
      rules: { body: { '$.paymentCount': like } },
    }),
  ],
  ['pact-python 1', 'query-parameter', "Python's word for nothing", listing({ query: { limit: ['None'] } })],
  ['PactNet 5, version 3', 'query-parameter', 'a negative offset', listing({ query: { offset: ['-1'] } })],
  ['pact-php 10', 'query-parameter', 'a merge without a target', merging({ query: {} })],
  [
    'pact-go 2, version 3',
    'query-parameter',
    'a merge into oneself',
    merging({ query: { targetCustomerId: ['cus_01'] } }),
  ],
  [
    'pact-jvm 4, version 3',
    'filter-grammar',
    'a filter of another API',
    listing({ query: { filter: ['primaryAddress.country=US'] } }),
  ],
  ['pact gem 2', 'filter-grammar', 'a filter without a value', listing({ query: { filter: ['email:'] } })],
  [
    'pact4s',
    'unknown-field',
    'a member that no address has',
    listing({ query: { filter: ['primaryAddress.zip:WC2N'] } }),
  ],
  [
    'pact-js 17, version 4',
    'unknown-field',
    'a word for a count',
    listing({ query: { filter: ['paymentCount:many'] } }),
  ],
  ['pact-php 7', 'unknown-field', 'a day for a moment', listing({ query: { filter: ['createdTime:2026-03-08..'] } })],
  [
    'pact-jvm 4, version 4',
    'unknown-field',
    'a sort by what no list is sorted by',
    listing({ query: { sort: ['firstName'] } }),
  ],
  ['pact-js 12, version 3', 'each-like-query', 'a list as JSON text', listing({ query: { sort: ['["email"]'] } })],
  ['pact gem 2', 'credential', 'no key', reading({ headers: {} })],
  ['PactNet 3', 'credential', 'a user and a password', reading({ headers: { Authorization: 'Basic dXNlcjpwYXNz' } })],
  [
    'pact-jvm 3, version 2',
    'request-body',
    'a country in words',
    creating({ send: { primaryAddress: { firstName: 'Ann', country: 'Germany' } } }),
  ],
  [
    'pact-go 2, version 4',
    'request-body',
    'a referrer that is no address',
    recordingLeadSource({ send: { medium: 'cpc', source: 'google', referrer: 'www.example.com' } }),
  ],
  ['pact-php 10', 'request-body', 'a list for a customer', creating({ send: ['Ann'] })],
  [
    'pact-python 3',
    'request-body',
    'a number for a language',
    replacing({ send: { locale: 44, primaryAddress: { lastName: 'Lee' } } }),
  ],
  [
    'pact-js 10, version 2',
    'request-content-type',
    'a form',
    creating({ headers: { ...key, 'Content-Type': 'application/x-www-form-urlencoded' } }),
  ],
  [
    'pact4s',
    'valid-body',
    'a sound body that shall be refused',
    refused({ send: { primaryAddress: { country: 'DE' } } }),
  ],
  [
    'pact-js 17, version 4',
    'impossible-generator',
    'the path of an invoice',
    reading({
      params: { id: 'cus_01' },
      asks: { path: regex('/customers/cus_01') },
      generators: { path: { type: 'ProviderState', expression: '/invoices/${id}' } },
    }),
  ],
  [
    'pact-jvm 4, version 3',
    'impossible-generator',
    'the path of a lead source',
    reading({
      params: { id: 'cus_01' },
      asks: { path: regex('/customers/cus_01') },
      generators: { path: { type: 'ProviderState', expression: '/customers/${id}/lead-source' } },
    }),
  ],

  // Answers.
  [
    'pact gem 2',
    'undocumented-status',
    'a customer who is gone for good',
    missing({ status: 410, answer: { status: 410 }, rules: { body: { '$.status': like } } }),
  ],
  ['pact-python 1', 'undocumented-status', 'a lead source that is replaced', recordingLeadSource({ status: 200 })],
  ['pact-go 1', 'response-value', 'a count as text', answering({ paymentCount: '3' }, { '$.paymentCount': like })],
  [
    'pact-jvm 4, version 4',
    'response-value',
    'an envelope around the list',
    listing({ answer: { data: [{ id: 'cus_01' }] }, rules: { body: { '$.data': atLeast(1) } } }),
  ],
  [
    'PactNet 5, version 4',
    'response-value',
    'null where none comes',
    answering({ createdTime: null }, { '$.createdTime': like }),
  ],
  [
    'pact-js 12, version 3',
    'undocumented-member',
    'a misspelt member',
    answering({ emial: 'ann@example.com' }, { '$.emial': like }),
  ],
  [
    'pact-php 7',
    'undocumented-member',
    'a zip in the address',
    answering({ primaryAddress: { zip: 'WC2N 5NF' } }, { '$.primaryAddress.zip': like }),
  ],
  [
    'pact gem 1',
    'undocumented-member',
    "Ruby's objects",
    reading({ answer: { json_class: 'Pact::SomethingLike', contents: { id: 'cus_01' } } }),
  ],
  [
    'pact-js 9',
    'undocumented-member',
    "Ruby's terms",
    answering({ email: { json_class: 'Pact::Term', data: {} } }, {}),
    (text) => text.replace('"email": {', '"customer": {'),
  ],
  [
    'pact-jvm 3, version 2',
    'write-only-member',
    'a payment token',
    answering({ paymentToken: 'token' }, { '$.paymentToken': like }),
  ],
  [
    'pact4s, version 4',
    'problem-shape',
    'an error as in 2022',
    missing({ answer: { error: 'Not found' }, rules: { body: { '$.error': like } } }),
  ],
  [
    'PactNet 5, version 3',
    'body-not-given',
    'a body of a deletion',
    deletingLeadSource({
      gives: { 'Content-Type': 'application/json' },
      answer: { isDeleted: true },
      rules: { body: { '$.isDeleted': like } },
    }),
  ],
  [
    'pact-go 2, version 3',
    'response-header',
    'a header that nobody documents',
    reading({
      gives: { 'Content-Type': 'application/json', ETag: '"1"' },
      rules: { header: { ETag: regex('.*') }, body: { $: like } },
    }),
  ],
  [
    'pact-python 3',
    'response-header',
    'the media type of RFC 9457',
    missing({ gives: { 'Content-Type': 'application/problem+json' } }),
  ],
  [
    'pact-js 10, version 2',
    'other-customer',
    'the answer of somebody else',
    reading({ answer: { id: 'cus_02' }, rules: { body: {} } }),
  ],
  ['pact-jvm 4, version 3', 'impossible-rule', 'an integer where a text comes', email({ match: 'integer' })],
  [
    'pact-js 17, version 4',
    'impossible-rule',
    'a variant that no tag fits',
    answering(
      { tags: [{ name: 'vip' }] },
      {
        '$.tags': {
          match: 'arrayContains',
          variants: [
            { index: 0, generators: {}, rules: { '$.name': { combine: 'AND', matchers: [{ match: 'integer' }] } } },
          ],
        },
      },
    ),
  ],
  [
    'pact-jvm 4, version 4',
    'impossible-rule',
    'integers for the values of an address',
    answering(
      { primaryAddress: { city: 'Leeds' } },
      { '$.primaryAddress': { match: 'eachValue', value: '{}', rules: [{ match: 'integer' }] } },
    ),
  ],
  [
    'pact-go 2, version 4',
    'impossible-rule',
    'names in capitals for the keys of an address',
    answering(
      { primaryAddress: { city: 'Leeds' } },
      { '$.primaryAddress': { match: 'eachKey', value: '{}', rules: [regex('[A-Z]+')] } },
    ),
  ],

  // States.
  ['pact-jvm 3, version 2', 'provider-state', 'a misspelt state', reading({ state: 'a custmer exists' })],
  ['pact-php 10', 'provider-state', 'a view that nobody has', reading({ params: { id: 'cus_01', view: 'full' } })],
  ['pact-python 1', 'missing-state', 'a customer out of nowhere', reading({ state: undefined })],
  ['PactNet 3', 'missing-state', 'a lead source out of nowhere', readingLeadSource({ state: undefined })],
  [
    'pact-go 1',
    'two-answers',
    'somebody who is there and is not',
    [reading(), missing({ state: 'a customer exists' })],
  ],
];

const filesOf = (rows: readonly Row[], refusedBy: DefectiveFile['refusedBy']): readonly DefectiveFile[] =>
  rows.map(([tool, rule, name, interactions, edit]) => ({
    ...fileOf(tool, name, [interactions].flat(), edit),
    rule,
    refusedBy,
  }));

/** Files with one defect each, which the rule finds, and Pact's core or the emulator refuses. */
export const defectiveFiles: readonly DefectiveFile[] = [...filesOf(ofPact, 'core'), ...filesOf(ofApi, 'emulator')];
