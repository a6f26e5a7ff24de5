import type { ComponentChildren } from 'preact';

import type { CustomerCard } from '../calls/show-customer.ts';
import type { LeadSourceCard } from '../calls/show-lead-source.ts';
import { countInWords, dayInWords, moneyInWords, nameInWords } from '../parts/in-words.ts';
import { MediumBadge } from '../parts/medium-badge.tsx';
import { addressLines } from './customer-facts.tsx';

/** A customer with its lead source, as a preview shows it. */
export interface Mergeable {
  readonly customer: CustomerCard;
  readonly leadSource: LeadSourceCard | null;
}

interface MergePreviewProps {
  readonly one: Mergeable;
  readonly other: Mergeable;
  readonly survivorId: string;
  readonly onChoose: (survivorId: string) => void;
}

/** Two customers side by side: who of them stays, who goes, and where they differ. */
export function MergePreview({ one, other, survivorId, onChoose }: MergePreviewProps) {
  const pair = [one, other];
  const survivor = survivorId === one.customer.id ? one : other;
  const duplicate = survivor === one ? other : one;
  return (
    <>
      <p>
        <strong>{nameInWords(duplicate.customer)}</strong> (<code>{duplicate.customer.id}</code>) is merged into{' '}
        <strong>{nameInWords(survivor.customer)}</strong> (<code>{survivor.customer.id}</code>) and deleted. This can’t
        be undone.
      </p>
      <table class="comparison merge">
        <caption class="hidden">The two customers</caption>
        <thead>
          <tr>
            <td />
            {pair.map(({ customer: { id } }) => (
              <th key={id} scope="col" class={id === survivorId ? 'survives' : 'goes'}>
                <label class="choice">
                  <input type="radio" name="survivor" checked={id === survivorId} onChange={() => onChoose(id)} />
                  {id === survivorId ? 'Survives' : 'Is deleted'}
                  <span class="hidden"> {id}</span>
                </label>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([title, show, isTakenOver]) => {
            const values = pair.map((each) => ({ ...show(each), survives: each === survivor }));
            const differ = new Set(values.map(({ text }) => text)).size > 1;
            return (
              <tr key={title} class={differ && !isTakenOver ? 'changed' : ''}>
                <th scope="row">{title}</th>
                {values.map(({ text, shown, survives }) => (
                  <td key={survives} class={survives ? 'survives' : 'goes'}>
                    {shown ?? text ?? <span class="none">none</span>}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
      <p class="note">
        The survivor keeps its id and takes over what the duplicate has. Rebilly does not list what that is in detail.
      </p>
    </>
  );
}

interface Value {
  readonly text: string | undefined;
  readonly shown?: ComponentChildren;
}

const text = (text: string | null | undefined): Value => ({ text: text || undefined });

/** What is compared. What the survivor takes over in any case is not lost with the duplicate. */
const rows: readonly (readonly [title: string, show: (of: Mergeable) => Value, isTakenOver?: true])[] = [
  ['Id', ({ customer: { id } }) => ({ text: id, shown: <code>{id}</code> })],
  ['Name', ({ customer }) => text(nameInWords(customer))],
  ['E-mail', ({ customer }) => text(customer.email)],
  ['Address', ({ customer }) => text(addressLines(customer.primaryAddress).join(', '))],
  [
    'Lead source',
    ({ leadSource }) => ({
      text: [leadSource?.medium, leadSource?.source].filter(Boolean).join(' ') || undefined,
      shown: leadSource?.medium && (
        <>
          <MediumBadge medium={leadSource.medium} /> {leadSource.source}
        </>
      ),
    }),
  ],
  ['Payments', ({ customer }) => text(countInWords(customer.paymentCount ?? 0)), true],
  ['Invoices', ({ customer }) => text(countInWords(customer.invoiceCount ?? 0)), true],
  ['Revenue', ({ customer }) => text(moneyInWords(customer.lifetimeRevenue)), true],
  ['Created', ({ customer }) => text(dayInWords(customer.createdTime))],
];
