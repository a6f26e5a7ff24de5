import { testSizes } from './test-sizes.ts';

/** The second one is what .ci/run adds up. */
const reporters: ('default' | ['json', { outputFile: string }])[] = [
  'default',
  ['json', { outputFile: '.vitest/results.json' }],
];

/** What the test suites of all packages and apps have in common: their vitest.config.ts spread it. */
export const testDefaults = {
  include: ['test/**/*.test.ts'],
  // Long, because no test is about time: machines are shared, and a slow one is no reason to fail.
  testTimeout: 120_000 * testSizes.properties,
  hookTimeout: 120_000,
  reporters,
};

/** For the suites that have tests of types as well. */
export const typeTests = { enabled: true, include: ['test/**/*.test-d.ts'], tsconfig: 'test/tsconfig.json' };
