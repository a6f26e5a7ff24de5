import { matchRoute, type Misfit, pathInUrl, promisedAnswers, routesOf } from '@customer-contracts/schemas/promised';

import { DriftLog, type WatchCounts } from './drift-log.ts';
import { type Answer, judgeBody, judgeHead, type Tell } from './judge-answer.ts';
import { readAlong } from './read-along.ts';
import type { ResponseDrift } from './response-drift.ts';
import { checkWatchOptions, type CheckedOptions, type WatchOptions } from './watch-options.ts';
import type { FetchInit, FetchInput, WatchableResponse } from './watchable.ts';

/** A `fetch` whose answers are watched. */
export type WatchedFetch<Request extends readonly unknown[], Response> = ((
  ...request: Request
) => Promise<Response>) & {
  /** How much the guard has seen so far: silence says something only where it judged. */
  readonly counts: () => WatchCounts;
  /** Resolves when all that has been read until now is judged, and `onDrift` is done with it: for who ends, or freezes, a process. */
  readonly settled: () => Promise<void>;
};

/**
 * A `fetch` that tells when an answer of the API is otherwise than promised: each distinct deviation once, without a value.
 * For the caller it is the same `fetch`: requests, responses, streams and errors are passed on as they are, and at once. What is read whole, by
 * `json()`, `text()` or the like, is judged afterwards. Other requests are passed on without a word.
 *
 * ```ts
 * const watched = watchResponses(fetch, { onDrift: (drift) => console.warn('API drift', drift) });
 * const client = createCustomersClient({ server: 'live', apiKey, fetch: watched });
 * ```
 *
 * @throws {InvalidOptionsError} when an option is unknown or can't be used. What it returns never throws for a reason of its own.
 */
export function watchResponses<
  Request extends readonly [input: FetchInput, init?: FetchInit],
  Response extends WatchableResponse,
>(fetch: (...request: Request) => Promise<Response>, options: WatchOptions): WatchedFetch<Request, Response> {
  const guard = new Guard(checkWatchOptions(options));
  const watched = async (...request: Request): Promise<Response> => {
    const response = await fetch(...request);
    guard.watch(request, response);
    return response;
  };
  return Object.assign(watched, { counts: () => guard.log.counts, settled: () => guard.settled() });
}

const routes = /* @__PURE__ */ routesOf(promisedAnswers);

class Guard {
  readonly log = new DriftLog();
  readonly #options: CheckedOptions;
  readonly #pending = new Set<Promise<void>>();

  constructor(options: CheckedOptions) {
    this.#options = options;
  }

  /** Never throws: a guard that fails is silent. */
  watch(request: FetchRequest, response: WatchableResponse): void {
    try {
      const answer = this.#answerTo(request, response);
      if (answer === undefined) return;
      this.log.answers += 1;
      if (this.#options.random() >= this.#options.sample) return;
      this.log.judged += 1;
      const tell = this.#tellerOf(answer);
      this.#start(async () => {
        await nextTurn();
        judgeHead(answer, tell);
      });
      readAlong(response, (reading) =>
        this.#start(async () => {
          const text = await reading;
          if (text === undefined) return;
          await nextTurn();
          this.log.bodies += 1;
          judgeBody(answer, text, tell);
        }),
      );
    } catch {
      // What is answered has been passed on, whatever happens here.
    }
  }

  async settled(): Promise<void> {
    while (this.#pending.size > 0) await Promise.all(this.#pending);
  }

  #answerTo([input, init]: FetchRequest, response: WatchableResponse): Answer | undefined {
    const { status, type = 'default' } = response;
    // Of an opaque one nothing is known; 304 is an answer that the caller had already.
    if (status < 200 || status === 304 || type.startsWith('opaque')) return undefined;
    const { base, tested } = this.#options;
    const isRequest = typeof input === 'object' && 'url' in input;
    const url = new URL(isRequest ? input.url : input, globalThis.location?.href);
    const path = pathBehind(base, url);
    const method = init?.method ?? (isRequest ? input.method : 'GET');
    const operation = path === undefined ? undefined : matchRoute(routes, method, path)?.route?.operation;
    return operation && { operation, tested, isPart: Boolean(url.searchParams.get('fields')), response };
  }

  #tellerOf({ operation: { operationId }, response: { status } }: Answer): Tell {
    return (where, path, words) => {
      const member = this.#memberOf(`${operationId} ${status}`, path, where.kind);
      const found = { operation: operationId, status, ...where, member };
      if (this.log.isNew(found)) this.#start(async () => this.#options.onDrift({ ...found, ...words() }));
    };
  }

  #memberOf(answer: string, path: Misfit['path'], kind: ResponseDrift['kind']): string {
    const isNamed = kind !== 'member-added';
    let place = '';
    for (const step of isNamed ? path : path.slice(0, -1)) place = joined(place, step);
    // What is undocumented has a name of the server's making.
    return isNamed ? place : joined(place, this.log.nameOf(`${answer} ${place}`, String(path.at(-1))));
  }

  /** Runs something beside the caller, and drops what it throws. */
  #start(work: () => Promise<unknown>): void {
    const running = work().then(ignore, ignore);
    this.#pending.add(running);
    void running.then(() => this.#pending.delete(running));
  }
}

type FetchRequest = readonly [input: FetchInput, init?: FetchInit];

/** The path of an operation, if a URL is one of the API. */
function pathBehind(base: URL | undefined, { origin, pathname }: URL): string | undefined {
  if (base === undefined) return pathInUrl(pathname);
  const prefix = base.pathname.replace(/\/+$/, '');
  return origin === base.origin && pathname.startsWith(prefix) ? pathname.slice(prefix.length) : undefined;
}

/** As the members of a change are written: `primaryAddress.emails[].value`. */
function joined(outer: string, step: string | number): string {
  if (typeof step === 'number') return `${outer}[]`;
  return outer === '' ? step : `${outer}.${step}`;
}

/** When those who wait for the answer have gone on. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}

function ignore(): void {}
