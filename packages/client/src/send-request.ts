import { operations } from '@customer-contracts/schemas';

import { CallError, type SentCall } from './call-error.ts';
import type { Connection } from './client-options.ts';
import type { CallOptions } from './customers-client.ts';
import { NetworkError, TimeoutError } from './failures.ts';
import type { HttpHeaders } from './http-fetch.ts';
import type { HttpRequest } from './http-request.ts';
import { readRetryAfter } from './retry-after.ts';
import { wait } from './wait.ts';
import { errorWithoutSecret, textWithoutSecret } from './without-secret.ts';

/** What came back, read to the end. */
export interface HttpAnswer {
  readonly call: SentCall;
  readonly url: string;
  readonly status: number;
  readonly headers: HttpHeaders;
  readonly text: string;
}

/** The statuses of a server that is in trouble, or of a gateway before it. */
const troubles: ReadonlySet<number> = new Set([500, 502, 503, 504]);

/** The longest wait before the first repeat, in ms, where the answer doesn't say; it doubles from one to the next. */
const longestFirstPause = 300;

/**
 * Sends a request until it is answered for good. A 429 is always sent again, since nothing was done; a repeatable
 * request also after a trouble of the server, a timeout, or a broken connection.
 *
 * @throws {NetworkError} when no whole answer comes.
 * @throws {TimeoutError} when none comes in time.
 * @throws the reason of the caller's signal, when that is given.
 */
export async function sendRequest(
  request: HttpRequest,
  connection: Connection,
  { signal, timeout = connection.timeout }: CallOptions,
): Promise<HttpAnswer> {
  const { operationId, isRepeatable } = request;
  const { maxRetries, maxWait, secret } = connection;
  const path = textWithoutSecret(request.path, secret);
  for (let attempts = 1; ; attempts += 1) {
    signal?.throwIfAborted();
    const outcome = await attempt(request, connection, { operationId, path, attempts }, { signal, timeout });
    const isFailure = outcome instanceof CallError;
    const isUnknown = isFailure || troubles.has(outcome.status);
    const mayRepeat = attempts <= maxRetries && (isUnknown ? isRepeatable : outcome.status === 429);
    // By chance, so that clients that were broken off together don't come back together.
    const pause = Math.random() * Math.min(maxWait, longestFirstPause * 2 ** (attempts - 1));
    const delay = isFailure ? pause : (readRetryAfter(outcome.headers) ?? pause);
    if (mayRepeat && delay <= maxWait) await wait(delay, signal);
    else if (isFailure) throw outcome;
    else return outcome;
  }
}

/** Sends a request once. Reading belongs to it: what breaks or stalls inside a body is like what never came. */
async function attempt(
  { operationId, path, search, body }: HttpRequest,
  { base, headers, fetch, secret }: Connection,
  call: SentCall,
  { signal, timeout }: { readonly signal: AbortSignal | undefined; readonly timeout: number },
): Promise<HttpAnswer | NetworkError | TimeoutError> {
  const url = base + path + search;
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), timeout);
  try {
    const answer = await fetch(url, {
      method: operations[operationId].method,
      headers: body === undefined ? headers : { ...headers, 'Content-Type': 'application/json' },
      ...(body !== undefined && { body }),
      signal: signal === undefined ? limit.signal : AbortSignal.any([signal, limit.signal]),
      // A redirect to another host would carry the API key along.
      redirect: 'manual',
    });
    const { status } = answer;
    return { call, url, status, headers: answer.headers, text: await answer.text() };
  } catch (error) {
    signal?.throwIfAborted();
    if (limit.signal.aborted) return new TimeoutError(call, timeout);
    return new NetworkError(call, errorWithoutSecret(error, secret));
  } finally {
    clearTimeout(timer);
  }
}
