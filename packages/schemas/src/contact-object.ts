import type * as types from '@customer-contracts/types';
import * as z from 'zod';

import { Email } from './email.ts';
import type { NamedObject } from './named-object.ts';
import { leftOutOfAnswer, leftOutOfRequest } from './optional.ts';
import { text } from './text.ts';

const emailShape = {
  /** What the address is for, such as `main`: at most 45 characters. */
  label: z.string().max(45),
  /** The e-mail address: at most 255 characters. */
  value: Email.max(255),
  /** Whether it is the customer's own. Where several are, the first one wins. */
  primary: z.boolean().exactOptional(),
};

/** The schema of {@link ContactEmail}. */
export interface ContactEmailSchema extends NamedObject<typeof emailShape, z.core.$strip, types.ContactEmail> {}
/** An e-mail address of a contact (Rebilly OpenAPI 2026-08, ContactObject.emails). */
export const ContactEmail: ContactEmailSchema = z.object(emailShape);
/** An e-mail address of a contact. */
export type ContactEmail = types.ContactEmail;

const emailInputShape = {
  ...emailShape,
  /** Whether it is the customer's own. Where several are, the first one wins. */
  primary: z.boolean().optional(),
};

/** The schema of {@link ContactEmailInput}. */
export interface ContactEmailInputSchema extends NamedObject<
  typeof emailInputShape,
  z.core.$strict,
  types.ContactEmailInput
> {}
/** An e-mail address of a contact, as a careful writer sends it (Rebilly OpenAPI 2026-08, ContactObject.emails). */
export const ContactEmailInput: ContactEmailInputSchema = z.strictObject(emailInputShape);
/** An e-mail address of a contact, as a careful writer sends it. */
export type ContactEmailInput = types.ContactEmailInput;

const phoneNumberShape = {
  /** What the number is for, such as `main`: at most 45 characters. */
  label: z.string().max(45),
  /** The number in any form: at most 50 characters. */
  value: z.string().max(50),
  /** Whether it is the customer's own. */
  primary: z.boolean().exactOptional(),
};

/** The schema of {@link ContactPhoneNumber}. */
export interface ContactPhoneNumberSchema extends NamedObject<
  typeof phoneNumberShape,
  z.core.$strip,
  types.ContactPhoneNumber
> {}
/** A phone number of a contact (Rebilly OpenAPI 2026-08, ContactObject.phoneNumbers). */
export const ContactPhoneNumber: ContactPhoneNumberSchema = z.object(phoneNumberShape);
/** A phone number of a contact. */
export type ContactPhoneNumber = types.ContactPhoneNumber;

const phoneNumberInputShape = {
  ...phoneNumberShape,
  /** Whether it is the customer's own. */
  primary: z.boolean().optional(),
};

/** The schema of {@link ContactPhoneNumberInput}. */
export interface ContactPhoneNumberInputSchema extends NamedObject<
  typeof phoneNumberInputShape,
  z.core.$strict,
  types.ContactPhoneNumberInput
> {}
/** A phone number of a contact, as a careful writer sends it (Rebilly OpenAPI 2026-08, ContactObject.phoneNumbers). */
export const ContactPhoneNumberInput: ContactPhoneNumberInputSchema = z.strictObject(phoneNumberInputShape);
/** A phone number of a contact, as a careful writer sends it. */
export type ContactPhoneNumberInput = types.ContactPhoneNumberInput;

const both = {
  /** The first name: 1 to 45 characters. */
  firstName: text(45).nullable(),
  /** The last name: 1 to 45 characters. */
  lastName: text(45).nullable(),
  /** The organization: 1 to 255 characters. */
  organization: text(255).nullable(),
  /** The street and number: 1 to 60 characters. */
  address: text(60).nullable(),
  /** The second line of the address: 1 to 60 characters. */
  address2: text(60).nullable(),
  /** The city: 1 to 45 characters. */
  city: text(45).nullable(),
  /** The region, state or county: 1 to 45 characters. */
  region: text(45).nullable(),
  /** The country: two capital letters, ISO 3166-1 (`GB`). */
  country: z
    .string()
    .max(2)
    .regex(/^[A-Z]{2}$/)
    .nullable(),
  /** The postal code: 1 to 10 letters, digits, `_`, `-` and spaces. */
  postalCode: z
    .string()
    .max(10)
    .regex(/^[\w\s-]+$/)
    .nullable(),
  /** The day of birth: `YYYY-MM-DD`. */
  dob: z.iso.date().nullable(),
  /** The job title: 1 to 255 characters. */
  jobTitle: text(255).nullable(),
};
const answered = leftOutOfAnswer(both);
const written = leftOutOfRequest(both);

const shape = {
  ...answered,
  /** The phone numbers. No limit on how many. */
  phoneNumbers: z.array(ContactPhoneNumber).exactOptional(),
  /** The e-mail addresses. No limit on how many. */
  emails: z.array(ContactEmail).exactOptional(),
  /** A hash that is equal for equal contacts: at most 40 characters, opaque. Read-only. */
  hash: z.string().max(40).exactOptional(),
};

const inputShape = {
  ...written,
  /** The phone numbers. No limit on how many. */
  phoneNumbers: z.array(ContactPhoneNumberInput).optional(),
  /** The e-mail addresses. No limit on how many; the first `primary` one becomes the customer's `email`. */
  emails: z.array(ContactEmailInput).optional(),
};

/** The schema of {@link ContactObject}. */
export interface ContactObjectSchema extends NamedObject<typeof shape, z.core.$strip, types.ContactObject> {}
/** A person's name, address, phones and e-mails, as the API answers them (Rebilly OpenAPI 2026-08, ContactObject). */
export const ContactObject: ContactObjectSchema = z.object(shape);
/** A person's name, address, phones and e-mails, as the API answers them. */
export type ContactObject = types.ContactObject;

/** The schema of {@link ContactObjectInput}. */
export interface ContactObjectInputSchema extends NamedObject<
  typeof inputShape,
  z.core.$strict,
  types.ContactObjectInput
> {}
/**
 * A person's name, address, phones and e-mails, as a careful writer sends them. The empty string is refused; null or
 * absence says that there is none (Rebilly OpenAPI 2026-08, ContactObject).
 */
export const ContactObjectInput: ContactObjectInputSchema = z.strictObject(inputShape);
/** A person's name, address, phones and e-mails, as a careful writer sends them. */
export type ContactObjectInput = types.ContactObjectInput;
