import { createHash } from 'node:crypto';

import {
  type ContactObjectInput,
  Customer,
  type CustomerInput,
  type TaxNumberInput,
} from '@customer-contracts/schemas';

import { withNulls } from '../body/with-nulls.ts';
import { dateTime } from '../clock.ts';
import { Refusal } from '../http/refusal.ts';
import { makeId } from '../make-id.ts';
import { contactHash } from './contact-hash.ts';
import { customerLinks } from './links.ts';
import { recordLeadSource } from './record-lead-source.ts';
import type { Writer } from './writer.ts';

/**
 * Creates the customer, or replaces what is there: writable members that the input leaves out are reset, those that the
 * server keeps stay, and so does the payment instrument (docs/api-decisions.md#q3). A lead source in the input is
 * recorded with it.
 *
 * @returns the answer's JSON text.
 */
export function writeCustomer(
  writer: Writer,
  id: string,
  input: CustomerInput,
  previous: Customer | undefined,
): string {
  const { store, organizationId, clock, random } = writer;
  const now = clock();
  const { leadSource, paymentToken, defaultPaymentInstrumentId, primaryAddress, taxNumbers, ...written } = input;
  const contact = contactOf(primaryAddress);
  const record: Customer = {
    company: null,
    averageValue: noMoney,
    paymentCount: 0,
    lastPaymentTime: null,
    lifetimeRevenue: noMoney,
    invoiceCount: 0,
    tags: [],
    hasFulfilledKyc: false,
    createdTime: dateTime(now),
    ...(previous && keptOf(previous)),
    ...written,
    id,
    organizationId,
    ...contact,
    taxNumbers: taxNumbers?.map((number) => ({ ...number, isValid: validityIn(previous, number) })) ?? null,
    customFields: written.customFields ?? {},
    personId: written.personId ?? previous?.personId ?? makeId('prs', now, random),
    defaultPaymentInstrument: paymentInstrument(writer, paymentToken, defaultPaymentInstrumentId, previous, now),
    revision: (previous?.revision ?? 0) + 1,
    updatedTime: dateTime(now),
  };
  const text = store.putCustomer(
    organizationId,
    withNulls(Customer, { ...record, _links: customerLinks(organizationId, record) }),
  );
  if (leadSource !== undefined) recordLeadSource(writer, id, leadSource);
  return text;
}

const noMoney = { currency: 'USD', amount: 0, amountUsd: 0 };

/** What the server keeps by itself. */
const kept = [
  'company',
  'averageValue',
  'paymentCount',
  'lastPaymentTime',
  'lifetimeRevenue',
  'invoiceCount',
  'tags',
  'hasFulfilledKyc',
  'createdTime',
] as const;

function keptOf(previous: Customer): Partial<Customer> {
  return Object.fromEntries(
    kept.flatMap((name) => (previous[name] === undefined ? [] : [[name, previous[name]] as const])),
  );
}

/**
 * The address, and the members that come from it: the first primary e-mail address, else the first
 * (docs/api-decisions.md#q29).
 */
function contactOf(primaryAddress: ContactObjectInput | null | undefined): Partial<Customer> {
  const { firstName = null, lastName = null, emails = [] } = primaryAddress ?? {};
  return {
    firstName,
    lastName,
    email: (emails.find(({ primary }) => primary) ?? emails[0])?.value ?? null,
    primaryAddress: primaryAddress ? { ...primaryAddress, hash: contactHash(primaryAddress) } : null,
  };
}

function validityIn(previous: Customer | undefined, { type, value }: TaxNumberInput): boolean | null {
  return previous?.taxNumbers?.find((number) => number.type === type && number.value === value)?.isValid ?? null;
}

/** A token wins over an id, and works once (docs/api-decisions.md#payment-instrument). With neither, what was there stays. */
function paymentInstrument(
  { store, organizationId, random }: Writer,
  token: string | undefined,
  id: string | null | undefined,
  previous: Customer | undefined,
  now: Date,
): Customer['defaultPaymentInstrument'] {
  if (token !== undefined) {
    if (!store.usePaymentToken(organizationId, createHash('sha256').update(token).digest('hex'))) {
      const message = 'The token was used before; it works once.';
      throw new Refusal(422, 'The body breaks a rule of the API.', {
        invalidFields: [{ field: 'paymentToken', message }],
      });
    }
    return { method: 'payment-card', paymentInstrumentId: makeId('inst', now, random) };
  }
  if (id === undefined) return previous?.defaultPaymentInstrument ?? null;
  return id === null ? null : { method: 'payment-card', paymentInstrumentId: id };
}
