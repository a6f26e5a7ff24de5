import { isRecord } from '../json/json-value.ts';
import { parseJson } from './parse-json.ts';

/** The body of a message: what its JSON says, or its text where it isn't JSON; `undefined` where there is none. */
export function parseContent(body: unknown, isWrapped: boolean, type?: string): unknown {
  if (body === undefined || body === null || body === '') return undefined;
  // Version 4 alone wraps bodies; a lead source of an earlier one has a member `content` of its own.
  if (isWrapped) return isRecord(body) ? unwrap(body) : body;
  return jsonIn(body, type);
}

/** A body of version 1 to 3. Where the content type says JSON, Pact's core reads the text of an object or of a text as that. */
export function jsonIn(body: unknown, type: string | undefined): unknown {
  if (typeof body !== 'string' || !isJsonType(type)) return body;
  const json = fromJson(body);
  return isRecord(json) || typeof json === 'string' ? json : body;
}

/** Whether a content type is one of JSON: `application/json; charset=utf-8`, `application/problem+json`. */
export function isJsonType(type: string | undefined): boolean {
  return /^[^;]*[/+]json\b/i.test(type ?? '');
}

function unwrap({ content, encoded }: Readonly<Record<string, unknown>>): unknown {
  if (content === undefined || content === null || content === '') return undefined;
  if (typeof content !== 'string' || encoded === false || encoded === undefined) return content;
  return fromJson(encoded === 'JSON' ? content : Buffer.from(content, 'base64').toString('utf8'));
}

function fromJson(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    return text;
  }
}
