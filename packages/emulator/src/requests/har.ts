import { version } from '#platform';

import type { KeptRequest } from './kept-request.ts';
import { maskedHeaders, maskedTarget, sentText } from './recorded-request.ts';
import type { SecretMask } from './secret-mask.ts';

interface Named {
  readonly name: string;
  readonly value: string;
}

/** A call in a HAR. */
export interface HarEntry {
  /** When it was answered, by the emulator's clock. */
  readonly startedDateTime: string;
  /** How long the emulator worked on it, in ms. */
  readonly time: number;
  readonly request: {
    readonly method: string;
    readonly url: string;
    readonly httpVersion: string;
    readonly cookies: readonly never[];
    readonly headers: readonly Named[];
    readonly queryString: readonly Named[];
    readonly postData?: { readonly mimeType: string; readonly text: string };
    readonly headersSize: -1;
    readonly bodySize: number;
  };
  readonly response: {
    readonly status: number;
    readonly statusText: string;
    readonly httpVersion: string;
    readonly cookies: readonly never[];
    readonly headers: readonly Named[];
    readonly content: { readonly size: number; readonly mimeType: string; readonly text?: string };
    readonly redirectURL: '';
    readonly headersSize: -1;
    readonly bodySize: number;
  };
  readonly cache: Readonly<Record<string, never>>;
  readonly timings: { readonly send: 0; readonly wait: number; readonly receive: 0 };
}

/** Calls of an API, as HAR 1.2 has them (HTTP Archive, which browsers write). */
export interface Har {
  readonly log: {
    readonly version: '1.2';
    readonly creator: { readonly name: string; readonly version: string };
    readonly entries: readonly HarEntry[];
  };
}

/** Requests as a HAR. */
export function harOf(requests: readonly { readonly kept: KeptRequest; readonly mask: SecretMask }[]): Har {
  const creator = { name: '@customer-contracts/emulator', version: version() };
  return { log: { version: '1.2', creator, entries: requests.map(({ kept, mask }) => entryOf(kept, mask)) } };
}

function entryOf(kept: KeptRequest, mask: SecretMask): HarEntry {
  const { time, method, origin, query, milliseconds, answer } = kept;
  const sent = sentText(kept, mask);
  const got = answer.body === undefined ? undefined : mask.json(answer.body);
  const common = { httpVersion: 'HTTP/1.1', cookies: [], headersSize: -1 } as const;
  return {
    startedDateTime: time.toISOString(),
    time: milliseconds,
    request: {
      ...common,
      method,
      url: `${mask.text(origin)}${maskedTarget(kept, mask)}`,
      headers: named(maskedHeaders(kept.headers, mask)),
      queryString: named(new URLSearchParams(mask.query(query))),
      ...(sent !== undefined && { postData: { mimeType: String(kept.headers['content-type'] ?? ''), text: sent } }),
      bodySize: kept.sent?.length ?? -1,
    },
    response: {
      ...common,
      status: answer.status,
      // The reason phrase says nothing (RFC 9110, 15.1), and HTTP/2 has none.
      statusText: '',
      headers: named(maskedHeaders(answer.headers, mask)),
      content: {
        size: utf8.encode(got ?? '').length,
        mimeType: answer.headers['content-type'] ?? 'x-unknown',
        ...(got !== undefined && { text: got }),
      },
      redirectURL: '',
      bodySize: utf8.encode(got ?? '').length,
    },
    cache: {},
    timings: { send: 0, wait: milliseconds, receive: 0 },
  };
}

const utf8 = new TextEncoder();

function named(values: Iterable<readonly [string, string]> | Readonly<Record<string, string>>): Named[] {
  const entries = Symbol.iterator in values ? [...values] : Object.entries(values);
  return entries.map(([name, value]) => ({ name, value }));
}
