import { parsePact, usage, usageMarkdown, usageTable } from '@customer-contracts/pact-files';
import { expect, test } from 'vitest';

import { raw, rawPact } from './raw-pact.ts';

const pacts = [
  parsePact(
    rawPact(
      [
        raw.getCustomer({ answer: { id: 'cus_01', primaryAddress: { city: 'Leeds' }, customFields: { vip: true } } }),
        raw.list({ answer: [{ id: 'cus_01', tags: [{ name: 'vip' }] }] }),
      ],
      'crm',
    ),
    'crm.json',
  ),
  parsePact(
    rawPact(
      [
        raw.getCustomer({ answer: { id: 'cus_01' } }),
        raw.getLeadSource(),
        raw.getCustomer({ state: 'a customer does not exist', status: 404, answer: { title: 'Not found' } }),
      ],
      'billing-web',
    ),
    'billing-web.json',
  ),
];

test('says which consumer reads which member of which schema', () => {
  expect(usageTable(usage(pacts))).toBe(`schema           member               read by
Customer         id                   billing-web (1), crm (2)
Customer         customFields.vip     crm (1)
Customer         primaryAddress.city  crm (1)
Customer         tags[].name          crm (1)
LeadSource       medium               billing-web (1)
NotFoundProblem  title                billing-web (1)`);
});

test('says the same in Markdown and as data', () => {
  const [first] = usage(pacts);
  expect(first).toEqual({
    schema: 'Customer',
    member: 'id',
    consumers: [
      { consumer: 'billing-web', interactions: 1 },
      { consumer: 'crm', interactions: 2 },
    ],
  });
  expect(usageMarkdown(usage(pacts)).split('\n').slice(0, 3)).toEqual([
    '| schema | member | read by |',
    '| --- | --- | --- |',
    '| Customer | `id` | billing-web (1), crm (2) |',
  ]);
});

test('counts nothing that the API does not answer', () => {
  const pact = parsePact(rawPact([raw.getCustomer({ path: '/invoices/1' })]), 'pact.json');
  expect(usage([pact])).toEqual([]);
});
