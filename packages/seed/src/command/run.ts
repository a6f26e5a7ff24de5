import { setImmediate as nextTurn } from 'node:timers/promises';

import type { CommandOfProcess } from '@customer-contracts/command';

import { churnCustomers, undoChurn } from '../churn/churn-customers.ts';
import { evidenceReport } from '../evidence/evidence-report.ts';
import {
  cleanUpEvidence,
  type CleanUpSummary,
  type EvidenceSummary,
  recordEvidence,
  replayEvidence,
} from '../evidence/evidence.ts';
import { seedCustomers } from '../seed-customers.ts';
import { InterruptedError, isSeedError, RequestFailedError, SeedOptionError, WaitTooLongError } from '../seed-error.ts';
import { seedIds } from '../seed-ids.ts';
import type { SeedOptions } from '../seed-options.ts';
import { undoSeed } from '../undo-seed.ts';
import { verifySeed } from '../verify-seed.ts';
import { commandToGoOn } from './command-to-go-on.ts';
import { confirmOnTerminal } from './confirm-on-terminal.ts';
import {
  type ChurnFlags,
  createProgram,
  type EvidenceFlags,
  type RecordFlags,
  type SeedFlags,
  type TargetFlags,
  type UndoFlags,
} from './program.ts';
import { reporting } from './reporting.ts';
import { reachOptions, recordOptions, targetOptions } from './to-options.ts';

/**
 * `customer-seed`. An interruption lets it finish what is under way, and a second one ends it. Exits with 1 where it fails or finds
 * something, and where nobody takes its lines before it is done.
 */
export const command: CommandOfProcess = {
  run: async (stop) => {
    await createProgram({ seed, undo, verify, churn, evidence, ids }, stop).parseAsync();
  },
  exitCodeOf: (error) => (isSeedError(error) ? 1 : undefined),
  advise: (error) =>
    [InterruptedError, RequestFailedError, WaitTooLongError].some((kind) => error instanceof kind)
      ? `Go on with: ${commandToGoOn(process.argv)}`
      : undefined,
  stopsItself: true,
};

async function seed(flags: SeedFlags, signal: AbortSignal): Promise<void> {
  const { journal, ledger, rejects, keepChanged = false, dryRun = false } = flags;
  const { refused } = await reporting(
    flags,
    (onEvent) =>
      seedCustomers({
        ...targetOptions(flags, onEvent, signal),
        ...unasked(flags, signal),
        journal,
        ledger,
        rejects,
        keepChanged,
        dryRun,
      }),
    dryRun,
  );
  if (refused > 0) process.exitCode = 1;
}

async function undo(flags: UndoFlags, signal: AbortSignal): Promise<void> {
  const dryRun = flags.yes !== true;
  const { into, journal, withoutLedger = false, includeChanged = false } = flags;
  const ledger = flags.ledger.length === 0 ? undefined : flags.ledger;
  const { refused, merged } = await reporting(
    flags,
    (onEvent) =>
      undoSeed({
        ...targetOptions(flags, onEvent, signal),
        into,
        ledger,
        journal,
        withoutLedger,
        includeChanged,
        dryRun,
      }),
    dryRun,
  );
  if (dryRun && flags.json !== true) console.log(`To merge those ${merged}, add --yes.`);
  if (refused > 0) process.exitCode = 1;
}

async function verify(flags: TargetFlags, signal: AbortSignal): Promise<void> {
  const { missing, changed, extra } = await reporting(flags, (onEvent) =>
    verifySeed(targetOptions(flags, onEvent, signal)),
  );
  if (missing + changed + extra > 0) process.exitCode = 1;
}

async function churn(flags: ChurnFlags, signal: AbortSignal): Promise<void> {
  const { count, day, days, takeBack = false, into, yes = false } = flags;
  const dryRun = flags.dryRun === true || (takeBack && !yes);
  const required = { count: 'count', ...(takeBack && { into: 'into' }) };
  for (const [name, flag] of Object.entries(required)) {
    if (name in flags) continue;
    throw new SeedOptionError({ option: name, received: `there is no --${flag}`, advice: `Give --${flag}.` });
  }
  const { refused } = await reporting(
    flags,
    (onEvent) => {
      const { payload: _, ...target } = targetOptions(flags, onEvent, signal);
      const options = { ...target, ...unasked(flags, signal), count, day, days, dryRun };
      return takeBack && into !== undefined ? undoChurn({ ...options, into }) : churnCustomers(options);
    },
    dryRun,
  );
  if (takeBack && refused > 0) process.exitCode = 1;
}

async function evidence(flags: EvidenceFlags, signal: AbortSignal): Promise<void> {
  const { file, ledger, update = false, replay = false, cleanUp = false, report = false, isNamed } = flags;
  if (report) {
    console.log(evidenceReport(file, isNamed.file));
    return;
  }
  const summary = await reporting(flags, async (onEvent): Promise<CleanUpSummary | EvidenceSummary> => {
    const files = { file, ledger, ...unasked(flags, signal) };
    if (replay && !isNamed.to) return replayEvidence({ ...files, signal, onEvent });
    const options = { ...reachOptions(flags, onEvent, signal), ...files };
    return cleanUp
      ? cleanUpEvidence(options)
      : replay
        ? replayEvidence(options)
        : recordEvidence({ ...options, update });
  });
  const differences = 'differences' in summary ? summary.differences : [];
  if (summary.left.length + differences.length > 0) process.exitCode = 1;
}

/** How a plan is confirmed: by --yes, on a terminal that no payload comes from, or where it is small. */
function unasked(
  { yes, payload }: Pick<SeedFlags, 'yes' | 'payload'>,
  signal: AbortSignal,
): Pick<SeedOptions, 'confirm'> {
  if (yes === true) return { confirm: () => true };
  const isAttended = process.stdin.isTTY && process.stderr.isTTY && payload !== '-';
  return isAttended ? { confirm: (plan) => confirmOnTerminal(plan, signal) } : {};
}

async function ids(flags: RecordFlags, signal: AbortSignal): Promise<void> {
  let count = 0;
  for await (const id of seedIds(recordOptions(flags))) {
    console.log(flags.json === true ? JSON.stringify({ id }) : id);
    count += 1;
    // Lets an interruption, and the end of the reader, be heard.
    if (count % 1000 === 0) await nextTurn();
    if (signal.aborted) return;
  }
}
