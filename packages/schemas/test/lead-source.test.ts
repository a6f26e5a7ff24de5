import { LeadSource, LeadSourceData, LeadSourceInput } from '@customer-contracts/schemas';
import { expect, test } from 'vitest';

const texts = [
  'medium',
  'source',
  'campaign',
  'term',
  'content',
  'affiliate',
  'subAffiliate',
  'salesAgent',
  'clickId',
  'path',
];

test('a request has the attributes, and none of the members that the server keeps', () => {
  expect(Object.keys(LeadSourceInput.shape)).toEqual([...texts, 'referrer']);
  expect(Object.keys(LeadSourceData.shape)).toEqual([...texts, 'referrer', 'createdTime', 'updatedTime', '_links']);
  expect(Object.keys(LeadSource.shape)).toEqual([...Object.keys(LeadSourceData.shape), 'original']);
  expect(LeadSourceInput.safeParse({ original: {} }).success).toBe(false);
});

test.each(texts)('%s may be null, empty, and up to 512 characters long', (member) => {
  const accepts = (value: unknown) => LeadSourceInput.safeParse({ [member]: value }).success;
  expect([accepts(null), accepts(''), accepts('x'.repeat(512)), accepts('x'.repeat(513)), accepts(1)]).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]);
});

test('a referrer is an absolute URI of at most 2083 characters', () => {
  const accepts = (referrer: unknown) => LeadSourceInput.safeParse({ referrer }).success;
  const long = `https://example.com/${'x'.repeat(2063)}`;
  expect([
    accepts('https://www.rebilly.com'),
    accepts(null),
    accepts(long),
    accepts('www.example.com'),
    accepts(`${long}x`),
  ]).toEqual([true, true, true, false, false]);
});

test('the original has no original of its own', () => {
  expect(LeadSource.parse({ original: { medium: 'cpc', original: {} } })).toEqual({ original: { medium: 'cpc' } });
});
