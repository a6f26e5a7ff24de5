import { isEvidence, parseEvidence } from '@customer-contracts/schemas/evidence';
import type { ApiShape } from '@customer-contracts/schemas/shapes';
import { parse, YAMLParseError } from 'yaml';

import { DriftSourceError } from './drift-source-error.ts';
import { isHar, readHar } from './har.ts';
import { isOpenapi, readOpenapi } from './openapi/read-openapi.ts';
import { References } from './openapi/references.ts';

/**
 * What a text says of the operations of the API: an OpenAPI document (3.0, 3.1, JSON or YAML), a HAR, or shapes as NDJSON. `place` is what
 * messages call it; `base` is what the values of a HAR are held against, the table by default. A document that refers to other files is for `readDriftSource`.
 *
 * @throws {DriftSourceError} when it is none of them, or says nothing of these operations.
 */
export function readShapes(text: string, place: string, base?: ApiShape): ApiShape {
  const plain = text.replace(/^\uFEFF/, '');
  if (isEvidence(plain))
    return parseEvidence(
      plain,
      place,
      (received, advice, cause) => new DriftSourceError(place, received, advice, { cause }),
    ).shape;
  const parsed = parseDocument(plain, place);
  if (isHar(parsed)) return readHar(parsed, place, base);
  return readDocument(parsed, new References(place, new Map([[place, parsed]])), place);
}

/** What an OpenAPI document says; throws what {@link readShapes} and `readOpenapi` do. */
export function readDocument(parsed: unknown, references: References, place: string): ApiShape {
  if (!isOpenapi(parsed)) throw notOne(place, 'it is neither an OpenAPI document, nor a HAR, nor shapes');
  try {
    return readOpenapi(place, references);
  } catch (error) {
    if (error instanceof RangeError) throw notOne(place, tooDeep, error);
    throw error;
  }
}

const tooDeep = 'it nests too deep';

/** The JSON or YAML of a text. @throws {DriftSourceError} when it is neither. */
export function parseDocument(text: string, place: string): unknown {
  if (!/\S/.test(text)) throw notOne(place, 'it is empty');
  try {
    return JSON.parse(text);
  } catch {
    // YAML, then, of which JSON is a part.
  }
  try {
    // YAML 1.2, in which a day is a text; with `<<`, which documents use all the same. Aliases are shared, not copied.
    return parse(text, { merge: true, maxAliasCount: -1, logLevel: 'error' });
  } catch (cause) {
    const line = isBroken(cause) ? cause.linePos?.[0].line : undefined;
    if (cause instanceof RangeError) throw notOne(place, tooDeep, cause);
    throw notOne(place, `it is neither JSON nor YAML${line === undefined ? '' : `, from line ${line} on`}`, cause);
  }
}

/** Whether a text is YAML up to a line; several documents in one are YAML, and none of ours. */
function isBroken(cause: unknown): cause is YAMLParseError {
  return cause instanceof YAMLParseError && cause.code !== 'MULTIPLE_DOCS';
}

function notOne(place: string, received: string, cause?: unknown): DriftSourceError {
  return new DriftSourceError(
    place,
    received,
    'Hand in one of these: OpenAPI 3.0 or 3.1 as JSON or YAML, a HAR, NDJSON of shapes.',
    { cause },
  );
}
