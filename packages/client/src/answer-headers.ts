import type { HttpHeaders } from './http-fetch.ts';
import { readRetryAfter } from './retry-after.ts';

/** Where a page stands in its collection. Each member is there when the answer says it. */
export interface Pagination {
  /** How many customers there are in all. */
  readonly total?: number;
  /** How many customers the page has at most. */
  readonly limit?: number;
  /** How many customers were left out before the page. */
  readonly offset?: number;
}

/** The organization's allowance of writes. Each member is there when the answer says it. */
export interface RateLimit {
  /** How many requests the period allows. */
  readonly limit?: number;
  /** How many of them are left. */
  readonly remaining?: number;
  /** How long the period goes on, in ms from the answer. Documented for a 429 alone, where the error has it. */
  readonly retryAfter?: number;
}

/** What the headers of a success say. None is sure to come. */
export interface AnswerHeaders {
  /** Where the page stands in its collection. */
  readonly pagination?: Pagination;
  /** The absolute URL of what was created, with the organization of the client. */
  readonly location?: string;
  /** The organization's allowance of writes. */
  readonly rateLimit?: RateLimit;
}

/** Reads the headers of an answer to a request of `url`, in a client whose paths begin with `base`. */
export function readAnswerHeaders(headers: HttpHeaders, url: string, base: string): AnswerHeaders {
  const pagination = readIntegers(headers, {
    total: 'Pagination-Total',
    limit: 'Pagination-Limit',
    offset: 'Pagination-Offset',
  });
  const rateLimit = readRateLimit(headers);
  const location = readLocation(headers, url, base);
  return { ...(pagination && { pagination }), ...(location && { location }), ...(rateLimit && { rateLimit }) };
}

function readRateLimit(headers: HttpHeaders): RateLimit | undefined {
  const counts = readIntegers(headers, { limit: 'X-RateLimit-Limit', remaining: 'X-RateLimit-Remaining' });
  const retryAfter = counts && readRetryAfter(headers);
  return retryAfter === undefined ? counts : { ...counts, retryAfter };
}

function readIntegers<Member extends string>(
  headers: HttpHeaders,
  names: Readonly<Record<Member, string>>,
): { readonly [Each in Member]?: number } | undefined {
  const found: { [Each in Member]?: number } = {};
  let isEmpty = true;
  for (const member in names) {
    const text = headers.get(names[member]);
    if (text === null || !/^\d+$/.test(text)) continue;
    found[member] = Number(text);
    isEmpty = false;
  }
  return isEmpty ? undefined : found;
}

/**
 * The API may send a relative URL, and one without the organization that the request had in its path. Behind a gateway with
 * a path of its own it doesn't know that path either.
 */
function readLocation(headers: HttpHeaders, url: string, base: string): string | undefined {
  const header = headers.get('Location');
  const location = header === null ? undefined : URL.parse(header, url)?.href;
  const [, before = '', named, path] = splitUrl(location ?? '');
  if (path === undefined) return location;
  const [, server = '', organization = ''] = splitUrl(`${base}/customers/-`);
  return (`${server}/`.startsWith(`${before}/`) ? server : before) + (named ?? organization) + path;
}

/** The URL of a customer or its lead source: the server, the organization if any, and the path. */
function splitUrl(url: string): readonly (string | undefined)[] {
  return /^(.*?)(\/organizations\/[^/]+)?(\/customers(?!.*\/customers\/)\/.+)$/.exec(url) ?? [];
}
