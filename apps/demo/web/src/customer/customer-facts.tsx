import type { ComponentChildren } from 'preact';

import type { CustomerCard } from '../calls/show-customer.ts';
import { regionNames } from '../parts/countries.ts';
import { countInWords, dayInWords, moneyInWords, revenueInWords } from '../parts/in-words.ts';

/** The data of a customer: contact, figures, times. */
export function CustomerFacts({ customer }: { readonly customer: CustomerCard }) {
  const { primaryAddress, locale, tags, invoiceCount, paymentCount, lastPaymentTime } = customer;
  const { averageValue, createdTime, updatedTime } = customer;
  const { organization, jobTitle, emails, phoneNumbers } = primaryAddress ?? {};
  const names = (tags ?? []).flatMap(({ name }) => name ?? []);
  return (
    <>
      <section>
        <h3>Contact</h3>
        <dl class="facts">
          <Fact term="E-mail">{values(emails).join(', ') || customer.email}</Fact>
          <Fact term="Phone">{values(phoneNumbers).join(', ')}</Fact>
          <Fact term="Organization">{[jobTitle, organization].filter(Boolean).join(', ')}</Fact>
          <Fact term="Address">{addressLines(primaryAddress).join(', ')}</Fact>
          <Fact term="Language">{locale}</Fact>
          <Fact term="Tags">{names.join(', ')}</Fact>
        </dl>
      </section>
      <section>
        <h3>Business</h3>
        <dl class="tiles">
          <Tile term="Revenue">{revenueInWords(customer)}</Tile>
          <Tile term="Average payment">{paymentCount ? moneyInWords(averageValue) : undefined}</Tile>
          <Tile term="Payments">{countInWords(paymentCount ?? 0)}</Tile>
          <Tile term="Invoices">{countInWords(invoiceCount ?? 0)}</Tile>
        </dl>
        <p class="under">
          Created {dayInWords(createdTime) ?? 'at an unknown time'}
          {updatedTime && `, changed ${dayInWords(updatedTime)}`}
          {lastPaymentTime && `, last paid ${dayInWords(lastPaymentTime)}`}
        </p>
      </section>
    </>
  );
}

function Fact({ term, children }: { readonly term: string; readonly children: ComponentChildren }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children || <span class="none">none</span>}</dd>
    </div>
  );
}

function Tile({ term, children }: { readonly term: string; readonly children: ComponentChildren }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd class="figures">{children ?? <span class="none">none</span>}</dd>
    </div>
  );
}

function values(labelled: readonly { readonly value?: string | null | undefined }[] | null | undefined): string[] {
  return (labelled ?? []).flatMap(({ value }) => value ?? []);
}

/** The lines of an address, without those that nobody knows. */
export function addressLines(address: CustomerCard['primaryAddress']): string[] {
  const { address: street, address2, city, region, postalCode, country } = address ?? {};
  const town = [postalCode, city].filter(Boolean).join(' ');
  return [street, address2, town, region, country && (regionNames.get(country) ?? country)].flatMap(
    (line) => line || [],
  );
}
