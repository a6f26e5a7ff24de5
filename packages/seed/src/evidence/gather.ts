import { randomUUID } from 'node:crypto';

import type { Evidence, Surroundings } from '@customer-contracts/schemas/evidence';

import { attempt } from '../attempt.ts';
import { checkTarget, type Target } from '../check-target.ts';
import { inParallel } from '../in-parallel.ts';
import { interruptible } from '../interruptible.ts';
import { Requests } from '../requests.ts';
import type { EvidenceSettings } from '../seed-options.ts';
import { confirmed, type SeedPlan, waitOf } from '../seed-plan.ts';
import { isThisMachine } from '../this-machine.ts';
import { cellShapes } from './cell-shapes.ts';
import { cleanUp } from './clean-up.ts';
import { Made, noNotes } from './made.ts';
import { observe, type Observed } from './observe.ts';
import type { Ask, Scenario } from './scenario.ts';
import { scenarios, unseen } from './scenarios.ts';
import { Sender } from './sender.ts';

const alone = { index: 1, of: 1 };

/** The work of one run on an API: it asks all questions, and takes back what it made for them. */
export class Gathering implements Disposable {
  readonly requests: Requests;
  readonly #settings: EvidenceSettings;
  readonly #target: Target;
  readonly #made: Made | undefined;
  readonly #sender: Sender;
  readonly #stopping = new AbortController();
  readonly #signal: AbortSignal;

  /**
   * Nothing is sent.
   *
   * @param keeps whether the API outlives the run, and so has to be left as it was.
   * @throws {HostRefusedError} when the target is none that may be written to.
   * @throws {LedgerError} when the ledger can't be used, or is about another API.
   */
  constructor(settings: EvidenceSettings, keeps = true) {
    this.#settings = settings;
    this.#target = checkTarget(settings.to, { hosts: settings.allowHosts, isPlainHttp: settings.allowHttp });
    this.#signal = AbortSignal.any([this.#stopping.signal, ...(settings.signal ? [settings.signal] : [])]);
    this.requests = new Requests({ ...settings, signal: this.#signal, shard: alone }, this.#target);
    this.#sender = new Sender(this.requests, this.#target, settings);
    this.#made = keeps ? new Made(settings.ledger ?? `${settings.file}.ledger`, this.#target.server) : undefined;
  }

  [Symbol.dispose](): void {
    this.#made?.[Symbol.dispose]();
  }

  /**
   * Asks all questions, after it has taken back what an earlier run left.
   *
   * @throws {NotConfirmedError} when the plan is not confirmed.
   * @throws {RequestFailedError} when a request fails for good.
   * @throws {InterruptedError} when the signal is given. What was made stays, and the ledger knows it.
   */
  async evidence(): Promise<Evidence> {
    const plan = this.#plan();
    this.requests.tell({ type: 'plan', ...plan });
    await confirmed(plan, this.#settings.confirm, 'ask the questions of');
    await this.cleanUp();
    const observed: Observed[] = [];
    const { concurrency, timer } = this.#settings;
    const asking = {
      sender: this.#sender,
      made: this.#made ?? noNotes,
      timer,
      signal: this.#signal,
      run: randomUUID().slice(0, 6),
      patience: isThisMachine(this.#target.host) ? 0 : 3,
    };
    const work = async (scenario: Scenario): Promise<void> => {
      const { name, about } = scenario;
      const found = await attempt(
        `ask ${name}`,
        () => '',
        () => observe(scenario, asking),
      );
      observed.push(found);
      this.requests.tell({ type: 'scenario', scenario: name, about, observed: found.observation.observed });
    };
    await this.#interruptible(
      () => observed.length,
      async () => {
        await inParallel(this.#unlessStopped(), concurrency, work, () => this.#stopping.abort());
        this.#signal.throwIfAborted();
      },
    );
    const day = new Date().toISOString().slice(0, 10);
    // In the order of the table, whichever was answered first.
    const order = new Map(scenarios.map(({ name }, index) => [name, index]));
    const sorted = observed.toSorted(
      (one, other) => (order.get(one.observation.scenario) ?? 0) - (order.get(other.observation.scenario) ?? 0),
    );
    return {
      shape: cellShapes(sorted, { from: day, to: day }),
      where: surroundings(this.#target),
      observations: [
        ...sorted.map(({ observation }) => observation),
        ...unseen.map(({ about, reason }) => ({ scenario: about, about, observed: 'none' as const, reason })),
      ],
    };
  }

  /** Takes back what was made. @returns what could not be, by id or e-mail address. */
  async cleanUp(): Promise<readonly string[]> {
    const made = this.#made;
    if (made === undefined) return [];
    const work = () => cleanUp(made, this.requests, this.#sender, this.#signal);
    return this.#interruptible(
      () => 0,
      () => attempt('take back what was made', () => '', work),
    );
  }

  async #interruptible<Result>(done: () => number, run: () => Promise<Result>): Promise<Result> {
    return interruptible(this.#signal, () => ({ done: done(), count: scenarios.length }), run, 'questions');
  }

  async *#unlessStopped(): AsyncGenerator<Scenario, void, undefined> {
    for (const scenario of scenarios) {
      if (this.#signal.aborted) return;
      yield scenario;
    }
  }

  #plan(): SeedPlan {
    const { host, organization } = this.#target;
    const { ledger, file, rate } = this.#settings;
    return {
      host,
      organization,
      records: `${new Set(scenarios.map(({ about }) => about)).size} answers and decisions`,
      of: 'questions',
      from: 0,
      to: scenarios.length,
      journaled: 0,
      ledger: ledger ?? `${file}.ledger`,
      reads: asked.length - writesOfScenarios,
      writes: mostWrites,
      saved: 0,
      bytes: 0,
      reachable: null,
      ...waitOf(mostWrites, this.#target, { rate, shard: alone }),
    };
  }
}

function surroundings({ isSandbox, host }: Target): Surroundings {
  if (isSandbox) return 'sandbox';
  return isThisMachine(host) ? 'this machine' : 'another host';
}

const asked: readonly Ask[] = scenarios.flatMap(({ given = [], asks }) => [...given, ...asks]);
const writesOfScenarios = asked.filter(({ method }) => method !== 'GET').length;

/** The customers that are made for each scenario, and taken back with a write each. */
const most = scenarios.reduce((sum, { given = [], asks }) => {
  const all = [...given, ...asks];
  const put = all.filter(({ method, path }) => method === 'PUT' && /^\/customers\/[^/]+$/.test(path));
  return sum + new Set(put.map(({ path }) => path)).size + all.filter(({ method }) => method === 'POST').length;
}, 0);

/** How many writes a run takes at the most, the tombstone and the taking back included. */
export const mostWrites: number = writesOfScenarios + most + 1;
