import { get, list, put, post, reachable, remove, type Ask, type Json, type Scenario, status } from '../scenario.ts';

/** Every member that can be written without anything else in the organization. */
const complete: Json = {
  primaryAddress: {
    firstName: 'Ada',
    lastName: 'Byron',
    organization: 'Analytical Engines',
    address: '12 Marylebone Road',
    address2: 'Flat 3',
    city: 'London',
    region: 'Greater London',
    country: 'GB',
    postalCode: 'NW1 5LA',
    dob: '1980-12-10',
    jobTitle: 'Analyst',
    phoneNumbers: [{ label: 'main', value: '+44 20 7946 0018', primary: true }],
    emails: [{ label: 'main', value: '{mail}', primary: true }],
  },
  locale: 'en-GB',
  customFields: {},
  taxNumbers: [{ type: 'other', value: '12345', isDefault: true }],
  notificationEmails: ['{mail}'],
};

const leadSource: Json = {
  medium: 'cpc',
  source: 'search',
  campaign: 'spring',
  term: 'engine',
  content: 'first',
  affiliate: 'none',
  subAffiliate: 'none',
  salesAgent: 'none',
  clickId: 'none',
  path: '/start',
  referrer: 'https://example.com/',
};

const withoutKey = { key: 'none' } as const;
const refused = (about: Scenario['about'], ask: Ask): Scenario => ({
  name: `${about.replace(/ .*/, '')}-401`,
  about,
  asks: [ask],
  expects: [status(401)],
});

/** The documented answers that can be brought about from outside. */
export const answers: readonly Scenario[] = [
  {
    name: 'getCustomerCollection-200',
    about: 'getCustomerCollection 200',
    given: [put('/{a}', complete), put('/{b}', reachable())],
    asks: [list('')],
    expects: [status(200)],
  },
  refused('getCustomerCollection 401', get('', { limit: '1' }, withoutKey)),
  {
    name: 'postCustomer-201',
    about: 'postCustomer 201',
    asks: [post(reachable()), post(complete)],
    // What a POST needs is another question.
    premises: [{ ...status(201), of: 0 }],
    expects: [status(201)],
  },
  refused('postCustomer 401', post(reachable(), withoutKey)),
  {
    name: 'postCustomer-422',
    about: 'postCustomer 422',
    asks: [post(reachable()), post(reachable({}, { country: 'Germany' }))],
    premises: [{ ...status(201), of: 0 }],
    expects: [status(422)],
  },
  {
    name: 'getCustomer-200',
    about: 'getCustomer 200',
    given: [put('/{a}', complete), put('/{b}', {})],
    asks: [get('/{a}'), get('/{b}')],
    expects: [{ statuses: [200, 200] }],
  },
  refused('getCustomer 401', get('/{a}', {}, withoutKey)),
  { name: 'getCustomer-404', about: 'getCustomer 404', asks: [get('/{a}')], expects: [status(404)] },
  {
    name: 'putCustomer-200',
    about: 'putCustomer 200',
    given: [put('/{a}', {})],
    asks: [put('/{a}', complete)],
    expects: [status(200)],
  },
  { name: 'putCustomer-201', about: 'putCustomer 201', asks: [put('/{a}', complete)], expects: [status(201)] },
  refused('putCustomer 401', put('/{a}', {}, withoutKey)),
  {
    name: 'putCustomer-422',
    about: 'putCustomer 422',
    asks: [put('/{a}', { primaryAddress: { country: 'Germany' } })],
    expects: [status(422)],
  },
  {
    name: 'deleteCustomer-204',
    about: 'deleteCustomer 204',
    given: [put('/{a}', {}), put('/{b}', {})],
    asks: [remove('/{a}', { targetCustomerId: '{b}' })],
    expects: [status(204)],
  },
  refused('deleteCustomer 401', remove('/{a}', { targetCustomerId: '{b}' }, withoutKey)),
  {
    name: 'deleteCustomer-404',
    about: 'deleteCustomer 404',
    given: [put('/{b}', {})],
    asks: [remove('/{a}', { targetCustomerId: '{b}' })],
    expects: [status(404)],
  },
  {
    name: 'getCustomerLeadSource-200',
    about: 'getCustomerLeadSource 200',
    given: [put('/{a}', {}), put('/{a}/lead-source', leadSource)],
    asks: [get('/{a}/lead-source')],
    expects: [status(200)],
  },
  refused('getCustomerLeadSource 401', get('/{a}/lead-source', {}, withoutKey)),
  {
    name: 'getCustomerLeadSource-404',
    about: 'getCustomerLeadSource 404',
    asks: [get('/{a}/lead-source')],
    expects: [status(404)],
  },
  {
    name: 'putCustomerLeadSource-201',
    about: 'putCustomerLeadSource 201',
    given: [put('/{a}', {})],
    asks: [put('/{a}/lead-source', leadSource)],
    expects: [status(201)],
  },
  refused('putCustomerLeadSource 401', put('/{a}/lead-source', {}, withoutKey)),
  {
    name: 'putCustomerLeadSource-422',
    about: 'putCustomerLeadSource 422',
    given: [put('/{a}', {})],
    asks: [put('/{a}/lead-source', { medium: 'm'.repeat(513) })],
    expects: [status(422)],
  },
  {
    name: 'deleteCustomerLeadSource-204',
    about: 'deleteCustomerLeadSource 204',
    given: [put('/{a}', {}), put('/{a}/lead-source', { source: 'search' })],
    asks: [remove('/{a}/lead-source')],
    expects: [status(204)],
  },
  refused('deleteCustomerLeadSource 401', remove('/{a}/lead-source', {}, withoutKey)),
  {
    name: 'deleteCustomerLeadSource-404',
    about: 'deleteCustomerLeadSource 404',
    asks: [remove('/{a}/lead-source')],
    expects: [status(404)],
  },
];

/** Why the others can't be. */
export const unseenStatuses: Readonly<Record<number, string>> = {
  403: 'it takes a key of another kind',
  409: 'nobody knows what brings a conflict about',
  429: 'it takes more writes than anybody should send for it',
};
