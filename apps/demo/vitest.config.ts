import { defineConfig } from 'vitest/config';

import { testDefaults } from '../../vitest.defaults.ts';
import page from './vite.config.ts';

export default defineConfig({
  ...page,
  root: import.meta.dirname,
  test: { ...testDefaults, include: [...testDefaults.include, 'web/test/**/*.test.{ts,tsx}'] },
});
