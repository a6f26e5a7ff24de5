import { defineConfig } from 'vitest/config';

import { testDefaults } from '../../vitest.defaults.ts';

/** Thousands of cases beside Pact's own core: a command of their own, `pnpm test:core`. */
export default defineConfig({
  test: {
    ...testDefaults,
    isolate: true,
    // Each test asks Pact's core thousands of times.
    testTimeout: 600_000,
    include: ['core/**/*.core.ts', 'test/core/**/*.test.ts'],
    reporters: ['default', ['json', { outputFile: '.vitest/core-results.json' }]],
  },
});
