// @vitest-environment happy-dom
import { customerFixtures } from '@customer-contracts/fixtures';
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';

import { LeadSourceCard } from '../src/calls/show-lead-source.ts';
import { LeadSourceComparison } from '../src/customer/lead-source-comparison.tsx';

afterEach(cleanup);

const first = LeadSourceCard.parse(customerFixtures({ seed: 42 }).complete().leadSources.at(0));
const cells = (name: string) =>
  [...(screen.getByRole('rowheader', { name }).parentElement?.children ?? [])].map(({ textContent }) => textContent);

test('a lead source that was never corrected stands alone', () => {
  render(<LeadSourceComparison leadSource={{ ...first, original: first }} />);
  expect(screen.queryByRole('columnheader', { name: /Original/ })).toBeNull();
  expect(screen.getByText('This is the original attribution: it was never corrected.')).toBeDefined();
  expect(cells('Medium')).toEqual(['Medium', first.medium]);
});

test('a corrected one stands beside the original, with what has changed marked', () => {
  render(<LeadSourceComparison leadSource={{ ...first, medium: 'social', campaign: null, original: first }} />);
  expect(cells('Medium')).toEqual(['Medium', 'social', first.medium]);
  expect(cells('Campaign')).toEqual(['Campaign', 'none', first.campaign]);
  const changed = [...document.querySelectorAll('tr.changed th')].map(({ textContent }) => textContent);
  expect(changed).toEqual(['Medium', 'Campaign']);
});
