import { gunzipSync } from 'node:zlib';

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
  request: z.object({ method: z.string(), url: z.string() }),
  response: z.object({
    status: z.number(),
    headers: z.array(Header).default([]),
    content: z.object({ text: z.string().optional(), encoding: z.string().optional() }).default({}),
  }),
});
type Entry = z.infer<typeof Entry>;

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
  const all = z.array(z.unknown()).parse(recordOf(recordOf(value)['log'])['entries']);
  const calls = all.flatMap(callOf);
  // Where there are calls of Rebilly's own hosts, a like path elsewhere is another API's.
  const ownCalls = calls.filter(({ host }) => /(?:^|\.)rebilly\.com$/i.test(host));
  const operations = new Map<string, OperationShape>();
  const meant = ownCalls.length > 0 ? ownCalls : calls;
  for (const { id, entry, isPart } of meant) {
    const { method, path } = table[id];
    const known = operations.get(id) ?? { method, path, parameters: [], responses: {} };
    const { status } = entry.response;
    const promised = base.operations[id] && responseFor(base.operations[id], status);
    const response = answerSeen(known.responses[status], entry, promised, isPart);
    operations.set(id, { ...known, responses: { ...known.responses, [status]: response } });
  }
  if (operations.size === 0)
    throw new DriftSourceError(
      place,
      `none of its ${all.length} calls has an answer of the Customers API`,
      'Record some of /customers.',
    );
  const days = meant.flatMap(({ entry }) => /^\d{4}-\d\d-\d\d(?=T)/.exec(entry.startedDateTime ?? '') ?? []).toSorted();
  const [from, to] = [days[0], days.at(-1)];
  return {
    source: { kind: 'traffic', place, ...(from && { from }), ...(to && { to }) },
    operations: Object.fromEntries(operations),
  };
}

/** A call of one of the operations that was answered; nothing of any other. */
function callOf(value: unknown) {
  const { data: entry } = Entry.safeParse(value);
  if (entry === undefined || !URL.canParse(entry.request.url)) return [];
  const { status } = entry.response;
  // 0 is a call that failed or was blocked; 304 is an answer that the browser had already.
  if (!Number.isInteger(status) || status < 200 || status > 599 || status === 304) return [];
  const { hostname: host, pathname, searchParams } = new URL(entry.request.url);
  const match = matchOperation(entry.request.method, pathInUrl(pathname));
  if (match === undefined || 'allow' in match) return [];
  return [{ id: match.operationId, host, entry, isPart: Boolean(searchParams.get('fields')) }];
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
  return new TextDecoder().decode(isGzip ? gunzipSync(bytes, { maxOutputLength: most }) : bytes);
}

/** Whether a header is HTTP's, a browser's or a network's own, and none of the API's. */
function isTransport(name: string): boolean {
  return /^(?::|access-control-|accept|age$|allow$|alt-svc$|cache-|cdn-|cf-|connection$|content-|cross-origin-|date$|etag$|expect-|expires$|fly-|keep-alive$|last-modified$|nel$|origin-agent|permissions-policy$|pragma$|priority$|proxy-|referrer-policy$|report-to$|reporting-endpoints$|server|set-cookie|strict-transport-|timing-allow-|trace|trailer$|transfer-encoding$|upgrade|vary$|via$|warning$|www-authenticate$|x-(?:amz|amzn|azure|b3|cache|cdn|content|correlation|dns|download|edge|envoy|fastly|forwarded|frame|served|powered|proxy|robots|runtime|request|served|timer|trace|ua|varnish|vercel|xss)(?:-|$))/.test(
    name,
  );
}
