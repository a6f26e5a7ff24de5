import { isCustomersApiError } from '@customer-contracts/client';

import { checkTarget, type Target } from './check-target.ts';
import { inParallel } from './in-parallel.ts';
import { type Found, type LookedUp, LookUp } from './look-up.ts';
import { recordsOf } from './records-of.ts';
import { groupSize, inGroups, type Records, type SeedRecord } from './records.ts';
import { Requests } from './requests.ts';
import { InterruptedError, isSeedError, RequestFailedError } from './seed-error.ts';
import type { Outcome } from './seed-event.ts';
import type { TargetSettings } from './seed-options.ts';
import { type Range, rangeOf } from './shard.ts';

/** The work of one process on a target. */
export class Run {
  readonly target: Target;
  readonly records: Records;
  /** The indices that this shard takes care of. */
  readonly range: Range;
  readonly requests: Requests;
  readonly lookUp: LookUp;
  readonly #settings: TargetSettings;
  readonly #stopping: AbortController;
  readonly #outcomes = new Map<Outcome, number>();

  private constructor(settings: TargetSettings, target: Target, records: Records) {
    this.target = target;
    this.records = records;
    this.range = rangeOf(records.count, settings.shard);
    this.#stopping = new AbortController();
    const signal = AbortSignal.any([this.#stopping.signal, ...(settings.signal ? [settings.signal] : [])]);
    this.#settings = { ...settings, signal };
    this.requests = new Requests(this.#settings, target);
    this.lookUp = new LookUp(this.requests);
  }

  /**
   * Nothing is sent.
   *
   * @throws {HostRefusedError} when the target is none that may be written to.
   * @throws {SeedOptionError} when the options don't say which customers.
   * @throws {PayloadError} when the payload can't be read.
   */
  static async prepare(settings: TargetSettings): Promise<Run> {
    const target = checkTarget(settings.to, { hosts: settings.allowHosts, isPlainHttp: settings.allowHttp });
    return new Run(settings, target, await recordsOf(settings));
  }

  /** How many records this shard takes care of. */
  get count(): number {
    return this.range.to - this.range.from;
  }

  /** How many customers came to this. */
  countOf(outcome: Outcome): number {
    return this.#outcomes.get(outcome) ?? 0;
  }

  /** Counts and tells what became of a customer. */
  report(id: string, outcome: Outcome, members?: readonly string[]): void {
    this.#outcomes.set(outcome, this.countOf(outcome) + 1);
    this.requests.tell({ type: 'customer', id, outcome, ...(members && { members }) });
  }

  /**
   * Looks all records up, group by group and one group ahead, and does the work of each.
   *
   * @throws {RequestFailedError} when a request fails for good.
   * @throws {InterruptedError} when the signal was given.
   */
  async forEach(
    isWanted: (record: SeedRecord) => boolean,
    work: (found: Found) => Promise<void> | void,
    onGroup: (group: LookedUp) => void = () => {},
  ): Promise<void> {
    const { concurrency, signal } = this.#settings;
    try {
      await inParallel(
        this.#lookedUp(isWanted, onGroup),
        concurrency,
        async (found) => {
          const { record } = found;
          await this.attempt(`write the customer ${record.id}`, [record], () => work(found));
        },
        () => this.#stopping.abort(),
      );
      signal?.throwIfAborted();
    } catch (error) {
      if (isSeedError(error) || signal?.aborted !== true) throw error;
      const done = [...this.#outcomes.values()].reduce((sum, count) => sum + count, 0);
      throw new InterruptedError(done, this.count, signal.reason);
    }
  }

  /** Says what was attempted, and with which records, when a request fails for good. */
  async attempt<Result>(
    work: string,
    records: readonly SeedRecord[],
    attempt: () => Promise<Result> | Result,
  ): Promise<Result> {
    try {
      return await attempt();
    } catch (error) {
      if (!isCustomersApiError(error)) throw error;
      const places = [records.at(0), records.length > 1 ? records.at(-1) : undefined].flatMap((record) =>
        record === undefined ? [] : [this.records.place(record)],
      );
      throw new RequestFailedError(work, places.join(' to '), error);
    }
  }

  async *#lookedUp(
    isWanted: (record: SeedRecord) => boolean,
    onGroup: (group: LookedUp) => void,
  ): AsyncGenerator<Found, void, undefined> {
    const groups = inGroups(this.records.walk(this.range), groupSize, isWanted);
    const lookUpNext = async (): Promise<LookedUp | undefined> => {
      const { value } = await groups.next();
      return value === undefined ? undefined : this.attempt('read customers', value, () => this.lookUp.find(value));
    };
    let next = lookUpNext();
    for (let group = await next; group !== undefined; group = await next) {
      next = lookUpNext();
      // It is awaited when this group is done; until then its failure waits, too.
      next.catch(() => {});
      onGroup(group);
      for (const found of group.found) {
        if (this.#settings.signal?.aborted === true) return;
        yield found;
      }
    }
  }
}
