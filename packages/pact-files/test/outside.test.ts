import { coverage, interactionsOutside, lint, lintReport, parsePact } from '@customer-contracts/pact-files';
import { expect, test } from 'vitest';

import { raw, rawPact } from './raw-pact.ts';

const reading = (path: string) => raw.getCustomer({ path, description: `get ${path}` });
const pactOf = (...paths: readonly string[]) => parsePact(rawPact(paths.map(reading)), 'pact.json');

const outside = ['/invoices/in_01', '/customers/cus_01/timeline', '/tags/vip/customers', '/', '/v2.1/invoices'];

test.each(outside)('takes %s for another endpoint', (path) => {
  const pact = pactOf('/customers/cus_02', path);

  expect(interactionsOutside(pact)).toEqual(pact.interactions.slice(1));
});

test.each([
  '/customers/cus_01',
  '/organizations/org_01/customers/cus_01/lead-source',
  '/v2.1/customers/cus_01',
  'https://api.example.test/customers/cus_01',
  '/organisations/org_01/customers',
  '/customer/cus_01',
  '/customers/cus_01/leadsource',
  '/customers//lead-source',
  '/customers/',
])('takes %s for one of the operations, maybe misspelt', (path) => {
  expect(interactionsOutside(pactOf('/customers/cus_02', path, '/invoices/in_01'))).toHaveLength(1);
});

test('lint says one line about interactions of other endpoints, and coverage leaves them out', async () => {
  const [one, all] = [pactOf('/customers/cus_01'), pactOf('/customers/cus_01', ...outside)];

  expect(await lint([all])).toEqual([]);
  expect(lintReport([], [all])).toBe(
    '✔ 6 interactions of 1 pact, nothing found\n5 of them are outside of the 8 operations: only names, keys and matching rules were checked',
  );
  expect(lintReport([], [one])).toBe('✔ 1 interaction of 1 pact, nothing found');
  expect(coverage([all])).toEqual(coverage([one]));
});

test('lint still finds a real key in an interaction of another endpoint', async () => {
  const key = ['sk', 'live', '7d1c9e2b4a6f8d0c'].join('_');

  const findings = await lint([pactOf('/customers/cus_01', `/invoices/${key}`)]);

  expect(findings.map(({ rule }) => rule)).toEqual(['real-key']);
});

test('a pact that is about nothing else has an error for each', async () => {
  const pact = pactOf('/invoices/in_01', '/invoices/in_02');

  expect(interactionsOutside(pact)).toEqual([]);
  expect((await lint([pact])).map(({ rule }) => rule)).toEqual(['unknown-operation', 'unknown-operation']);
});

test.each([
  ['/customers?limit=5', 'has a query in it. Move limit=5 to request.query.'],
  ['/customers/cus_01?expand=leadSource', 'has a query in it. Move expand=leadSource to request.query.'],
  ['/organizations/org_01/customers/cus_01/lead-source?', 'ends with a question mark. Leave it out.'],
])('says what is wrong with the query in %s, and nothing else', async (path, message) => {
  const pact = pactOf('/customers/cus_01', path, '/invoices?limit=5');
  expect((await lint([pact])).map((finding) => `${finding.rule}: ${finding.message}`)).toEqual([
    `unknown-operation: The path ${message}`,
  ]);
});
