import * as z from 'zod';

import { Customer, CustomerEmbedded } from './customer.ts';
import { DateTime } from './date-time.ts';
import { LeadSource, LeadSourceData } from './lead-source.ts';
import { Tag } from './tag.ts';

/** The schema of {@link DateTimeCodec}. */
export type DateTimeCodecSchema = z.ZodCodec<z.ZodISODateTime, z.ZodDate>;
/**
 * A moment as text on the wire and as a `Date` in your code. Any offset is read; what is written ends in `Z`, without
 * milliseconds where there are none, as the API writes it.
 */
export const DateTimeCodec: DateTimeCodecSchema = z.codec(DateTime, z.date(), {
  decode: (text) => new Date(text),
  encode: (date) => date.toISOString().replace('.000Z', 'Z'),
});

const times = {
  /** When it was made. */
  createdTime: DateTimeCodec.exactOptional(),
  /** When it was last changed. */
  updatedTime: DateTimeCodec.exactOptional(),
};

type Replaced<Schema extends z.ZodObject, Members extends z.core.util.SomeObject> = z.ZodObject<
  z.core.util.Extend<Schema['shape'], Members>
>;

/** The schema of {@link TagDates}. */
export interface TagDatesSchema extends Replaced<typeof Tag, typeof times> {}
/** A tag, with dates: see {@link CustomerDates}. */
export const TagDates: TagDatesSchema = Tag.extend(times);
/** A tag, with dates. */
export type TagDates = z.output<TagDatesSchema>;

/** The schema of {@link LeadSourceDataDates}. */
export interface LeadSourceDataDatesSchema extends Replaced<typeof LeadSourceData, typeof times> {}
/** One attribution, with dates: see {@link CustomerDates}. */
export const LeadSourceDataDates: LeadSourceDataDatesSchema = LeadSourceData.extend(times);
/** One attribution, with dates. */
export type LeadSourceDataDates = z.output<LeadSourceDataDatesSchema>;

const leadSourceMembers = {
  ...times,
  /** The first attribution that was recorded for the customer. */
  original: LeadSourceDataDates.exactOptional(),
};

/** The schema of {@link LeadSourceDates}. */
export interface LeadSourceDatesSchema extends Replaced<typeof LeadSource, typeof leadSourceMembers> {}
/** A lead source, with dates: see {@link CustomerDates}. */
export const LeadSourceDates: LeadSourceDatesSchema = LeadSource.extend(leadSourceMembers);
/** A lead source, with dates. */
export type LeadSourceDates = z.output<LeadSourceDatesSchema>;

const embeddedMembers = {
  /** The lead source, when `expand` asked for it. */
  leadSource: LeadSourceDates.exactOptional(),
};

/** The schema of {@link CustomerEmbeddedDates}. */
export interface CustomerEmbeddedDatesSchema extends Replaced<typeof CustomerEmbedded, typeof embeddedMembers> {}
/** What `expand` asked for, with dates: see {@link CustomerDates}. */
export const CustomerEmbeddedDates: CustomerEmbeddedDatesSchema = CustomerEmbedded.extend(embeddedMembers);
/** What `expand` asked for, with dates. */
export type CustomerEmbeddedDates = z.output<CustomerEmbeddedDatesSchema>;

const customerMembers = {
  ...times,
  /** When the last payment was made; null for none. */
  lastPaymentTime: DateTimeCodec.nullable().exactOptional(),
  /** The tags. */
  tags: z.array(TagDates).exactOptional(),
  /** The related resources that `expand` asked for. */
  _embedded: CustomerEmbeddedDates.exactOptional(),
};

/** The schema of {@link CustomerDates}. */
export interface CustomerDatesSchema extends Replaced<typeof Customer, typeof customerMembers> {}
/**
 * A customer whose moments are `Date`s, as a codec of zod: `CustomerDates.decode(customer)` makes them of what the API
 * answers, `CustomerDates.encode(...)` turns them back. A date of birth stays text: it is a day, and no moment.
 */
export const CustomerDates: CustomerDatesSchema = Customer.extend(customerMembers);
/** A customer whose moments are `Date`s. */
export type CustomerDates = z.output<CustomerDatesSchema>;
