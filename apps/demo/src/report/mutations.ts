import { readFileSync, statSync } from 'node:fs';

import * as z from 'zod';

import { DemoError } from '../demo-error.ts';

const Score = z.number().min(0).max(1).nullable();

/** What `customer-pact mutate --json` says in its last line, as far as it is needed here. */
export const MutationReport = z.object({
  mutations: z.array(
    z.object({
      test: z.string(),
      interaction: z.string(),
      kind: z.enum(['tolerance', 'sensitivity', 'refusal']),
      changes: z.array(z.object({ member: z.string(), claim: z.string() })),
      outcome: z.enum(['survived', 'broke', 'unnoticed', 'skipped']),
    }),
  ),
  /** Of each kind, the share that survived; null where there was none. */
  score: z.object({ tolerance: Score, sensitivity: Score, refusal: Score }),
});
/** What `customer-pact mutate --json` says in its last line, as far as it is needed here. */
export type MutationReport = z.infer<typeof MutationReport>;

/** What mutations of the tests of a consumer have found, and when. */
export interface ConsumerMutations extends MutationReport {
  readonly measuredAt: Date;
}

/** Reads a report of `customer-pact mutate --json` out of what it printed. */
export function parseMutations(printed: string): MutationReport {
  return MutationReport.parse(JSON.parse(printed.trimEnd().split('\n').at(-1) ?? ''));
}

/**
 * What mutations have found, from a file of what `customer-pact mutate --json` printed; nothing where there is no file.
 *
 * @throws {DemoError} when the file holds something else.
 */
export function readMutations(file: string): ConsumerMutations | undefined {
  const measuredAt = statSync(file, { throwIfNoEntry: false })?.mtime;
  if (measuredAt === undefined) return undefined;
  try {
    return { ...parseMutations(readFileSync(file, 'utf8')), measuredAt };
  } catch (cause) {
    throw new DemoError(
      `Failed to read ${file}: it is no report of customer-pact mutate --json. Write it again, or delete it.`,
      { cause },
    );
  }
}
