import { readFileSync } from 'node:fs';

import { startEmulator, type LogEntry } from '@customer-contracts/emulator';
import { seedCustomers } from '@customer-contracts/seed';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';

import { virtualTime } from './virtual-time.ts';
import { windowsOf } from './windows-of.ts';

const Workflow = z.object({
  jobs: z.object({
    seed: z.object({
      strategy: z.object({
        matrix: z.object({
          include: z.array(z.strictObject({ organization: z.string(), key: z.string(), seed: z.int() })),
        }),
      }),
      steps: z.array(z.object({ run: z.string().optional(), env: z.record(z.string(), z.string()).optional() })),
    }),
  }),
});

const recipe = new URL('../docs/github-actions-organizations.yaml', import.meta.url);
const { strategy, steps } = Workflow.parse(parse(readFileSync(recipe, 'utf8'))).jobs.seed;
const organizations = strategy.matrix.include;
const rateLimit = { limit: 50, windowSeconds: 600 };

/** Walks the recipe for one of its organizations, which has a clock of its own. @returns its writes in its first three windows. */
async function writesOf({ organization, key, seed }: (typeof organizations)[number]): Promise<number> {
  const { timer, emulatorClock } = virtualTime();
  const log: LogEntry[] = [];
  const apiKey = `sk_of-${key}`;
  await using emulator = await startEmulator({
    rateLimit,
    clock: emulatorClock,
    log: (entry) => log.push(entry),
    credentials: [{ kind: 'apiKey', secret: apiKey, organizations: [organization] }],
  });
  const to = `${emulator.url}/organizations/${organization}`;
  expect(await seedCustomers({ to, apiKey, count: 200, seed, timer })).toMatchObject({ created: 200, refusals: 0 });
  const windows = windowsOf(
    log.filter(({ method }) => method !== 'GET'),
    rateLimit.windowSeconds,
  );
  return windows.slice(0, 3).reduce((sum, { taken }) => sum + taken, 0);
}

test('the recipe gives each organization a key and a seed of its own, and leaves the allowance whole', () => {
  for (const member of ['organization', 'key', 'seed'] as const) {
    expect(new Set(organizations.map((each) => each[member])).size).toBe(organizations.length);
  }
  const { run = '', env } = steps.find((step) => step.run?.includes('customer-seed.js')) ?? {};
  expect(run).toContain('--seed ${{ matrix.seed }}');
  // A shard would take a part of the allowance alone.
  expect(run).not.toContain('--shard');
  expect(env).toMatchObject({
    ORGANIZATION_ID: '${{ matrix.organization }}',
    CUSTOMERS_API_KEY: '${{ secrets[matrix.key] }}',
  });
});

test('four organizations take at least 3.9 times the writes of one in the same windows', async () => {
  expect(organizations).toHaveLength(4);
  const [one = 0, ...others] = await Promise.all(organizations.map(writesOf));
  expect(one).toBe(3 * rateLimit.limit);
  const four = others.reduce((sum, writes) => sum + writes, one);
  expect(four / one).toBeGreaterThanOrEqual(3.9);
});
