import { DateTime, isOperationId } from '@customer-contracts/schemas';
import { checkOptions, type OptionProblem } from '@customer-contracts/schemas/internal';
import * as z from 'zod';

import type { Credential } from '../credentials/credential.ts';
import { EmulatorError } from '../emulator-error.ts';
import { type Har, harOf } from './har.ts';
import { bytesOf, type KeptRequest } from './kept-request.ts';
import { recorded, type RecordedRequest } from './recorded-request.ts';
import { isSecretName, SecretMask, secretsIn } from './secret-mask.ts';

/** How many requests are kept; older ones go. */
const mostRequests = 1000;

/** How many bytes their bodies, and those of the answers, may take. Older requests go before. */
const mostBytes = 16_000_000;

const advice = {
  operation: 'Give an operationId in camelCase, such as getCustomer',
  status: 'Give a status from 100 to 599',
  method: 'Give a method, such as GET',
  since: 'Give a date and time with an offset, such as 2026-01-01T00:00:00Z',
  after: 'Give the number of a request',
};

function isMoment(value: unknown): boolean {
  return value instanceof Date ? !Number.isNaN(value.getTime()) : DateTime.safeParse(value).success;
}

/** The schema of {@link RequestsAsked}. */
export const RequestsAsked = z.strictObject({
  /** The operation that they are for. */
  operation: z.string().refine(isOperationId, advice.operation).optional(),
  /** The status of the answer. */
  status: z.int(advice.status).min(100, advice.status).max(599, advice.status).optional(),
  /** The method. */
  method: z.string(advice.method).min(1, advice.method).optional(),
  /** Those that were answered then or later, by the emulator's clock. */
  since: z.custom<Date | string>(isMoment, advice.since).optional(),
  /** Those behind the one with this number. */
  after: z.int(advice.after).min(0, advice.after).optional(),
});
/** Which requests are asked for: all when nothing is named. */
export type RequestsAsked = z.infer<typeof RequestsAsked>;

/** What an emulator was sent: the last 1000 requests, or fewer where their bodies and answers are over 16 MB. */
export interface Requests {
  /**
   * Those that were asked for, the newest last.
   *
   * @throws {EmulatorError} when something else is asked for.
   * @example
   * expect(emulator.requests.find({ operation: 'postCustomer' })).toMatchObject([{ status: 201, body: { locale: 'en' } }]);
   */
  find(asked?: RequestsAsked): readonly RecordedRequest[];
  /** The same as HAR 1.2, which browsers and `customer-pact` read. */
  har(asked?: RequestsAsked): Har;
  /** Forgets them all. */
  clear(): void;
}

/** The last requests, in memory. */
export class RequestMemory {
  readonly #credentials: Iterable<Credential>;
  /** Each at its number; those that are forgotten are holes. */
  readonly #kept: (KeptRequest | undefined)[] = [];
  #bytes = 0;
  #first = 1;
  #next = 1;

  /** @param credentials - whose secrets are masked beside those that a request shows */
  constructor(credentials: Iterable<Credential>) {
    this.#credentials = credentials;
  }

  /** The number of the request that comes next. */
  get next(): number {
    return this.#next;
  }

  /** Keeps the next request. */
  add(request: KeptRequest): void {
    this.#kept[this.#next % mostRequests] = request;
    this.#next += 1;
    this.#bytes += bytesOf(request);
    while (this.#next - this.#first > mostRequests || (this.#bytes > mostBytes && this.#next - this.#first > 1)) {
      this.#forget(this.#first);
      this.#first += 1;
    }
  }

  #forget(number: number): void {
    const kept = this.#kept[number % mostRequests];
    if (kept?.number !== number) return;
    this.#bytes -= bytesOf(kept);
    this.#kept[number % mostRequests] = undefined;
  }

  /** Those of everybody, or of these organizations, with those that were refused before it was known whose they are. */
  seenBy(organizations?: readonly string[]): Requests {
    const isSeen = ({ organizationId }: KeptRequest) =>
      organizationId === undefined || organizations === undefined || organizations.includes(organizationId);
    const asked = (some: RequestsAsked = {}) => this.#find(some).filter(isSeen);
    return {
      find: (some) => asked(some).map((kept) => recorded(kept, this.#maskFor(kept))),
      har: (some) => harOf(asked(some).map((kept) => ({ kept, mask: this.#maskFor(kept) }))),
      clear: () => {
        for (const kept of this.#all()) if (isSeen(kept)) this.#forget(kept.number);
      },
    };
  }

  #find(asked: RequestsAsked): KeptRequest[] {
    const { operation, status, method, since, after = 0 } = checkOptions(RequestsAsked, asked, refusal);
    const from = since === undefined ? -Infinity : new Date(since).getTime();
    return [...this.#all()].filter(
      (kept) =>
        kept.number > after &&
        kept.time.getTime() >= from &&
        (operation === undefined || kept.operationId === operation) &&
        (status === undefined || kept.answer.status === status) &&
        (method === undefined || kept.method === method.toUpperCase()),
    );
  }

  *#all(): Generator<KeptRequest> {
    for (let number = this.#first; number < this.#next; number += 1) {
      const kept = this.#kept[number % mostRequests];
      if (kept?.number === number) yield kept;
    }
  }

  #maskFor({ headers }: KeptRequest): SecretMask {
    const known = [...this.#credentials].map(({ secret }) => secret);
    const shown = Object.entries(headers).flatMap(([name, value]) =>
      isSecretName(name) ? secretsIn(String(value ?? '')) : [],
    );
    return new SecretMask([...known, ...shown]);
  }
}

function refusal({ option, received, advice: what }: OptionProblem): EmulatorError {
  return new EmulatorError(`Failed to find requests: ${received}. ${what}`, option);
}
