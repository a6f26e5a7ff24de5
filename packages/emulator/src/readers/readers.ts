import { statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';

import type { Answer } from '../http/answer.ts';
import { Refusal } from '../http/refusal.ts';
import { type Job, Outcome, type ReaderData } from './messages.ts';

/** How many bytes the write-ahead log may grow by before the readers make way for a new beginning of it. */
const growth = 8 * 1024 * 1024;

/** How many threads look at all customers at once: one core is left to those who ask for one customer. */
const mostLookingAtAll = Math.max(1, availableParallelism() - 1);

/** One more finds some by an index, which need not wait for those. */
const mostThreads = mostLookingAtAll + 1;

/** How often a task is tried when its thread dies. */
const mostAttempts = 2;

interface Task {
  readonly job: Job;
  readonly looksAtAll: boolean;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (error: Error) => void;
  readonly attempts: number;
}

/**
 * Threads that read beside the one that writes. There are none until one is needed, and then as few as will do.
 *
 * While somebody reads, the write-ahead log can't begin anew, so reads without a pause would let it grow for ever. When it
 * has grown, no read begins until all are done and the log is emptied.
 */
export class Readers {
  readonly #data: ReaderData;
  readonly #idle = new Set<Worker>();
  readonly #busy = new Map<Worker, Task>();
  readonly #ending = new Set<Promise<unknown>>();
  #waiting: readonly Task[] = [];
  #longestLog = growth;
  #isClosed = false;

  constructor(data: ReaderData) {
    this.#data = data;
  }

  /**
   * Has a list read. `looksAtAll` says that no index leads to its customers; `signal` ends what nobody waits for any more.
   *
   * @throws {Error} when the list can't be read, or threads have died of it.
   * @throws {Refusal} with 503 when the caller has gone, or the readers are closed.
   */
  async answer(
    job: Extract<Job, { kind: 'list' }>,
    { looksAtAll, signal }: { readonly looksAtAll: boolean; readonly signal: AbortSignal },
  ): Promise<Answer> {
    const outcome = await this.#outcomeOf({ job, looksAtAll }, signal);
    if (outcome.kind === 'answer') return outcome.answer;
    throw new Error(outcome.kind === 'failed' ? outcome.message : 'The reader has done something else.');
  }

  /** Ends all threads. @returns when they are gone. */
  async close(): Promise<void> {
    this.#isClosed = true;
    for (const task of [...this.#waiting, ...this.#busy.values()]) task.reject(closing());
    this.#waiting = [];
    for (const worker of [...this.#idle, ...this.#busy.keys()]) this.#end(worker);
    await Promise.all(this.#ending);
  }

  #outcomeOf(work: Pick<Task, 'job' | 'looksAtAll'>, signal: AbortSignal): Promise<Outcome> {
    return new Promise((resolve, reject) => {
      if (this.#isClosed) throw closing();
      const { job } = work;
      signal.addEventListener('abort', () => this.#giveUp(job, reject), { once: true });
      this.#waiting = [...this.#waiting, { ...work, resolve, reject, attempts: 0 }];
      this.#next();
    });
  }

  /** Begins what can begin. */
  #next(): void {
    for (;;) {
      const task = this.#isLogLong() ? this.#emptyingLog() : this.#nextTask();
      if (task === undefined) return;
      this.#waiting = this.#waiting.filter((other) => other !== task);
      this.#begin(task);
    }
  }

  #nextTask(): Task | undefined {
    if (this.#busy.size >= mostThreads) return undefined;
    const lookingAtAll = [...this.#busy.values()].filter(({ looksAtAll }) => looksAtAll).length;
    return this.#waiting.find(({ looksAtAll }) => !looksAtAll || lookingAtAll < mostLookingAtAll);
  }

  /** It is done when nobody reads, and before anybody does. */
  #emptyingLog(): Task | undefined {
    if (this.#busy.size > 0 || this.#waiting.length === 0) return undefined;
    const done = () => {
      // What another process reads may keep it from getting shorter. It is tried again later.
      this.#longestLog = this.#logBytes() + growth;
    };
    return { job: { kind: 'checkpoint' }, looksAtAll: false, resolve: done, reject: done, attempts: mostAttempts };
  }

  #isLogLong(): boolean {
    return this.#logBytes() > this.#longestLog;
  }

  #logBytes(): number {
    return statSync(`${this.#data.file}-wal`, { throwIfNoEntry: false })?.size ?? 0;
  }

  #begin(task: Task): void {
    const [worker = this.#newWorker()] = this.#idle;
    this.#idle.delete(worker);
    this.#busy.set(worker, { ...task, attempts: task.attempts + 1 });
    // Only what somebody waits for keeps the process alive.
    worker.ref();
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- A thread is no window.
    worker.postMessage(task.job);
  }

  #newWorker(): Worker {
    const worker = new Worker(new URL('./reader-thread.js', import.meta.url), {
      workerData: this.#data,
      // Node 22 warns of node:sqlite. The main thread has said so already, or was told not to.
      execArgv: ['--disable-warning=ExperimentalWarning'],
      // In MB. Answers are garbage at once, and V8 would let four times as much of it lie.
      resourceLimits: { maxYoungGenerationSizeMb: 8 },
    });
    let cause: unknown;
    worker.on('message', (message: unknown) => this.#finish(worker, message));
    worker.on('error', (error) => {
      cause = error;
    });
    worker.on('exit', () => this.#bury(worker, cause));
    return worker;
  }

  #finish(worker: Worker, message: unknown): void {
    const task = this.#busy.get(worker);
    if (task === undefined) return;
    this.#busy.delete(worker);
    this.#idle.add(worker);
    worker.unref();
    task.resolve(Outcome.parse(message));
    this.#next();
  }

  /** A thread that has died: what it was at is given to another, once. */
  #bury(worker: Worker, cause: unknown): void {
    const task = this.#busy.get(worker);
    this.#idle.delete(worker);
    this.#busy.delete(worker);
    if (task !== undefined && task.attempts < mostAttempts) this.#waiting = [task, ...this.#waiting];
    else task?.reject(new Error('The thread that read the list has died.', { cause }));
    this.#next();
  }

  #giveUp(job: Job, reject: (error: Error) => void): void {
    this.#waiting = this.#waiting.filter((task) => task.job !== job);
    for (const [worker, task] of this.#busy) if (task.job === job) this.#end(worker);
    reject(new Refusal(503, 'The caller went away.'));
    this.#next();
  }

  #end(worker: Worker): void {
    this.#idle.delete(worker);
    this.#busy.delete(worker);
    const ended = worker.terminate().finally(() => this.#ending.delete(ended));
    this.#ending.add(ended);
  }
}

function closing(): Refusal {
  return new Refusal(503, 'The emulator is closing.');
}
