import { isRecord } from '../json/json-value.ts';
import { jsonText } from './json-text.ts';
import { whyRefused } from './read-json.ts';

/**
 * The body of a message: what its JSON says, or its text where it isn't JSON; `undefined` where there is none.
 *
 * @param isWrapped whether it is one of version 4. Earlier ones wrap nothing: a lead source has a member `content`, too.
 * @param type the content type that the headers have.
 */
export function parseContent(body: unknown, isWrapped: boolean, type?: string): unknown {
  if (body === undefined || body === null) return undefined;
  if (!isWrapped) return body === '' ? undefined : jsonIn(body, type);
  if (!isRecord(body)) return body;
  if ('content' in body) return unwrap(body, type);
  // Pact takes an object that wraps nothing for the body itself, and one that could wrap for an absent body.
  return Object.keys(body).every((name) => wrapping.has(name)) ? undefined : body;
}

const wrapping: ReadonlySet<string> = new Set(['contentType', 'contentTypeHint', 'encoded']);

/** A body of version 1 to 3. Where it is one of JSON, Pact's core reads the text of an object or of a text as that. */
export function jsonIn(body: unknown, type: string | undefined): unknown {
  if (typeof body !== 'string' || !isJson(body, type)) return body;
  const json = fromJson(body);
  return isRecord(json) || typeof json === 'string' ? json : body;
}

/** Whether a content type is one of JSON: `application/json; charset=utf-8`, `application/problem+json`. */
export function isJsonType(type: string | undefined): boolean {
  return /^[^;]*[/+]json\b/i.test(type ?? '');
}

/** Whether a text is JSON by its content type, or looks like it to Pact's core where it has none. */
export function isJson(text: string, type: string | undefined): boolean {
  if (type !== undefined && /^[\w.+*-]+\//.test(type)) return isJsonType(type);
  return /^\s*(?:true|false|null|\d|"|\{\s*(?:\}|"[\p{Alphabetic}\p{M}\p{N}_])|\[)/u.test(text);
}

function unwrap(
  { content, contentType, encoded = false }: Readonly<Record<string, unknown>>,
  ofHeaders: string | undefined,
): unknown {
  if (content === null || content === '') return undefined;
  if (typeof content !== 'string') return content;
  const type = contentType === undefined ? ofHeaders : jsonText(contentType);
  if (encoded === false) return isJsonType(type) ? content : rawJson(content, type);
  return rawJson(jsonText(encoded).toLowerCase() === 'base64' ? fromBase64(content) : content, type);
}

/** What the bytes of a body say. */
function rawJson(text: string, type: string | undefined): unknown {
  return isJson(text, type) ? fromJson(text) : text;
}

/** What isn't base64 stays as it is, as in Pact's core. */
function fromBase64(text: string): string {
  if (!/^(?:[a-z\d+/]{4})*(?:[a-z\d+/]{2}==|[a-z\d+/]{3}=)?$/i.test(text)) return text;
  return new TextDecoder().decode(Uint8Array.from(atob(text), (character) => character.charCodeAt(0)));
}

/** What JSON says; its text where it says nothing that Pact's core can read. */
function fromJson(text: string): unknown {
  try {
    const json: unknown = JSON.parse(text);
    return whyRefused(json, true) === undefined ? json : text;
  } catch {
    return text;
  }
}
