import { defineConfig } from 'vitest/config';

import { testDefaults } from '../../vitest.defaults.ts';

/** The tests in a real browser, on the site as it was built: a command of their own, `pnpm test:site`. */
export default defineConfig({
  test: {
    ...testDefaults,
    isolate: true,
    // It opens a hundred pages.
    testTimeout: 600_000,
    include: ['browser/**/*.test.ts'],
    fileParallelism: false,
    reporters: ['default', ['json', { outputFile: '.vitest/site-results.json' }]],
  },
});
