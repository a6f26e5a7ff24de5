import {
  at,
  equal,
  finds,
  get,
  header,
  list,
  post,
  put,
  reachable,
  type Ask,
  type Json,
  type Scenario,
  status,
} from '../scenario.ts';

const none = at('', { kind: 'empty list' });

/** One customer, and what a list by its e-mail address and a filter shows of it. */
function filtered(
  name: string,
  about: Scenario['about'],
  { customer = reachable(), filter, query }: { customer?: Json; filter: string; query?: Ask['query'] },
  ...expects: Scenario['expects']
): Scenario {
  return { name, about, given: [put('/{a}', customer)], asks: [list(filter, query)], expects };
}

/** A list that needs nobody to be there. */
function queried(
  name: string,
  about: Scenario['about'],
  query: Ask['query'],
  ...expects: Scenario['expects']
): Scenario {
  return { name, about, asks: [get('', query)], expects };
}

const asJson = { 'Content-Type': 'application/json' };
const tooDeep = `{"customFields":{"deep":${'['.repeat(520)}${']'.repeat(520)}}}`;
const vip = reachable({ customFields: { vip: true, level: 7 } });
const leeds = reachable({}, { city: 'Leeds', lastName: 'Byron' });
const two = [put('/{a}', reachable()), put('/{b}', reachable(), { after: 1100 })];

/** What is decided about lists. */
export const lists: readonly Scenario[] = [
  queried(
    'q17-page',
    'q17',
    {},
    header('Pagination-Limit', { equals: '100' }),
    header('Pagination-Offset', { equals: '0' }),
  ),
  {
    name: 'q17-newest-first',
    about: 'q17',
    given: two,
    asks: [list('', { sort: 'createdTime' }), list('')],
    premises: [{ ...finds('{a}', '{b}'), of: 0 }],
    expects: [finds('{b}', '{a}')],
  },
  queried(
    'q18-limit',
    'q18',
    { limit: '1001', fields: 'id' },
    status(200),
    header('Pagination-Limit', { equals: '1000' }),
  ),
  queried(
    'q18-offset',
    'q18',
    { offset: '1001', limit: '1' },
    status(200),
    header('Pagination-Offset', { equals: '1000' }),
  ),
  queried('q18-no-number', 'q18', { limit: 'abc' }, status(400)),
  queried('q18-negative', 'q18', { offset: '-1' }, status(400)),
  queried('q18-nothing', 'q18', { limit: '0' }, none, header('Pagination-Total', { kind: 'text' })),
  queried('sort-first-name', 'sort', { sort: 'firstName' }, status(400)),
  queried('sort-id', 'sort', { sort: '-id', limit: '1' }, status(200)),
  queried('sort-money', 'sort', { sort: 'averageValue', limit: '1' }, status(200)),
  queried('sort-blank', 'sort', { sort: 'email, id', limit: '1' }, status(200)),
  {
    name: 'search-part',
    about: 'search',
    given: [put('/{a}', reachable())],
    asks: [get('', { q: '{word}@exam' })],
    expects: [finds('{a}')],
  },
  {
    name: 'search-words',
    about: 'search',
    given: [put('/{a}', reachable({}, { lastName: 'Byron' }))],
    asks: [get('', { q: '{mail} byr' })],
    expects: [finds('{a}')],
  },
  {
    name: 'search-every-word',
    about: 'search',
    given: [put('/{a}', reachable({}, { lastName: 'Byron' }))],
    asks: [get('', { q: '{mail} lovelace' })],
    expects: [status(200), none],
  },
  filtered('search-and-filter', 'search', { filter: '', query: { q: 'nobody-of-this-name' } }, status(200), none),
  queried('q38-sort', 'q38', { sort: '', limit: '1' }, status(200)),
  queried('q38-filter', 'q38', { filter: '', q: '', limit: '1' }, status(200)),
  {
    name: 'q38-fields',
    about: 'q38',
    given: [put('/{a}', {})],
    asks: [get('/{a}', { fields: '', expand: '' })],
    expects: [at('createdTime', { kind: 'text' })],
  },
  queried('q38-limit', 'q38', { limit: '' }, status(400)),
];

/** What is decided about filters. */
export const filters: readonly Scenario[] = [
  filtered('filter-and', 'filter', { customer: leeds, filter: 'primaryAddress.city:York' }, status(200), none),
  filtered('filter-or', 'filter', { customer: leeds, filter: 'primaryAddress.city:York,Leeds' }, finds('{a}')),
  filtered('filter-not', 'filter', { customer: leeds, filter: 'primaryAddress.city:!Leeds' }, status(200), none),
  filtered(
    'filter-not-each',
    'filter',
    { customer: leeds, filter: 'primaryAddress.city:!York,!Leeds' },
    status(200),
    none,
  ),
  filtered('filter-not-of-nothing', 'filter', { filter: 'primaryAddress.city:!York' }, finds('{a}')),
  filtered('filter-range', 'filter', { customer: vip, filter: 'customFields.level:3..7' }, finds('{a}')),
  filtered('filter-open-range', 'filter', { customer: vip, filter: 'customFields.level:7..' }, finds('{a}')),
  filtered('filter-time', 'filter', { filter: 'createdTime:2020-01-01T00:00:00Z..' }, finds('{a}')),
  filtered(
    'filter-no-escape',
    'filter',
    { customer: leeds, filter: String.raw`primaryAddress.city:Lee\ds` },
    status(200),
    none,
  ),
  filtered('filter-in-lists', 'filter', { filter: 'primaryAddress.emails.value:{mail}' }, finds('{a}')),
  filtered('filter-old-alias', 'filter', { filter: 'primaryAddress.*.email:{mail}' }, finds('{a}')),
  filtered('q9-boolean', 'q9', { customer: vip, filter: 'customFields.vip:true' }, finds('{a}')),
  filtered('q9-whole', 'q9', { customer: leeds, filter: 'primaryAddress.city:Leed' }, status(200), none),
  filtered('q9-any-case', 'q9', { customer: leeds, filter: 'primaryAddress.city:lEEDS' }, finds('{a}')),
  queried('q9-unknown-field', 'q9', { filter: 'shoeSize:42' }, status(400)),
  queried('q9-wrong-type', 'q9', { filter: 'invoiceCount:many' }, status(400)),
  queried('q9-unreadable', 'q9', { filter: 'invoiceCount' }, status(400)),
  queried('q9-unknown-list', 'q9', { filter: 'primaryAddress.country:@no-such-list' }, status(400)),
  filtered('q42-blanks', 'q42', { customer: leeds, filter: ' primaryAddress.city : York , Leeds' }, finds('{a}')),
  filtered('q42-line-break', 'q42', { customer: leeds, filter: '\n  primaryAddress.city:Leeds' }, finds('{a}')),
  queried('q43-true', 'q43', { filter: 'primaryAddress.lastName:true' }, status(400)),
  filtered(
    'q43-name',
    'q43',
    { customer: reachable({}, { lastName: 'True' }), filter: 'primaryAddress.lastName:True' },
    finds('{a}'),
  ),
  {
    name: 'q47-quotes',
    about: 'q47',
    given: [put('/{a}', reachable())],
    asks: [get('', { filter: 'email:"{mail}"' })],
    expects: [status(200), none],
  },
];

/** What is decided about paths, bodies, headers and errors. */
export const requests: readonly Scenario[] = [
  {
    name: 'q33-path-wins',
    about: 'q33',
    given: [put('/{a}', {})],
    asks: [get('/{a}', {}, { headers: { 'Organization-Id': 'another-organization' } })],
    expects: [status(200)],
  },
  {
    name: 'q33-no-organization',
    about: 'q33',
    given: [put('/{a}', {})],
    asks: [get('/{a}', {}, { from: 'host' })],
    expects: [status(200)],
  },
  {
    name: 'credentials-unknown-key',
    about: 'credentials',
    asks: [get('', { limit: '1' }, { key: 'unknown' })],
    expects: [status(401)],
  },
  {
    name: 'credentials-empty-token',
    about: 'credentials',
    asks: [get('', { limit: '1' }, { headers: { Authorization: 'Bearer' } })],
    expects: [status(200)],
  },
  {
    name: 'credentials-key-and-token',
    about: 'credentials',
    asks: [get('', { limit: '1' }, { headers: { Authorization: 'Bearer no.such.token' } })],
    expects: [status(200)],
  },
  { name: 'q27-get', about: 'q27', asks: [get('/{word}%20a')], expects: [status(404)] },
  { name: 'q27-put', about: 'q27', asks: [put('/{word}%20a', {})], expects: [status(404)] },
  { name: 'q27-too-long', about: 'q27', asks: [get(`/${'a'.repeat(51)}`)], expects: [status(404)] },
  { name: 'q19-get', about: 'q19', asks: [get('/', { limit: '1' })], expects: [status(200), at('', { kind: 'list' })] },
  {
    name: 'q19-post',
    about: 'q19',
    asks: [post(reachable()), { ...post(reachable()), path: '/customers/' }],
    premises: [{ ...status(201), of: 0 }],
    expects: [status(201)],
  },
  {
    name: 'q45-double',
    about: 'q45',
    asks: [get('', { limit: '1' }, { from: 'second slash' })],
    expects: [status(200)],
  },
  { name: 'q20-none', about: 'q20', asks: [put('/{a}', undefined, { text: '{}' })], expects: [status(200, 201)] },
  {
    name: 'q20-text',
    about: 'q20',
    asks: [put('/{a}', {}, { headers: { 'Content-Type': 'text/plain' } })],
    expects: [status(200, 201)],
  },
  {
    name: 'q20-form',
    about: 'q20',
    asks: [put('/{a}', {}, { headers: { 'Content-Type': 'application/x-www-form-urlencoded' } })],
    expects: [status(415)],
  },
  {
    name: 'q20-compressed',
    about: 'q20',
    asks: [put('/{a}', {}, { headers: { 'Content-Encoding': 'gzip' } })],
    expects: [status(415)],
  },
  {
    name: 'q26-malformed',
    about: 'q26',
    asks: [put('/{a}', undefined, { text: '{"locale":', headers: asJson })],
    expects: [status(400)],
  },
  { name: 'q26-missing', about: 'q26', asks: [put('/{a}')], expects: [status(400)] },
  {
    name: 'q26-too-deep',
    about: 'q26',
    asks: [put('/{a}', undefined, { text: tooDeep, headers: asJson })],
    expects: [status(400)],
  },
  {
    name: 'q37-method',
    about: 'q37',
    given: [put('/{a}', {})],
    asks: [{ method: 'PATCH', path: '/customers/{a}', body: {} }],
    expects: [status(405)],
  },
  {
    name: 'q37-too-many-clauses',
    about: 'q37',
    asks: [get('', { filter: Array.from({ length: 201 }, () => 'invoiceCount:0').join(';') })],
    expects: [status(400)],
  },
  {
    name: 'q15-media-type',
    about: 'q15',
    asks: [get('/{a}')],
    premises: [status(404)],
    expects: [header('Content-Type', { matches: /^application\/json(?:;|$)/i })],
  },
  {
    name: 'q28-blank',
    about: 'q28',
    asks: [get('/{a}')],
    premises: [status(404)],
    expects: [equal('type', 'about:blank')],
  },
  {
    name: 'q36-index',
    about: 'q36',
    asks: [put('/{a}', { primaryAddress: { emails: [{ label: 'main', value: 'no address' }] } })],
    premises: [status(422), at('invalidFields', { kind: 'list' })],
    expects: [at('invalidFields.0.field', { equals: 'primaryAddress.emails.0.value' })],
  },
  {
    name: 'q36-order',
    about: 'q36',
    asks: [put('/{a}', { primaryAddress: { postalCode: '%', country: 'Germany' } })],
    premises: [status(422), at('invalidFields', { kind: 'list' })],
    expects: [
      at('invalidFields.0.field', { equals: 'primaryAddress.postalCode' }),
      at('invalidFields.1.field', { equals: 'primaryAddress.country' }),
    ],
  },
  {
    name: 'q41-list',
    about: 'q41',
    asks: [put('/{a}', { primaryAddress: { country: 'Germany' } })],
    premises: [status(422)],
    expects: [at('invalidFields', { kind: 'list' })],
  },
];
