// @vitest-environment happy-dom
import { customerFixtures } from '@customer-contracts/fixtures';
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';

import { CustomerCard } from '../src/calls/show-customer.ts';
import { MergePreview } from '../src/customer/merge-preview.tsx';

afterEach(cleanup);

const customers = customerFixtures({ seed: 42 }).complete();
const one = { customer: CustomerCard.parse(customers.responses.at(0)), leadSource: customers.leadSources.at(0) };
const other = { customer: CustomerCard.parse(customers.duplicatesOf(0).responses.at(0)), leadSource: null };

test('it says who survives, who goes, and lets one choose the other way round', () => {
  const onChoose = vi.fn<(id: string) => void>();
  render(<MergePreview one={one} other={other} survivorId={one.customer.id} onChoose={onChoose} />);
  expect(screen.getByRole('radio', { name: `Survives ${one.customer.id}` })).toHaveProperty('checked', true);
  fireEvent.click(screen.getByRole('radio', { name: `Is deleted ${other.customer.id}` }));
  expect(onChoose).toHaveBeenCalledExactlyOnceWith(other.customer.id);
});

test('what differs is marked, but not what the survivor takes over', () => {
  const paying = { ...other, customer: { ...other.customer, paymentCount: 7, invoiceCount: 7 } };
  render(<MergePreview one={one} other={paying} survivorId={one.customer.id} onChoose={() => {}} />);
  const changed = [...document.querySelectorAll('tr.changed th')].map(({ textContent }) => textContent);
  expect(changed).toEqual(expect.arrayContaining(['Id', 'Name', 'E-mail', 'Lead source']));
  expect(changed).not.toContain('Payments');
  expect(screen.getByRole('rowheader', { name: 'Payments' }).parentElement?.textContent).toContain('7');
});
