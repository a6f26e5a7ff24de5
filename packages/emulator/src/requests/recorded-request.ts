import type { OperationId } from '@customer-contracts/schemas';

import { jsonOf } from '../body/json-of.ts';
import { type IgnoredPart, ignoredParts } from './ignored.ts';
import type { KeptRequest } from './kept-request.ts';
import type { SecretMask } from './secret-mask.ts';

/** A request that came, and what became of it. Keys and tokens are masked, whoever's they are. */
export interface RecordedRequest {
  /** Counts the requests, from 1. */
  readonly number: number;
  /** When it was answered, by the emulator's clock: `2026-03-08T12:57:32.123Z`. */
  readonly time: string;
  readonly method: string;
  /** The path and the query, as they came. */
  readonly target: string;
  /** The operation; absent where the path or the method is none of the API's. */
  readonly operation?: OperationId;
  /** The organization; absent where the request didn't get that far. */
  readonly organizationId?: string;
  /** By their names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** What the JSON says, or the text of what is none; absent where there was none, or it was longer than 1 MB. */
  readonly body?: unknown;
  /** What of it the API doesn't read, and why. */
  readonly ignored: readonly IgnoredPart[];
  /** The status of the answer. */
  readonly status: number;
  /** The answer. A fault may have kept it from the caller. */
  readonly response: { readonly headers: Readonly<Record<string, string>>; readonly body?: unknown };
  /** The kinds of the faults that struck it. */
  readonly faults: readonly string[];
  /** How long the emulator worked on it, in ms. */
  readonly milliseconds: number;
}

/** What whoever looks at a request is told of it. */
export function recorded(kept: KeptRequest, mask: SecretMask): RecordedRequest {
  const { number, time, operationId, organizationId, method, faults = [], milliseconds, answer } = kept;
  const { status, headers, body } = answer;
  const sent = sentText(kept, mask);
  const got = body === undefined ? undefined : mask.json(body);
  return {
    number,
    time: time.toISOString(),
    method,
    target: maskedTarget(kept, mask),
    ...(operationId !== undefined && { operation: operationId }),
    ...(organizationId !== undefined && { organizationId }),
    headers: maskedHeaders(kept.headers, mask),
    ...(sent !== undefined && { body: jsonOf(sent) ?? sent }),
    ignored: ignoredIn(kept, mask),
    status,
    response: {
      headers: maskedHeaders(headers, mask),
      ...(got !== undefined && { body: jsonOf(got) ?? got }),
    },
    faults,
    milliseconds,
  };
}

/** The path and the query. */
export function maskedTarget({ path, query }: KeptRequest, mask: SecretMask): string {
  return query === '' ? mask.path(path) : `${mask.path(path)}?${mask.query(query)}`;
}

/** The headers, each with its values in one. */
export function maskedHeaders(headers: KeptRequest['headers'], mask: SecretMask): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, mask.named(name, String(value))]),
  );
}

const utf8 = new TextDecoder();

/** The text of the body; `undefined` where there is none. */
export function sentText({ sent, headers }: KeptRequest, mask: SecretMask): string | undefined {
  if (sent === undefined || sent.length === 0) return undefined;
  const text = utf8.decode(sent);
  const isForm = /^\s*application\/x-www-form-urlencoded/i.test(String(headers['content-type']));
  return isForm ? mask.query(text) : mask.json(text);
}

function ignoredIn({ operationId, query, sent }: KeptRequest, mask: SecretMask): IgnoredPart[] {
  if (operationId === undefined) return [];
  const body = sent === undefined || sent.length === 0 ? undefined : jsonOf(utf8.decode(sent));
  return ignoredParts(operationId, new URLSearchParams(query), body).map((part) => ({
    ...part,
    name: mask.text(part.name),
  }));
}
