/**
 * How many customers a list answers with, and how many it leaves out first: the most that a query may ask for (Rebilly OpenAPI
 * 2026-08), and what it gets when it doesn't ask (seen in practice, and in no document).
 */
export const collectionLimits = {
  limit: { most: 1000, unasked: 100 },
  offset: { most: 1000, unasked: 0 },
} as const;
