import { isCustomersApiError } from '@customer-contracts/client';
import { harmless } from '@customer-contracts/schemas/internal';

import { checkFiles } from './check-files.ts';
import { differences } from './differences.ts';
import { Journal } from './ledger/journal.ts';
import { Ledger, type Subject } from './ledger/ledger.ts';
import { subjectOf } from './ledger/subject-of.ts';
import type { Found } from './look-up.ts';
import { Rejects } from './payload/rejects.ts';
import { groupSize, isGood, type SeedRecord } from './records.ts';
import { Run } from './run.ts';
import { checked, type FillSettings, ledgerBeside, optionsOf, type SeedOptions } from './seed-options.ts';
import { confirmed, makePlan } from './seed-plan.ts';
import type { SeedSummary } from './seed-summary.ts';

/**
 * Brings the customers about: reads each one, and writes it only if it is missing or different in what is written, with
 * its lead source in the same request. So it can be stopped at any moment, even killed, and run again: what is there
 * already is not written a second time. A customer that somebody else has changed is told of before it is written over.
 *
 * In the end every record is accounted for: created, replaced, unchanged, kept, refused, or done before by the journal.
 *
 * @throws {SeedOptionError} when an option is unknown or can't be used.
 * @throws {HostRefusedError} when the host may not be written to.
 * @throws {PayloadError} when the payload can't be read, has records that can't be written, or changes while it is used.
 * @throws {NotConfirmedError} when the plan is not confirmed. Until here nothing was written.
 * @throws {JournalError} when the journal can't be written, is in use, or is that of other work.
 * @throws {LedgerError} when the ledger can't be written, is in use, or is about something else.
 * @throws {RejectsError} when the file of rejects can't be written, or has something else in it.
 * @throws {RequestFailedError} when a request fails for good: run it again to go on.
 * @throws {InterruptedError} when the signal is given: run it again to go on.
 * @throws {UnreconciledError} when it can't account for every record.
 * @example
 * const summary = await seedCustomers({ to: 'http://127.0.0.1:4010/organizations/demo', apiKey, count: 500, seed: 42 });
 */
export async function seedCustomers(options: SeedOptions): Promise<SeedSummary> {
  const settings = checked(optionsOf.seed, options);
  const { dryRun, keepChanged } = settings;
  const file = settings.ledger ?? ledgerBeside(settings.journal);
  checkFiles({ payload: settings.payload, journal: settings.journal, ledger: file, rejects: settings.rejects });
  using run = await Run.prepare(settings, { goesOn: settings.rejects !== undefined });
  // Nothing is written over unseen.
  if (keepChanged) run.lookUp.distrustLists();
  const subject = subjectOf(run);
  using ledger = file === undefined ? undefined : new Ledger(file, subject, run.range, dryRun ? 'look' : 'keep');
  using journal = openJournal(settings, subject, run);
  using rejects = openRejects(settings, run);
  if (journal !== undefined) await believe(journal, ledger, run);
  const journaled = journal?.doneCount ?? 0;
  const plan = makePlan('put', run, settings, { journaled, ledger: file ?? null });
  run.requests.tell({ type: 'plan', ...plan });
  if (!dryRun) await confirmed(plan, settings.confirm, 'seed');
  const books = { journal, ledger, rejects };
  await run.forEach({
    isWanted: ({ index }) => journal?.isDone(index) !== true,
    work: (found) => seedRecord(found, run, books, settings),
    onBad: (record) => {
      const { index: _, ...given } = record;
      rejects?.add({ place: run.records.place(record), ...given });
      run.reportBad(record, 'refused');
    },
  });
  const outcomes = {
    created: run.countOf('created'),
    replaced: run.countOf('replaced'),
    unchanged: run.countOf('unchanged'),
    kept: run.countOf('kept'),
    refused: run.countOf('refused'),
    journaled,
  };
  await run.reconcile(outcomes);
  return { records: run.count, ...outcomes, ...run.requests.counts };
}

/** The files that a run keeps. */
interface Books {
  readonly journal: Journal | undefined;
  readonly ledger: Ledger | undefined;
  readonly rejects: Rejects | undefined;
}

function openJournal({ journal, dryRun }: FillSettings, subject: Subject, { range }: Run): Journal | undefined {
  return journal === undefined ? undefined : new Journal(journal, { ...subject, from: range.from }, range, dryRun);
}

function openRejects({ rejects, shard, dryRun }: FillSettings, { records }: Run): Rejects | undefined {
  if (rejects === undefined) return undefined;
  const part = shard.of === 1 ? '' : ` shard=${shard.index}/${shard.of}`;
  return new Rejects(rejects, `${records.description}${part}`, dryRun);
}

/**
 * Takes the journal at its word only where the ledger has what it has, and where some of what it has is there: somebody may have
 * emptied the organization.
 */
async function believe(journal: Journal, ledger: Ledger | undefined, run: Run): Promise<void> {
  if (ledger !== undefined) journal.keepOnly((index) => ledger.has(index));
  const sample = journal.sample(groupSize).flatMap((index) => [...run.records.walk({ from: index, to: index + 1 })]);
  const records = sample.filter(isGood);
  const { found } = await run.attempt('read customers', records, () => run.lookUp.find(records));
  const missing = found.filter(({ stored }) => stored === undefined).map(({ record }) => record.id);
  if (missing.length === 0) return;
  run.requests.tell({ type: 'distrust', missing });
  journal.keepOnly(() => false);
}

async function seedRecord(found: Found, run: Run, books: Books, settings: FillSettings): Promise<void> {
  const { record, stored } = found;
  const { journal, ledger } = books;
  const members = stored && differences(record.body, stored);
  if (stored !== undefined && members?.length === 0) {
    ledger?.saw(record, stored);
    journal?.finish(record.index);
    run.report(record.id, 'unchanged');
    return;
  }
  if (stored !== undefined && members !== undefined && ledger?.ownership(record, stored) !== 'ours') {
    if (settings.keepChanged) {
      run.report(record.id, 'kept', { members });
      return;
    }
    const { revision, updatedTime } = stored;
    const marks = { ...(revision !== undefined && { revision }), ...(updatedTime !== undefined && { updatedTime }) };
    run.requests.tell({ type: 'overwrite', id: record.id, members, ...marks });
  }
  try {
    const wasThere = settings.dryRun ? stored !== undefined : await write(found, run, books);
    journal?.finish(record.index);
    run.report(record.id, wasThere ? 'replaced' : 'created', { members });
  } catch (error) {
    if (books.rejects === undefined || !isRefusal(error)) throw error;
    const { id, body } = record;
    const reason = harmless(error.message);
    books.rejects.add({ place: run.records.place(record), id, reason, text: JSON.stringify({ id, ...body }) });
    run.report(id, 'refused', { reason });
  }
}

/** Whether the API refuses this record, and not this caller or this moment. */
function isRefusal(error: unknown): error is Error {
  if (isCustomersApiError(error, 'ValidationError') || isCustomersApiError(error, 'ConflictError')) return true;
  return isCustomersApiError(error, 'UndocumentedAnswerError') && error.status === 413;
}

/** Writes until it is there. @returns whether it was there before, and different. */
async function write({ record, stored }: Found, run: Run, { journal, ledger }: Books): Promise<boolean> {
  const { requests, lookUp } = run;
  const { id, index } = record;
  let now = stored;
  // Somebody else may make it while nobody knows whether a write was carried out.
  let wasThere = stored !== undefined;
  for (let faults = 0; ; faults += 1) {
    const body = bodyFor(record, now);
    let isNoted = false;
    const written = await requests.write(
      (client) => client.putCustomer({ id, body }),
      () => {
        if (isNoted) return;
        isNoted = true;
        journal?.begin(index);
        ledger?.begin(record, now);
      },
    );
    if ('result' in written) {
      const { status, body: left } = written.result;
      if (faults === 0 && !wasThere && status === 200) {
        wasThere = true;
        lookUp.distrustLists();
      }
      ledger?.wrote(record, left, body.leadSource ?? now?._embedded?.leadSource, wasThere);
      return wasThere;
    }
    await requests.pause(id, faults, written.fault);
    // Reading costs nothing of the allowance.
    now = await requests.readCustomer(id);
    if (now === undefined) continue;
    if (differences(record.body, now).length === 0) {
      ledger?.saw(record, now);
      return wasThere;
    }
    wasThere = true;
  }
}

/** Each write of a lead source records another one: it is left out where it is the same already. */
function bodyFor({ body }: SeedRecord, stored: Found['stored']): SeedRecord['body'] {
  const { leadSource, ...rest } = body;
  const isSame = leadSource === undefined || (stored !== undefined && differences({ leadSource }, stored).length === 0);
  return isSame ? rest : body;
}
