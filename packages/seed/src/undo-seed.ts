import type { Customer, CustomerInput } from '@customer-contracts/schemas';
import { shown } from '@customer-contracts/schemas/internal';

import { differences } from './differences.ts';
import { Ledgers } from './ledger/ledgers.ts';
import { subjectOf } from './ledger/subject-of.ts';
import type { SeedRecord } from './records.ts';
import { Run } from './run.ts';
import { SeedOptionError } from './seed-error.ts';
import {
  checked,
  ledgerBeside,
  optionsOf,
  type RecordOptions,
  type TargetOptions,
  type UndoSettings,
} from './seed-options.ts';
import { makePlan } from './seed-plan.ts';
import type { UndoSummary } from './seed-summary.ts';
import { sharesAddress } from './shares-address.ts';
import { mergeCustomer } from './write-until.ts';

/** What `undoSeed` takes: the options that the customers were made with. */
export interface UndoOptions extends RecordOptions, TargetOptions {
  /** The id of the customer that all are merged into; made when it isn't there. */
  readonly into: string;
  /** The ledger of the run that made them, or those of its shards. That beside the journal when absent. */
  readonly ledger?: string | readonly string[] | undefined;
  /** The journal of that run: its ledger is beside it, unless that has a place of its own. */
  readonly journal?: string | undefined;
  /**
   * Goes without a ledger: takes what has one of the e-mail addresses that were written under its id. That may have been there
   * before, and may have been changed since.
   */
  readonly withoutLedger?: boolean | undefined;
  /** Takes those that the seed made and somebody has changed since, too: all of them, or those with these ids. */
  readonly includeChanged?: boolean | readonly string[] | undefined;
  /** Reads only, and tells what would be merged. `true` when absent: say `false` to do it. */
  readonly dryRun?: boolean | undefined;
}

/** The API has no plain delete. This is what stays. */
const tombstone: CustomerInput = { primaryAddress: { firstName: 'Tombstone', lastName: 'customer-seed' } };

/**
 * Merges the customers into one tombstone, one write each, for the API has no plain delete. Only those are merged that the
 * ledger shows to be made by this seed, and changed by nobody since; the rest is told one by one, with the reason. It can be
 * stopped and run again.
 *
 * @throws {SeedOptionError} when an option is unknown or can't be used, or no ledger is named.
 * @throws {HostRefusedError} when the host may not be written to.
 * @throws {PayloadError} when the payload can't be read, or changes while it is used.
 * @throws {LedgerError} when a ledger can't be read, is in use, or is about something else.
 * @throws {RequestFailedError} when a request fails for good: run it again to go on.
 * @throws {InterruptedError} when the signal is given.
 * @throws {UnreconciledError} when it can't account for every record.
 * @example
 * await undoSeed({ to, apiKey, count: 500, seed: 42, ledger: 'staging.ledger', into: 'tombstone', dryRun: false });
 */
export async function undoSeed(options: UndoOptions): Promise<UndoSummary> {
  const settings = checked(optionsOf.undo, options);
  const { into, dryRun } = settings;
  const files = ledgersOf(settings);
  using run = await Run.prepare(settings);
  for (const record of run.records.walk({ from: 0, to: run.records.count })) {
    if (record.id === into)
      throw new SeedOptionError({
        option: 'into',
        received: `into is ${shown(into)}, which is one of the customers`,
        advice: 'Name another one, or a new one.',
      });
  }
  using ledgers = files && new Ledgers(files, subjectOf(run), run.range, dryRun ? 'look' : 'take back');
  // What a list doesn't show may still be there.
  run.lookUp.distrustLists();
  run.requests.tell({ type: 'plan', ...makePlan('merge', run, settings) });
  if (!dryRun) await run.attempt(`make the tombstone ${into}`, [], () => makeTombstone(into, run));
  await run.forEach({
    work: async ({ record, stored }) => {
      if (stored === undefined) return run.report(record.id, 'gone');
      const { outcome, reason } = judge(record, stored, ledgers, settings);
      if (outcome === 'merged' && !dryRun) {
        await mergeCustomer(record.id, into, run.requests);
        ledgers?.merged(record);
      }
      run.report(record.id, outcome, { reason });
    },
    // It was never written.
    onBad: (record) => run.reportBad(record, 'gone'),
  });
  const outcomes = {
    merged: run.countOf('merged'),
    gone: run.countOf('gone'),
    kept: run.countOf('kept'),
    refused: run.countOf('refused'),
  };
  await run.reconcile(outcomes);
  return { records: run.count, ...outcomes, ...run.requests.counts };
}

/** @returns the files; `undefined` to go without. */
function ledgersOf({ ledger, journal, withoutLedger }: UndoSettings): readonly string[] | undefined {
  const files = [ledger ?? ledgerBeside(journal) ?? []].flat();
  if (files.length > 0 && !withoutLedger) return files;
  if (files.length === 0 && withoutLedger) return undefined;
  throw new SeedOptionError({
    option: 'ledger',
    received: withoutLedger ? 'there is a ledger, and withoutLedger' : 'there is no ledger to say what the seed made',
    advice: withoutLedger
      ? 'Give one of them.'
      : 'Name that of the run: --ledger FILE. If it is lost, --without-ledger takes what has their e-mail addresses.',
  });
}

/** What becomes of a customer that is there, and why. */
interface Judgement {
  readonly outcome: 'merged' | 'kept' | 'refused';
  readonly reason?: string;
}

function judge(
  record: SeedRecord,
  stored: Customer,
  ledgers: Ledgers | undefined,
  { includeChanged }: UndoSettings,
): Judgement {
  if (ledgers === undefined) {
    if (isAlike(record, stored)) return { outcome: 'merged' };
    return { outcome: 'refused', reason: 'it has none of the e-mail addresses that were written' };
  }
  const ownership = ledgers.ownership(record, stored);
  switch (ownership) {
    case 'ours':
      return { outcome: 'merged' };
    case 'changed': {
      const isIncluded = typeof includeChanged === 'boolean' ? includeChanged : includeChanged.includes(record.id);
      const reason = `it was changed since${lastChange(stored)}`;
      return { outcome: isIncluded ? 'merged' : 'refused', reason };
    }
    case 'found':
      return { outcome: 'kept', reason: 'it was there before the seed' };
    case 'replaced':
      return { outcome: 'kept', reason: 'it was there before the seed, which wrote over it' };
    case 'uncertain':
      return { outcome: 'refused', reason: 'the run that wrote it was cut off, and it is not what that run sent' };
    case 'unknown':
      return { outcome: 'refused', reason: 'it is in no ledger' };
    default:
      return ownership satisfies never;
  }
}

function lastChange({ revision, updatedTime }: Customer): string {
  const parts = [revision !== undefined && `revision ${revision}`, updatedTime !== undefined && `at ${updatedTime}`];
  const words = parts.filter((part) => part !== false).join(' ');
  return words === '' ? '' : ` (${words})`;
}

/** Whether what is stored looks like what was written: it has one of its e-mail addresses, or is the same where that has none. */
function isAlike({ body }: SeedRecord, stored: Customer): boolean {
  return sharesAddress(body, stored) ?? differences(body, stored).length === 0;
}

/** Makes the tombstone where it isn't there. */
export async function makeTombstone(into: string, { requests }: Pick<Run, 'requests'>): Promise<void> {
  for (let faults = 0; (await requests.readCustomer(into)) === undefined; faults += 1) {
    const written = await requests.write((client) => client.putCustomer({ id: into, body: tombstone }));
    if ('result' in written) return;
    await requests.pause(into, faults, written.fault);
  }
}
