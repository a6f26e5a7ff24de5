import { key, raw, type RawInteraction } from './raw-pact.ts';

/** A defect in an otherwise sound contract: its name, the rule that finds it, and the interactions that have it. */
export interface SeededDefect {
  readonly name: string;
  readonly rule: string;
  readonly interactions: readonly RawInteraction[];
}

const { getCustomer, list, post, put, merge, getLeadSource, putLeadSource, deleteLeadSource } = raw;
const gone = { state: 'a customer does not exist', status: 404, answer: { status: 404 } };
const refused = { status: 422, answer: { status: 422 } };
const email = { label: 'main', value: 'ann@example.com' };
const path = (matcher: object) => ({ path: { matchers: [matcher] } });

const table: readonly (readonly [rule: string, name: string, ...interactions: RawInteraction[]])[] = [
  ['unknown-operation', 'a path with a version', getCustomer({ path: '/v2.1/customers/cus_01' })],
  ['unknown-operation', 'a path that is misspelt', getCustomer({ path: '/customer/cus_01' })],
  ['unknown-operation', 'a slash too many', getCustomer({ path: '/customers//lead-source' })],
  ['unknown-operation', 'a method that the path has not', put({ method: 'PATCH' })],
  ['path-parameter', 'an id longer than 50', getCustomer({ path: `/customers/${'x'.repeat(51)}`, answer: {} })],
  ['path-parameter', 'an id with a space', getCustomer({ path: '/customers/cus%2001', answer: {} })],
  ['path-parameter', 'an id that URLs resolve', getCustomer({ path: '/customers/%2E%2E', answer: {} })],
  ['path-parameter', 'an id that got lost', getCustomer({ path: '/customers/undefined', answer: {} })],
  ['query-parameter', 'a limit above 1000', list({ query: { limit: ['5000'] } })],
  ['query-parameter', 'a negative offset', list({ query: { offset: ['-1'] } })],
  ['query-parameter', 'a limit that only JavaScript reads', list({ query: { limit: ['1e2'] } })],
  ['query-parameter', 'a limit that is no number', list({ query: { limit: ['all'] } })],
  ['query-parameter', 'a parameter that nobody documents', list({ query: { page: ['2'] } })],
  ['query-parameter', 'a parameter of a name that every object has', list({ query: { constructor: ['x'] } })],
  ['query-parameter', 'brackets behind the name', list({ query: { 'expand[]': ['leadSource'] } })],
  ['query-parameter', 'sort sent twice', list({ query: { sort: ['email', '-createdTime'] } })],
  ['query-parameter', 'a merge without a target', merge({ query: {} })],
  ['query-parameter', 'a merge into nobody', merge({ query: { targetCustomerId: [''] } })],
  ['query-parameter', 'a merge into oneself', merge({ query: { targetCustomerId: ['cus_01'] } })],
  ['query-parameter', 'a query where none is taken', put({ query: { expand: ['leadSource'] } })],
  ['filter-grammar', 'a filter with =', list({ query: { filter: ['country=US'] } })],
  ['filter-grammar', 'a filter with an empty value', list({ query: { filter: ['email:'] } })],
  ['filter-grammar', 'a range without an end', list({ query: { filter: ['paymentCount:..'] } })],
  ['unknown-field', 'a misspelt member in sort', list({ query: { sort: ['-createTime'] } })],
  ['unknown-field', 'a misspelt member in fields', getCustomer({ query: { fields: ['id,emial'] } })],
  ['unknown-field', 'a misspelt member in a filter', list({ query: { filter: ['fistName:Ann'] } })],
  ['unknown-field', 'a resource that cannot be expanded', getCustomer({ query: { expand: ['invoices'] } })],
  ['unknown-field', 'a sort by nothing', list({ query: { sort: ['-'] } })],
  ['unknown-field', 'a sort with an empty name', list({ query: { sort: ['email,,lastName'] } })],
  ['unknown-field', 'a boolean word for a last name', list({ query: { filter: ['primaryAddress.lastName:true'] } })],
  ['credential', 'no credential', getCustomer({ headers: {} })],
  ['credential', 'an empty token', getCustomer({ headers: { Authorization: 'Bearer' } })],
  ['credential', 'basic authentication', getCustomer({ headers: { Authorization: 'Basic dXNlcjpwYXNz' } })],
  [
    'credential',
    'the token of an application where none is taken',
    post({ headers: { Authorization: 'Bearer placeholder-application-jwt' } }),
  ],
  ['organization-header', 'the header of 2022', getCustomer({ headers: { ...key, 'Organization-Id': 'org_01' } })],
  ['request-body', 'a country in words', post({ send: { primaryAddress: { country: 'Germany' } } })],
  ['request-body', 'a first name longer than 45', post({ send: { primaryAddress: { firstName: 'x'.repeat(46) } } })],
  ['request-body', 'an empty city', put({ send: { primaryAddress: { city: '' } } })],
  [
    'request-body',
    'an e-mail address without a label',
    post({ send: { primaryAddress: { emails: [{ value: email.value }] } } }),
  ],
  ['request-body', 'a number where text belongs', post({ send: { locale: 44 } })],
  ['request-body', 'null where none may be', post({ send: { customFields: null } })],
  [
    'request-body',
    'a kind of tax number that nobody has',
    put({ send: { taxNumbers: [{ type: 'vat', value: 'GB1' }] } }),
  ],
  ['request-body', 'a referrer that is no address', putLeadSource({ send: { referrer: 'www.example.com' } })],
  ['request-body', 'a list for an object', post({ send: [] })],
  ['request-body', 'no body', post({ send: undefined })],
  [
    'request-body',
    'a broken body where 401 is expected',
    post({ send: { locale: 44 }, status: 401, answer: { status: 401 } }),
  ],
  ['unknown-member', 'a misspelt member', post({ send: { primaryAdress: {} } })],
  ['unknown-member', 'a misspelt member further in', put({ send: { primaryAddress: { zip: 'WC2N 5NF' } } })],
  ['unknown-member', 'a member of 2018', putLeadSource({ send: { medium: 'cpc', ipAddress: '192.0.2.1' } })],
  ['read-only-member', 'an id in a body', put({ send: { id: 'cus_01' } })],
  ['read-only-member', 'an e-mail address beside the contact', post({ send: { email: 'ann@example.com' } })],
  ['read-only-member', 'the hash of an address', put({ send: { primaryAddress: { hash: '056ae6d9' } } })],
  ['read-only-member', 'the original of a lead source', putLeadSource({ send: { original: { medium: 'cpc' } } })],
  [
    'read-only-member',
    'the result of a tax check',
    post({ send: { taxNumbers: [{ type: 'other', value: '1', isValid: true }] } }),
  ],
  ['valid-body', 'a sound body that shall be refused', post({ send: { locale: 'en-GB' }, ...refused })],
  ['valid-body', 'a misspelt member that shall be refused', putLeadSource({ send: { mediun: 'cpc' }, ...refused })],
  ['body-not-taken', 'a body in a GET', getCustomer({ send: { id: 'cus_01' } })],
  ['body-not-taken', 'a body in a merge', merge({ send: { targetCustomerId: 'cus_02' } })],
  [
    'request-content-type',
    'a form',
    post({ headers: { ...key, 'Content-Type': 'application/x-www-form-urlencoded' } }),
  ],
  ['undocumented-status', 'a 400', post({ send: {}, status: 400, answer: { status: 400 } })],
  ['undocumented-status', 'a lead source that is replaced', putLeadSource({ status: 200 })],
  ['undocumented-status', 'a merge with a body', merge({ status: 200, answer: { id: 'cus_02' } })],
  ['response-value', 'text where a number comes', getCustomer({ answer: { paymentCount: '3' } })],
  ['response-value', 'null where none comes', getCustomer({ answer: { createdTime: null } })],
  ['response-value', 'a day where a moment comes', getCustomer({ answer: { createdTime: '2026-03-08' } })],
  ['response-value', 'a kind of tag that nobody has', getCustomer({ answer: { tags: [{ type: 'vip' }] } })],
  ['response-value', 'an envelope around the list', list({ answer: { data: [] } })],
  ['response-value', 'money as text', getCustomer({ answer: { lifetimeRevenue: { amount: '12.50' } } })],
  ['response-value', 'an e-mail address that is none', getCustomer({ answer: { email: 'string' } })],
  ['undocumented-member', 'a misspelt member', getCustomer({ answer: { emial: 'ann@example.com' } })],
  ['undocumented-member', 'a misspelt member further in', list({ answer: [{ primaryAddress: { zip: 'WC2N 5NF' } }] })],
  ['undocumented-member', 'a member of an older version', getCustomer({ answer: { isEddRequired: false } })],
  ['other-customer', 'the answer of somebody else', getCustomer({ answer: { id: 'cus_02' } })],
  ['other-customer', 'the answer of somebody else, replaced', put({ answer: { id: 'cus_02' } })],
  ['write-only-member', 'a payment token', put({ answer: { paymentToken: 'token' } })],
  [
    'write-only-member',
    'a lead source inside the customer',
    getCustomer({ answer: { leadSource: { medium: 'cpc' } } }),
  ],
  ['problem-shape', 'an error as in 2022', getCustomer({ ...gone, answer: { error: 'Not found' } })],
  ['problem-shape', 'the status of another problem', getCustomer({ ...gone, answer: { status: 410 } })],
  ['problem-shape', 'a message in words of its own', getCustomer({ ...gone, answer: { message: 'Not found' } })],
  ['body-not-given', 'a body with a 204', deleteLeadSource({ answer: {} })],
  ['response-header', 'a header that nobody documents', getCustomer({ answerHeaders: { ETag: '"1"' } })],
  [
    'response-header',
    'a rate limit where none is said',
    getCustomer({ answerHeaders: { 'X-RateLimit-Limit': '3000' } }),
  ],
  ['response-header', 'a count in words', list({ answerHeaders: { 'Pagination-Total': 'many' } })],
  [
    'response-header',
    'the media type of RFC 9457',
    getCustomer({ ...gone, answerHeaders: { 'Content-Type': 'application/problem+json' } }),
  ],
  [
    'response-header',
    'a page without a body',
    getCustomer({ answer: undefined, answerHeaders: { 'Content-Type': 'text/html' } }),
  ],
  [
    'impossible-rule',
    'an integer where text comes',
    getCustomer({ answer: { email: 'ann@example.com' }, rules: { '$.email': { match: 'integer' } } }),
  ],
  [
    'impossible-rule',
    'a decimal where an integer comes',
    getCustomer({
      answer: { paymentCount: 3 },
      rules: { '$.paymentCount': [{ match: 'decimal' }, { match: 'regex', regex: '\\d+\\.\\d+' }] },
    }),
  ],
  [
    'impossible-rule',
    'a pattern that no value of the enumeration fits',
    getCustomer({
      answer: { tags: [{ type: 'customer' }] },
      rules: { '$.tags[*].type': { match: 'regex', regex: 'vip|lead' } },
    }),
  ],
  [
    'impossible-rule',
    'null where none comes',
    getCustomer({ answer: { paymentCount: 3 }, rules: { '$.paymentCount': { match: 'null' } } }),
  ],
  [
    'impossible-rule',
    'a boolean where text comes, of a lead source',
    getLeadSource({ rules: { '$.medium': { match: 'boolean' } } }),
  ],
  [
    'impossible-rule',
    'a variant whose member can not be what it says',
    getCustomer({
      answer: { tags: [{ name: 'vip' }] },
      rules: {
        '$.tags': {
          match: 'arrayContains',
          variants: [{ index: 0, rules: { '$.name': { matchers: [{ match: 'integer' }] } }, generators: {} }],
        },
      },
    }),
  ],
  [
    'impossible-rule',
    'integers for each value of an address',
    getCustomer({
      answer: { primaryAddress: { city: 'Leeds' } },
      rules: { '$.primaryAddress': { match: 'eachValue', value: '{}', rules: [{ match: 'integer' }] } },
    }),
  ],
  [
    'impossible-rule',
    'names for each key of an address that none of its members has',
    getCustomer({
      answer: { primaryAddress: { city: 'Leeds' } },
      rules: { '$.primaryAddress': { match: 'eachKey', value: '{}', rules: [{ match: 'regex', regex: '[A-Z]+' }] } },
    }),
  ],
  [
    'impossible-rule',
    'integers for each element of a list, inside of a variant',
    list({
      answer: [{ notificationEmails: ['ann@example.com'] }],
      rules: {
        $: {
          match: 'arrayContains',
          variants: [
            {
              index: 0,
              rules: {
                '$.notificationEmails': { matchers: [{ match: 'eachValue', rules: [{ match: 'integer' }] }] },
              },
            },
          ],
        },
      },
    }),
  ],
  [
    'impossible-generator',
    'the path of an invoice',
    getCustomer({ generates: { path: { type: 'ProviderState', expression: '/invoices/${id}' } } }),
  ],
  [
    'impossible-generator',
    'the path of a lead source for a customer',
    getCustomer({ generates: { path: { type: 'ProviderState', expression: '${base}/customers/${id}/lead-source' } } }),
  ],
  [
    'false-example',
    'a pattern for the beginning only',
    getCustomer({ rules: { '$.id': { match: 'regex', regex: '^cus' } } }),
  ],
  [
    'false-example',
    'a whole number where a decimal is wanted',
    getCustomer({
      answer: { lifetimeRevenue: { amount: 518 } },
      rules: { '$.lifetimeRevenue.amount': { match: 'real' } },
    }),
  ],
  [
    'false-example',
    'a format of another library',
    getCustomer({
      answer: { createdTime: '2026-03-08T12:57:32Z' },
      rules: { '$.createdTime': { match: 'timestamp', timestamp: 'YYYY-MM-DDTHH:mm:ssZ' } },
    }),
  ],
  ['false-example', 'fewer elements than the rule wants', list({ rules: { $: { match: 'type', min: 2 } } })],
  [
    'false-example',
    'a path that does not fit its own pattern',
    getCustomer({ asks: path({ match: 'regex', regex: '/customers/cus_02' }) }),
  ],
  ['unused-rule', 'a rule for a misspelt member', getCustomer({ rules: { '$.emial': { match: 'type' } } })],
  [
    'unused-rule',
    'the elements of an object',
    getCustomer({ answer: { customFields: { vip: true } }, rules: { '$.customFields[*]': { match: 'type' } } }),
  ],
  ['unreadable-rule', 'a matcher that nobody has', getCustomer({ rules: { '$.id': { match: 'frob' } } })],
  [
    'unreadable-rule',
    'a bracket in the path that does not close',
    getCustomer({ rules: { '$.[id': { match: 'type' } } }),
  ],
  ['unreadable-rule', 'a path without a dot behind its root', getCustomer({ rules: { $id: { match: 'type' } } })],
  ['unreadable-rule', 'a name in double quotes', getCustomer({ rules: { '$["id"]': { match: 'type' } } })],
  ['unreadable-rule', 'a matcher that says nothing', getCustomer({ rules: { '$.id': {} } })],
  [
    'unreadable-rule',
    'a list that contains nothing',
    getCustomer({ answer: { tags: [{ name: 'vip' }] }, rules: { '$.tags': { match: 'arrayContains' } } }),
  ],
  [
    'unreadable-pattern',
    'a class with a hyphen in the middle',
    getCustomer({ rules: { '$.id': { match: 'regex', regex: '[\\w-\\.]+' } } }),
  ],
  [
    'unreadable-pattern',
    'a pattern without an end',
    getCustomer({
      answer: { primaryAddress: { organization: `${'Smith and Sons '.repeat(3)}& Co.` } },
      rules: { '$.primaryAddress.organization': { match: 'regex', regex: '^(\\w+\\s?)+$' } },
    }),
  ],
  [
    'unreadable-pattern',
    'a bracket that does not close',
    getCustomer({ rules: { '$.id': { match: 'regex', regex: '(cus_01' } } }),
  ],
  [
    'same-name',
    'one name for two requests',
    getCustomer(),
    getCustomer({ path: '/customers/cus_02', answer: { id: 'cus_02' } }),
  ],
  [
    'two-answers',
    'two statuses in one state',
    getCustomer(),
    getCustomer({ ...gone, state: 'a customer exists', description: 'gone' }),
  ],
  [
    'two-answers',
    'two values in one state',
    getCustomer({ answer: { email: null } }),
    getCustomer({ answer: { email: 'ann@example.com' }, description: 'with an address' }),
  ],
  ['missing-state', 'a customer out of nowhere', getCustomer({ state: undefined })],
  ['missing-state', 'a lead source out of nowhere', deleteLeadSource({ state: undefined })],
  ['missing-state', 'a conflict out of nowhere', post({ status: 409, answer: { status: 409 } })],
  ['provider-state', 'a misspelt state', getCustomer({ state: 'a custmer exists' })],
  ['provider-state', 'a state in capitals', getCustomer({ state: 'A customer exists' })],
  ['provider-state', 'a parameter that the state has not', getCustomer({ parameters: { customerId: 'cus_01' } })],
  ['provider-state', 'a view that nobody has', getCustomer({ parameters: { id: 'cus_01', view: 'full' } })],
  ['provider-state', 'an id that no customer has', getCustomer({ parameters: { id: 'cus 01' } })],
  ['missing-state', 'a customer in a state without a name', getCustomer({ state: '' })],
  ['lone-absence', 'a 404 in a state without a name', getCustomer({ ...gone, state: ' ' })],
  ['lone-absence', 'a 404 by luck', getCustomer({ ...gone, state: undefined })],
  ['lone-absence', 'a new customer of an id that may be taken', put({ state: undefined, status: 201 })],
  [
    'real-key',
    'a secret key',
    getCustomer({ headers: { 'REB-APIKEY': ['sk', 'live', '7d1c9e2b4a6f8d0c'].join('_') } }),
  ],
  ['real-key', 'a key without a prefix', getCustomer({ headers: { 'REB-APIKEY': 'a81f02c7de9b4455b0c1' } })],
  [
    'real-key',
    'a token',
    getCustomer({
      headers: { Authorization: `Bearer ${['eyJhbGciOiJIUzI1NiJ9', 'eyJzdWIiOiIxIn0', 'c2ln'].join('.')}` },
    }),
  ],
  [
    'random-value',
    'an integer without an example',
    getCustomer({
      answer: { revision: 101 },
      answerGenerates: { body: { '$.revision': { type: 'RandomInt', min: 0, max: 10 } } },
    }),
  ],
  [
    'random-value',
    'a random id',
    put({ send: { websiteId: 'web_01' }, generates: { body: { '$.websiteId': { type: 'Uuid' } } } }),
  ],
  [
    'each-like-zero',
    'eachLike with a minimum of 0',
    getCustomer({ answer: { tags: [] }, rules: { '$.tags': { match: 'type', min: 0 } } }),
  ],
  ['each-like-query', 'eachLike in a query', list({ query: { sort: ['["email"]'] } })],
  [
    'each-like-query',
    'a minimum in a query',
    list({ query: { sort: ['email'] }, asks: { query: { sort: { matchers: [{ match: 'type', min: 1 }] } } } }),
  ],
  [
    'loose-path',
    'fromProviderState without a pattern',
    getCustomer({
      asks: path({ match: 'type' }),
      generates: { path: { type: 'ProviderState', expression: '/customers/${id}' } },
    }),
  ],
  [
    'loose-path',
    'a pattern that takes a lost id',
    getCustomer({ asks: path({ match: 'regex', regex: '/customers/[^/]+' }) }),
  ],
];

/** Each defect alone in a contract. */
export const seededDefects: readonly SeededDefect[] = table.map(([rule, name, ...interactions]) => ({
  name,
  rule,
  interactions,
}));

/** One sound interaction for each operation, in which neither lint nor anybody else should find anything. */
export const soundInteractions: readonly RawInteraction[] = Object.values(raw).map((interaction) => interaction());
