/** One command, and what it may take of the whole. One that takes longer is told, and fails nothing. */
export interface Suite {
  readonly name: string;
  readonly command: string;
  readonly minutes: number;
}

/** What `.ci/run` and `.ci/nightly` run, and in how many minutes: those of the suites may not be more together. */
export const plans: Readonly<Record<string, { readonly minutes: number; readonly suites: readonly Suite[] }>> = {
  run: {
    minutes: 45,
    suites: [
      { name: 'test', command: 'pnpm test', minutes: 6 },
      { name: 'check', command: 'pnpm check', minutes: 2 },
      { name: 'demo', command: 'pnpm demo --once', minutes: 1 },
      { name: 'long', command: 'pnpm test:long', minutes: 6 },
      { name: 'runners', command: 'pnpm test:runners', minutes: 6 },
      { name: 'browser', command: 'pnpm test:demo', minutes: 5 },
      { name: 'page', command: 'pnpm test:page', minutes: 1 },
      { name: 'site', command: 'pnpm test:site', minutes: 3 },
      { name: 'extension', command: 'pnpm test:extension', minutes: 2 },
      { name: 'registry', command: 'pnpm test:registry', minutes: 7 },
      { name: 'core', command: 'pnpm test:core', minutes: 3 },
      { name: 'broker', command: 'pnpm test:broker', minutes: 3 },
    ],
  },
  nightly: {
    minutes: 300,
    suites: [
      { name: 'test', command: 'TEST_SIZE=nightly pnpm test', minutes: 30 },
      { name: 'long', command: 'TEST_SIZE=nightly pnpm test:long', minutes: 30 },
      { name: 'runners', command: 'TEST_SIZE=nightly pnpm test:runners', minutes: 25 },
      { name: 'registry', command: 'TEST_SIZE=nightly pnpm test:registry', minutes: 25 },
      { name: 'bench', command: 'pnpm bench --customers 1000000', minutes: 180 },
    ],
  },
};
