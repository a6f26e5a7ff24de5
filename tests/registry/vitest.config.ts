import { defineConfig } from 'vitest/config';

import { testDefaults } from '../../vitest.defaults.ts';

export default defineConfig({
  test: {
    ...testDefaults,
    globalSetup: 'src/global-setup.ts',
    // Whole projects are installed; as many at once as the smallest machine has cores.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    maxConcurrency: 2,
  },
});
