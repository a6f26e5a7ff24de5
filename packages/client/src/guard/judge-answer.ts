import {
  headerValue,
  type Kinds,
  kindsIn,
  type Misfit,
  or,
  type PromisedAnswers,
  type TestedAnswers,
  tellMisfits,
} from '@customer-contracts/schemas/promised';

import type { ResponseDrift, ResponseDriftKind } from './response-drift.ts';
import type { WatchableResponse } from './watchable.ts';

/** An answer, and what it is held against. */
export interface Answer {
  readonly operation: PromisedAnswers;
  readonly tested: TestedAnswers | undefined;
  /** Whether the request asked for some members only, so that absence says nothing. */
  readonly isPart: boolean;
  readonly response: Pick<WatchableResponse, 'status' | 'headers' | 'type'>;
}

/** Is told a deviation, and how to say what was seen and promised there: nobody needs the words a second time. */
export type Tell = (
  where: Pick<ResponseDrift, 'in' | 'kind'>,
  path: Misfit['path'],
  words: () => Pick<ResponseDrift, 'seen' | 'promised' | 'tested'>,
) => void;

/** Tells in what status and headers are otherwise. Of an undocumented status nothing else is known. */
export function judgeHead({ operation: { operationId, responses }, tested, response }: Answer, tell: Tell): void {
  const { status, headers, type } = response;
  const promised = responses[status];
  const answers = tested && { ...tested[operationId] };
  const statuses = { seen: String(status), promised: anyOf(Object.keys(responses)) };
  if (promised === undefined) {
    tell({ in: 'body', kind: 'status-added' }, [], () => statuses);
    return;
  }
  for (const { name, kinds } of Object.values(promised.headers)) {
    const value = headers.get(name);
    if (value !== null)
      tellMisfits(kinds, headerValue(kinds, value), (_, what) =>
        tell({ in: 'header', kind: changes[what] }, [name], () => ({
          seen: seenAs(what, value),
          promised: promisedAs(what, kinds),
        })),
      );
    // A page sees the headers of another origin only where that exposes them.
    else if (type !== 'cors')
      tell({ in: 'header', kind: 'header-removed' }, [name], () => ({ seen: 'nothing', promised: wordsOf(kinds) }));
  }
  const mediaType = mediaTypeOf(response);
  // Where there is no body, that is what is wrong.
  if (promised.body && mediaType !== json && headers.get('content-length') !== '0')
    tell({ in: 'header', kind: 'type-changed' }, ['Content-Type'], () => ({
      seen: named.test(mediaType) ? mediaType || 'nothing' : 'another media type',
      promised: json,
    }));
  if (answers && !(status in answers))
    tell({ in: 'body', kind: 'status-added' }, [], () => ({ ...statuses, tested: anyOf(Object.keys(answers)) }));
}

/** Tells in what a body is otherwise; nothing of an undocumented status. */
export function judgeBody({ operation, tested, isPart, response }: Answer, text: string, tell: Tell): void {
  const { status } = response;
  const promised = operation.responses[status]?.body;
  if (promised === undefined) return;
  const value = parsed(text);
  if (value === broken) {
    // Of what says itself that it is something else, that has been told.
    if (mediaTypeOf(response).includes('json'))
      tell({ in: 'body', kind: 'type-changed' }, [], () => ({ seen: 'no JSON', promised: wordsOf(promised) }));
    return;
  }
  for (const shape of [promised, tested?.[operation.operationId]?.[status]]) {
    if (!shape) continue;
    tellMisfits(shape, value, (path, what, kinds, found) => {
      if (isPart && what === 'absent' && path.length > 0) return;
      tell({ in: 'body', kind: changes[what] }, path, () => ({
        seen: seenAs(what, found),
        promised: promisedAs(what, kindsAt(promised, path)),
        ...(shape !== promised && { tested: promisedAs(what, kinds) }),
      }));
    });
  }
}

const json = 'application/json';

/** The media types that are named: what else a server writes there may be anything. */
const named = /^(?:|text\/(?:html|plain|xml)|application\/(?:xml|problem\+json))$/;

/** Without parameters, in lower case; empty where there is none. */
function mediaTypeOf({ headers }: Answer['response']): string {
  return headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
}

/** What no text is parsed to. */
const broken = Symbol('no JSON');

/** The JSON of a text; `undefined` of an empty one. */
function parsed(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return broken;
  }
}

/** What a change is called. */
const changes: { readonly [What in Misfit['what']]: ResponseDriftKind } = {
  kind: 'type-changed',
  null: 'became-nullable',
  absent: 'became-optional',
  unknown: 'member-added',
  value: 'enum-value-added',
  format: 'format-changed',
  limit: 'limit-changed',
};

/** What came, without a value. */
function seenAs(what: Misfit['what'], value: unknown): string {
  if (what === 'value' || what === 'format') return `another ${what}`;
  if (what === 'limit') return 'beyond a limit';
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
}

/** What there may be, as far as what came is otherwise. */
function promisedAs(what: Misfit['what'], kinds: Kinds | undefined): string {
  if (kinds === undefined) return 'nothing';
  const { text, number, list, object } = kinds;
  if (what === 'value') return 'a listed value';
  if (what === 'format') return text?.format ?? `pattern ${text?.pattern}`;
  if (what === 'limit')
    return Object.entries({ ...object, ...list, ...number, ...text })
      .filter(([, limit]) => typeof limit === 'number')
      .map((rule) => rule.join(' '))
      .join(', ');
  return wordsOf(kinds);
}

/** `string, null or nothing`. */
function wordsOf(kinds: Kinds): string {
  return anyOf([...kindsIn(kinds), ...(kinds.isNullable ? ['null'] : []), ...(kinds.isOptional ? ['nothing'] : [])]);
}

function anyOf(words: readonly string[]): string {
  return words.length === 0 ? 'nothing' : or(words);
}

/** What may stand at a place inside of another. */
function kindsAt(kinds: Kinds, path: Misfit['path']): Kinds | undefined {
  return path.reduce<Kinds | undefined>(
    (outer, step) => (typeof step === 'number' ? outer?.list?.element : outer?.object?.members[step]),
    kinds,
  );
}
