import type { Answer } from './answer.ts';
import type { Delivery } from './delivery.ts';
import type { Incoming } from './incoming.ts';

/** Which web pages may ask, and read the answers: those of these origins, all, or none. */
export type Cors = boolean | readonly string[];

/** What a page may read beside the headers that it always may (Fetch, 3.3.3). */
const exposed = [
  'Date',
  'Location',
  'Pagination-Limit',
  'Pagination-Offset',
  'Pagination-Total',
  'Retry-After',
  'X-RateLimit-Limit',
  'X-RateLimit-Remaining',
  'X-RateLimit-Retry-After',
].join(', ');

/** How long a browser need not ask again whether it may send a request, in seconds. */
const maximumAge = '600';

/** The delivery with the headers that let the page that asks read the answer; as it is where no page asks, or may. */
export function withCors(delivery: Delivery, request: Incoming, cors: Cors): Delivery {
  const headers = corsHeaders(request, cors);
  if (headers === undefined) return delivery;
  const { answer } = delivery;
  return { ...delivery, answer: { ...answer, headers: { ...answer.headers, ...headers } } };
}

function corsHeaders(request: Incoming, cors: Cors): Readonly<Record<string, string>> | undefined {
  if (cors === false) return undefined;
  const origin = request.header('origin');
  if (origin === undefined || request.path.startsWith('/_')) return undefined;
  if (cors === true) return { 'access-control-allow-origin': '*', 'access-control-expose-headers': exposed };
  // What one page may read must not be kept for another one.
  if (!cors.includes(origin)) return { vary: 'Origin' };
  return { 'access-control-allow-origin': origin, 'access-control-expose-headers': exposed, vary: 'Origin' };
}

/** The answer to a browser that asks whether a page may send a request; `undefined` where it doesn't, or it may not. */
export function preflight(request: Incoming, cors: Cors): Answer | undefined {
  if (request.method !== 'OPTIONS' || request.header('access-control-request-method') === undefined) return undefined;
  if (corsHeaders(request, cors)?.['access-control-allow-origin'] === undefined) return undefined;
  const headers = request.header('access-control-request-headers');
  return {
    status: 204,
    headers: {
      'access-control-allow-methods': 'GET, HEAD, POST, PUT, DELETE',
      ...(headers !== undefined && { 'access-control-allow-headers': headers }),
      'access-control-max-age': maximumAge,
    },
  };
}
