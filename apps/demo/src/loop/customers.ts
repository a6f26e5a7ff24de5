/** The customers of the demo: 5 % of them are the same person as one before them, for merges to find. */
export const customers = { count: 500, seed: 42, duplicates: 0.05 };
