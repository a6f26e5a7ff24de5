import type * as z from 'zod';

import { type Incoming, maximumBodyBytes } from '../http/incoming.ts';
import { Refusal } from '../http/refusal.ts';
import { isDeeper, maximumDepth } from './json-of.ts';
import { judge } from './judge.ts';
import { writablePart } from './writable-part.ts';

const forms = /^\s*(?:application\/x-www-form-urlencoded|multipart\/)/i;
const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * The body of a write, as the schema of the request has it.
 *
 * @throws {Refusal} with 413, 415, 400 or 422, looked for in that order, when the body can't be taken.
 */
export function readBody<Body>(request: Incoming, schema: z.ZodType<Body>): Body {
  return judged(schema, writablePart(schema, parse(request)), 'of the API');
}

/**
 * The body of what is asked of one of the emulator's own endpoints: a member that the schema hasn't is refused.
 *
 * @throws {Refusal} likewise.
 */
export function readStrictly<Body>(request: Incoming, schema: z.ZodType<Body>): Body {
  return judged(schema, parse(request), `of ${request.path}`);
}

function judged<Body>(schema: z.ZodType<Body>, value: unknown, of: string): Body {
  const { data, broken } = judge(schema, value);
  if (broken === undefined) return data;
  throw new Refusal(422, `The body breaks a rule ${of}.${broken.more}`, broken);
}

function parse(request: Incoming): unknown {
  if (request.body === undefined) throw new Refusal(413, `The body is longer than ${maximumBodyBytes} bytes.`);
  if (forms.test(request.header('content-type') ?? '')) {
    throw new Refusal(415, 'The body is a form. Send JSON.');
  }
  const encoding = request.header('content-encoding') ?? 'identity';
  if (encoding.trim().toLowerCase() !== 'identity') throw new Refusal(415, 'The body is compressed. Send it as it is.');
  let value: unknown;
  try {
    value = JSON.parse(utf8.decode(request.body));
  } catch {
    throw new Refusal(
      400,
      request.body.length === 0 ? 'There is no body. Send JSON.' : 'The body is not JSON in UTF-8.',
    );
  }
  if (isDeeper(value, maximumDepth)) throw new Refusal(400, `The body is nested over ${maximumDepth} levels deep.`);
  return value;
}
