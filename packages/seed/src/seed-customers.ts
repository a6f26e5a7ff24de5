import { createHash } from 'node:crypto';

import { differences } from './differences.ts';
import { Journal } from './journal.ts';
import type { Found } from './look-up.ts';
import type { SeedRecord } from './records.ts';
import { Run } from './run.ts';
import { NotConfirmedError } from './seed-error.ts';
import { checked, optionsOf, type SeedOptions } from './seed-options.ts';
import { makePlan, type SeedPlan } from './seed-plan.ts';
import type { SeedSummary } from './seed-summary.ts';

/**
 * Brings the customers about: reads each one, and writes it only if it is missing or different in what is written, with
 * its lead source in the same request. So it can be stopped at any moment, even killed, and run again: what is there
 * already is not written a second time.
 *
 * @throws {SeedOptionError} when an option is unknown or can't be used.
 * @throws {HostRefusedError} when the host may not be written to.
 * @throws {PayloadError} when the payload can't be read.
 * @throws {NotConfirmedError} when the plan is not confirmed. Until here nothing was written.
 * @throws {JournalError} when the journal can't be written, or is that of other work.
 * @throws {RequestFailedError} when a request fails for good: run it again to go on.
 * @throws {InterruptedError} when the signal is given: run it again to go on.
 * @example
 * const summary = await seedCustomers({ to: 'http://127.0.0.1:4010/organizations/demo', apiKey, count: 500, seed: 42 });
 */
export async function seedCustomers(options: SeedOptions): Promise<SeedSummary> {
  const settings = checked(optionsOf.seed, options);
  const run = await Run.prepare(settings);
  const { dryRun } = settings;
  using journal = settings.journal === undefined || dryRun ? undefined : await openJournal(settings.journal, run);
  const journaled = journal?.doneCount ?? 0;
  const plan = await makePlan('put', run, settings, journaled);
  run.requests.tell({ type: 'plan', ...plan });
  if (!dryRun) await confirmed(plan, settings.confirm);
  await run.forEach(
    ({ index }) => journal?.isDone(index) !== true,
    (found) => seedRecord(found, run, journal, dryRun),
  );
  return {
    records: run.count,
    created: run.countOf('created'),
    replaced: run.countOf('replaced'),
    unchanged: run.countOf('unchanged'),
    journaled,
    ...run.requests.counts,
  };
}

async function openJournal(file: string, { target, records, range }: Run): Promise<Journal> {
  const digest = createHash('sha256');
  // Another version of the fixtures may make others of the same seed: the first one tells.
  for await (const record of records.walk({ from: range.from, to: Math.min(range.from + 1, range.to) })) {
    digest.update(JSON.stringify(record));
  }
  const description = `${records.description} first=sha256:${digest.digest('hex')}`;
  return new Journal(file, { to: target.server, records: description, from: range.from }, range);
}

async function confirmed(plan: SeedPlan, confirm: (plan: SeedPlan) => boolean | Promise<boolean>): Promise<void> {
  if (!(await confirm(plan))) throw new NotConfirmedError(`seed ${plan.organization} at ${plan.host}`, plan.writes);
}

async function seedRecord(found: Found, run: Run, journal: Journal | undefined, dryRun: boolean): Promise<void> {
  const { record, stored } = found;
  const members = stored && differences(record.body, stored);
  if (members?.length === 0) {
    journal?.finish(record.index);
    run.report(record.id, 'unchanged');
    return;
  }
  const wasThere = dryRun ? stored !== undefined : await write(found, run, journal);
  journal?.finish(record.index);
  run.report(record.id, wasThere ? 'replaced' : 'created', members);
}

/** Writes until it is there. @returns whether it was there before, and different. */
async function write({ record, stored }: Found, { requests, lookUp }: Run, journal?: Journal): Promise<boolean> {
  const { id, index } = record;
  let now = stored;
  for (let faults = 0; ; faults += 1) {
    const body = bodyFor(record, now);
    const written = await requests.write(
      (client) => client.putCustomer({ id, body }),
      () => journal?.begin(index),
    );
    if ('result' in written) {
      const wasThere = stored !== undefined || (faults === 0 && written.result.status === 200);
      if (wasThere && stored === undefined) lookUp.distrustLists();
      return wasThere;
    }
    await requests.pause(id, faults, written.fault);
    // Nobody knows whether it was carried out: reading costs nothing of the allowance.
    now = await requests.readCustomer(id);
    if (now !== undefined && differences(record.body, now).length === 0) return stored !== undefined;
  }
}

/** Each write of a lead source records another one: it is left out where it is the same already. */
function bodyFor({ body }: SeedRecord, stored: Found['stored']): SeedRecord['body'] {
  const { leadSource, ...rest } = body;
  const isSame = leadSource === undefined || (stored !== undefined && differences({ leadSource }, stored).length === 0);
  return isSame ? rest : body;
}
