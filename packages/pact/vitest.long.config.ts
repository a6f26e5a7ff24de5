import { defineConfig } from 'vitest/config';

import { longTests } from '../../vitest.defaults.ts';

/** As in vitest.config.ts: the tests merge by themselves. */
export default defineConfig({ test: { ...longTests, env: { VITEST: '' } } });
