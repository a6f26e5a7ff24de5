import type { Api } from '../api.ts';
import type { Answer } from './answer.ts';
import type { Delivery } from './delivery.ts';
import { type Incoming, maximumBodyBytes } from './incoming.ts';
import { passed } from './passed.ts';

/** Takes requests as `fetch` does; `closing` ends what is waiting. */
export function fetchHandler(api: Api, closing: AbortSignal): (request: Request) => Promise<Response> {
  return async (request) => {
    const delivery = await api.handle(await incoming(request));
    if (delivery.delay > 0) await passed(delivery.delay, AbortSignal.any([closing, request.signal]));
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

/** The body; `undefined` where it is too long. */
async function readWhole({
  body,
}: {
  readonly body: ReadableStream<Uint8Array> | null;
}): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = body?.getReader();
  for (;;) {
    const { value } = (await reader?.read()) ?? {};
    if (value === undefined) return joined(chunks, length);
    length += value.length;
    if (length > maximumBodyBytes) {
      await reader?.cancel();
      return undefined;
    }
    chunks.push(value);
  }
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
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

const utf8 = new TextEncoder();

/** The answer to a HEAD. */
function headOf({ status, headers, body }: Answer): Response {
  const length = body === undefined ? {} : { 'content-length': String(utf8.encode(body).length) };
  return new Response(null, { status, headers: { ...headers, ...length } });
}

/** The head and half of the body, behind which the connection is closed. */
function halfOf({ status, headers, body }: Answer): Response {
  const bytes = utf8.encode(body ?? '');
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
