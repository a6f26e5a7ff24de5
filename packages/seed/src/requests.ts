import { createCustomersClient, type CustomersClient, isCustomersApiError } from '@customer-contracts/client';
import { type Customer, sandboxAllowance } from '@customer-contracts/schemas';

import { chance } from './chance.ts';
import type { Target } from './check-target.ts';
import { nodeFetch } from './node-fetch.ts';
import { isPassing } from './passing-fault.ts';
import type { SeedEvent } from './seed-event.ts';
import type { TargetSettings } from './seed-options.ts';
import { type Pass, WriteGate } from './write-gate.ts';

/** How often a request may meet a fault in a row: for some 40 s. */
const mostFaults = 10;
const pauses = { shortest: 100, longest: 30_000 };

/** What a write came to: its result, or the fault that leaves open whether it was carried out. */
export type Written<Result> = { readonly result: Result } | { readonly fault: Error };

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
  readonly #settings: TargetSettings;

  constructor(settings: TargetSettings, { server, isSandbox }: Target) {
    const { apiKey, timeout, timer, shard, rate } = settings;
    this.#settings = settings;
    // The gate and the pauses here do for all workers together what the client's own retries would do for each.
    this.#client = createCustomersClient({ server, apiKey, timeout, maxRetries: 0, fetch: nodeFetch });
    this.#gate = new WriteGate({
      timer,
      shard,
      most: rate,
      assumed: isSandbox ? sandboxAllowance : undefined,
      onWait: (milliseconds) => this.tell({ type: 'wait', milliseconds }),
      onAllowance: (allowance) => this.tell({ type: 'allowance', ...allowance }),
    });
  }

  tell(event: SeedEvent): void {
    this.#settings.onEvent?.(event);
  }

  /** Reads, again and again while the faults are passing ones. `about` names what is read. */
  async read<Result>(about: string, send: (client: CustomersClient) => Promise<Result>): Promise<Result> {
    for (let faults = 0; ; faults += 1) {
      try {
        this.counts.reads += 1;
        return await send(this.#client);
      } catch (error) {
        if (!isPassing(error) && !isCustomersApiError(error, 'TooManyRequestsError')) throw error;
        await this.pause(about, faults, error);
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
        const result = await send(this.#client);
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
        if (!isPassing(error)) throw error;
        return { fault: error };
      }
    }
  }

  /**
   * Waits before a request is sent again, longer each time.
   *
   * @throws the fault itself, when there were too many in a row.
   */
  async pause(about: string, faults: number, fault: Error): Promise<void> {
    if (faults + 1 >= mostFaults) throw fault;
    this.counts.retries += 1;
    this.tell({ type: 'retry', about, reason: fault.message });
    const longest = Math.min(pauses.longest, pauses.shortest * 2 ** faults);
    // Not all at once: they were broken off together.
    const milliseconds = longest * (0.5 + chance(this.counts.retries, about, faults) / 2);
    await this.#settings.timer.sleep(milliseconds, this.#settings.signal);
  }
}
