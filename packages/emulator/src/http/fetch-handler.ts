import { setTimeout as sleep } from 'node:timers/promises';

import type { Api } from '../api.ts';
import type { Answer } from './answer.ts';
import type { Delivery } from './delivery.ts';
import { type Incoming, maximumBodyBytes } from './incoming.ts';

/** Takes requests as `fetch` does; `closing` ends what is waiting. */
export function fetchHandler(api: Api, closing: AbortSignal): (request: Request) => Promise<Response> {
  return async (request) => {
    const delivery = await api.handle(await incoming(request));
    if (delivery.delay > 0)
      await sleep(delivery.delay, undefined, { signal: AbortSignal.any([closing, request.signal]) });
    return response(delivery, request.method === 'HEAD');
  };
}

async function incoming(request: Request): Promise<Incoming> {
  const { origin, pathname, search } = new URL(request.url);
  return {
    method: request.method,
    path: pathname,
    query: search.slice(1),
    origin: () => origin,
    header: (name) => request.headers.get(name) ?? undefined,
    headers: () => Object.fromEntries(request.headers),
    body: await readWhole(request),
    signal: () => request.signal,
  };
}

const nothing: readonly Uint8Array[] = [];

/** The body; `undefined` where it is too long. */
async function readWhole({
  body,
}: {
  readonly body: AsyncIterable<Uint8Array> | null;
}): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body ?? nothing) {
    length += chunk.length;
    if (length > maximumBodyBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** A connection that is closed rejects, as `fetch` itself does. */
function response({ answer, extent }: Delivery, isHead: boolean): Response {
  const { status, headers, body } = answer;
  switch (extent) {
    case 'none':
      throw new TypeError('fetch failed: the connection was closed.');
    case 'whole':
      if (isHead) return headOf(answer);
      return new Response(status === 204 ? null : (body ?? ''), { status, headers });
    case 'half':
      return isHead ? headOf(answer) : halfOf(answer);
    default:
      return extent satisfies never;
  }
}

/** The answer to a HEAD. */
function headOf({ status, headers, body }: Answer): Response {
  const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
  return new Response(null, { status, headers: { ...headers, ...length } });
}

/** The head and half of the body, behind which the connection is closed. */
function halfOf({ status, headers, body }: Answer): Response {
  const bytes = Buffer.from(body ?? '');
  const half = new ReadableStream({
    start(controller) {
      controller.enqueue(bytes.subarray(0, bytes.length / 2));
    },
    pull(controller) {
      controller.error(new TypeError('terminated: the connection was closed.'));
    },
  });
  return new Response(half, { status, headers: { ...headers, 'content-length': String(bytes.length) } });
}
