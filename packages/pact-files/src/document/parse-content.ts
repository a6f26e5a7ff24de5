import { isRecord } from '../json/json-value.ts';

/** The body of a message: what its JSON says, or its text where it isn't JSON; `undefined` where there is none. */
export function parseContent(body: unknown, isWrapped: boolean): unknown {
  if (body === undefined || body === null || body === '') return undefined;
  // Version 4 alone wraps bodies; a lead source of an earlier one has a member `content` of its own.
  return isWrapped && isRecord(body) ? unwrap(body) : body;
}

function unwrap({ content, encoded }: Readonly<Record<string, unknown>>): unknown {
  if (content === undefined || content === null || content === '') return undefined;
  if (typeof content !== 'string' || encoded === false || encoded === undefined) return content;
  return fromJson(encoded === 'JSON' ? content : Buffer.from(content, 'base64').toString('utf8'));
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
