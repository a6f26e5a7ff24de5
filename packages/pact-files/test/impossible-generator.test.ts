import { lint, parsePact } from '@customer-contracts/pact-files';
import { expect, test } from 'vitest';

import { key, raw, rawPact, type RawInteraction } from './raw-pact.ts';

async function messages(interaction: RawInteraction): Promise<readonly string[]> {
  const findings = await lint([parsePact(rawPact([interaction]), 'pact.json')]);
  return findings
    .filter(({ rule }) => rule === 'impossible-generator')
    .map(({ path, message }) => `${path}: ${message}`);
}

/** A member of an answer, its example, and a generator for it. */
const ofMember = (member: string, example: unknown, generator: object) =>
  raw.getCustomer({
    answer: member.split('.').reduceRight((value: unknown, name) => ({ [name]: value }), example),
    answerGenerates: { body: { [`$.${member}`]: generator } },
  });

const isWrong = "which the API doesn't have there. Generate what it documents.";

test.each([
  ['email', 'ann@example.com', { type: 'RandomInt', min: 0, max: 10 }, '0'],
  ['paymentCount', 3, { type: 'RandomString', size: 3 }, '"aaa"'],
  ['paymentCount', 3, { type: 'RandomDecimal', digits: 4 }, '12.5'],
  ['paymentCount', 3, { type: 'Regex', regex: '[a-z]+' }, 'texts like "[a-z]+"'],
  ['primaryAddress.country', 'GB', { type: 'RandomString', size: 3 }, '"aaa"'],
  ['hasFulfilledKyc', true, { type: 'RandomInt' }, '0'],
  ['firstName', 'Ann', { type: 'RandomBoolean' }, 'true'],
  ['email', 'ann@example.com', { type: 'Uuid' }, '"936da01f-9abd-4d9d-80c7-02af85c822a8"'],
  ['email', 'ann@example.com', { type: 'Date', format: 'yyyy-MM-dd' }, 'texts like "yyyy-MM-dd"'],
  ['primaryAddress.dob', '1980-04-01', { type: 'Date', format: 'dd/MM/yyyy' }, 'texts like "dd/MM/yyyy"'],
  ['createdTime', '2026-03-08T12:57:32Z', { type: 'Date' }, '"2026-01-31"'],
  [
    'createdTime',
    '2026-03-08T12:57:32Z',
    { type: 'DateTime', format: 'dd.MM.yyyy HH:mm' },
    'texts like "dd.MM.yyyy HH:mm"',
  ],
])('%s can not be what %j with %j makes', async (member, example, generator, what) => {
  expect(await messages(ofMember(member, example, generator))).toEqual([
    `response.generators.body["$.${member}"]: ${generator.type} makes ${what}, ${isWrong}`,
  ]);
});

test.each([
  ['paymentCount', 3, { type: 'RandomInt', min: 0, max: 10 }],
  ['firstName', 'Ann', { type: 'RandomString', size: 10 }],
  ['firstName', 'Ann', { type: 'Regex', regex: '[A-Z]\\w+' }],
  ['websiteId', 'web_01', { type: 'Uuid' }],
  ['hasFulfilledKyc', true, { type: 'RandomBoolean' }],
  ['averageValue.amount', 1.5, { type: 'RandomDecimal', digits: 4 }],
  ['primaryAddress.dob', '1980-04-01', { type: 'Date' }],
  ['primaryAddress.dob', '1980-04-01', { type: 'Date', format: 'yyyy-MM-dd' }],
  ['createdTime', '2026-03-08T12:57:32Z', { type: 'DateTime', format: "yyyy-MM-dd'T'HH:mm:ss.SSSXXX" }],
  ['email', 'ann@example.com', { type: 'ProviderState', expression: '${email}' }],
  ['customFields.anything', 1, { type: 'RandomString' }],
  ['email', 'ann@example.com', { type: 'constructor' }],
])('%s can be what %j with %j makes', async (member, example, generator) => {
  expect(await messages(ofMember(member, example, generator))).toEqual([]);
});

test.each([
  ['/invoices/${id}', '/invoices/any'],
  ['/customers/${id}/lead-source', '/customers/any/lead-source'],
  ['${base}/customers', '/customers'],
])('the path %s is another operation', async (expression, path) => {
  const interaction = raw.getCustomer({ generates: { path: { type: 'ProviderState', expression } } });
  expect(await messages(interaction)).toEqual([`request.generators.path: ProviderState makes ${path}, ${isWrong}`]);
});

test.each([
  '/customers/${id}',
  '${base}/customers/${id}',
  '/organizations/${organizationId}/customers/${id}',
  '${path}',
  'id',
])('the path %s may be the same operation', async (expression) => {
  const interaction = raw.getCustomer({ generates: { path: { type: 'ProviderState', expression } } });
  expect(await messages(interaction)).toEqual([]);
});

test('a number is no path, no content type, no sort and no limit above 1000', async () => {
  const random = (min: number, max: number) => ({ type: 'RandomInt', min, max });
  expect(await messages(raw.getCustomer({ generates: { path: random(1, 9) } }))).toHaveLength(1);
  const headers = { ...key, 'Content-Type': 'application/json' };
  expect(await messages(raw.post({ headers, generates: { header: { 'Content-Type': random(1, 9) } } }))).toHaveLength(
    1,
  );
  expect(
    await messages(
      raw.list({
        answerHeaders: { 'Pagination-Total': '5' },
        answerGenerates: { header: { 'Pagination-Total': random(0, 9) } },
      }),
    ),
  ).toEqual([]);
  const listing = (name: string, value: string, generator: object) =>
    messages(raw.list({ query: { [name]: [value] }, generates: { query: { [name]: generator } } }));
  expect(await listing('sort', 'email', random(1, 9))).toHaveLength(1);
  expect(await listing('limit', '5', random(1, 9))).toEqual([]);
  const indexed = { query: { 'limit[0]': random(1, 9), '$.offset[0]': random(0, 9) } };
  expect(await messages(raw.list({ query: { limit: ['5'], offset: ['5'] }, generates: indexed }))).toEqual([]);
  expect(await listing('limit', '5', random(1, 9999))).toEqual([
    `request.generators.query["limit"]: RandomInt makes 9999, ${isWrong}`,
  ]);
});
