import type { Evidence } from '@customer-contracts/schemas/evidence';

import type { Requests } from '../requests.ts';
import { checked, optionsOf, type SeedOptions, type TargetOptions } from '../seed-options.ts';
import type { RequestCounts } from '../seed-summary.ts';
import { type EvidenceDifference, evidenceDifferences } from './differences.ts';
import { withEmulator } from './emulator.ts';
import { existingEvidence, readEvidence, writeEvidence } from './evidence-file.ts';
import { Gathering } from './gather.ts';

/** What `recordEvidence` takes. */
export interface EvidenceOptions extends TargetOptions, Pick<SeedOptions, 'confirm'> {
  /** The file of the evidence: shapes as NDJSON, without a value, an id or a key. It can be committed. */
  readonly file: string;
  /** A file that says what is there and has to be taken back; gone when nothing is. Beside the evidence, with `.ledger`, when absent. */
  readonly ledger?: string | undefined;
  /** Writes over evidence that says something else. */
  readonly update?: boolean | undefined;
}

/** What `replayEvidence` takes. */
export interface ReplayOptions extends Omit<EvidenceOptions, 'to' | 'apiKey' | 'update'> {
  /** The API to judge; an emulator of its own when absent, if `@customer-contracts/emulator` is installed. */
  readonly to?: string | undefined;
  /** A secret API key of that API. */
  readonly apiKey?: string | undefined;
}

/** What came of the questions. */
export interface EvidenceSummary extends RequestCounts {
  /** How many questions there were: the sum of the next three. */
  readonly questions: number;
  /** How many the API answered as the table has it, or as we decided. */
  readonly asDecided: number;
  /** How many it answered otherwise. */
  readonly otherwise: number;
  /** How many could not be asked. */
  readonly none: number;
  /** What is otherwise than in the evidence that was there. */
  readonly differences: readonly EvidenceDifference[];
  /** The customers that could not be taken back, by id or e-mail address. */
  readonly left: readonly string[];
}

/**
 * Asks the API a question for each documented answer and each of our decisions that can be seen from outside, and
 * writes down how it decided: shapes, and no values. At most 300 writes, under ids of its own, which are taken back at the end; what a
 * killed run left is taken back first. Where the file has evidence already, what differs is told, and the file stays as it was.
 *
 * @throws {SeedOptionError} when an option is unknown or can't be used.
 * @throws {HostRefusedError} when the host may not be written to.
 * @throws {NotConfirmedError} when the plan is not confirmed.
 * @throws {EvidenceError} when the file can't be read or written.
 * @throws {LedgerError} when the ledger can't be used, or is about another API.
 * @throws {RequestFailedError} when a request fails for good: run it again.
 * @throws {InterruptedError} when the signal is given: run it again, or clean up.
 * @example
 * const { otherwise, differences } = await recordEvidence({ to, apiKey, file: 'customers-api.evidence.ndjson' });
 */
export async function recordEvidence(options: EvidenceOptions): Promise<EvidenceSummary> {
  const { update, ...settings } = checked(optionsOf.evidence, options);
  const recorded = readEvidence(settings.file);
  using gathering = new Gathering(settings);
  const now = await gathering.evidence();
  const differences = recorded === undefined ? [] : evidenceDifferences(recorded, now);
  if (recorded === undefined || update) writeEvidence(settings.file, now);
  else if (differences.length === 0 && showsAll(recorded, now)) writeEvidence(settings.file, since(recorded, now));
  return summaryOf(now, gathering, differences, await gathering.cleanUp());
}

/**
 * Holds an API beside recorded evidence, by the same questions: an emulator of its own, offline, when no other is named. The file stays
 * as it is.
 *
 * @throws the same as `recordEvidence`, and {SeedOptionError} when there is no emulator.
 * @example
 * const { differences } = await replayEvidence({ file: 'customers-api.evidence.ndjson' });
 */
export async function replayEvidence(options: ReplayOptions): Promise<EvidenceSummary> {
  const { to, apiKey, ...settings } = checked(optionsOf.replay, options);
  const recorded = existingEvidence(settings.file);
  return withEmulator({ to, apiKey }, async (target, isOwn) => {
    using gathering = new Gathering({ ...settings, ...target }, !isOwn);
    const now = await gathering.evidence();
    return summaryOf(now, gathering, evidenceDifferences(recorded, now), await gathering.cleanUp());
  });
}

/** What came of taking back. */
export type CleanUpSummary = Pick<EvidenceSummary, 'left'> & RequestCounts;

/**
 * Takes back what runs have left that did not come to their end, as the ledger says.
 *
 * @throws the same as `recordEvidence`.
 * @example
 * const { left } = await cleanUpEvidence({ to, apiKey, file: 'customers-api.evidence.ndjson' });
 */
export async function cleanUpEvidence(options: Omit<EvidenceOptions, 'update'>): Promise<CleanUpSummary> {
  using gathering = new Gathering(checked(optionsOf.evidenceCleanUp, options));
  const { requests } = gathering;
  return { left: told(await gathering.cleanUp(), requests), ...requests.counts };
}

/** Whether everything was seen again that had been seen. */
function showsAll(recorded: Evidence, now: Evidence): boolean {
  const seen = new Set(now.observations.flatMap(({ scenario, observed }) => (observed === 'none' ? [] : [scenario])));
  return recorded.observations.every(({ scenario, observed }) => observed === 'none' || seen.has(scenario));
}

/** The same as before, seen again: its first day stays. */
function since(recorded: Evidence, now: Evidence): Evidence {
  const [before, source] = [recorded.shape.source, now.shape.source];
  const from = before.kind === 'traffic' ? before.from : undefined;
  return { ...now, shape: { ...now.shape, source: { ...source, ...(from && { from }) } } };
}

function summaryOf(
  { observations }: Evidence,
  { requests }: Gathering,
  differences: readonly EvidenceDifference[],
  left: readonly string[],
): EvidenceSummary {
  for (const difference of differences) requests.tell({ type: 'difference', ...difference });
  const countOf = (how: string) => observations.filter(({ observed }) => observed === how).length;
  return {
    questions: observations.length,
    asDecided: countOf('as-decided'),
    otherwise: countOf('otherwise'),
    none: countOf('none'),
    differences,
    left: told(left, requests),
    ...requests.counts,
  };
}

function told(left: readonly string[], requests: Requests): readonly string[] {
  for (const what of left) requests.tell({ type: 'left', what });
  return left;
}
