import type * as types from '@customer-contracts/types';
import * as z from 'zod';

import { DateTime } from './date-time.ts';
import { links } from './links.ts';
import type { NamedObject } from './named-object.ts';
import { leftOutOfAnswer, leftOutOfRequest } from './optional.ts';
import { Uri } from './uri.ts';

const attribute = z.string().max(512).nullable();

const both = {
  /** The medium, `utm_medium`: `cpc`, `email`, `social`. At most 512 characters. */
  medium: attribute,
  /** The source, `utm_source`: `google`, `newsletter`. At most 512 characters. */
  source: attribute,
  /** The campaign, `utm_campaign`. At most 512 characters. */
  campaign: attribute,
  /** The search term, `utm_term`. At most 512 characters. */
  term: attribute,
  /** The content that was clicked, `utm_content`. At most 512 characters. */
  content: attribute,
  /** The affiliate. At most 512 characters. */
  affiliate: attribute,
  /** The affiliate's own affiliate. At most 512 characters. */
  subAffiliate: attribute,
  /** The sales agent. At most 512 characters. */
  salesAgent: attribute,
  /** The id of the click, as the advertiser gave it. At most 512 characters. */
  clickId: attribute,
  /** The path of the page that was reached. At most 512 characters. */
  path: attribute,
  /** The page that the lead came from: an absolute URI of at most 2083 characters. */
  referrer: Uri.max(2083).nullable(),
};
const answered = leftOutOfAnswer(both);
const written = leftOutOfRequest(both);

const dataShape = {
  ...answered,
  /** When this attribution was recorded. Read-only. */
  createdTime: DateTime.exactOptional(),
  /** When this attribution was last changed. Read-only. */
  updatedTime: DateTime.exactOptional(),
  /** Links to related resources. Read-only. */
  _links: links(['self', 'customer']).exactOptional(),
};

/** The schema of {@link LeadSourceData}. */
export interface LeadSourceDataSchema extends NamedObject<typeof dataShape, z.core.$strip, types.LeadSourceData> {}
/** One attribution of a lead, as the API answers it (Rebilly OpenAPI 2026-08, LeadSourceData). */
export const LeadSourceData: LeadSourceDataSchema = z.object(dataShape);
/** One attribution of a lead, as the API answers it. */
export type LeadSourceData = types.LeadSourceData;

const shape = {
  ...dataShape,
  /** The first attribution that was recorded for the customer. Read-only. */
  original: LeadSourceData.exactOptional(),
};

/** The schema of {@link LeadSource}. */
export interface LeadSourceSchema extends NamedObject<typeof shape, z.core.$strip, types.LeadSource> {}
/** Where a customer came from: the newest attribution, and the first one in `original` (Rebilly OpenAPI 2026-08). */
export const LeadSource: LeadSourceSchema = z.object(shape);
/** Where a customer came from: the newest attribution, and the first one in `original`. */
export type LeadSource = types.LeadSource;

/** The schema of {@link LeadSourceInput}. */
export interface LeadSourceInputSchema extends NamedObject<typeof written, z.core.$strict, types.LeadSourceInput> {}
/**
 * A lead source, as a careful writer sends it. Each write records a new attribution; `original` keeps the first one
 * (Rebilly OpenAPI 2026-08, LeadSource).
 */
export const LeadSourceInput: LeadSourceInputSchema = z.strictObject(written);
/** A lead source, as a careful writer sends it. */
export type LeadSourceInput = types.LeadSourceInput;
