import { isCustomersApiError } from '@customer-contracts/client';
import type { Customer, CustomerInput } from '@customer-contracts/schemas';
import { shown } from '@customer-contracts/schemas/internal';

import { differences } from './differences.ts';
import type { Found } from './look-up.ts';
import type { SeedRecord } from './records.ts';
import { Run } from './run.ts';
import { SeedOptionError } from './seed-error.ts';
import { checked, optionsOf, type RecordOptions, type TargetOptions } from './seed-options.ts';
import { makePlan } from './seed-plan.ts';
import type { UndoSummary } from './seed-summary.ts';

/** What `undoSeed` takes: the options that the customers were made with. */
export interface UndoOptions extends RecordOptions, TargetOptions {
  /** The id of the customer that all are merged into; made when it isn't there. */
  readonly into: string;
  /** Reads only, and tells what would be merged. `true` when absent: say `false` to do it. */
  readonly dryRun?: boolean | undefined;
}

/** The API has no plain delete. This is what stays. */
const tombstone: CustomerInput = { primaryAddress: { firstName: 'Tombstone', lastName: 'customer-seed' } };

/**
 * Merges the customers into one tombstone, one write each, for the API has no plain delete. Only what was made is merged:
 * a customer that has none of the e-mail addresses that were written under its id is left alone. It can be stopped and
 * run again.
 *
 * @throws {SeedOptionError} when an option is unknown or can't be used.
 * @throws {HostRefusedError} when the host may not be written to.
 * @throws {PayloadError} when the payload can't be read.
 * @throws {RequestFailedError} when a request fails for good: run it again to go on.
 * @throws {InterruptedError} when the signal is given.
 */
export async function undoSeed(options: UndoOptions): Promise<UndoSummary> {
  const settings = checked(optionsOf.undo, options);
  const { into, dryRun } = settings;
  const run = await Run.prepare(settings);
  for await (const { id } of run.records.walk({ from: 0, to: run.records.count })) {
    if (id === into)
      throw new SeedOptionError({
        option: 'into',
        received: `into is ${shown(into)}, which is one of the customers`,
        advice: 'Name another one, or a new one.',
      });
  }
  // One with another address is there, and somebody else.
  run.lookUp.distrustLists();
  run.requests.tell({ type: 'plan', ...(await makePlan('merge', run, settings)) });
  if (!dryRun) await run.attempt(`make the tombstone ${into}`, [], () => makeTombstone(into, run));
  await run.forEach(
    () => true,
    async ({ record, stored }) => {
      if (stored === undefined) run.report(record.id, 'gone');
      else if (!isOurs(record, stored)) run.report(record.id, 'refused');
      else {
        if (!dryRun) await merge(record, into, run);
        run.report(record.id, 'merged');
      }
    },
  );
  return {
    records: run.count,
    merged: run.countOf('merged'),
    gone: run.countOf('gone'),
    refused: run.countOf('refused'),
    ...run.requests.counts,
  };
}

/** Whether what is stored is what was made: it may have been changed since, but has one of its e-mail addresses yet. */
function isOurs({ body }: SeedRecord, stored: Customer): boolean {
  const addresses = addressesOf(body);
  if (addresses.length === 0) return differences(body, stored).length === 0;
  const there = addressesOf(stored);
  return addresses.some((address) => there.includes(address));
}

function addressesOf({ primaryAddress }: CustomerInput | Customer): readonly string[] {
  return (primaryAddress?.emails ?? []).map(({ value }) => value.toLowerCase());
}

/** Makes the tombstone where it isn't there. */
async function makeTombstone(into: string, { requests }: Run): Promise<void> {
  for (let faults = 0; (await requests.readCustomer(into)) === undefined; faults += 1) {
    const written = await requests.write((client) => client.putCustomer({ id: into, body: tombstone }));
    if ('result' in written) return;
    await requests.pause(into, faults, written.fault);
  }
}

/** Merges until it is gone. A merge whose answer was lost is found out by reading. */
async function merge({ id }: Found['record'], targetCustomerId: string, { requests }: Run): Promise<void> {
  for (let faults = 0; ; faults += 1) {
    try {
      const written = await requests.write((client) => client.deleteCustomer({ id, targetCustomerId }));
      if ('result' in written) return;
      await requests.pause(id, faults, written.fault);
    } catch (error) {
      // The customer is gone; or the target is, and then it is still there.
      if (!isCustomersApiError(error, 'NotFoundError') || (await requests.readCustomer(id)) !== undefined) throw error;
      return;
    }
    if ((await requests.readCustomer(id)) === undefined) return;
  }
}
