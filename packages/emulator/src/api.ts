import { isCell, isSafe, matchOperation, type OperationMatch, sandboxAllowance } from '@customer-contracts/schemas';

import type { Clock } from './clock.ts';
import { checkScheme, organizationOf } from './credentials/authorize.ts';
import type { Credential } from './credentials/credential.ts';
import { KeyRing } from './credentials/key-ring.ts';
import { CustomerStore } from './database/customer-store.ts';
import { openDatabase } from './database/open-database.ts';
import { failedFor } from './database/transaction.ts';
import { EmulatorError } from './emulator-error.ts';
import type { EmulatorOptions } from './emulator-options.ts';
import { applyFaults } from './faults/apply-faults.ts';
import { FaultInjector } from './faults/fault-injector.ts';
import { answerFaults, faultsPath } from './faults/faults-endpoint.ts';
import { fillOrganization } from './fill-organization.ts';
import { answerHealth, type Filling, healthPath, notReady } from './health.ts';
import type { Answer } from './http/answer.ts';
import { preflight, withCors } from './http/cors.ts';
import { type Delivery, whole } from './http/delivery.ts';
import type { Incoming } from './http/incoming.ts';
import { problem, Refusal } from './http/refusal.ts';
import { refuseStrangers, refuseWebPages } from './http/refuse-web-pages.ts';
import { singleSlashed } from './http/single-slashed.ts';
import { type RandomBytes, unguessable } from './make-id.ts';
import { behaviours } from './operations/behaviours.ts';
import type { ArrangeableApi, AwaitingRequest } from './provider-states/arrangeable-api.ts';
import { ProviderStates, providerStatesPath } from './provider-states/provider-states.ts';
import { RateLimit } from './rate-limit.ts';
import { Readers } from './readers/readers.ts';
import type { LogEntry } from './request-log.ts';

type Progress = { -readonly [Name in 'operationId' | 'organizationId' | 'faults' | 'error']?: LogEntry[Name] };

const inMemory = ':memory:';

/** The API itself: takes requests from any server, and says what to deliver. What is written is so before anything else is looked at. */
export class Api implements ArrangeableApi {
  readonly keyRing: KeyRing;
  readonly store: CustomerStore;
  readonly rateLimit: RateLimit;
  readonly clock: Clock;
  readonly random: RandomBytes;
  readonly conflicting = new Set<string>();
  readonly awaiting = new Map<string, readonly AwaitingRequest[]>();
  readonly #faults: FaultInjector;
  readonly #providerStates: ProviderStates | undefined;
  readonly #readers: Readers | undefined;
  readonly #options: EmulatorOptions;
  readonly #organizationId: string | undefined;
  #filling: Filling | undefined;

  constructor(options: EmulatorOptions, credentials: readonly Credential[]) {
    this.#options = options;
    this.clock = options.clock ?? (() => new Date());
    this.random = options.random ?? unguessable;
    this.keyRing = new KeyRing(credentials);
    this.#faults = new FaultInjector(options.faults ?? []);
    this.#providerStates = options.providerStates === true ? new ProviderStates(this) : undefined;
    this.rateLimit = new RateLimit(options.rateLimit ?? sandboxAllowance, this.clock);
    const { database: file = inMemory, valueLists = {}, readOnly = false, databaseLimit, customers } = options;
    const { database, location } = openDatabase(file, { isReadOnly: readOnly, limit: databaseLimit });
    this.store = new CustomerStore(database);
    // What is in memory, nobody else can read.
    this.#readers = file === inMemory ? undefined : new Readers({ file: location, valueLists });
    this.#organizationId = credentials[0]?.organizations[0];
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

  /** How many customers are still to be made. */
  get missing(): number {
    return this.#filling === undefined ? 0 : Math.max(0, this.#filling.count - this.#filling.filled);
  }

  /** Carries a request out. */
  async handle(request: Incoming): Promise<Delivery> {
    const { log, cors = false } = this.#options;
    const started = log && performance.now();
    const progress: Progress = {};
    const delivery = withCors(await this.#attempt(singleSlashed(request), progress), request, cors);
    if (started !== undefined) {
      log?.({
        time: this.clock(),
        method: request.method,
        target: request.query === '' ? request.path : `${request.path}?${request.query}`,
        status: delivery.answer.status,
        faults: [],
        milliseconds: performance.now() - started,
        ...progress,
      });
    }
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

  /** Closes the database at once. @returns when no reader works on it any more. */
  async close(): Promise<void> {
    this.#providerStates?.dropAll();
    this.store.close();
    await this.#readers?.close();
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
    if (request.path === providerStatesPath && this.#providerStates !== undefined) {
      return whole(this.#providerStates.answer(request));
    }
    if (request.path === faultsPath) {
      return whole(answerFaults(request, this.#faults, organizationOf(request, this.keyRing.of(request))));
    }
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
    const { store, clock, random } = this;
    const query = new URLSearchParams(request.query);
    this.#arrangeAwaited(organizationId, pathParameters['id'], query.get('targetCustomerId') ?? undefined);
    const { valueLists = {} } = this.#options;
    return behaviours[operationId]({
      request,
      pathParameters,
      query,
      organizationId,
      rateLimitHeaders,
      valueLists,
      readers: this.#readers,
      store,
      clock,
      random,
    });
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
  if (failedFor(error, 'full')) return problem(507, databaseFull);
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
  const advice = failedFor(cause, 'full') ? 'Make room, and start it again: it goes on' : 'Start it again to go on';
  const message = `Failed to fill the database ${database}: ${reason}, with ${filled} of ${count} customers. ${advice}.`;
  return new EmulatorError(message, database, { cause });
}

function matched({ method, path }: Incoming): OperationMatch {
  const match = matchOperation(method, path);
  if (match === undefined) throw new Refusal(404, `The Customers API has no path ${path}.`);
  if ('operationId' in match) return match;
  const allow = match.allow.flatMap((each) => (each === 'GET' ? ['GET', 'HEAD'] : [each])).join(', ');
  throw new Refusal(405, `${path} has no ${method}, only ${allow}.`, { headers: { allow } });
}
