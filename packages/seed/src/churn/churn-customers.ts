import { type Customer, toCustomerInput } from '@customer-contracts/schemas';
import { shown } from '@customer-contracts/schemas/internal';

import { attempt } from '../attempt.ts';
import { checkTarget, type Target } from '../check-target.ts';
import { differences } from '../differences.ts';
import { describeFixtures, type FixtureChoice } from '../fixture-records.ts';
import { inParallel } from '../in-parallel.ts';
import { interruptible } from '../interruptible.ts';
import type { SeedRecord } from '../records.ts';
import { Requests } from '../requests.ts';
import { SeedOptionError } from '../seed-error.ts';
import type { Outcome } from '../seed-event.ts';
import {
  checked,
  type ChurnSettings,
  optionsOf,
  type RecordOptions,
  type SeedOptions,
  type TargetOptions,
} from '../seed-options.ts';
import { confirmed, type SeedPlan, waitOf } from '../seed-plan.ts';
import type { RequestCounts } from '../seed-summary.ts';
import type { Shard } from '../shard.ts';
import { sharesAddress } from '../shares-address.ts';
import { Tally } from '../tally.ts';
import { mergeCustomer, writeUntil } from '../write-until.ts';
import { type Change, type ChangedMembers, changesOfDays, whereabouts } from './changes-of-days.ts';
import { dayNumber } from './day-number.ts';

/** What `churnCustomers` takes: the options that the customers were made with, and the day. */
export interface ChurnOptions
  extends Omit<RecordOptions, 'payload'>, TargetOptions, Pick<SeedOptions, 'dryRun' | 'confirm'> {
  /** The day: `2026-12-01`. */
  readonly day: string;
  /** How many days, of which that is the last one. 1 when absent. */
  readonly days?: number | undefined;
}

/** What `undoChurn` takes: the same, and where those go who signed up. */
export interface UndoChurnOptions extends ChurnOptions {
  /** The id of the customer that those who signed up are merged into. It has to be there. */
  readonly into: string;
}

/** What `churnCustomers` and `undoChurn` did, or would do in a dry run. */
export interface ChurnSummary extends RequestCounts {
  /** To how many customers something happens on these days: the sum of the next six. */
  readonly records: number;
  /** How many signed up. */
  readonly created: number;
  /** How many have another address or lead source now. */
  readonly replaced: number;
  /** How many were merged. */
  readonly merged: number;
  /** How many were as they should be already. */
  readonly unchanged: number;
  /** How many are not there: merged, or never made. */
  readonly gone: number;
  /** How many were left alone: somebody else stands under their id, or has changed them since. */
  readonly refused: number;
}

/**
 * Lets a population live for some days: people sign up, move, come back by another way, and are merged. What happens depends on the
 * seed and the day alone, so a day that is run again within a hundred days changes nothing. Only customers of these options are touched.
 *
 * @throws {SeedOptionError} when an option is unknown or can't be used.
 * @throws {HostRefusedError} when the host may not be written to.
 * @throws {NotConfirmedError} when the plan is not confirmed. Until here nothing was written.
 * @throws {RequestFailedError} when a request fails for good: run it again to go on.
 * @throws {InterruptedError} when the signal is given: run it again to go on.
 * @example
 * const { created, replaced } = await churnCustomers({ to, apiKey, count: 10_000, seed: 42, day: '2026-12-01' });
 */
export async function churnCustomers(options: ChurnOptions): Promise<ChurnSummary> {
  const settings = checked(optionsOf.churn, options);
  return new Churn(settings).run('live through', async (change, requests) => {
    const { kind, record } = change;
    const stored = await requests.readCustomer(record.id);
    if (stored !== undefined && !isOurs(record, stored)) return { outcome: 'refused' };
    switch (kind) {
      case 'signUp':
        return stored === undefined ? signUp(record, requests) : { outcome: 'unchanged' };
      case 'change':
        return stored === undefined ? { outcome: 'gone' } : changeTo(change.members, record, stored, requests);
      case 'merge': {
        const isThere = stored !== undefined && (await requests.readCustomer(change.into.id)) !== undefined;
        return isThere ? merge(record, change.into.id, requests) : { outcome: 'gone' };
      }
      default:
        return kind satisfies never;
    }
  });
}

/**
 * Takes days back as far as the API can: those who signed up are merged into a tombstone, addresses and lead sources are again what
 * the seed made them, both only where nobody has changed them since. Nobody can undo a merge: those are `gone`.
 *
 * @throws the same as `churnCustomers`.
 */
export async function undoChurn(options: UndoChurnOptions): Promise<ChurnSummary> {
  const settings = checked(optionsOf.undoChurn, options);
  const { into } = settings;
  const stepOf = async (change: Change, requests: Requests): Promise<Step> => {
    const { kind, record } = change;
    const stored = await requests.readCustomer(record.id);
    if (stored === undefined) return { outcome: 'gone' };
    switch (kind) {
      case 'merge':
        return { outcome: 'unchanged' };
      case 'signUp':
        if (differences(record.body, stored).length > 0) return { outcome: 'refused' };
        return merge(record, into, requests);
      case 'change':
        return changeBack(change.members, record, stored, requests);
      default:
        return kind satisfies never;
    }
  };
  return new Churn(settings).run('take back', stepOf, into);
}

function refuseInto(into: string, what: string): SeedOptionError {
  return new SeedOptionError({
    option: 'into',
    received: `into is ${shown(into)}, which ${what}`,
    advice: 'Make it first, or name another one.',
  });
}

/** What is to come of a customer, and the writes that bring it about. */
interface Step {
  readonly outcome: Outcome;
  readonly write?: () => Promise<void>;
}

/** Whether what is stored under a record's id is that customer: it has one of the addresses, and may have changed otherwise. */
function isOurs({ body }: SeedRecord, stored: Customer): boolean {
  return sharesAddress(body, stored) ?? true;
}

function signUp({ id, body }: SeedRecord, requests: Requests): Step {
  const write = () =>
    writeUntil(
      id,
      requests,
      (client) => client.putCustomer({ id, body }),
      (stored) => stored !== undefined,
    );
  return { outcome: 'created', write };
}

/** Changes some members of a customer, and leaves all others as somebody may have made them. */
function changeTo(members: ChangedMembers, { id }: SeedRecord, stored: Customer, requests: Requests): Step {
  if (differences(members, stored).length === 0) return { outcome: 'unchanged' };
  const written = toCustomerInput(stored);
  const { primaryAddress, ...others } = members;
  const body = {
    ...written,
    ...(primaryAddress && { primaryAddress: { ...written.primaryAddress, ...primaryAddress } }),
    ...others,
  };
  const write = () =>
    writeUntil(
      id,
      requests,
      (client) => client.putCustomer({ id, body }),
      (now) => now === undefined || differences(members, now).length === 0,
    );
  return { outcome: 'replaced', write };
}

/** Makes those members what the seed made them that are as a day has left them. */
function changeBack(members: ChangedMembers, record: SeedRecord, stored: Customer, requests: Requests): Step {
  const isAsLeft = (part: ChangedMembers) => differences(part, stored).length === 0;
  const { primaryAddress, leadSource } = members;
  const hasMoved = primaryAddress != null && isAsLeft({ primaryAddress });
  const hasComeBack = leadSource != null && isAsLeft({ leadSource });
  if (!hasMoved && !hasComeBack) return { outcome: isOurs(record, stored) ? 'unchanged' : 'refused' };
  const { id, body } = record;
  const made = {
    ...(hasMoved && { primaryAddress: whereabouts(body.primaryAddress) }),
    ...(hasComeBack && body.leadSource != null && { leadSource: body.leadSource }),
  };
  const change = changeTo(made, record, stored, requests);
  if (!hasComeBack || body.leadSource != null) return change;
  return {
    outcome: 'replaced',
    write: async () => {
      await change.write?.();
      await writeUntil(
        id,
        requests,
        (client) => client.deleteCustomerLeadSource({ id }),
        (now) => now?._embedded?.leadSource == null,
      );
    },
  };
}

function merge({ id }: SeedRecord, targetCustomerId: string, requests: Requests): Step {
  return { outcome: 'merged', write: () => mergeCustomer(id, targetCustomerId, requests) };
}

/** The work of a churn, from the plan to the summary. */
class Churn {
  readonly #settings: ChurnSettings;
  readonly #target: Target;
  readonly #choice: FixtureChoice;
  readonly #tally = new Tally();

  constructor(settings: ChurnSettings) {
    const { count, seed, locale, leadSources, duplicates, websiteId } = settings;
    this.#settings = settings;
    this.#target = checkTarget(settings.to, { hosts: settings.allowHosts, isPlainHttp: settings.allowHttp });
    this.#choice = { count, seed, locale, leadSources, duplicates, websiteId };
  }

  /**
   * Does the step of each change, day by day.
   *
   * @param into the customer that some are merged into: that it is there, and none of them, is known before the first write.
   */
  async run(
    verb: string,
    stepOf: (change: Change, requests: Requests) => Promise<Step>,
    into?: string,
  ): Promise<ChurnSummary> {
    const { day, days, shard, dryRun, confirm, concurrency } = this.#settings;
    const last = dayNumber(day) ?? 0;
    // Made twice and never kept, so that any number takes no room.
    const changes = () => changesOfDays(this.#choice, { first: last - days + 1, last }, shard);
    let count = 0;
    for (const { record } of changes()) {
      if (record.id === into) throw refuseInto(into, 'is one of the customers');
      count += 1;
    }
    const stopping = new AbortController();
    const signal = AbortSignal.any([stopping.signal, ...(this.#settings.signal ? [this.#settings.signal] : [])]);
    const requests = new Requests({ ...this.#settings, signal }, this.#target);
    const plan = this.#plan(count, shard);
    requests.tell({ type: 'plan', ...plan });
    if (!dryRun) await confirmed(plan, confirm, `${verb} ${day} in`);
    const work = async (change: Change): Promise<void> => {
      const { record } = change;
      const place = () => `seed=${this.#choice.seed} index=${record.index}`;
      const { outcome } = await attempt(`change the customer ${record.id}`, place, async () => {
        const step = await stepOf(change, requests);
        if (!dryRun) await step.write?.();
        return step;
      });
      this.#tally.add(outcome);
      requests.tell({ type: 'customer', id: record.id, outcome });
    };
    const progress = () => ({ done: this.#tally.done, count });
    await interruptible(signal, progress, async () => {
      if (into !== undefined) {
        const read = () => requests.readCustomer(into);
        const target = await attempt(`read the customer ${into}`, () => '', read);
        if (target === undefined) throw refuseInto(into, 'is not there');
      }
      await inParallel(untilStopped(changes(), signal), concurrency, work, () => stopping.abort());
      signal.throwIfAborted();
    });
    return {
      records: count,
      created: this.#tally.countOf('created'),
      replaced: this.#tally.countOf('replaced'),
      merged: this.#tally.countOf('merged'),
      unchanged: this.#tally.countOf('unchanged'),
      gone: this.#tally.countOf('gone'),
      refused: this.#tally.countOf('refused'),
      ...requests.counts,
    };
  }

  #plan(writes: number, shard: Shard): SeedPlan {
    const { day, days, rate } = this.#settings;
    const { host, organization } = this.#target;
    return {
      host,
      organization,
      records: `${describeFixtures(this.#choice)} day=${day} days=${days}`,
      from: 0,
      to: writes,
      journaled: 0,
      ledger: null,
      reads: writes,
      writes,
      saved: 0,
      bytes: 0,
      reachable: null,
      ...waitOf(writes, this.#target, { rate, shard }),
    };
  }
}

/** The items, as long as the signal is not given. */
async function* untilStopped<Item>(items: Iterable<Item>, signal: AbortSignal): AsyncGenerator<Item, void, undefined> {
  for (const item of items) {
    if (signal.aborted) return;
    yield item;
  }
}
