import type { LeadSourceInput } from '@customer-contracts/schemas';

/** The members of an attribution in the order of the page, and what they are called there. */
export const leadSourceMembers = [
  ['medium', 'Medium'],
  ['source', 'Source'],
  ['campaign', 'Campaign'],
  ['term', 'Term'],
  ['content', 'Content'],
  ['referrer', 'Referrer'],
  ['path', 'Landing page'],
  ['affiliate', 'Affiliate'],
  ['subAffiliate', 'Sub-affiliate'],
  ['salesAgent', 'Sales agent'],
  ['clickId', 'Click id'],
] as const satisfies readonly (readonly [keyof LeadSourceInput, string])[];
