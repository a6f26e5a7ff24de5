import { attempt } from './attempt.ts';
import { checkTarget, type Target } from './check-target.ts';
import { inParallel } from './in-parallel.ts';
import { interruptible } from './interruptible.ts';
import { type Found, type LookedUp, LookUp } from './look-up.ts';
import { recordsOf } from './records-of.ts';
import { type BadRecord, groupSize, inGroups, isGood, type Records, type SeedRecord } from './records.ts';
import { Requests } from './requests.ts';
import { UnreconciledError } from './seed-error.ts';
import type { Outcome } from './seed-event.ts';
import type { TargetSettings } from './seed-options.ts';
import { type Range, rangeOf } from './shard.ts';
import { Tally } from './tally.ts';

/** How a run goes through its records. */
export interface Walk {
  /** Whether a record is looked up; all are when absent. */
  readonly isWanted?: (record: SeedRecord) => boolean;
  /** What is done with each. */
  readonly work: (found: Found) => Promise<void> | void;
  /** What is done with a record that can't be written. */
  readonly onBad: (record: BadRecord) => void;
  /** Is told of each group before its work. */
  readonly onGroup?: (group: LookedUp) => void;
}

/** What is told of a customer beside its outcome. */
export interface Details {
  /** The members that were different, as dotted paths. */
  readonly members?: readonly string[] | undefined;
  /** Why it came to that. */
  readonly reason?: string | undefined;
}

const nothingYet = () => ({ done: 0, count: 0 });

/** The work of one process on a target. */
export class Run implements Disposable {
  readonly target: Target;
  readonly records: Records;
  /** The indices that this shard takes care of. */
  readonly range: Range;
  readonly requests: Requests;
  readonly lookUp: LookUp;
  readonly #settings: TargetSettings;
  readonly #stopping: AbortController;
  readonly #tally = new Tally();

  private constructor(settings: TargetSettings, target: Target, records: Records, withOthers: boolean) {
    this.target = target;
    this.records = records;
    this.range = rangeOf(records.count, settings.shard);
    this.#stopping = new AbortController();
    const signal = AbortSignal.any([this.#stopping.signal, ...(settings.signal ? [settings.signal] : [])]);
    this.#settings = { ...settings, signal };
    this.requests = new Requests(this.#settings, target);
    this.lookUp = new LookUp(this.requests, withOthers);
  }

  /**
   * Nothing is sent.
   *
   * @param goesOn whether records of a payload that can't be written are passed over.
   * @param withOthers whether other customers with the e-mail addresses of the records are looked up, too.
   * @throws {HostRefusedError} when the target is none that may be written to.
   * @throws {SeedOptionError} when the options don't say which customers.
   * @throws {PayloadError} when the payload can't be read.
   */
  static async prepare(
    settings: TargetSettings,
    { goesOn = true, withOthers = false }: { readonly goesOn?: boolean; readonly withOthers?: boolean } = {},
  ): Promise<Run> {
    const target = checkTarget(settings.to, { hosts: settings.allowHosts, isPlainHttp: settings.allowHttp });
    const read = () => recordsOf(settings, goesOn, settings.signal);
    return new Run(settings, target, await interruptible(settings.signal, nothingYet, read), withOthers);
  }

  [Symbol.dispose](): void {
    this.records[Symbol.dispose]();
  }

  /** How many records this shard takes care of. */
  get count(): number {
    return this.range.to - this.range.from;
  }

  /** How many customers came to this. */
  countOf(outcome: Outcome): number {
    return this.#tally.countOf(outcome);
  }

  /** Counts and tells what became of a customer. */
  report(id: string, outcome: Outcome, { members, reason }: Details = {}): void {
    this.#tally.add(outcome);
    this.requests.tell({ type: 'customer', id, outcome, ...(members && { members }), ...(reason && { reason }) });
  }

  /** Counts and tells what became of a record that can't be written, and need not have an id. */
  reportBad(record: BadRecord, outcome: Outcome): void {
    this.report(record.id ?? '', outcome, { reason: `${this.records.place(record)}: ${record.reason}` });
  }

  /**
   * Holds what became of the records beside how many there are, and the payload beside what it was.
   *
   * @throws {UnreconciledError} when a record came to nothing, or to two things.
   * @throws {PayloadError} when the payload is another one now.
   */
  async reconcile(outcomes: Readonly<Record<string, number>>): Promise<void> {
    const sum = Object.values(outcomes).reduce((total, count) => total + count, 0);
    if (sum !== this.count) throw new UnreconciledError(this.count, outcomes);
    await this.records.proveUnchanged();
  }

  /**
   * Looks records up, group by group and one group ahead, and does the work of each.
   *
   * @throws {RequestFailedError} when a request fails for good.
   * @throws {InterruptedError} when the signal was given.
   */
  async forEach(walk: Walk): Promise<void> {
    const { concurrency, signal } = this.#settings;
    const progress = () => ({ done: this.#tally.done, count: this.count });
    await interruptible(signal, progress, async () => {
      await inParallel(
        this.#lookedUp(walk),
        concurrency,
        async (found) => {
          const { record } = found;
          await this.attempt(`write the customer ${record.id}`, [record], () => walk.work(found));
        },
        () => this.#stopping.abort(),
      );
      signal?.throwIfAborted();
    });
  }

  /** Says what was attempted, and with which records, when a request fails for good. */
  async attempt<Result>(
    work: string,
    records: readonly SeedRecord[],
    run: () => Promise<Result> | Result,
  ): Promise<Result> {
    const place = () =>
      [records.at(0), records.length > 1 ? records.at(-1) : undefined]
        .flatMap((record) => (record === undefined ? [] : [this.records.place(record)]))
        .join(' to ');
    return attempt(work, place, run);
  }

  async *#lookedUp(walk: Walk): AsyncGenerator<Found, void, undefined> {
    const groups = inGroups(this.#wanted(walk), groupSize);
    const lookUpNext = async (): Promise<LookedUp | undefined> => {
      const { value } = groups.next();
      return value === undefined ? undefined : this.attempt('read customers', value, () => this.lookUp.find(value));
    };
    let next = lookUpNext();
    for (let group = await next; group !== undefined; group = await next) {
      next = lookUpNext();
      // It is awaited when this group is done; until then its failure waits, too.
      next.catch(() => {});
      walk.onGroup?.(group);
      for (const found of group.found) {
        if (this.#settings.signal?.aborted === true) return;
        yield found;
      }
    }
  }

  *#wanted({ isWanted, onBad }: Walk): Generator<SeedRecord, void, undefined> {
    for (const record of this.records.walk(this.range)) {
      if (!isGood(record)) onBad(record);
      else if (isWanted?.(record) !== false) yield record;
    }
  }
}
