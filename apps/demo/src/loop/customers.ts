/** The customers of the demo: 5 % of them are the same person as one before them, for merges to find. */
export const customers = { count: 500, seed: 42, duplicates: 0.05 };

/** The last year in which the fixtures have made customers, in ms: what the filling writes is made in it, too. */
export const lastYear = { from: Date.UTC(2025, 0), until: Date.UTC(2026, 0) };
