import { defineConfig } from 'vitest/config';

import { testDefaults } from '../../vitest.defaults.ts';

// All packages are built in a test.
export default defineConfig({ test: { ...testDefaults, testTimeout: 600_000 } });
