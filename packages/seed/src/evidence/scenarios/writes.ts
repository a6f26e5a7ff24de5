import {
  at,
  equal,
  get,
  header,
  post,
  put,
  reachable,
  remove,
  type Json,
  type Scenario,
  status,
  written,
} from '../scenario.ts';

const addresses = (...addresses: readonly Json[]): Json => ({ primaryAddress: { emails: addresses } });
const first = { label: 'main', value: 'first.{mail}' };
const second = { label: 'other', value: 'second.{mail}' };
const emoji = '\u{1F600}';
const source = (name: string): Json => ({ source: name });
const merge = remove('/{a}', { targetCustomerId: '{b}' });
const isUnset = { kind: 'unset' } as const;

/** What is decided about merging customers. */
export const merging: readonly Scenario[] = [
  {
    name: 'q2-target-survives',
    about: 'q2',
    given: [put('/{a}', {}), put('/{b}', {}), merge],
    asks: [get('/{b}')],
    expects: [status(200)],
  },
  {
    name: 'q4-no-target',
    about: 'q4',
    given: [put('/{a}', {})],
    asks: [remove('/{a}')],
    expects: [status(422)],
  },
  {
    name: 'q4-empty-target',
    about: 'q4',
    given: [put('/{a}', {})],
    asks: [remove('/{a}', { targetCustomerId: '' })],
    expects: [status(422)],
  },
  {
    name: 'q4-into-itself',
    about: 'q4',
    given: [put('/{a}', {})],
    asks: [remove('/{a}', { targetCustomerId: '{a}' })],
    expects: [status(422)],
  },
  {
    name: 'q4-into-nobody',
    about: 'q4',
    given: [put('/{a}', {})],
    asks: [merge],
    expects: [status(404)],
  },
  {
    // Whichever of the two it is: that is another question.
    name: 'q5-merged-id',
    about: 'q5',
    given: [put('/{a}', {}), put('/{b}', {}), merge],
    asks: [get('/{a}'), get('/{b}')],
    expects: [{ statuses: [200, 404] }],
  },
  {
    name: 'q6-keeps-its-address',
    about: 'q6',
    given: [
      put('/{a}', { primaryAddress: { city: 'Leeds' } }),
      put('/{b}', { primaryAddress: { city: 'York' } }),
      merge,
      get('/{b}'),
    ],
    asks: [get('/{b}')],
    expects: [equal('primaryAddress.city', 'York')],
  },
  {
    name: 'q6-gets-a-lead-source',
    about: 'q6',
    given: [put('/{a}', {}), put('/{a}/lead-source', source('search')), put('/{b}', {}), merge, get('/{b}')],
    asks: [get('/{b}/lead-source')],
    expects: [equal('source', 'search')],
  },
];

/** What is decided about writing customers, and what the server makes. */
export const writing: readonly Scenario[] = [
  {
    name: 'q3-locale',
    about: 'q3',
    given: [put('/{a}', { locale: 'fr-FR' })],
    asks: [put('/{a}', {})],
    expects: [at('locale', isUnset)],
  },
  {
    name: 'q3-address',
    about: 'q3',
    given: [put('/{a}', { primaryAddress: { city: 'Leeds' } })],
    asks: [put('/{a}', { locale: 'fr-FR' })],
    expects: [at('primaryAddress', isUnset)],
  },
  {
    name: 'q3-inside-an-address',
    about: 'q3',
    given: [put('/{a}', { primaryAddress: { city: 'Leeds', country: 'GB' } })],
    asks: [put('/{a}', { primaryAddress: { country: 'GB' } })],
    expects: [at('primaryAddress.city', isUnset)],
  },
  {
    name: 'q21-read-only',
    about: 'q21',
    asks: [put('/{a}', { id: '{b}', revision: 99, paymentCount: 7 })],
    expects: [written, equal('id', '{a}'), at('revision', { not: 99 }), at('paymentCount', { not: 7 })],
  },
  {
    name: 'q21-read-only-inside',
    about: 'q21',
    asks: [put('/{a}', { primaryAddress: { hash: 'f'.repeat(40) } })],
    expects: [written, at('primaryAddress.hash', { not: 'f'.repeat(40) })],
  },
  {
    name: 'q22-unknown',
    about: 'q22',
    asks: [put('/{a}', { shoeSize: 42 })],
    expects: [written, at('shoeSize', { kind: 'absent' })],
  },
  {
    name: 'q22-unknown-in-lead-source',
    about: 'q22',
    given: [put('/{a}', {})],
    asks: [put('/{a}/lead-source', { amount: 1, currency: 'USD' })],
    expects: [status(201)],
  },
  { name: 'q24-no-website', about: 'q24', asks: [post(reachable())], expects: [status(201)] },
  { name: 'q25-made', about: 'q25', asks: [put('/{a}', {})], expects: [at('personId', { kind: 'text' })] },
  {
    name: 'q25-kept',
    about: 'q25',
    asks: [put('/{a}', {}), put('/{a}', { locale: 'fr-FR' })],
    premises: [at('personId', { kind: 'text' })],
    expects: [at('personId', { moreBy: 0, thanOf: 0 })],
  },
  {
    name: 'payment-instrument-null',
    about: 'payment-instrument',
    asks: [put('/{a}', { defaultPaymentInstrumentId: null })],
    expects: [written, at('defaultPaymentInstrument', isUnset)],
  },
  {
    name: 'q46-emoji',
    about: 'q46',
    asks: [put('/{a}', { primaryAddress: { firstName: emoji } })],
    expects: [written, equal('primaryAddress.firstName', emoji)],
  },
  {
    name: 'q46-code-points',
    about: 'q46',
    asks: [put('/{a}', { primaryAddress: { firstName: emoji.repeat(45) } })],
    expects: [written],
  },
  {
    name: 'q46-empty',
    about: 'q46',
    asks: [put('/{a}', { primaryAddress: { firstName: '' } })],
    expects: [status(422)],
  },
  {
    name: 'formats-one-label',
    about: 'formats',
    asks: [put('/{a}', addresses({ label: 'main', value: 'ada@localhost' }))],
    expects: [status(422)],
  },
  {
    name: 'formats-quoted-name',
    about: 'formats',
    asks: [put('/{a}', addresses({ label: 'main', value: '"ada b"@example.com' }))],
    expects: [status(422)],
  },
  {
    name: 'formats-no-scheme',
    about: 'formats',
    given: [put('/{a}', {})],
    asks: [put('/{a}/lead-source', { referrer: 'www.example.com/start' })],
    expects: [status(422)],
  },
  {
    name: 'q39-member',
    about: 'q39',
    asks: [put('/{a}', { customFields: [], primaryAddress: [] })],
    expects: [written],
  },
  { name: 'q39-body', about: 'q39', asks: [put('/{a}', [])], expects: [written] },
  {
    name: 'q40-emails',
    about: 'q40',
    asks: [put('/{a}', { primaryAddress: { emails: { 0: { label: 'main', value: '{mail}' } } } })],
    expects: [written, equal('primaryAddress.emails.0.value', '{mail}')],
  },
  {
    name: 'q40-body-of-get',
    about: 'q40',
    given: [put('/{a}', {})],
    asks: [get('/{a}', {}, { text: 'null' })],
    expects: [status(200)],
  },
  {
    name: 'q29-primary',
    about: 'q29',
    asks: [put('/{a}', addresses(first, { ...second, primary: true }))],
    expects: [equal('email', 'second.{mail}')],
  },
  {
    name: 'q29-two-primary',
    about: 'q29',
    asks: [put('/{a}', addresses({ ...first, primary: true }, { ...second, primary: true }))],
    expects: [equal('email', 'first.{mail}')],
  },
  {
    name: 'q29-none-primary',
    about: 'q29',
    asks: [put('/{a}', addresses(first, second))],
    expects: [equal('email', 'first.{mail}')],
  },
  {
    name: 'q29-names',
    about: 'q29',
    asks: [put('/{a}', { primaryAddress: { firstName: 'Ada', lastName: 'Byron' } })],
    expects: [equal('firstName', 'Ada'), equal('lastName', 'Byron')],
  },
  { name: 'q23-first', about: 'q23', asks: [put('/{a}', {})], expects: [equal('revision', 1)] },
  {
    name: 'q23-put',
    about: 'q23',
    asks: [put('/{a}', {}), put('/{a}', { locale: 'fr-FR' })],
    expects: [at('revision', { moreBy: 1, thanOf: 0 })],
  },
  {
    name: 'q23-lead-source',
    about: 'q23',
    asks: [put('/{a}', {}), put('/{a}/lead-source', source('search')), get('/{a}')],
    expects: [at('revision', { moreBy: 1, thanOf: 0 })],
  },
  {
    name: 'q30-digest',
    about: 'q30',
    asks: [put('/{a}', { primaryAddress: { city: 'Leeds' } })],
    expects: [at('primaryAddress.hash', { matches: /^[\da-f]{40}$/ })],
  },
  {
    name: 'q30-case',
    about: 'q30',
    asks: [put('/{a}', { primaryAddress: { city: 'Leeds' } }), put('/{a}', { primaryAddress: { city: 'LEEDS' } })],
    premises: [at('primaryAddress.hash', { kind: 'text' })],
    expects: [at('primaryAddress.hash', { moreBy: 0, thanOf: 0 })],
  },
  {
    name: 'ids-form',
    about: 'ids',
    asks: [post(reachable())],
    premises: [status(200, 201)],
    expects: [at('id', { matches: /^cus_[\dA-HJKMNP-TV-Z]{26}$/ })],
  },
  {
    name: 'times-form',
    about: 'times',
    asks: [put('/{a}', {})],
    expects: [at('createdTime', { matches: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/ })],
  },
  {
    name: 'money-of-a-lead',
    about: 'money',
    asks: [put('/{a}', {})],
    expects: [equal('averageValue.amount', 0), equal('lifetimeRevenue.amountUsd', 0)],
  },
];

/** What is decided about lead sources. */
export const leadSources: readonly Scenario[] = [
  {
    name: 'q10-second-write',
    about: 'q10',
    given: [put('/{a}', {}), put('/{a}/lead-source', source('search'))],
    asks: [put('/{a}/lead-source', source('letter'))],
    expects: [status(201)],
  },
  {
    name: 'q10-newest-on-top',
    about: 'q10',
    given: [put('/{a}', {}), put('/{a}/lead-source', source('search')), put('/{a}/lead-source', source('letter'))],
    asks: [get('/{a}/lead-source')],
    expects: [equal('source', 'letter'), equal('original.source', 'search')],
  },
  {
    name: 'q10-first-is-original',
    about: 'q10',
    given: [put('/{a}', {})],
    asks: [put('/{a}/lead-source', source('search'))],
    expects: [at('original.source', { sameAs: 'source' })],
  },
  {
    name: 'q11-written',
    about: 'q11',
    given: [put('/{a}', { leadSource: source('search') })],
    asks: [get('/{a}/lead-source')],
    expects: [status(200), equal('source', 'search')],
  },
  {
    name: 'q11-one-change',
    about: 'q11',
    asks: [put('/{a}', {}), put('/{a}', { leadSource: source('search') })],
    expects: [written, at('revision', { moreBy: 1, thanOf: 0 })],
  },
  { name: 'q12-put', about: 'q12', asks: [put('/{a}/lead-source', source('search'))], expects: [status(404)] },
  {
    name: 'q13-twice',
    about: 'q13',
    given: [put('/{a}', {}), put('/{a}/lead-source', source('search')), remove('/{a}/lead-source')],
    asks: [remove('/{a}/lead-source')],
    expects: [status(404)],
  },
  {
    name: 'q14-never-set',
    about: 'q14',
    given: [put('/{a}', {})],
    asks: [get('/{a}/lead-source')],
    expects: [status(404)],
  },
];

/** What is decided about the shape of answers. */
export const shapes: readonly Scenario[] = [
  {
    name: 'q35-unset',
    about: 'q35',
    asks: [put('/{a}', {})],
    expects: [
      at('locale', { kind: 'null' }),
      at('primaryAddress', { kind: 'null' }),
      at('websiteId', { kind: 'absent' }),
    ],
  },
  {
    name: 'q1-object-when-asked',
    about: 'q1',
    given: [put('/{a}', {}), put('/{a}/lead-source', source('search'))],
    asks: [get('/{a}'), get('/{a}', { expand: 'leadSource' })],
    expects: [at('_embedded', { kind: 'absent' }, 0), at('_embedded', { kind: 'object' })],
  },
  {
    name: 'links-of-a-customer',
    about: 'links',
    asks: [put('/{a}', {})],
    expects: [
      at('_links', { rels: ['leadSource', 'self'] }),
      at('_links.0.href', { matches: /^\/organizations\/[^/]+\/customers\// }),
    ],
  },
  {
    name: 'links-of-a-lead-source',
    about: 'links',
    given: [put('/{a}', {})],
    asks: [put('/{a}/lead-source', source('search'))],
    expects: [at('_links', { rels: ['customer', 'self'] })],
  },
  {
    name: 'fields-with-id',
    about: 'fields',
    given: [put('/{a}', { locale: 'fr-FR' })],
    asks: [get('/{a}', { fields: 'locale' })],
    expects: [
      equal('id', '{a}'),
      equal('locale', 'fr-FR'),
      at('createdTime', { kind: 'absent' }),
      at('_links', { kind: 'absent' }),
    ],
  },
  {
    name: 'fields-unknown',
    about: 'fields',
    given: [put('/{a}', { primaryAddress: { city: 'Leeds' } })],
    asks: [get('/{a}', { fields: 'shoeSize,primaryAddress.city' })],
    expects: [status(200), at('primaryAddress', { kind: 'absent' })],
  },
  {
    name: 'expand-on-put',
    about: 'expand',
    asks: [put('/{a}', {}, { query: { expand: 'leadSource' } })],
    expects: [at('_embedded', { kind: 'present' })],
  },
  {
    name: 'expand-unknown',
    about: 'expand',
    given: [put('/{a}', {})],
    asks: [get('/{a}', { expand: 'shoeSize' })],
    expects: [status(200)],
  },
  {
    name: 'q32-nothing',
    about: 'q32',
    given: [put('/{a}', {}), put('/{b}', {})],
    asks: [merge],
    premises: [status(204)],
    expects: [
      at('', { kind: 'absent' }),
      header('Content-Type', { kind: 'absent' }),
      header('Content-Length', { kind: 'absent' }),
    ],
  },
  {
    name: 'q31-absolute',
    about: 'q31',
    asks: [put('/{a}', {})],
    expects: [
      header('Location', { matches: /^https?:\/\/[^/]+(?:\/[^?]*)?\/organizations\/[^/]+\/customers\/[^/]+$/ }),
    ],
  },
  {
    name: 'q16-put-200',
    about: 'q16',
    given: [put('/{a}', {})],
    asks: [put('/{a}', { locale: 'fr-FR' })],
    premises: [status(200)],
    expects: [header('X-RateLimit-Limit', { kind: 'text' }), header('X-RateLimit-Remaining', { kind: 'text' })],
  },
  {
    name: 'q16-get',
    about: 'q16',
    given: [put('/{a}', {})],
    asks: [get('/{a}')],
    expects: [header('X-RateLimit-Limit', { kind: 'absent' })],
  },
];
