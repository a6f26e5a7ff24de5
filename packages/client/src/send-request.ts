import { operations } from '@customer-contracts/schemas';
import ky, { isNetworkError, isTimeoutError } from 'ky';

import type { SentCall } from './call-error.ts';
import { Timeout, type Connection } from './client-options.ts';
import type { CallOptions } from './customers-client.ts';
import { NetworkError, TimeoutError } from './failures.ts';
import type { HttpRequest } from './http-request.ts';
import { InvalidCallError, readIssues } from './refusals.ts';
import { readRetryAfter } from './retry-after.ts';
import { errorWithoutSecret, textWithoutSecret } from './without-secret.ts';

/** What came back, read to the end. */
export interface HttpAnswer {
  readonly call: SentCall;
  readonly url: string;
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** The statuses of a server that is in trouble, or of a gateway before it. */
const troubles: ReadonlySet<number> = new Set([500, 502, 503, 504]);

/**
 * Sends a request until it is answered for good. A 429 is always sent again, since nothing was done; a repeatable
 * request also after a trouble of the server, a timeout, or a broken connection.
 *
 * @throws InvalidCallError, NetworkError, TimeoutError, or the reason of the caller's signal.
 */
export async function sendRequest(
  request: HttpRequest,
  connection: Connection,
  { signal, timeout = connection.timeout }: CallOptions,
): Promise<HttpAnswer> {
  const { operationId, body, isRepeatable } = request;
  const { maxRetries, maxWait, secret } = connection;
  const url = connection.base + request.path + request.search;
  const call = { operationId, path: textWithoutSecret(request.path, secret), attempts: 0 };
  const { error: wrongTimeout } = Timeout.safeParse(timeout);
  if (wrongTimeout) throw new InvalidCallError(operationId, readIssues(wrongTimeout, 'timeout'));
  let text = '';
  try {
    const { status, headers } = await ky(url, {
      method: operations[operationId].method,
      headers: { ...connection.headers, ...(body !== undefined && { 'Content-Type': 'application/json' }) },
      ...(body !== undefined && { body }),
      ...(signal && { signal }),
      timeout,
      // A redirect to another host would carry the API key along.
      redirect: 'manual',
      throwHttpErrors: false,
      retry: {
        limit: maxRetries,
        backoffLimit: maxWait,
        jitter: true,
        shouldRetry: () => isRepeatable && signal?.aborted !== true,
      },
      hooks: {
        afterResponse: [
          ({ response, retryCount }) => {
            const { status } = response;
            const mayRepeat = status === 429 || (isRepeatable && troubles.has(status));
            if (!mayRepeat || retryCount >= maxRetries) return undefined;
            const delay = readRetryAfter(response.headers);
            if (delay === undefined) return ky.retry();
            return delay <= maxWait ? ky.retry({ delay }) : undefined;
          },
        ],
      },
      // Reading belongs to the attempt: what breaks or stalls inside a body is like what never came.
      fetch: async (...request) => {
        call.attempts += 1;
        const response = await fetch(...request);
        const isStandard = response.status >= 200 && response.status < 600;
        text = await (isStandard ? response : response.clone()).text();
        // ky copies what it is given, and a copy of a body costs a good part of a request. No other status can be built.
        return isStandard ? new Response(null, response) : response;
      },
    });
    return { call, url, status, headers, text };
  } catch (error) {
    signal?.throwIfAborted();
    // The errors of ky hold the request with its headers, so they are never passed on.
    if (isTimeoutError(error)) throw new TimeoutError(call, timeout);
    throw new NetworkError(call, errorWithoutSecret(isNetworkError(error) ? error.cause : error, secret));
  }
}
