import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { changes, isUndated, knownUntil, openapiAt, replay } from '@customer-contracts/schemas/history';
import openapi from '@customer-contracts/schemas/openapi.json' with { type: 'json' };
import { expect, test } from 'vitest';
import * as z from 'zod';

/** What a line says of one place: what stood there on the day before, and what on the day after. */
type Line = readonly [date: string, place: string, before: unknown, after: unknown];

const there: unknown = expect.anything();
const Members = z.record(z.string(), z.unknown());
const containing = (members: object): unknown => expect.objectContaining(members);
const customers = 'paths./customers';
const customer = 'paths./customers/{id}';
const leadSource = 'paths./customers/{id}/lead-source';
const schema = (name: string) => `components.schemas.${name}`;
const member = (name: string, ...members: readonly string[]) => `${schema(name)}.properties.${members.join('.')}`;
/** A place in the header Organization-Id of an operation. */
const organizationId = (operation: string) => `${operation}.parameters.Organization-Id`;
const url = (prefix: string) => `https://api-sandbox.rebilly.com${prefix}`;

/** The dates of the changes of the contract, as they were written down from Rebilly's definitions. */
const lines: readonly Line[] = [
  ['2017-01', `${leadSource}.post`, there, undefined],
  ['2017-01', `${leadSource}.put.responses.201`, undefined, there],
  ['2017-01', `${leadSource}.delete.responses.409`, undefined, there],
  ['2018-05', `${customers}.post.responses.409`, undefined, there],
  ['2018-05', `${customer}.put.responses.409`, undefined, there],
  ['2018-09', member('LeadSource', 'original'), undefined, there],
  ['2018-09', `${leadSource}.put.responses.200`, there, undefined],
  ['2018-09', `${leadSource}.post.responses.201`, undefined, there],
  ['2019-03', `${customer}.delete.responses.204`, undefined, there],
  ['2019-04', member('ValidationProblem', 'invalidFields', 'type'), 'object', 'array'],
  ['2020-02', member('LeadSource', 'amount'), there, undefined],
  ['2020-03', `${leadSource}.post`, there, undefined],
  ['2020-03', `${leadSource}.put.responses.201`, undefined, there],
  ['2020-05', member('LeadSource', 'referrer'), undefined, there],
  ['2020-05', member('LeadSourceInput', 'referrer'), undefined, there],
  ['2020-11-19', 'servers.0.url', url('/v2.1'), url('')],
  ['2021-08-04', `${customers}.get.responses.200.headers.Rate-Limit-Limit`, there, undefined],
  ['2021-08-04', `${customers}.post.responses.201.headers.Rate-Limit-Remaining`, there, undefined],
  ['2021-08-04', `${customer}.delete.responses.204.headers.Rate-Limit-Reset`, there, undefined],
  ['2021-11-10', 'servers.0.url', url(''), url('/organizations/{organizationId}')],
  ['2021-11-10', 'servers.2.url', undefined, url('')],
  ['2021-11-10', `${organizationId(`${customer}.get`)}.deprecated`, undefined, true],
  ['2022-01-19', member('Tag', 'type'), undefined, there],
  ['2022-01-19', `${schema('Tag')}.required`, ['name'], ['name', 'type']],
  ...[`${customers}.get`, `${customers}.post`, ...['get', 'put', 'delete'].map((each) => `${customer}.${each}`)].map(
    (operation): Line => ['2022-02-16', organizationId(operation), there, undefined],
  ),
  ...['get', 'put', 'delete'].map((each): Line => [
    '2022-02-16',
    organizationId(`${leadSource}.${each}`),
    there,
    undefined,
  ]),
  ['2022-02-23', member('ContactObject', 'dob'), undefined, there],
  ['2022-02-23', member('ContactObjectInput', 'dob'), undefined, there],
  ['2022-03-01', member('ContactObject', 'jobTitle'), undefined, there],
  ['2022-03-03', member('NotFoundProblem', 'error'), there, undefined],
  ['2022-03-03', member('NotFoundProblem', 'status'), containing({ minimum: 400 }), containing({ enum: [404] })],
  ['2022-03-03', member('ValidationProblem', 'instance'), undefined, there],
  ['2022-03-28', member('Customer', 'isEddRequired'), undefined, there],
  ['2022-05-05', member('Customer', 'hasFulfilledKyc'), undefined, there],
  ['2022-08-03', `${customers}.post.responses.201.headers.Location`, undefined, there],
  ['2022-08-03', `${customer}.put.responses.201.headers.Location`, undefined, there],
  ['2022-08-03', `${leadSource}.put.responses.201.headers.Location`, undefined, there],
  ['2022-11-18', member('LeadSource', 'updatedTime'), undefined, there],
  ['2022-12-22', member('Customer', '_links', 'minItems'), 3, undefined],
  ['2022-12-22', member('LeadSource', '_links', 'minItems'), 1, undefined],
  ['2022-12-22', member('Tag', '_links', 'items', 'required'), ['href', 'rel'], undefined],
  ['2023-01-11', member('Customer', 'organizationId'), undefined, there],
  [
    '2023-01-19',
    member('Customer', '_links', 'items', 'properties', 'rel', 'enum'),
    ['self', 'defaultPaymentInstrument', 'leadSource', 'website'],
    ['self', 'defaultPaymentInstrument', 'leadSource', 'website', 'attachments'],
  ],
  ['2023-01-21', member('Customer', '_embedded', 'type'), 'array', undefined],
  [
    '2023-01-21',
    member('Customer', '_embedded', 'allOf'),
    undefined,
    [{ $ref: '#/components/schemas/CustomerEmbedded' }],
  ],
  ['2023-01-27', member('Customer', 'id', 'example'), there, undefined],
  ['2023-02-10', member('LeadSource', 'path'), containing({ type: 'string' }), containing({ nullable: true })],
  ['2023-02-10', member('LeadSource', 'medium', 'maxLength'), undefined, 50],
  ['2023-02-10', member('LeadSourceInput', 'clickId', 'maxLength'), undefined, 512],
  ['2023-02-10', member('LeadSource', 'path', 'maxLength'), undefined, 255],
  ['2023-02-17', member('LeadSource', 'medium', 'maxLength'), 50, 512],
  ['2023-02-17', member('LeadSourceInput', 'path', 'maxLength'), 255, 512],
  ['2023-02-17', member('LeadSource', 'clickId', 'maxLength'), 512, 512],
  ['2023-02-23', member('Customer', 'taxNumbers'), undefined, there],
  ['2023-02-23', schema('TaxNumberInput'), undefined, there],
  ['2023-03-14', member('Customer', 'company'), undefined, there],
  ['2023-08-01', `${customers}.get.parameters.offset.schema.maximum`, undefined, 1000],
  [
    '2023-08-07',
    member('Tag', 'type', 'enum'),
    ['customer', 'kyc-document'],
    ['customer', 'kyc-document', 'aml-check'],
  ],
  ['2023-11-13', 'openapi', '3.0.3', '3.1.1'],
  ['2023-11-13', member('Customer', 'locale'), undefined, undefined],
  ['2024-05-14', `${customers}.post.responses.429.headers.X-RateLimit-Retry-After`, undefined, there],
  ['2024-05-14', `${customer}.delete.responses.429`, undefined, there],
  ['2024-05-14', `${leadSource}.delete.responses.204.headers.X-RateLimit-Remaining`, undefined, there],
  ['2024-05-14', `${customer}.put.responses.200.headers`, undefined, undefined],
  ['2024-11-18', member('CustomerInput', 'locale'), undefined, there],
  ['2025-07-11', member('CustomerEmbedded', 'website'), undefined, there],
  ['2025-07-11', member('CustomerEmbedded', 'defaultPaymentInstrument'), undefined, there],
  ['2025-09-03', member('CustomerInput', 'leadSource'), undefined, there],
  ['2025-09-04', member('Customer', 'preferredPayoutInstrumentId'), undefined, there],
  ['2025-11-14', member('Customer', 'personId'), undefined, there],
  ['2025-12-15', member('ContactObject', 'city', 'pattern'), String.raw`^[\w\s\-\pL,.']+$`, undefined],
  ['2025-12-15', member('ContactObjectInput', 'address2', 'minLength'), undefined, 1],
  ['2025-12-15', member('ContactObject', 'organization', 'pattern'), String.raw`^[\w\s\-\pL,.'&]+$`, undefined],
  ['2026-02-26', member('CustomerInput', 'notificationEmails'), undefined, there],
  ['2026-03-03', member('LeadSource', 'referrer', 'format'), 'url', 'uri'],
  ['2026-05-06', member('Customer', 'isEddRequired'), there, undefined],
  ['2026-05-06', member('CustomerInput', 'isEddRequired'), there, undefined],
  ['2026-08-03', member('Tag', 'name', 'pattern'), String.raw`^[@~\-.\w\s]+$`, String.raw`^[@~\-.\w\s+]+$`],
  ['2026-08-04', member('CustomerInput', 'defaultPaymentInstrumentId'), undefined, there],
  ['2026-08-04', member('CustomerInput', 'defaultPaymentInstrument', 'deprecated'), undefined, true],
  ['2026-08-18', member('CustomerInput', 'defaultPaymentInstrument'), there, undefined],
  ['2026-08-18', member('Customer', 'defaultPaymentInstrument', 'readOnly'), undefined, true],
  ['2026-08-18', `${schema('DefaultPaymentInstrument')}.required`, undefined, ['method', 'paymentInstrumentId']],
];

const documents = new Map<string, object>();
/** The document of a day, of which several lines are. */
function documentAt(day: string): object {
  const document = documents.get(day) ?? openapiAt(day);
  documents.set(day, document);
  return document;
}

test.each(lines)('on %s, %s', (date, place, before, after) => {
  const [dayBefore, dayAfter] = daysRound(date);
  expect(at(documentAt(dayBefore), place)).toEqual(before);
  expect(at(documentAt(dayAfter), place)).toEqual(after);
});

test('every dated change is among these lines, and every line is a dated change', () => {
  const dated = changes.filter((change) => !isUndated(change)).map(({ date }) => date);
  expect(new Set(lines.map(([date]) => date))).toEqual(new Set(dated));
  expect(dated).toEqual([...new Set(dated)].toSorted());
});

test('each change is one, of places that there are', () => {
  const idle = [...replay()].filter(({ before, after }) => JSON.stringify(before) === JSON.stringify(after));
  expect(idle.map(({ change }) => change.title)).toEqual([]);
});

test('with nothing taken back it is the document of the table', () => {
  expect(withoutMarks(openapiAt(knownUntil))).toEqual(openapi);
  expect(openapiAt('2099-12-31').info.version).toBe(knownUntil);
  expect(withoutMarks(openapiAt('2099-12-31'))).toEqual(openapi);
});

test('makes another document each time, so that nobody changes that of another', () => {
  const first = openapiAt('2022-01-27');
  Reflect.deleteProperty(first.paths, '/customers');
  expect(Object.keys(openapiAt('2022-01-27').paths)).toContain('/customers');
});

const membersOf = (name: string, day: string) =>
  Object.keys(Members.parse(at(openapiAt(day), `${schema(name)}.properties`))).toSorted();

test('a document of the Ruby SDK has the twenty members of its customer, those of answers and of requests', () => {
  const answered = membersOf('Customer', '2022-01-27');
  const sent = membersOf('CustomerInput', '2022-01-27');
  expect(answered.join(' ')).toBe(
    '_embedded _links averageValue createdTime customFields defaultPaymentInstrument email firstName id invoiceCount lastName lastPaymentTime lifetimeRevenue paymentCount primaryAddress revision tags updatedTime websiteId',
  );
  expect(sent.join(' ')).toBe('customFields defaultPaymentInstrument paymentToken primaryAddress websiteId');
  expect(new Set([...answered, ...sent]).size).toBe(20);
});

test('says of each place since when it is there, until when, or that nobody knows', () => {
  const now = openapiAt(knownUntil);
  expect(at(now, member('Customer', 'locale', 'x-since'))).toBe('2024-11-18');
  expect(at(now, member('CustomerInput', 'locale', 'x-since'))).toBe('2024-11-18');
  expect(at(now, member('Customer', 'email', 'x-since'))).toBe('undated');
  expect(at(now, member('Tag', 'type', 'x-since-of-values'))).toEqual({ 'aml-check': '2023-08-07' });
  expect(at(now, `${customers}.post.responses.429.x-since`)).toBe('2024-05-14');
  expect(at(now, `${customers}.post.responses.201.x-since`)).toBe('undated');
  expect(at(now, `${customers}.post.responses.201.headers.Location.x-since`)).toBe('2022-08-03');
  expect(at(now, `${customer}.delete.x-since`)).toBe('2019-03');
  expect(at(now, `${schema('PaymentMethod')}.x-since-of-values`)).toMatchObject({ Bizum: '2022-01-27/2026-08-21' });
  // What is in something that has a date has that one.
  expect(at(now, member('TaxNumber', 'value', 'x-since'))).toBeUndefined();

  const then = openapiAt('2022-06-30');
  expect(at(then, member('Customer', 'isEddRequired'))).toMatchObject({
    'x-since': '2022-03-28',
    'x-until': '2026-05-06',
  });
  expect(at(then, member('Customer', 'email', 'x-undated'))).toBe('Members of a customer may be null');
  expect(at(openapiAt('2022-01-27'), `${schema('PaymentMethod')}.x-until-of-values`)).toEqual({
    Przelewy24: '2022-01-27/2026-08-21',
  });
});

test('redocly finds no error in the documents of the first day, of 3.0 and of 3.1', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'history-'));
  const files = ['2016-12-31', '2023-11-12', '2023-11-13'].map((day) => {
    const file = join(folder, `${day}.json`);
    writeFileSync(file, JSON.stringify(openapiAt(day)));
    return file;
  });
  const redocly = createRequire(import.meta.url).resolve('@redocly/cli/bin/cli.js');
  const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
  try {
    const { stderr } = await promisify(execFile)(process.execPath, [redocly, 'lint', ...files], { env });
    expect(stderr).toContain('Your API descriptions are valid');
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test.each([
  '2022',
  '2022-01',
  '2022-02-30',
  '2022-1-27',
  '27.01.2022',
  '2022-01-27T00:00:00Z',
  '',
  ' 2022-01-27',
  20220127,
])('refuses %j, which is no day', (day) => {
  // @ts-expect-error -- a number, from JavaScript.
  expect(() => openapiAt(day)).toThrow(
    new TypeError(
      `Failed to make the document of a day: ${JSON.stringify(day)} is none. Give one, such as 2022-01-27.`,
    ),
  );
});

/** The day before a day or a month, and the one after it. */
function daysRound(date: string): readonly [before: string, after: string] {
  const [year = 0, month = 0, day] = date.split('-').map(Number);
  const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10);
  const after = day === undefined ? Date.UTC(year, month, 1) : Date.UTC(year, month - 1, day + 1);
  return [dayOf(Date.UTC(year, month - 1, (day ?? 1) - 1)), dayOf(after)];
}

/** What stands at a place of a document: names with dots between them; of a list by index or, of parameters, by name. */
function at(document: unknown, place: string): unknown {
  // The only name with a dot in it.
  return place.split('.').reduce(step, document);
}

function step(value: unknown, name: string): unknown {
  if (Array.isArray(value) && !/^\d+$/.test(name)) return value.find((each) => step(each, 'name') === name);
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function withoutMarks(document: object): unknown {
  const text = JSON.stringify(document, (name, value: unknown) => (name.startsWith('x-') ? undefined : value));
  return { ...JSON.parse(text), info: openapi.info };
}
