import type * as types from '@customer-contracts/types';
import * as z from 'zod';

import { Company } from './company.ts';
import { ContactObject, ContactObjectInput } from './contact-object.ts';
import { DateTime } from './date-time.ts';
import { Email } from './email.ts';
import { ResourceId } from './identifier.ts';
import { LeadSource, LeadSourceInput } from './lead-source.ts';
import { links } from './links.ts';
import { CustomerAverageValue, CustomerLifetimeRevenue } from './money.ts';
import type { NamedObject } from './named-object.ts';
import { leftOutOfAnswer, leftOutOfRequest } from './optional.ts';
import { PaymentMethod } from './payment-method.ts';
import { Tag } from './tag.ts';
import { TaxNumber, TaxNumberInput } from './tax-number.ts';

const paymentInstrumentShape = {
  /** The payment method. */
  method: PaymentMethod,
  /** The id of the payment instrument. */
  paymentInstrumentId: ResourceId,
};

/** The schema of {@link DefaultPaymentInstrument}. */
export interface DefaultPaymentInstrumentSchema extends NamedObject<
  typeof paymentInstrumentShape,
  z.core.$strip,
  types.DefaultPaymentInstrument
> {}
/** The payment instrument that is used when none is named. Read-only since 2026-08-18. */
export const DefaultPaymentInstrument: DefaultPaymentInstrumentSchema = z.object(paymentInstrumentShape);
/** The payment instrument that is used when none is named. Read-only since 2026-08-18. */
export type DefaultPaymentInstrument = types.DefaultPaymentInstrument;

/** The organization's own fields of a customer, by name. */
const customFields = z.record(z.string(), z.unknown()).meta({ default: {} });

const embeddedShape = {
  /** The default payment instrument, when `expand` asked for it. */
  defaultPaymentInstrument: z.record(z.string(), z.unknown()).exactOptional(),
  /** The website, when `expand` asked for it. */
  website: z.record(z.string(), z.unknown()).exactOptional(),
  /** The lead source, when `expand` asked for it. */
  leadSource: LeadSource.exactOptional(),
};

/** The schema of {@link CustomerEmbedded}. */
export interface CustomerEmbeddedSchema extends NamedObject<
  typeof embeddedShape,
  z.core.$strip,
  types.CustomerEmbedded
> {}
/** The related resources that `expand` asked for, by name (Rebilly OpenAPI 2026-08; an array of them before 2023). */
export const CustomerEmbedded: CustomerEmbeddedSchema = z.object(embeddedShape);
/** The related resources that `expand` asked for, by name. */
export type CustomerEmbedded = types.CustomerEmbedded;

const both = {
  /** The website that the customer belongs to: at most 50 characters. */
  websiteId: ResourceId,
  /** The payment instrument that payouts go to: at most 50 characters, null for none. */
  preferredPayoutInstrumentId: ResourceId.nullable().meta({ default: null }),
  /** The organization's own fields, by name. An organization declares them under the API's `/custom-fields`. */
  customFields: customFields,
  /** The customer's language, RFC 5646 (`fr-FR`), null for none. */
  locale: z.string().nullable().meta({ default: null }),
  /** The person behind the customer: at most 50 characters. The server makes one with the customer. */
  personId: ResourceId.nullable(),
  /** The addresses that notifications go to. */
  notificationEmails: z.array(Email),
};
const answered = leftOutOfAnswer(both);
const written = leftOutOfRequest(both);

const shape = {
  /** The id: at most 50 characters. Required, although the API's own document doesn't say so. Read-only. */
  id: ResourceId,
  /** The e-mail address, from `primaryAddress.emails`: the first primary one, else the first. Read-only. */
  email: Email.nullable().exactOptional(),
  /** The first name, from `primaryAddress`. Read-only. */
  firstName: z.string().nullable().exactOptional(),
  /** The last name, from `primaryAddress`. Read-only. */
  lastName: z.string().nullable().exactOptional(),
  ...answered,
  /** The address, and what payment instruments, subscriptions and invoices fall back to. */
  primaryAddress: ContactObject.nullable().exactOptional(),
  /** The tax numbers. */
  taxNumbers: z.array(TaxNumber).nullable().exactOptional(),
  /** The payment instrument that is used when none is named. Read-only; write `defaultPaymentInstrumentId`. */
  defaultPaymentInstrument: DefaultPaymentInstrument.nullable().exactOptional(),
  /** The company that the API found, a paid feature. Read-only. */
  company: Company.nullable().exactOptional(),
  /** What a payment of this customer is worth on average. Read-only. */
  averageValue: CustomerAverageValue.exactOptional(),
  /** How many sales and captures were approved. Read-only. */
  paymentCount: z.int().exactOptional(),
  /** When the last payment was made; null for none. Read-only. */
  lastPaymentTime: DateTime.nullable().exactOptional(),
  /** What all payments of this customer are worth. Read-only. */
  lifetimeRevenue: CustomerLifetimeRevenue.exactOptional(),
  /** How many invoices there are: 0 is a lead, 1 and more a customer. Read-only. */
  invoiceCount: z.int().exactOptional(),
  /** The tags. Read-only here: they are changed through the API's `/tags`. */
  tags: z.array(Tag).exactOptional(),
  /** How often the customer was changed. Read-only. */
  revision: z.int().exactOptional(),
  /** Whether the customer has shown who they are (know your customer). Read-only. */
  hasFulfilledKyc: z.boolean().exactOptional(),
  /** The organization that the customer belongs to: at most 50 characters. Read-only. */
  organizationId: ResourceId.exactOptional(),
  /** When the customer was made. Read-only. */
  createdTime: DateTime.exactOptional(),
  /** When the customer was last changed. Read-only. */
  updatedTime: DateTime.exactOptional(),
  /** Links to related resources. Read-only. */
  _links: links(['self', 'defaultPaymentInstrument', 'leadSource', 'website', 'attachments']).exactOptional(),
  /** The related resources that `expand` asked for. Read-only. */
  _embedded: CustomerEmbedded.exactOptional(),
};

const inputShape = {
  ...written,
  /** The address, and what payment instruments, subscriptions and invoices fall back to. It gives `email` and names. */
  primaryAddress: ContactObjectInput.nullable().optional(),
  /** The tax numbers. */
  taxNumbers: z.array(TaxNumberInput).nullable().optional(),
  /** A token that becomes the default payment instrument. Works once, and wins over `defaultPaymentInstrumentId`. */
  paymentToken: z.string().optional(),
  /** The payment instrument to use when none is named: at most 50 characters, null for none. */
  defaultPaymentInstrumentId: ResourceId.nullable().optional(),
  /** The lead source to record with the customer, as `putCustomerLeadSource` would. */
  leadSource: LeadSourceInput.optional(),
};

/** The schema of {@link Customer}. */
export interface CustomerSchema extends NamedObject<typeof shape, z.core.$strip, types.Customer> {}
/** A customer, as the API promises to answer it (Rebilly OpenAPI 2026-08, Customer). */
export const Customer: CustomerSchema = z.object(shape);
/** A customer, as the API promises to answer it. */
export type Customer = types.Customer;

/** The schema of {@link CustomerInput}. */
export interface CustomerInputSchema extends NamedObject<typeof inputShape, z.core.$strict, types.CustomerInput> {}
/**
 * A customer, as a careful writer sends it: writable members only, limits enforced, anything else refused. A PUT
 * replaces: what it leaves out is reset (Rebilly OpenAPI 2026-08, Customer).
 */
export const CustomerInput: CustomerInputSchema = z.strictObject(inputShape);
/** A customer, as a careful writer sends it: writable members only. A PUT replaces: what it leaves out is reset. */
export type CustomerInput = types.CustomerInput;
