import { createCustomersClient, type CustomersClient, isCustomersApiError } from '@customer-contracts/client';
import { type Customer, sandboxAllowance } from '@customer-contracts/schemas';

import { chance } from './chance.ts';
import type { Target } from './check-target.ts';
import { nodeFetch } from './node-fetch.ts';
import { passingFault } from './passing-fault.ts';
import { UnreachableError, WaitTooLongError } from './seed-error.ts';
import type { SeedEvent } from './seed-event.ts';
import type { TargetSettings } from './seed-options.ts';
import { unreachable } from './unreachable.ts';
import { type Pass, WriteGate } from './write-gate.ts';

/** How often a server may say that it is in trouble before it is believed, for some 40 s. An outage may last longer. */
const mostTroubles = 10;
const pauses = { shortest: 100, longest: 30_000 };

/** What a write came to: its result, or the fault that leaves open whether it was carried out. */
export type Written<Result> = { readonly result: Result } | { readonly fault: Error };

/** What of the settings says how requests are sent. */
type SendSettings = Pick<
  TargetSettings,
  'apiKey' | 'timeout' | 'timer' | 'shard' | 'rate' | 'maxWait' | 'signal' | 'onEvent'
>;

/** The requests of a run: repeated until they are answered for good, counted, and the writes let through one gate. */
export class Requests {
  readonly counts: { reads: number; writes: number; retries: number; refusals: number } = {
    reads: 0,
    writes: 0,
    retries: 0,
    refusals: 0,
  };
  readonly #client: CustomersClient;
  readonly #gate: WriteGate;
  readonly #settings: SendSettings;
  readonly #target: Target;
  /** Since when each write that is sent again meets faults, in ms of the timer. */
  readonly #faultySince = new Map<string, number>();
  /** Whether anybody has answered yet. */
  #hasAnswered = false;

  constructor(settings: SendSettings, target: Target) {
    const { apiKey, timeout, timer, shard, rate, maxWait } = settings;
    const { server, isSandbox } = target;
    this.#settings = settings;
    this.#target = target;
    // The gate and the pauses here do for all workers together what the client's own retries would do for each.
    this.#client = createCustomersClient({ server, apiKey, timeout, maxRetries: 0, fetch: nodeFetch });
    this.#gate = new WriteGate({
      timer,
      shard,
      most: rate,
      assumed: isSandbox ? sandboxAllowance : undefined,
      maxWait,
      onWait: (milliseconds) => this.tell({ type: 'wait', milliseconds }),
      onAllowance: (allowance) => this.tell({ type: 'allowance', ...allowance }),
    });
  }

  tell(event: SeedEvent): void {
    if (event.type === 'customer') this.#faultySince.delete(event.id);
    this.#settings.onEvent?.(event);
  }

  /** Reads, again and again while the faults are passing ones. `about` names what is read. */
  async read<Result>(about: string, send: (client: CustomersClient) => Promise<Result>): Promise<Result> {
    const begin = this.#settings.timer.now();
    for (let faults = 0; ; faults += 1) {
      try {
        this.counts.reads += 1;
        return await this.#send(send);
      } catch (error) {
        const fault = passingFault(error);
        if (fault === undefined) throw error;
        await this.#wait(about, faults, fault.error, begin);
      }
    }
  }

  /** The customer with the lead source; `undefined` where there is none. */
  async readCustomer(id: string): Promise<Customer | undefined> {
    return this.read(id, async (client) => {
      try {
        return (await client.getCustomer({ id, expand: 'leadSource' })).body;
      } catch (error) {
        if (isCustomersApiError(error, 'NotFoundError')) return undefined;
        throw error;
      }
    });
  }

  /**
   * Writes when the gate lets it. What is refused with 429 was not carried out and is sent again; after another passing
   * fault nobody knows, and it is the caller's to look.
   */
  async write<Result extends { readonly rateLimit?: Parameters<Pass['answered']>[0] }>(
    send: (client: CustomersClient) => Promise<Result>,
    before: () => void = () => {},
  ): Promise<Written<Result>> {
    for (;;) {
      const pass = await this.#gate.enter(this.#settings.signal);
      try {
        before();
        this.counts.writes += 1;
        const result = await this.#send(send);
        pass.answered(result.rateLimit);
        return { result };
      } catch (error) {
        if (isCustomersApiError(error, 'TooManyRequestsError')) {
          pass.refused(error.retryAfter);
          this.counts.refusals += 1;
          this.tell({ type: 'refused' });
          continue;
        }
        pass.lost();
        const fault = passingFault(error);
        if (fault === undefined) throw error;
        return { fault: fault.error };
      }
    }
  }

  /**
   * Waits before a write is sent again: as long as the answer asks, or longer each time. `faults` is how many there were before
   * in a row.
   *
   * @throws {UnreachableError} when nobody has answered yet, or nobody can.
   * @throws {WaitTooLongError} when the answer asks for more than the longest wait.
   * @throws the fault itself, when they go on for longer than that, or the server means it.
   */
  async pause(about: string, faults: number, error: Error): Promise<void> {
    const now = this.#settings.timer.now();
    if (faults === 0) this.#faultySince.set(about, now);
    await this.#wait(about, faults, error, this.#faultySince.get(about) ?? now);
  }

  async #wait(about: string, faults: number, error: Error, since: number): Promise<void> {
    const { timer, signal, maxWait } = this.#settings;
    const { retryAfter, isAnswer = false } = passingFault(error) ?? {};
    const longest = Math.min(pauses.longest, pauses.shortest * 2 ** faults);
    // Not all at once: they were broken off together.
    const pause = longest * (0.5 + chance(this.counts.retries, about, faults) / 2);
    const milliseconds = retryAfter === undefined ? pause : Math.max(retryAfter, pauses.shortest);
    if (retryAfter !== undefined && milliseconds > maxWait) throw new WaitTooLongError(milliseconds, maxWait, error);
    if (isAnswer && retryAfter === undefined && faults + 1 >= mostTroubles) throw error;
    if (timer.now() + milliseconds - since > maxWait) throw error;
    this.counts.retries += 1;
    this.tell({ type: 'retry', about, reason: error.message, milliseconds });
    await timer.sleep(milliseconds, signal);
  }

  async #send<Result>(send: (client: CustomersClient) => Promise<Result>): Promise<Result> {
    try {
      const result = await send(this.#client);
      this.#hasAnswered = true;
      return result;
    } catch (error) {
      const reason = unreachable(error, this.#target.server, this.#hasAnswered);
      if (reason !== undefined) throw new UnreachableError(this.#target.host, reason, error);
      this.#hasAnswered ||= !isCustomersApiError(error, 'NetworkError') && !isCustomersApiError(error, 'TimeoutError');
      throw error;
    }
  }
}
