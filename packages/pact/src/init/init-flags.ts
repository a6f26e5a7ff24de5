import * as z from 'zod';

/** The runners that the harness works in. */
export const runnerNames = ['vitest', 'jest', 'node:test', 'mocha', 'bun'] as const;
export type RunnerName = (typeof runnerNames)[number];

/** The services that the contract tests can run in. */
export const ciNames = ['github', 'gitlab', 'none'] as const;
export type Ci = (typeof ciNames)[number];

/** The flags of `customer-pact init`. */
export const InitFlags = z.strictObject({
  dryRun: z.literal(true).optional(),
  install: z.boolean(),
  yes: z.literal(true).optional(),
  json: z.literal(true).optional(),
  runner: z.enum(runnerNames).optional(),
  ci: z.enum(ciNames).optional(),
});
export type InitFlags = z.infer<typeof InitFlags>;
