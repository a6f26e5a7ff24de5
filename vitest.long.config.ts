import { longTests } from './vitest.defaults.ts';

/** The long tests of the package in whose folder it is started. */
export default { test: longTests };
