import { servers } from '../servers.ts';
import type { Before, DatedChange } from './dated-change.ts';

/** Nothing was said of the place. */
const absent = null;

/** The same before at several places. */
function at(places: readonly string[], before: Before): DatedChange['before'] {
  return Object.fromEntries(places.map((place) => [place, before]));
}

/** The same before of several members of a component, or values of a list. */
function of(holder: string, names: readonly string[], before: Before): DatedChange['before'] {
  return at(
    names.map((name) => holder + name),
    before,
  );
}

/** The servers of a time, by what stood behind the host. */
function serversAt(...prefixes: readonly string[]): readonly Readonly<Record<string, unknown>>[] {
  return prefixes.flatMap((prefix) =>
    Object.values(servers).map((host) => ({
      url: host + prefix,
      ...(prefix === organization && { variables: { organizationId: { default: 'unknown' } } }),
    })),
  );
}

const organization = '/organizations/{organizationId}';

const everyOperation = [
  'getCustomerCollection',
  'postCustomer',
  'getCustomer',
  'putCustomer',
  'deleteCustomer',
  'getCustomerLeadSource',
  'putCustomerLeadSource',
  'deleteCustomerLeadSource',
];
const created = ['postCustomer 201', 'putCustomer 201', 'putCustomerLeadSource 201'];
const deleted = ['deleteCustomer 204', 'deleteCustomerLeadSource 204'];
const successful = [
  'getCustomerCollection 200',
  'getCustomer 200',
  'putCustomer 200',
  'getCustomerLeadSource 200',
  ...created,
  ...deleted,
];
const limitedWrites = [
  'postCustomer',
  'putCustomer',
  'deleteCustomer',
  'putCustomerLeadSource',
  'deleteCustomerLeadSource',
];

const shortTexts = ['medium', 'source', 'campaign', 'term', 'content', 'affiliate', 'subAffiliate', 'salesAgent'];
/** As PCRE reads it: JavaScript writes `\\p{L}`. */
const textLike = (characters: string) => ({ minLength: null, pattern: `^[${characters}]+$` });

const linkMembers = { items: { required: ['href', 'rel'] } };
const asList = { $ref: null, type: 'array', minItems: 1, items: { $ref: '#/components/schemas/CustomerEmbedded' } };
const asPost = { method: 'post', operationId: 'PostCustomerLeadSource' };
const asPut = { method: 'put', operationId: 'PutCustomerLeadSource' };

const integer = { schema: { type: 'integer' } };
const rateLimitHeaders = (cell: string): DatedChange['before'] => ({
  [`${cell} Rate-Limit-Limit`]: integer,
  [`${cell} Rate-Limit-Remaining`]: integer,
  [`${cell} Rate-Limit-Reset`]: { description: 'A date as of RFC 822.', schema: { type: 'string' } },
});

const problems = ['UnauthorizedProblem', 'ForbiddenProblem', 'NotFoundProblem', 'ConflictProblem', 'ValidationProblem'];
/** Any problem had one shape, with a member of an older one. */
const asError = {
  properties: {
    type: { format: 'uri' },
    status: { type: 'integer', const: null, minimum: 400, maximum: 599 },
    instance: null,
    error: { type: 'string', deprecated: true },
  },
};

const text = { type: 'string' };
const id = { type: 'string', maxLength: 50 };
const method = { $ref: '#/components/schemas/PaymentMethod' };
/** The four kinds of instruments that could be read and written, one of which a body had. */
const instruments = (cheque: string, alternative: object): readonly Readonly<Record<string, unknown>>[] => [
  {
    type: 'object',
    required: ['method', 'paymentInstrumentId'],
    properties: { method: { type: 'string', enum: ['payment-card', 'ach', 'paypal'] }, paymentInstrumentId: id },
  },
  { type: 'object', required: ['method'], ...alternative },
  {
    type: 'object',
    required: ['method'],
    properties: { method: { type: 'string', enum: ['cash'] }, receivedBy: text },
  },
  {
    type: 'object',
    required: ['method'],
    properties: { method: { type: 'string', enum: [cheque] }, reference: text },
  },
];
const otherMethod = { allOf: [method, { not: { enum: ['payment-card', 'ach', 'paypal', 'cash', 'check'] } }] };
const nullableInstrument = { anyOf: [{ $ref: '#/components/schemas/DefaultPaymentInstrument' }, { type: 'null' }] };

const laterMethods =
  'Aera, Affirm, Afterpay, Aircash, BankSEND, Bizum, Clearpay, Cleo, Directa24Card, ecoPayzTurkey, FasterPay, ' +
  'iCashOne Voucher, InstantPayments, JetonCash, KakaoPay, MercadoPago, MobilePay, Mollie, MuchBetterVoucher, ' +
  'NordikCoin, Pagadito, Payco, PIX-Automatico, Quickpay, rebilly-hosted-payment-form, reverse-withdrawal, Ripple, ' +
  'SafetyPay, Samsung Pay, SPEI, Tupay, VegaWallet, Viva, Wallet88, Zip';

/** The day of the document that the table is taken from. What changed since is not known. */
export const knownUntil = '2026-08-21';

/** Between the day of the Ruby SDK, whose document is known as well, and that one. */
const since2022 = `2022-01-27/${knownUntil}`;

/**
 * Every change of the documents of these operations that we know of, the oldest first; an undated one at the first day on which
 * it may have been made. Source: the dates of Rebilly's definitions, from 2017 to the document that the table is taken from.
 */
export const changes: readonly DatedChange[] = [
  {
    date: '2017-01',
    title: 'A lead source is written by PUT, no longer by POST, and can be deleted',
    before: { putCustomerLeadSource: { ...asPost, responses: { 200: null } }, deleteCustomerLeadSource: absent },
  },
  {
    date: '2018-05',
    title: 'Creating and replacing a customer may conflict',
    before: at(['postCustomer 409', 'putCustomer 409'], absent),
  },
  {
    date: '2018-09',
    title: 'A lead source has its original, and is written by POST, which answers 201 alone',
    before: {
      'LeadSource.original': absent,
      putCustomerLeadSource: {
        ...asPut,
        responses: {
          200: {
            description: 'The lead source was replaced.',
            content: { 'application/json': { schema: { $ref: '#/components/schemas/LeadSource' } } },
          },
        },
      },
    },
  },
  { date: '2019-03', title: 'Customers are merged by DELETE', before: { deleteCustomer: absent } },
  {
    date: '2019-04',
    title: 'The invalid fields of a problem are a list',
    before: { 'ValidationProblem.invalidFields': { type: 'object', items: null } },
  },
  {
    date: '2020-02',
    title: 'A lead source has no amount',
    before: { 'LeadSource.amount': { description: 'Its type is not known.' } },
  },
  { date: '2020-03', title: 'A lead source is written by PUT again', before: { putCustomerLeadSource: asPost } },
  {
    date: '2020-04-01/2022-01-27',
    title: 'A problem has a detail',
    before: at(problems, { properties: { detail: null, status: { minimum: 100, maximum: 600 } } }),
  },
  {
    date: `2020-04-01/${knownUntil}`,
    title: 'Customers are no longer listed as CSV',
    breaks: 'whoever asks for text/csv',
    before: { 'getCustomerCollection 200': { content: { 'text/csv': { schema: text } } } },
  },
  { date: '2020-05', title: 'A lead source has a referrer', before: { 'LeadSource.referrer': absent } },
  {
    date: '2020-11-19',
    title: 'The version leaves the path',
    breaks: 'whoever calls a path with /v2.1',
    before: { document: { servers: serversAt('/v2.1') } },
  },
  {
    date: '2021-08-04',
    title: 'Answers have no Rate-Limit headers',
    before: Object.fromEntries(successful.flatMap((cell) => Object.entries(rateLimitHeaders(cell)))),
  },
  {
    date: '2021-11-10',
    title: 'The organization stands in the path, and the header Organization-Id is deprecated',
    breaks: 'nobody yet',
    before: {
      document: { servers: serversAt('') },
      ...of(
        '',
        everyOperation.map((operation) => `${operation} header Organization-Id`),
        { deprecated: null },
      ),
    },
  },
  { date: '2022-01-19', title: 'A tag has a type', before: { 'Tag.type': absent } },
  {
    date: since2022,
    title: 'Members of a customer may be null',
    before: {
      ...of('Customer.', ['email', 'firstName', 'lastName', 'lastPaymentTime'], { type: 'string' }),
      'Customer.primaryAddress': { anyOf: null, $ref: '#/components/schemas/ContactObject' },
      'CustomerInput.primaryAddress': { $ref: '#/components/schemas/ContactObjectInput' },
      'Customer.defaultPaymentInstrument': { anyOf: null, $ref: '#/components/schemas/DefaultPaymentInstrument' },
    },
  },
  {
    date: since2022,
    title: 'A cheque is a method of its own, and an alternative one has a reference',
    before: {
      DefaultPaymentInstrument: {
        oneOf: null,
        anyOf: instruments('cash', { properties: { method, paymentInstrumentId: id } }),
      },
    },
  },
  {
    date: since2022,
    title: 'There are 35 more payment methods, and one less',
    before: {
      ...of('PaymentMethod=', laterMethods.split(', '), absent),
      'PaymentMethod=Przelewy24': {},
    },
  },
  {
    date: since2022,
    title: 'The links of a lead source have no target customer',
    before: { 'LeadSource._links[].rel=targetCustomer': {} },
  },
  {
    date: since2022,
    title: 'There is no address without the organization',
    breaks: 'whoever calls a path without it, should the server refuse it',
    before: { document: { servers: serversAt(organization, '') } },
  },
  {
    date: '2022-02-16',
    title: 'The header Organization-Id is gone',
    before: at(
      everyOperation.map((operation) => `${operation} header Organization-Id`),
      { description: 'The organization, where not the own one.', deprecated: true, schema: id },
    ),
  },
  { date: '2022-02-23', title: 'A contact has a day of birth', before: { 'ContactObject.dob': absent } },
  { date: '2022-03-01', title: 'A contact has a job title', before: { 'ContactObject.jobTitle': absent } },
  { date: '2022-03-03', title: 'Each status has a problem of its own', before: at(problems, asError) },
  { date: '2022-03-28', title: 'A customer has isEddRequired', before: { 'Customer.isEddRequired': absent } },
  { date: '2022-05-05', title: 'A customer has hasFulfilledKyc', before: { 'Customer.hasFulfilledKyc': absent } },
  {
    date: '2022-08-03',
    title: 'What was created says where it is',
    before: at(
      created.map((cell) => `${cell} Location`),
      absent,
    ),
  },
  {
    date: '2022-11-18',
    title: 'A lead source says when it was changed',
    before: { 'LeadSource.updatedTime': absent },
  },
  {
    date: '2022-12-22',
    title: 'Links have no minimum, and require nothing',
    before: {
      'Customer._links': { minItems: 3, ...linkMembers },
      ...at(['LeadSource._links', 'Tag._links'], { minItems: 1, ...linkMembers }),
    },
  },
  { date: '2023-01-11', title: 'A customer has an organizationId', before: { 'Customer.organizationId': absent } },
  {
    date: '2023-01-19',
    title: 'A customer may link to attachments',
    before: { 'Customer._links[].rel=attachments': absent },
  },
  {
    date: '2023-01-21',
    title: 'What is embedded is one object, not a list of objects',
    before: { 'Customer._embedded': asList },
  },
  {
    date: '2023-01-27',
    title: 'Ids that the server makes have a prefix',
    breaks: 'whoever expects a UUID',
    before: { 'Customer.id': { examples: ['4f6cf35x-2c4y-483z-a0a9-158621f77a21'] } },
  },
  {
    date: '2023-02-10',
    title: 'The texts of a lead source may be null, and have a length',
    before: of('LeadSource.', [...shortTexts, 'clickId', 'path', 'referrer'], { type: 'string', maxLength: null }),
  },
  {
    date: '2023-02-17',
    title: 'The texts of a lead source may have 512 characters',
    before: { ...of('LeadSource.', shortTexts, { maxLength: 50 }), 'LeadSource.path': { maxLength: 255 } },
  },
  {
    date: '2023-02-23',
    title: 'A customer has tax numbers',
    before: at(['Customer.taxNumbers', 'TaxNumber'], absent),
  },
  {
    date: '2023-03-14',
    title: 'A customer has a company',
    before: at(['Customer.company', 'Company'], absent),
  },
  {
    date: '2023-08-01',
    title: 'Lists end at the offset 1000',
    before: { 'getCustomerCollection query offset': { schema: { maximum: null } } },
  },
  { date: '2023-08-07', title: 'A tag may be of an AML check', before: { 'Tag.type=aml-check': absent } },
  {
    date: '2023-11-13',
    title: 'The document is one of OpenAPI 3.1',
    breaks: 'whoever reads it with tools of 3.0 alone',
    before: { document: { openapi: '3.0.3', info: { summary: null, license: { identifier: null } } } },
  },
  {
    date: '2024-05-14',
    title: 'Writes are limited: 429, and X-RateLimit headers',
    before: {
      TooManyRequestsProblem: absent,
      ...at(
        limitedWrites.map((operation) => `${operation} 429`),
        absent,
      ),
      ...at(
        [...created, ...deleted].flatMap((cell) => [`${cell} X-RateLimit-Limit`, `${cell} X-RateLimit-Remaining`]),
        absent,
      ),
    },
  },
  { date: '2024-11-18', title: 'A customer has a locale', before: { 'Customer.locale': absent } },
  {
    date: '2025-07-11',
    title: 'The website and the default payment instrument can be embedded',
    before: of('CustomerEmbedded.', ['website', 'defaultPaymentInstrument'], absent),
  },
  {
    date: '2025-09-03',
    title: 'A lead source can be sent with a customer',
    before: { 'CustomerInput.leadSource': absent },
  },
  {
    date: '2025-09-04',
    title: 'A customer has a preferred payout instrument',
    before: { 'Customer.preferredPayoutInstrumentId': absent },
  },
  { date: '2025-11-14', title: 'A customer names the person behind it', before: { 'Customer.personId': absent } },
  {
    date: '2025-12-15',
    title: 'A contact takes any text',
    before: {
      ...of('ContactObject.', ['firstName', 'lastName', 'city'], textLike(String.raw`\w\s\-\pL,.'`)),
      'ContactObject.organization': textLike(String.raw`\w\s\-\pL,.'&`),
      ...of('ContactObject.', ['address', 'address2', 'region'], textLike(String.raw`\w\s\-\/\pL,.#;:()'`)),
    },
  },
  {
    date: '2026-02-26',
    title: 'Notifications about a customer go to addresses',
    before: { 'Customer.notificationEmails': absent },
  },
  {
    date: '2026-03-03',
    title: 'The referrer of a lead source is a URI',
    before: { 'LeadSource.referrer': { format: 'url' } },
  },
  {
    date: '2026-05-06',
    title: 'A customer has no isEddRequired',
    before: { 'Customer.isEddRequired': { type: 'boolean' } },
  },
  {
    date: '2026-08-03',
    title: 'The name of a tag may have a plus sign',
    before: { 'Tag.name': { pattern: String.raw`^[@~\-.\w\s]+$` } },
  },
  {
    date: '2026-08-04',
    title: 'The default payment instrument is written by its id',
    before: {
      'CustomerInput.defaultPaymentInstrumentId': absent,
      'CustomerInput.defaultPaymentInstrument': { deprecated: null },
    },
  },
  {
    date: '2026-08-18',
    title: 'The default payment instrument is read-only, and always has an id',
    before: {
      'Customer.defaultPaymentInstrument': { readOnly: null },
      'CustomerInput.defaultPaymentInstrument': { ...nullableInstrument, deprecated: true },
      DefaultPaymentInstrument: {
        type: null,
        required: null,
        properties: null,
        oneOf: instruments('check', {
          properties: { method: otherMethod, paymentInstrumentId: id, reference: { type: ['string', 'null'] } },
        }),
      },
    },
  },
];
