import { defineConfig } from 'vitest/config';

import { testDefaults } from '../../vitest.defaults.ts';

// The tests merge by themselves: they are no runner without a plugin, about which a warning would be.
export default defineConfig({
  test: { ...testDefaults, exclude: [...testDefaults.exclude, 'test/runners/**'], env: { VITEST: '' } },
});
