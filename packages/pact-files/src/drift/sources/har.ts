import type { OperationId } from '@customer-contracts/schemas';
import { matchOperation, operations as table, pathInUrl } from '@customer-contracts/schemas/plain';
import {
  type ApiShape,
  type HeaderShape,
  headerValue,
  type OperationShape,
  responseFor,
  type ResponseShape,
  seen,
  shapeOfTable,
} from '@customer-contracts/schemas/shapes';
import * as z from 'zod';

import { isRecord, recordOf } from '../../json/json-value.ts';
import { DriftSourceError } from './drift-source-error.ts';

const Header = z.object({ name: z.string(), value: z.string() });
const Entry = z.object({
  startedDateTime: z.string().optional(),
  request: z.object({
    method: z.string(),
    url: z.string(),
    // Only tests are written by these: where they are amiss, the answer still shows what it shows.
    headers: z.array(Header).catch([]),
    postData: z.object({ text: z.string() }).optional().catch(undefined),
  }),
  response: z.object({
    status: z.number(),
    headers: z.array(Header).default([]),
    content: z.object({ text: z.string().optional(), encoding: z.string().optional() }).default({}),
  }),
});
type Entry = z.infer<typeof Entry>;

/** A call of one of the operations that was answered, as it was recorded. */
export interface HarCall {
  readonly id: OperationId;
  /** The path parameters, decoded. */
  readonly pathParameters: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly host: string;
  readonly entry: Entry;
  /** Whether `fields` asked for a part of the answer. */
  readonly isPart: boolean;
}

/** What a HAR has of the operations, in its order. */
export interface HarCalls {
  readonly calls: readonly HarCall[];
  /** How many calls there are besides: of other APIs, and such as nobody answered. */
  readonly others: number;
}

/** Whether what was parsed is a HAR (HTTP Archive 1.2). */
export function isHar(value: unknown): boolean {
  return isRecord(value) && Array.isArray(recordOf(value['log'])['entries']);
}

/**
 * What the answers of a HAR show of the operations. Calls of other APIs are passed over, and so is what a call sends: it shows what
 * somebody sends, not what the API takes. No value is kept. `base` says which formats, limits and listed values there are, the table by default.
 *
 * @throws {DriftSourceError} when it has no answer of the operations.
 */
export function readHar(value: unknown, place: string, base: ApiShape = shapeOfTable()): ApiShape {
  const { calls } = callsIn(value, place);
  const operations = new Map<string, OperationShape>();
  for (const { id, entry, isPart } of calls) {
    const { method, path } = table[id];
    const known = operations.get(id) ?? { method, path, parameters: [], responses: {} };
    const { status } = entry.response;
    const promised = base.operations[id] && responseFor(base.operations[id], status);
    const response = answerSeen(known.responses[status], entry, promised, isPart);
    operations.set(id, { ...known, responses: { ...known.responses, [status]: response } });
  }
  const days = calls.flatMap(({ entry }) => /^\d{4}-\d\d-\d\d(?=T)/.exec(entry.startedDateTime ?? '') ?? []).toSorted();
  const [from, to] = [days[0], days.at(-1)];
  return {
    source: { kind: 'traffic', place, ...(from && { from }), ...(to && { to }) },
    operations: Object.fromEntries(operations),
  };
}

/**
 * The calls of a HAR that are of the operations, and answered.
 *
 * @throws {DriftSourceError} when there is none.
 */
export function callsIn(value: unknown, place: string): HarCalls {
  const all = z.array(z.unknown()).parse(recordOf(recordOf(value)['log'])['entries']);
  const found = all.flatMap(callOf);
  // Where there are calls of Rebilly's own hosts, a like path elsewhere is another API's.
  const own = found.filter(({ host }) => /(?:^|\.)rebilly\.com$/i.test(host));
  const calls = own.length > 0 ? own : found;
  if (calls.length > 0) return { calls, others: all.length - calls.length };
  throw new DriftSourceError(
    place,
    `none of its ${all.length} calls has an answer of the Customers API`,
    'Record some of /customers.',
  );
}

/** A call of one of the operations that was answered; nothing of any other. */
function callOf(value: unknown): readonly HarCall[] {
  const { data: entry } = Entry.safeParse(value);
  if (entry === undefined || !URL.canParse(entry.request.url)) return [];
  const { status } = entry.response;
  // 0 is a call that failed or was blocked; 304 is an answer that the browser had already.
  if (!Number.isInteger(status) || status < 200 || status > 599 || status === 304) return [];
  const { hostname: host, pathname, searchParams: query } = new URL(entry.request.url);
  const match = matchOperation(entry.request.method, pathInUrl(pathname));
  if (match === undefined || 'allow' in match) return [];
  const { operationId: id, pathParameters } = match;
  return [{ id, pathParameters, query, host, entry, isPart: Boolean(query.get('fields')) }];
}

function answerSeen(
  before: ResponseShape | undefined,
  { response }: Entry,
  base: ResponseShape | undefined,
  isPart: boolean,
): ResponseShape {
  const headers = new Map<string, HeaderShape>(Object.entries(before?.headers ?? {}));
  for (const { name, value } of response.headers) {
    const key = name.toLowerCase();
    if (isTransport(key)) continue;
    const { name: shown = name, kinds } = base?.headers[key] ?? {};
    const meant = kinds === undefined ? value : headerValue(kinds, value);
    const found = seen(headers.get(key)?.kinds, meant, { base: kinds });
    headers.set(key, { name: headers.get(key)?.name ?? shown, kinds: { ...found, isOptional: true } });
  }
  const json = bodyOf(response);
  const body = json === undefined ? before?.body : seen(before?.body, json, { base: base?.body, isPart });
  return { headers: Object.fromEntries(headers), ...(body && { body }) };
}

/** The most that a body may be once it is unpacked, in bytes. */
const most = 64 * 1024 * 1024;

/** The JSON of a body; `undefined` where there is none, or something else. */
function bodyOf({ content: { text, encoding } }: Entry['response']): unknown {
  if (text === undefined || text === '') return undefined;
  try {
    return JSON.parse(encoding?.toLowerCase() === 'base64' ? unpacked(Buffer.from(text, 'base64')) : text);
  } catch {
    return undefined;
  }
}

/** Proxies leave a body packed, as it went over the wire. */
function unpacked(bytes: Buffer): string {
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  // Not imported: a bundler for pages refuses a name of `node:zlib`.
  const unpack = (): Buffer => process.getBuiltinModule('node:zlib').gunzipSync(bytes, { maxOutputLength: most });
  return new TextDecoder().decode(isGzip ? unpack() : bytes);
}

/** Whether a header is HTTP's, a browser's or a network's own, and none of the API's. */
function isTransport(name: string): boolean {
  return /^(?::|access-control-|accept|age$|allow$|alt-svc$|cache-|cdn-|cf-|connection$|content-|cross-origin-|date$|etag$|expect-|expires$|fly-|keep-alive$|last-modified$|nel$|origin-agent|permissions-policy$|pragma$|priority$|proxy-|referrer-policy$|report-to$|reporting-endpoints$|server|set-cookie|strict-transport-|timing-allow-|trace|trailer$|transfer-encoding$|upgrade|vary$|via$|warning$|www-authenticate$|x-(?:amz|amzn|azure|b3|cache|cdn|content|correlation|dns|download|edge|envoy|fastly|forwarded|frame|served|powered|proxy|robots|runtime|request|served|timer|trace|ua|varnish|vercel|xss)(?:-|$))/.test(
    name,
  );
}
