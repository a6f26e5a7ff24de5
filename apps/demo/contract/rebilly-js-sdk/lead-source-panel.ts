import * as z from 'zod';

const attribution = {
  medium: z.string().nullable().optional(),
  source: z.string().nullable().optional(),
  campaign: z.string().nullable().optional(),
  referrer: z.string().nullable().optional(),
  createdTime: z.string().optional(),
};

/** What the panel of a lead source shows: the newest attribution beside the first one. */
export const LeadSourcePanel = z.object({ ...attribution, original: z.object(attribution).optional() });
