import { defineConfig } from 'vitest/config';

import { testDefaults, typeTests } from '../../vitest.defaults.ts';

export default defineConfig({ test: { ...testDefaults, typecheck: typeTests } });
