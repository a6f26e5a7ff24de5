import { testSizes } from './test-sizes.ts';

/** The second one is what .ci/run adds up. */
const reportersTo = (outputFile: string): ('default' | ['json', { outputFile: string }])[] => [
  'default',
  ['json', { outputFile }],
];

/** What the test suites of all packages and apps have in common: their vitest.config.ts spread it. */
export const testDefaults = {
  include: ['test/**/*.test.ts'],
  exclude: ['.vitest/**', 'test/**/*.long.test.ts'],
  // Every test cleans up after itself, so files share a process, and what it has loaded.
  isolate: false,
  // Long, because no test is about time: machines are shared, and a slow one is no reason to fail.
  testTimeout: 120_000 * testSizes.properties,
  hookTimeout: 120_000,
  reporters: reportersTo('.vitest/results.json'),
};

/** What kills processes by the dozen, or tries thousands of inputs over a wire: `pnpm test:long`. */
export const longTests = {
  ...testDefaults,
  include: ['test/**/*.long.test.ts'],
  exclude: ['.vitest/**'],
  reporters: reportersTo('.vitest/long-results.json'),
};

/** For the suites that have tests of types as well. */
export const typeTests = { enabled: true, include: ['test/**/*.test-d.ts'], tsconfig: 'test/tsconfig.json' };
