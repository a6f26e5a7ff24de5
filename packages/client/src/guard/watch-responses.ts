import { pathInUrl, promisedAnswers } from '@customer-contracts/schemas/promised';

import { DriftLog, type WatchCounts } from './drift-log.ts';
import { type Answer, type Found, judgeBody, judgeHead } from './judge-answer.ts';
import { readAlong } from './read-along.ts';
import { checkWatchOptions, type WatchOptions } from './watch-options.ts';
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
  Request extends readonly [input: FetchInput, init?: FetchInit | undefined],
  Response extends WatchableResponse,
>(fetch: (...request: Request) => Promise<Response>, options: WatchOptions): WatchedFetch<Request, Response> {
  const { onDrift, sample, random, base, tested } = checkWatchOptions(options);
  const log = new DriftLog();
  const pending = new Set<Promise<void>>();

  /** Runs something beside the caller, and drops what it throws. */
  const start = (work: () => Promise<unknown>): void => {
    const running = work().then(ignore, ignore);
    pending.add(running);
    void running.then(() => pending.delete(running));
  };

  const watch = (request: FetchRequest, response: WatchableResponse): void => {
    const answer = answerTo(request, response, base);
    if (!answer) return;
    log.counts.answers += 1;
    if (random() >= sample) return;
    log.counts.judged += 1;
    const tell = (found: Found): void => {
      const drift = log.entered(answer, found);
      if (drift) start(async () => onDrift(drift));
    };
    start(async () => {
      await nextTurn();
      judgeHead(answer, tested, tell);
    });
    let isRead = false;
    readAlong(response, (read) =>
      start(async () => {
        if (isRead) return;
        // A body that was read before can't be cloned: whoever reads it now is told so, and this ends.
        const reading = read();
        isRead = true;
        const text = await reading;
        if (text === undefined) return;
        await nextTurn();
        log.counts.bodies += 1;
        judgeBody(answer, tested, text, tell);
      }),
    );
  };

  const watched = async (...request: Request): Promise<Response> => {
    const response = await fetch(...request);
    try {
      watch(request, response);
    } catch {
      // The answer is passed on, whatever happens here.
    }
    return response;
  };
  return Object.assign(watched, {
    counts: () => ({ ...log.counts }),
    settled: async () => {
      while (pending.size > 0) await Promise.all(pending);
    },
  });
}

type FetchRequest = readonly [input: FetchInput, init?: FetchInit | undefined];

/** An answer of the API; nothing where another server, or another path, was asked. */
function answerTo([input, init]: FetchRequest, response: WatchableResponse, base: string): Answer | undefined {
  // Of an opaque one nothing is known; 304 is an answer that the caller had already.
  if (response.status < 200 || response.status === 304) return undefined;
  const { url, method } = typeof input === 'object' && 'url' in input ? input : { url: input, method: 'GET' };
  const { origin, pathname, searchParams } = new URL(url, globalThis.location?.href);
  const place = origin + pathname;
  const path = base === '' ? pathInUrl(pathname) : place.startsWith(base) ? place.slice(base.length) : '';
  const asked = (init?.method ?? method).toUpperCase();
  const operation = promisedAnswers.find((each) => each.method === asked && new RegExp(each.pattern).test(path));
  return operation && { operation, isPart: Boolean(searchParams.get('fields')), response };
}

/** When those who wait for the answer have gone on. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}

function ignore(): void {}
