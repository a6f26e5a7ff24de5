import { defineConfig } from 'vitest/config';

import { testDefaults } from '../../vitest.defaults.ts';

const isSkipped = (process.env['SKIP_BROKER_TESTS'] ?? '') !== '';
if (isSkipped) console.warn('SKIP_BROKER_TESTS is set: nothing is tried with a real broker.');

export default defineConfig({
  test: {
    ...testDefaults,
    isolate: true,
    include: isSkipped ? [] : testDefaults.include,
    passWithNoTests: isSkipped,
    globalSetup: 'src/install-broker.ts',
    // A broker is slow to start, and each file has its own: one after the other.
    fileParallelism: false,
    // The guide is one road: what comes after a failure has no meaning.
    bail: 1,
    // The tests merge by themselves, about which a warning would be.
    env: { VITEST: '' },
  },
});
