import * as z from 'zod';

import { raw, type RawInteraction } from '../raw-pact.ts';
import type { EditedDocument } from './edited-document.ts';

/** A change of the document, and three consumers: whom it breaks, who has not tried it, whom it doesn't touch. */
export interface SeededChange {
  readonly title: string;
  readonly edit: (document: EditedDocument) => void;
  /** The change: its kind, its member without the list round it, and in which cell or operation it is told of the consumers. */
  readonly kind: string;
  readonly member: string;
  readonly breaks?: readonly RawInteraction[];
  readonly untested?: readonly RawInteraction[];
  readonly untouched: readonly RawInteraction[];
}

type Rule = Readonly<Record<string, unknown>>;
type Rules = Readonly<Record<string, Rule | readonly Rule[]>>;

const like = { match: 'type' };
const pattern = (regex: string) => ({ match: 'regex', regex });

/** One customer, of whom one member is read beside the id. */
const reads = (answer: Readonly<Record<string, unknown>>, rules: Rules = {}) => [
  raw.getCustomer({ answer: { id: 'cus_01', ...answer }, rules: { '$.id': like, ...rules } }),
];
const readsTag = (rule: Rule) => reads({ tags: [{ type: 'customer' }] }, { '$.tags': like, '$.tags[*].type': rule });
const others = reads({ revision: 3 }, { '$.revision': like });
const sends = (send: Readonly<Record<string, unknown>>) => [raw.put({ send })];
const answersGone = (rules: Rules = {}) => [
  raw.getCustomer({ state: 'a customer does not exist', status: 404, answer: { title: 'Not Found' }, rules }),
];

export const seededChanges: readonly SeededChange[] = [
  // What is answered
  {
    title: 'a text may be null',
    edit: (it) => it.member('Customer', 'websiteId', { type: ['string', 'null'] }),
    kind: 'became-nullable',
    member: 'websiteId',
    breaks: reads({ websiteId: 'web_01' }, { '$.websiteId': like }),
    untested: reads({ websiteId: 'web_01' }, { '$.websiteId': [like, { match: 'null' }] }).map(orRules),
    untouched: others,
  },
  {
    title: 'a number may be null',
    edit: (it) => it.member('Customer', 'invoiceCount', { type: ['integer', 'null'] }),
    kind: 'became-nullable',
    member: 'invoiceCount',
    breaks: reads({ invoiceCount: 1 }, { '$.invoiceCount': { match: 'integer' } }),
    untouched: others,
  },
  {
    title: 'a list may be null',
    edit: (it) => it.member('Customer', 'tags', { type: ['array', 'null'] }),
    kind: 'became-nullable',
    member: 'tags',
    breaks: readsTag(like),
    untouched: others,
  },
  {
    title: 'a member of an element may be null',
    edit: (it) => it.member('Tag', 'name', { type: ['string', 'null'] }),
    kind: 'became-nullable',
    member: 'tags[].name',
    breaks: reads({ tags: [{ name: 'New' }] }, { '$.tags': like, '$.tags[*].name': like }),
    untouched: readsTag(like),
  },
  {
    title: 'a member of a listed customer may be null',
    edit: (it) => it.member('Customer', 'createdTime', { type: ['string', 'null'] }),
    kind: 'became-nullable',
    member: 'createdTime',
    breaks: [
      raw.list({
        answer: [{ id: 'cus_01', createdTime: '2026-03-08T12:57:32Z' }],
        rules: { $: { ...like, min: 1 }, '$[*].id': like, '$[*].createdTime': like },
      }),
    ],
    untouched: [raw.list()],
  },
  {
    title: 'a member of an object may be left out',
    edit: (it) => Object.assign(it.at('components', 'schemas', 'DefaultPaymentInstrument'), { required: ['method'] }),
    kind: 'became-optional',
    member: 'defaultPaymentInstrument.paymentInstrumentId',
    breaks: reads({ defaultPaymentInstrument: { paymentInstrumentId: 'inst_01' } }),
    untouched: reads({ defaultPaymentInstrument: { method: 'ach' } }),
  },
  {
    title: 'a member of an element may be left out',
    edit: (it) => Object.assign(it.at('components', 'schemas', 'TaxNumber'), { required: ['type'] }),
    kind: 'became-optional',
    member: 'taxNumbers[].value',
    breaks: reads({ taxNumbers: [{ value: 'GB1' }] }, { '$.taxNumbers': like, '$.taxNumbers[*].value': like }),
    untouched: others,
  },
  {
    title: 'a member is gone',
    edit: (it) => Reflect.deleteProperty(it.membersOf('Customer'), 'email'),
    kind: 'member-removed',
    member: 'email',
    breaks: reads({ email: 'ann@example.com' }, { '$.email': like }),
    untouched: others,
  },
  {
    title: 'a member of an object is gone',
    edit: (it) => Reflect.deleteProperty(it.membersOf('ContactObject'), 'city'),
    kind: 'member-removed',
    member: 'primaryAddress.city',
    breaks: reads({ primaryAddress: { city: 'Leeds' } }, { '$.primaryAddress.city': like }),
    untouched: reads({ primaryAddress: { country: 'GB' } }),
  },
  {
    title: 'a member of a lead source is gone',
    edit: (it) => {
      for (const schema of ['LeadSource', 'LeadSourceData']) Reflect.deleteProperty(it.membersOf(schema), 'medium');
    },
    kind: 'member-removed',
    member: 'medium',
    breaks: [raw.getLeadSource()],
    untouched: [raw.getLeadSource({ answer: { source: 'google' } })],
  },
  {
    title: 'a member of a problem is gone',
    edit: (it) => Reflect.deleteProperty(it.membersOf('NotFoundProblem'), 'title'),
    kind: 'member-removed',
    member: 'title',
    breaks: answersGone({ '$.title': like }),
    untouched: others,
  },
  {
    title: 'a member is new',
    edit: (it) => Object.assign(it.membersOf('Customer'), { nickname: { type: 'string' } }),
    kind: 'member-added',
    member: 'nickname',
    untouched: others,
  },
  {
    title: 'a listed value is new',
    edit: (it) => it.member('Tag', 'type', { enum: ['customer', 'kyc-document', 'aml-check', 'fraud'] }),
    kind: 'enum-value-added',
    member: 'tags[].type',
    breaks: readsTag(pattern('customer|kyc-document|aml-check')),
    untested: readsTag(like),
    untouched: others,
  },
  {
    title: 'a listed value of a tax number is new',
    edit: (it) => it.member('TaxNumber', 'type', { enum: ['eu-vat', 'other', 'gb-vat'] }),
    kind: 'enum-value-added',
    member: 'taxNumbers[].type',
    breaks: reads(
      { taxNumbers: [{ type: 'other' }] },
      { '$.taxNumbers': like, '$.taxNumbers[*].type': pattern('^(eu-vat|other)$') },
    ),
    // One value alone: a provider state brings it about, whatever others there are.
    untested: reads({ taxNumbers: [{ type: 'other' }] }),
    untouched: others,
  },
  {
    title: 'any text may stand where values were listed',
    edit: (it) => it.member('Tag', 'type', { enum: undefined }),
    kind: 'enum-value-added',
    member: 'tags[].type',
    breaks: readsTag(pattern('customer|kyc-document|aml-check')),
    untested: readsTag(like),
    untouched: others,
  },
  {
    title: 'a payment method is new',
    edit: (it) => {
      const methods = it.at('components', 'schemas', 'PaymentMethod');
      methods['enum'] = [...listIn(methods['enum']), 'NewPay'];
    },
    kind: 'enum-value-added',
    member: 'defaultPaymentInstrument.method',
    breaks: reads(
      { defaultPaymentInstrument: { method: 'ach' } },
      { '$.defaultPaymentInstrument.method': pattern('payment-card|ach|paypal') },
    ),
    untouched: reads({ defaultPaymentInstrument: { method: 'ach' } }, { '$.defaultPaymentInstrument.method': like }),
  },
  {
    title: 'a listed value does not come any more',
    edit: (it) => it.member('Tag', 'type', { enum: ['customer', 'kyc-document'] }),
    kind: 'enum-value-removed',
    member: 'tags[].type',
    untouched: readsTag(pattern('customer|kyc-document|aml-check')),
  },
  {
    title: 'a number is a text now',
    edit: (it) => it.member('Customer', 'paymentCount', { type: 'string' }),
    kind: 'type-changed',
    member: 'paymentCount',
    breaks: reads({ paymentCount: 3 }, { '$.paymentCount': like }),
    untested: reads({ paymentCount: 3 }, { '$.paymentCount': pattern('.*') }),
    untouched: others,
  },
  {
    title: 'a number may have a fraction',
    edit: (it) => it.member('Customer', 'paymentCount', { type: 'number' }),
    kind: 'type-changed',
    member: 'paymentCount',
    breaks: reads({ paymentCount: 3 }, { '$.paymentCount': { match: 'integer' } }),
    untested: reads({ paymentCount: 3 }, { '$.paymentCount': { match: 'number' } }),
    untouched: others,
  },
  {
    title: 'an object is a list now',
    edit: (it) =>
      Object.assign(it.membersOf('Customer'), { averageValue: { type: 'array', items: { type: 'string' } } }),
    kind: 'type-changed',
    member: 'averageValue',
    breaks: reads({ averageValue: { currency: 'USD' } }, { '$.averageValue.currency': like }),
    untouched: others,
  },
  {
    title: 'a time is a day now',
    edit: (it) => it.member('Customer', 'createdTime', { format: 'date' }),
    kind: 'format-changed',
    member: 'createdTime',
    breaks: reads({ createdTime: '2026-03-08T12:57:32Z' }, { '$.createdTime': pattern('\\d{4}-\\d\\d-\\d\\dT.*') }),
    untested: reads({ createdTime: '2026-03-08T12:57:32Z' }, { '$.createdTime': like }),
    untouched: others,
  },
  {
    title: 'an address has no format any more',
    edit: (it) => it.member('Customer', 'email', { format: undefined }),
    kind: 'format-changed',
    member: 'email',
    breaks: reads({ email: 'ann@example.com' }, { '$.email': pattern('[^@]+@[^@]+') }),
    untested: reads({ email: 'ann@example.com' }, { '$.email': like }),
    untouched: others,
  },
  {
    title: 'a text may be longer',
    edit: (it) => it.member('Customer', 'websiteId', { maxLength: 100 }),
    kind: 'limit-changed',
    member: 'websiteId',
    breaks: reads({ websiteId: 'web_01' }, { '$.websiteId': pattern('\\w{1,50}') }),
    untested: reads({ websiteId: 'web_01' }, { '$.websiteId': like }),
    untouched: others,
  },
  {
    title: 'an element may be longer',
    edit: (it) => it.member('ContactEmail', 'label', { maxLength: undefined }),
    kind: 'limit-changed',
    member: 'primaryAddress.emails[].label',
    breaks: reads(
      { primaryAddress: { emails: [{ label: 'main', value: 'ann@example.com' }] } },
      { '$.primaryAddress.emails': like, '$.primaryAddress.emails[*].label': pattern('.{1,45}') },
    ),
    untouched: others,
  },
  {
    title: 'null does not come any more',
    edit: (it) => it.member('Customer', 'email', { type: 'string' }),
    kind: 'no-longer-nullable',
    member: 'email',
    untouched: reads({ email: 'ann@example.com' }, { '$.email': [like, { match: 'null' }] }).map(orRules),
  },
  {
    title: 'a member always comes',
    edit: (it) => it.require('Customer', 'email'),
    kind: 'became-required',
    member: 'email',
    untouched: reads({ email: 'ann@example.com' }, { '$.email': like }),
  },
  {
    title: 'another status may be answered',
    edit: (it) =>
      Object.assign(it.at('paths', '/customers/{id}', 'get', 'responses'), { 410: { description: 'Gone.' } }),
    kind: 'status-added',
    member: '',
    untested: others,
    untouched: [raw.list()],
  },
  {
    title: 'a lead source may be answered with 200',
    edit: (it) => {
      const responses = it.at('paths', '/customers/{id}/lead-source', 'put', 'responses');
      responses['200'] = responses['201'];
    },
    kind: 'status-added',
    member: '',
    untested: [raw.putLeadSource()],
    untouched: others,
  },
  {
    title: 'a status is not answered any more',
    edit: (it) => Reflect.deleteProperty(it.at('paths', '/customers/{id}', 'get', 'responses'), '404'),
    kind: 'status-removed',
    member: '',
    breaks: answersGone(),
    untouched: others,
  },
  {
    title: 'a header is gone',
    edit: (it) =>
      Reflect.deleteProperty(it.at('paths', '/customers', 'get', 'responses', '200', 'headers'), 'Pagination-Total'),
    kind: 'header-removed',
    member: 'Pagination-Total',
    breaks: [raw.list({ answerHeaders: { 'pagination-total': '332' } })],
    untouched: [raw.list()],
  },
  {
    title: 'a header is new',
    edit: (it) =>
      Object.assign(it.at('paths', '/customers', 'get', 'responses', '200', 'headers'), {
        ETag: { schema: { type: 'string' } },
      }),
    kind: 'header-added',
    member: 'ETag',
    untouched: [raw.list({ answerHeaders: { 'Pagination-Total': '332' } })],
  },
  {
    title: 'a header is a text now',
    edit: (it) =>
      Object.assign(it.at('paths', '/customers', 'get', 'responses', '200', 'headers', 'Pagination-Total'), {
        schema: { type: 'string' },
      }),
    kind: 'type-changed',
    member: 'Pagination-Total',
    breaks: withHeaderRule(raw.list({ answerHeaders: { 'pagination-total': '332' } }), pattern(String.raw`^\d+$`)),
    untested: withHeaderRule(raw.list({ answerHeaders: { 'Pagination-Total': '332' } }), like),
    untouched: [raw.list()],
  },
  // What is sent
  {
    title: 'an operation is gone',
    edit: (it) => Reflect.deleteProperty(it.at('paths', '/customers/{id}'), 'delete'),
    kind: 'operation-removed',
    member: '',
    breaks: [raw.merge()],
    untouched: others,
  },
  {
    title: 'a parameter is gone',
    edit: (it) => {
      const get = it.at('paths', '/customers', 'get');
      get['parameters'] = listIn(get['parameters']).filter((each) => Reflect.get(Object(each), 'name') !== 'sort');
    },
    kind: 'parameter-removed',
    member: 'sort',
    breaks: [raw.list({ query: { sort: ['-createdTime'] } })],
    untouched: [raw.list({ query: { limit: ['10'] } })],
  },
  {
    title: 'a parameter must be sent',
    edit: (it) => Object.assign(it.parameter('/customers', 'get', 'limit'), { required: true }),
    kind: 'parameter-required',
    member: 'limit',
    breaks: [raw.list()],
    untouched: [raw.list({ query: { limit: ['10'] } })],
  },
  {
    title: 'a parameter is new and must be sent',
    edit: (it) => Object.assign(it.parameter('/customers', 'get', 'q'), { name: 'search', required: true }),
    kind: 'parameter-added',
    member: 'search',
    breaks: [raw.list()],
    untouched: [raw.list({ query: { search: ['ann'] } })],
  },
  {
    title: 'a number may be less',
    edit: (it) => Object.assign(it.at('paths', '/customers', 'get', 'parameters', 0, 'schema'), { maximum: 100 }),
    kind: 'limit-changed',
    member: 'limit',
    breaks: [raw.list({ query: { limit: ['500'] } })],
    untouched: [raw.list({ query: { limit: ['100'] } })],
  },
  {
    title: 'a listed value is not taken any more',
    edit: (it) => it.member('TaxNumberInput', 'type', { enum: ['eu-vat'] }),
    kind: 'enum-value-removed',
    member: 'taxNumbers[].type',
    breaks: sends({ taxNumbers: [{ type: 'other', value: '1' }] }),
    untouched: sends({ taxNumbers: [{ type: 'eu-vat', value: '1' }] }),
  },
  {
    title: 'a member is not taken any more',
    edit: (it) => Reflect.deleteProperty(it.membersOf('CustomerInput'), 'locale'),
    kind: 'member-removed',
    member: 'locale',
    breaks: sends({ locale: 'en-GB' }),
    untouched: sends({ websiteId: 'web_01' }),
  },
  {
    title: 'a member must be sent',
    edit: (it) => it.require('CustomerInput', 'locale'),
    kind: 'became-required',
    member: 'locale',
    breaks: sends({ websiteId: 'web_01' }),
    untouched: sends({ locale: 'en-GB' }),
  },
  {
    title: 'null is not taken any more',
    edit: (it) => it.member('CustomerInput', 'locale', { type: 'string' }),
    kind: 'no-longer-nullable',
    member: 'locale',
    breaks: sends({ locale: null }),
    untouched: sends({ locale: 'en-GB' }),
  },
  {
    title: 'a text must be shorter',
    edit: (it) => it.member('ContactObjectInput', 'city', { maxLength: 10 }),
    kind: 'limit-changed',
    member: 'primaryAddress.city',
    breaks: sends({ primaryAddress: { city: 'Wolverhampton' } }),
    untouched: sends({ primaryAddress: { city: 'Leeds' } }),
  },
  {
    title: 'a day must be a time',
    edit: (it) => it.member('ContactObjectInput', 'dob', { format: 'date-time' }),
    kind: 'format-changed',
    member: 'primaryAddress.dob',
    breaks: sends({ primaryAddress: { dob: '1980-04-01' } }),
    untouched: sends({ primaryAddress: { city: 'Leeds' } }),
  },
  {
    title: 'a text must be a number',
    edit: (it) => it.member('CustomerInput', 'websiteId', { type: 'integer', maxLength: undefined }),
    kind: 'type-changed',
    member: 'websiteId',
    breaks: sends({ websiteId: 'web_01' }),
    untouched: sends({ locale: 'en-GB' }),
  },
  {
    title: 'a member is new and must be sent',
    edit: (it) => {
      Object.assign(it.membersOf('LeadSourceInput'), { channel: { type: 'string' } });
      it.require('LeadSourceInput', 'channel');
    },
    kind: 'member-added',
    member: 'channel',
    breaks: [raw.putLeadSource()],
    untouched: [raw.putLeadSource({ send: { channel: 'web' } })],
  },
  {
    title: 'no other members are taken',
    edit: (it) => Object.assign(it.at('components', 'schemas', 'CustomerInput'), { additionalProperties: false }),
    kind: 'limit-changed',
    member: '',
    breaks: sends({ nickname: 'Ann' }),
    untouched: sends({ websiteId: 'web_01' }),
  },
  {
    title: 'null may be sent',
    edit: (it) => it.member('CustomerInput', 'websiteId', { type: ['string', 'null'] }),
    kind: 'became-nullable',
    member: 'websiteId',
    untouched: sends({ websiteId: 'web_01' }),
  },
  {
    title: 'a key is not taken any more',
    edit: (it) => Object.assign(it.at('paths', '/customers/{id}', 'get'), { security: [{ JWT: [] }] }),
    kind: 'security-changed',
    member: '',
    breaks: others,
    untouched: [raw.getCustomer({ headers: { Authorization: 'Bearer placeholder-jwt' } })],
  },
  {
    title: 'an id must be shorter',
    edit: (it) =>
      Object.assign(it.parameter('/customers/{id}', 'get', 'id'), { schema: { type: 'string', maxLength: 5 } }),
    kind: 'limit-changed',
    member: 'id',
    breaks: others,
    untouched: [raw.getCustomer({ path: '/customers/cus_1' })],
  },
];

function listIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** With a rule for the header `Pagination-Total` of the answer, however it is written. */
function withHeaderRule(interaction: RawInteraction, rule: Rule): readonly RawInteraction[] {
  const response = z.looseObject({ headers: z.record(z.string(), z.unknown()) }).parse(interaction['response']);
  const header = Object.fromEntries(Object.keys(response.headers).map((name) => [name, { matchers: [rule] }]));
  return [{ ...interaction, response: { ...response, matchingRules: { header } } }];
}

/** Any of the rules is enough, where there are several. */
function orRules(interaction: RawInteraction): RawInteraction {
  const text = JSON.stringify(interaction).replaceAll(
    '"matchers":[{"match":"type"},',
    '"combine":"OR","matchers":[{"match":"type"},',
  );
  return z.record(z.string(), z.unknown()).parse(JSON.parse(text));
}
