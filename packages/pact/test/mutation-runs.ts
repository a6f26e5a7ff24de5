import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { CustomersPact, TestFunction } from '@customer-contracts/pact';
import { vi } from 'vitest';
import * as z from 'zod';

import { temporaryPacts } from './temporary-pacts.ts';

const Mutation = z.object({
  kind: z.string(),
  changes: z.array(z.object({ member: z.string(), claim: z.string() })),
  outcome: z.string(),
  message: z.string(),
});

const TestRecord = z.object({
  stateful: z.string().optional(),
  bound: z.string().optional(),
  leftOut: z.number(),
  mutations: z.array(Mutation),
});

/** What came of one test under mutation. */
export type TestRecord = z.infer<typeof TestRecord>;

/** Runs a test under mutation in this process, as the processes of a runner do. */
export async function mutated(
  test: (pact: CustomersPact) => TestFunction,
  settings: { readonly max?: number; readonly seed?: number; readonly part?: { index: number; count: number } } = {},
): Promise<TestRecord> {
  await using pacts = await temporaryPacts();
  const directory = await mkdtemp(join(tmpdir(), 'mutations-'));
  try {
    vi.stubEnv('CUSTOMER_PACT_MUTATIONS', JSON.stringify({ directory, seed: 1, max: 200, ...settings }));
    await test(pacts.pact)();
    const [file = ''] = await readdir(directory);
    const lines = (await readFile(join(directory, file), 'utf8')).trimEnd().split('\n');
    return TestRecord.parse(JSON.parse(lines.at(-1) ?? ''));
  } finally {
    vi.unstubAllEnvs();
    await rm(directory, { recursive: true });
  }
}

/** The mutations that somebody has to look at, as `kind: member claim and member claim`. */
export function faultsOf({ mutations }: TestRecord): readonly string[] {
  return mutations
    .filter(({ outcome }) => outcome === 'broke' || outcome === 'unnoticed')
    .map(({ kind, changes }) => `${kind}: ${claimsOf(changes)}`);
}

export function claimsOf(changes: TestRecord['mutations'][number]['changes']): string {
  return changes.map(({ member, claim }) => `${member} ${claim}`).join(' and ');
}
