import { setImmediate as nextTurn } from 'node:timers/promises';

import { seedCustomers } from '../seed-customers.ts';
import { InterruptedError, isSeedError, RequestFailedError } from '../seed-error.ts';
import { seedIds } from '../seed-ids.ts';
import type { SeedPlan } from '../seed-plan.ts';
import { undoSeed } from '../undo-seed.ts';
import { verifySeed } from '../verify-seed.ts';
import { commandToGoOn } from './command-to-go-on.ts';
import { confirmOnTerminal } from './confirm-on-terminal.ts';
import { createProgram, type RecordFlags, type SeedFlags, type TargetFlags, type UndoFlags } from './program.ts';
import { reporting } from './reporting.ts';
import { recordOptions, targetOptions } from './to-options.ts';

const stopping = new AbortController();
const exitCodes: ReadonlyMap<unknown, number> = new Map([
  ['SIGINT', 130],
  ['SIGTERM', 143],
]);

/**
 * Runs the command. An interruption lets it finish what is under way, and a second one ends it. Sets the exit code: 1 where
 * it fails, 130 and 143 where it is interrupted.
 */
export async function run(argv: readonly string[]): Promise<void> {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort(signal));
  // A reader of our lines that has enough is no failure.
  process.stdout.on('error', () => process.exit());
  try {
    await createProgram({ seed, undo, verify, ids }).parseAsync(argv);
  } catch (error) {
    if (!isSeedError(error)) throw error;
    console.error(`error: ${error.message}`);
    if (error instanceof InterruptedError || error instanceof RequestFailedError) {
      console.error(`Go on with: ${commandToGoOn(argv)}`);
    }
    process.exitCode = exitCodes.get(stopping.signal.reason) ?? 1;
  }
}

async function seed(flags: SeedFlags): Promise<void> {
  const { journal, ledger, rejects, keepChanged = false, dryRun = false, yes = false } = flags;
  const { signal } = stopping;
  const isAttended = process.stdin.isTTY && process.stderr.isTTY && flags.payload !== '-';
  const unasked = isAttended ? { confirm: (plan: SeedPlan) => confirmOnTerminal(plan, signal) } : {};
  const { refused } = await reporting(
    flags,
    (onEvent) =>
      seedCustomers({
        ...targetOptions(flags, onEvent, signal),
        ...(yes ? { confirm: () => true } : unasked),
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

async function undo(flags: UndoFlags): Promise<void> {
  const dryRun = flags.yes !== true;
  const { into, journal, withoutLedger = false, includeChanged = false } = flags;
  const ledger = flags.ledger.length === 0 ? undefined : flags.ledger;
  const { refused, merged } = await reporting(
    flags,
    (onEvent) =>
      undoSeed({
        ...targetOptions(flags, onEvent, stopping.signal),
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

async function verify(flags: TargetFlags): Promise<void> {
  const { missing, changed, extra } = await reporting(flags, (onEvent) =>
    verifySeed(targetOptions(flags, onEvent, stopping.signal)),
  );
  if (missing + changed + extra > 0) process.exitCode = 1;
}

async function ids(flags: RecordFlags): Promise<void> {
  let count = 0;
  for await (const id of seedIds(recordOptions(flags))) {
    console.log(flags.json === true ? JSON.stringify({ id }) : id);
    count += 1;
    // Lets an interruption, and the end of the reader, be heard.
    if (count % 1000 === 0) await nextTurn();
    if (stopping.signal.aborted) return;
  }
}
