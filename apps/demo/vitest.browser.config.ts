import { defineConfig } from 'vitest/config';

import { testDefaults } from '../../vitest.defaults.ts';

/** The tests in a real browser, on the page as it was built: a command of their own, `pnpm test:demo`. */
export default defineConfig({
  test: {
    ...testDefaults,
    // Each file starts a browser of its own, and closes it.
    isolate: true,
    include: ['browser/**/*.test.ts'],
    fileParallelism: false,
    reporters: ['default', ['json', { outputFile: '.vitest/browser-results.json' }]],
  },
});
