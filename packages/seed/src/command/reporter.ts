import { printable } from '@customer-contracts/command';
import type { Allowance } from '@customer-contracts/schemas';

import type { SeedEvent } from '../seed-event.ts';
import { partOf, type Shard } from '../shard.ts';
import { timeFor } from '../time-for.ts';
import { shownPlan } from './shown-plan.ts';
import { allowanceInWords, duration } from './words.ts';

/** Where a reporter writes to: standard error, for the results go to standard output. */
export interface Output {
  readonly isTTY?: boolean;
  /** The width of the terminal. */
  readonly columns?: number;
  readonly write: (text: string) => unknown;
}

/** How often the bar is drawn, in ms, and how wide it is. */
const frame = 100;
const width = 16;
/** How often an outage is told, and what the API allows, in ms. */
const newsInterval = 10_000;

/**
 * Tells a person how it goes: a bar on a terminal, elsewhere a line for each tenth. Written by hand: what npm has for it
 * (cli-progress, progress, ora) would have to be told all but the carriage return, and knows no waiting for a limit.
 */
export class Reporter {
  readonly #output: Output;
  readonly #shard: Shard;
  readonly #counts = { total: 0, done: 0, retries: 0, refusals: 0 };
  #start = performance.now();
  #shown = 0;
  #outageShown = -Infinity;
  #allowanceShown = -Infinity;
  #allowance: Allowance | undefined;

  constructor(output: Output, shard: Shard) {
    this.#output = output;
    this.#shard = shard;
  }

  tell(event: SeedEvent): void {
    const counts = this.#counts;
    switch (event.type) {
      case 'plan':
        counts.total = event.to - event.from - event.journaled;
        this.line(shownPlan(event));
        this.#start = performance.now();
        return;
      case 'customer':
        // Others than those that were planned.
        if (event.outcome !== 'extra') counts.done += 1;
        return this.#progress();
      case 'scenario':
        counts.done += 1;
        return this.#progress();
      case 'difference':
      case 'left':
        return;
      case 'retry':
        counts.retries += 1;
        return this.#tellOutage(event);
      case 'refused':
        counts.refusals += 1;
        return;
      case 'overwrite':
        return;
      case 'distrust':
        return this.line(`The journal has ${event.missing[0]} as done, and it is not there: all are compared again`);
      case 'wait':
        return this.line(`Waiting ${duration(event.milliseconds)} for the next writes; ${this.#state()}`);
      case 'allowance':
        this.#allowance = event;
        return this.#tellAllowance(event);
      default:
        event satisfies never;
    }
  }

  /** Writes a line, in the place of the bar where there is one. */
  line(text: string): void {
    this.clear();
    this.#output.write(`${printable(text)}\n`);
  }

  /** Takes the bar away. */
  clear(): void {
    if (this.#output.isTTY === true) this.#output.write('\r\u001b[K');
  }

  /** One that changes with each answer is news now and then. */
  #tellAllowance(allowance: Allowance): void {
    const now = performance.now();
    if (now - this.#allowanceShown < newsInterval) return;
    this.#allowanceShown = now;
    this.line(`The API allows ${allowanceInWords(allowance)}`);
  }

  #tellOutage({ reason, milliseconds }: Extract<SeedEvent, { readonly type: 'retry' }>): void {
    const now = performance.now();
    if (now - this.#outageShown < newsInterval) return;
    this.#outageShown = now;
    this.line(`Trying again in ${duration(milliseconds)}: ${reason}`);
  }

  #progress(): void {
    const { done, total } = this.#counts;
    if (this.#output.isTTY === true) {
      const now = performance.now();
      if (now - this.#shown < frame) return;
      this.#shown = now;
      const filled = Math.min(width, Math.floor((width * done) / Math.max(1, total)));
      const bar = `${'█'.repeat(filled)}${'░'.repeat(width - filled)} ${this.#state()}`;
      // A line that is longer than the terminal would be two, of which the next frame replaces only the second.
      this.#output.write(`\r\u001b[K${bar.slice(0, (this.#output.columns ?? Infinity) - 1)}`);
    } else if (Math.floor((10 * done) / total) > this.#shown) {
      this.#shown = Math.floor((10 * done) / total);
      this.line(this.#state());
    }
  }

  #state(): string {
    const { done, total, retries, refusals } = this.#counts;
    const elapsed = performance.now() - this.#start;
    const rate = done / Math.max(1, elapsed);
    const left = total - done;
    const waits =
      this.#allowance && timeFor(left, { ...this.#allowance, limit: partOf(this.#allowance.limit, this.#shard) });
    const time = left <= 0 || done === 0 ? '' : `, ${duration(Math.max(left / rate, waits ?? 0))} left`;
    const share = total === 0 ? 100 : Math.min(100, Math.floor((100 * done) / total));
    return `${share} %, ${done} of ${total}, ${Math.round(rate * 1000)}/s${time}, ${retries} retries, ${refusals} x 429`;
  }
}
