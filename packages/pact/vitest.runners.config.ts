import { defineConfig } from 'vitest/config';

import { testDefaults } from '../../vitest.defaults.ts';

/** The tests that start vitest 4 and 5, jest and node:test themselves: a command of their own, `pnpm test:runners`. */
export default defineConfig({
  test: {
    ...testDefaults,
    isolate: true,
    include: ['test/runners/**/*.test.ts'],
    exclude: ['.vitest/**'],
    env: { VITEST: '' },
    reporters: ['default', ['json', { outputFile: '.vitest/runners-results.json' }]],
  },
});
