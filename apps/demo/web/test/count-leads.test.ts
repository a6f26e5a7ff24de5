import { customerFixtures } from '@customer-contracts/fixtures';
import { expect, test } from 'vitest';

import type { CustomerRow } from '../src/calls/customer-row.ts';
import { countLeads, periodInWords } from '../src/leads/count-leads.ts';

const lead = (createdTime: string, medium?: string): CustomerRow => ({
  id: createdTime,
  createdTime,
  ...(medium !== undefined && { _embedded: { leadSource: { medium } } }),
});

test('leads are counted by month, without a gap, the media with the most of them first', () => {
  const counts = countLeads([
    lead('2026-01-31T23:59:59Z', 'cpc'),
    lead('2025-11-01T00:00:00Z', 'email'),
    lead('2026-01-01T00:00:00Z', 'email'),
    lead('2025-11-30T12:00:00Z'),
  ]);
  expect(counts).toEqual({
    step: 'month',
    periods: ['2025-11', '2025-12', '2026-01'],
    media: [
      { medium: 'email', counts: [1, 0, 1], total: 2 },
      { medium: 'cpc', counts: [0, 0, 1], total: 1 },
      { medium: 'unknown', counts: [1, 0, 0], total: 1 },
    ],
  });
  expect(counts.periods.map((period) => periodInWords(period, 'month'))).toEqual(['Nov 2025', 'Dec 2025', 'Jan 2026']);
});

test('leads of a few weeks are counted by day', () => {
  const counts = countLeads([lead('2026-02-27T10:00:00Z', 'cpc'), lead('2026-03-01T09:00:00Z', 'cpc')]);
  expect(counts).toEqual({
    step: 'day',
    periods: ['2026-02-27', '2026-02-28', '2026-03-01'],
    media: [{ medium: 'cpc', counts: [1, 0, 1], total: 2 }],
  });
  expect(periodInWords('2026-03-01', 'day')).toBe('1 Mar');
});

test('every lead of the fixtures is counted once', () => {
  const customers = customerFixtures({ seed: 42 });
  const rows = Array.from(customers.responses.take(300), (customer, index) => ({
    ...customer,
    _embedded: { leadSource: customers.leadSources.at(index) },
  }));
  const { media, periods } = countLeads(rows);
  expect(media.reduce((sum, { total }) => sum + total, 0)).toBe(300);
  for (const { counts, total } of media) {
    expect(counts).toHaveLength(periods.length);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(total);
  }
});

test('nobody makes no chart, and who has no time is left out', () => {
  expect(countLeads([])).toEqual({ step: 'day', periods: [], media: [] });
  expect(countLeads([{ id: 'a' }, lead('soon')]).media).toEqual([]);
});
