import { isCell, isSafe, matchOperation, type OperationMatch, sandboxAllowance } from '@customer-contracts/schemas';

import { answerAdmin, isAdminPath } from './admin/admin-endpoints.ts';
import type { Workplace } from './admin/workplace.ts';
import type { Clock } from './clock.ts';
import { EmulatorClock } from './clock/emulator-clock.ts';
import { checkScheme, organizationOf } from './credentials/authorize.ts';
import type { Credential } from './credentials/credential.ts';
import { KeyRing } from './credentials/key-ring.ts';
import type { CustomerStore } from './database/customer-store.ts';
import { inMemory, type LiveDatabase } from './database/live-database.ts';
import { failedFor, isFull } from './database/transaction.ts';
import { EmulatorError } from './emulator-error.ts';
import type { EmulatorOptions } from './emulator-options.ts';
import { type Events, eventsOf } from './events/events.ts';
import { applyFaults } from './faults/apply-faults.ts';
import { FaultInjector } from './faults/fault-injector.ts';
import { answerFaults, faultsPath } from './faults/faults-endpoint.ts';
import { fillOrganization } from './fill-organization.ts';
import { answerHealth, type Filling, healthPath, notReady } from './health.ts';
import type { Answer } from './http/answer.ts';
import { preflight, withCors } from './http/cors.ts';
import { type Delivery, whole } from './http/delivery.ts';
import type { Incoming } from './http/incoming.ts';
import { notAllowed, problem, Refusal } from './http/refusal.ts';
import { refuseStrangers, refuseWebPages } from './http/refuse-web-pages.ts';
import { singleSlashed } from './http/single-slashed.ts';
import { type RandomBytes, unguessable } from './make-id.ts';
import { behaviours } from './operations/behaviours.ts';
import type { ArrangeableApi, AwaitingRequest } from './provider-states/arrangeable-api.ts';
import { ProviderStates, providerStatesPath } from './provider-states/provider-states.ts';
import { RateLimit } from './rate-limit.ts';
import type { LogEntry } from './request-log.ts';
import { RequestMemory } from './requests/requests.ts';
import type { Snapshots } from './snapshots/snapshots.ts';
import type { Storage } from './storage.ts';

type Progress = { -readonly [Name in 'operationId' | 'organizationId' | 'faults' | 'error']?: LogEntry[Name] };

/** The API itself: takes requests from any server, and says what to deliver. What is written is so before anything else is looked at. */
export class Api implements ArrangeableApi {
  readonly keyRing: KeyRing;
  readonly rateLimit: RateLimit;
  readonly clock: Clock;
  readonly random: RandomBytes;
  readonly conflicting = new Set<string>();
  readonly awaiting = new Map<string, readonly AwaitingRequest[]>();
  readonly #faults: FaultInjector;
  readonly #providerStates: ProviderStates | undefined;
  readonly #live: LiveDatabase;
  readonly #requests: RequestMemory;
  readonly #snapshots: Snapshots;
  readonly #movableClock: EmulatorClock;
  readonly #events: Events;
  readonly #isWatched: boolean;
  readonly #options: EmulatorOptions;
  readonly #organizationId: string | undefined;
  #filling: Filling | undefined;

  /**
   * @param storage - where customers are kept
   * @param isWatched - whether anybody can look at requests and events: else none is written down
   */
  constructor(
    options: EmulatorOptions,
    credentials: readonly Credential[],
    { live, snapshots }: Storage,
    isWatched: boolean,
  ) {
    this.#options = options;
    this.#isWatched = isWatched;
    this.#movableClock = new EmulatorClock(options.clock ?? (() => new Date()));
    this.clock = () => this.#movableClock.now();
    this.random = options.random ?? unguessable;
    this.keyRing = new KeyRing(credentials);
    this.#faults = new FaultInjector(options.faults ?? []);
    this.#providerStates = options.providerStates === true ? new ProviderStates(this) : undefined;
    this.rateLimit = new RateLimit(options.rateLimit ?? sandboxAllowance, this.clock);
    this.#requests = new RequestMemory(this.keyRing);
    this.#live = live;
    this.#snapshots = snapshots;
    this.#events = eventsOf(() => this.#live.events);
    this.#organizationId = credentials[0]?.organizations[0];
    const { customers } = options;
    if (customers !== undefined && this.#organizationId !== undefined) {
      this.#filling = { filled: this.store.filled(this.#organizationId, customers.seed), count: customers.count };
    }
  }

  /**
   * Makes the customers of the options that are not there yet, step by step. All else is refused until it is done.
   *
   * @throws {EmulatorError} when they can't be written. Those that are there stay.
   */
  *fill(): Generator<Filling> {
    const { customers, database = inMemory } = this.#options;
    if (customers !== undefined && this.#organizationId !== undefined) {
      const { count } = customers;
      try {
        for (const filled of fillOrganization(this.store, this.#organizationId, customers)) {
          this.#filling = { filled, count };
          yield this.#filling;
        }
      } catch (error) {
        throw unfilled(database, this.#filling ?? { filled: 0, count }, error);
      }
    }
    this.#filling = undefined;
  }

  /** Where customers are: another one after a snapshot was restored. */
  get store(): CustomerStore {
    return this.#live.store;
  }

  /** What is done with it beside sending requests. */
  get workplace(): Workplace {
    const snapshots = this.#snapshots;
    return {
      requests: this.#requests.seenBy(),
      events: this.#events,
      clock: this.#movableClock,
      snapshot: (name, { from } = {}) => snapshots.save(name, from),
      restore: (name) => snapshots.restore(name),
      snapshots: () => snapshots.list(),
      deleteSnapshot: (name) => snapshots.delete(name),
    };
  }

  /** How many customers are still to be made. */
  get missing(): number {
    return this.#filling === undefined ? 0 : Math.max(0, this.#filling.count - this.#filling.filled);
  }

  /** Carries a request out. */
  async handle(request: Incoming): Promise<Delivery> {
    const { log, cors = false } = this.#options;
    // Who looks at requests sees the API's alone: the emulator's own have keys in their answers.
    const isRecorded = this.#isWatched && !request.path.startsWith('/_');
    const started = performance.now();
    const progress: Progress = {};
    const delivery = withCors(await this.#attempt(singleSlashed(request), progress), request, cors);
    if (log === undefined && !isRecorded) return delivery;
    const time = this.clock();
    const milliseconds = performance.now() - started;
    if (isRecorded) this.#record(request, delivery.answer, progress, { time, milliseconds });
    log?.({
      time,
      method: request.method,
      target: request.query === '' ? request.path : `${request.path}?${request.query}`,
      status: delivery.answer.status,
      faults: [],
      milliseconds,
      ...progress,
    });
    return delivery;
  }

  /** Drops an organization with all that it has. */
  forget(organizationId: string, credentials: readonly Credential[]): void {
    for (const credential of credentials) this.keyRing.delete(credential);
    this.conflicting.delete(organizationId);
    this.awaiting.delete(organizationId);
    this.rateLimit.forget(organizationId);
    this.#faults.clear(organizationId);
    this.store.deleteOrganization(organizationId);
  }

  /** Closes the database: at once, unless a snapshot is being made or restored. @returns when no reader works on it any more. */
  async close(): Promise<void> {
    if (this.#snapshots.settled !== undefined) await this.#snapshots.settled;
    this.#providerStates?.dropAll();
    await this.#live.close();
    this.#snapshots.close();
  }

  #record(
    request: Incoming,
    answer: Answer,
    { operationId, organizationId, faults }: Progress,
    { time, milliseconds }: Pick<LogEntry, 'time' | 'milliseconds'>,
  ): void {
    this.#requests.add({
      number: this.#requests.next,
      time,
      method: request.method,
      path: request.path,
      query: request.query,
      operationId,
      organizationId,
      origin: request.origin(),
      headers: request.headers(),
      sent: request.body,
      answer,
      faults,
      milliseconds,
    });
  }

  async #attempt(request: Incoming, progress: Progress): Promise<Delivery> {
    try {
      return await this.#answer(request, progress);
    } catch (error) {
      return whole(refusedWith(error, progress));
    }
  }

  async #answer(received: Incoming, progress: Progress): Promise<Delivery> {
    // The server that it came through leaves the body out.
    const request = received.method === 'HEAD' ? { ...received, method: 'GET' } : received;
    const allowed = preflight(request, this.#options.cors ?? false);
    if (allowed !== undefined) return whole(allowed);
    if (request.path.startsWith('/_')) refuseWebPages(request);
    if (request.path === healthPath) return whole(answerHealth(request, this.#filling));
    if (request.path.startsWith('/_')) refuseStrangers(request);
    if (this.#filling !== undefined) throw notReady(this.#filling);
    if (this.#live.replaced !== undefined) await this.#live.replaced;
    if (request.path === providerStatesPath && this.#providerStates !== undefined) {
      return whole(this.#providerStates.answer(request));
    }
    if (request.path === faultsPath) {
      return whole(answerFaults(request, this.#faults, organizationOf(request, this.keyRing.of(request))));
    }
    if (this.#options.admin === true && isAdminPath(request.path)) return whole(await this.#answerAdmin(request));
    const match = matched(request);
    const { operationId } = match;
    progress.operationId = operationId;
    const credential = this.keyRing.of(request);
    const organizationId = organizationOf(request, credential, match.organizationId);
    progress.organizationId = organizationId;
    checkScheme(credential, operationId);
    const faults = this.#faults.match(operationId, organizationId);
    if (faults.length === 0) return whole(await this.#carryOut(request, match, organizationId));
    progress.faults = faults.map(({ kind }) => kind);
    return applyFaults(faults, this.rateLimit, async () => {
      try {
        return await this.#carryOut(request, match, organizationId);
      } catch (error) {
        return refusedWith(error, progress);
      }
    });
  }

  #answerAdmin(request: Incoming): Answer | Promise<Answer> {
    const credential = this.keyRing.of(request);
    const asking = { organizationId: organizationOf(request, credential), organizations: credential.organizations };
    const administered = {
      requests: this.#requests,
      events: this.#events,
      clock: this.#movableClock,
      snapshots: this.#snapshots,
    };
    return answerAdmin(request, administered, asking);
  }

  #carryOut(
    request: Incoming,
    { operationId, pathParameters }: OperationMatch,
    organizationId: string,
  ): Answer | Promise<Answer> {
    const writes = !isSafe(operationId);
    if (writes && this.#options.readOnly === true) throw new Refusal(403, 'The emulator is read-only.');
    const rateLimitHeaders = writes ? this.rateLimit.take(organizationId) : {};
    if (this.conflicting.has(organizationId) && isCell(`${operationId} 409`)) {
      throw new Refusal(409, 'The request conflicts with the state of the resource.');
    }
    const { clock, random } = this;
    const { store, readers } = this.#live;
    const query = new URLSearchParams(request.query);
    this.#arrangeAwaited(organizationId, pathParameters['id'], query.get('targetCustomerId') ?? undefined);
    const { valueLists = {} } = this.#options;
    const answer = behaviours[operationId]({
      request,
      pathParameters,
      query,
      organizationId,
      rateLimitHeaders,
      valueLists,
      readers,
      store,
      events: this.#isWatched ? this.#live.events : undefined,
      clock,
      random,
    });
    return answer instanceof Promise ? this.#live.while(answer) : answer;
  }

  /** Brings about what waits for the first request about somebody. */
  #arrangeAwaited(organizationId: string, id: string | undefined, targetCustomerId: string | undefined): void {
    const awaiting = this.awaiting.get(organizationId);
    if (awaiting === undefined || id === undefined) return;
    this.awaiting.delete(organizationId);
    this.store.atomically(() => {
      for (const arrange of awaiting) arrange({ id, targetCustomerId });
    });
  }
}

/** The answer to a request that could not be carried out. */
function refusedWith(error: unknown, progress: Progress): Answer {
  if (error instanceof Refusal) return error.answer;
  if (isFull(error)) return problem(507, databaseFull);
  progress.error = error;
  if (failedFor(error, 'busy')) {
    return problem(503, 'Another process holds the database, for five seconds now. Try again.');
  }
  return problem(
    500,
    `The emulator failed, by a mistake of its own: ${error instanceof Error ? error.message : String(error)}`,
  );
}

const databaseFull =
  'There is no room for it in the database or on its disk: nothing of the request was written. Make room, and send it again.';

function unfilled(database: string, { filled, count }: Filling, cause: unknown): EmulatorError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  const advice = isFull(cause) ? 'Make room, and start it again: it goes on' : 'Start it again to go on';
  const message = `Failed to fill the database ${database}: ${reason}, with ${filled} of ${count} customers. ${advice}.`;
  return new EmulatorError(message, database, { cause });
}

function matched({ method, path }: Incoming): OperationMatch {
  const match = matchOperation(method, path);
  if (match === undefined) throw new Refusal(404, `The Customers API has no path ${path}.`);
  if ('operationId' in match) return match;
  const allow = match.allow.flatMap((each) => (each === 'GET' ? ['GET', 'HEAD'] : [each])).join(', ');
  throw notAllowed({ method, path }, allow);
}
