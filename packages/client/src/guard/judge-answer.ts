import {
  headerValue,
  Judge,
  type Kinds,
  kindsIn,
  type Misfit,
  or,
  type PromisedAnswers,
  type TestedAnswers,
} from '@customer-contracts/schemas/promised';

import type { ResponseDrift, ResponseDriftKind } from './response-drift.ts';
import type { WatchableResponse } from './watchable.ts';

/** An answer of the API. */
export interface Answer {
  readonly operation: PromisedAnswers;
  /** Whether the request asked for some members only, so that absence says nothing. */
  readonly isPart: boolean;
  readonly response: Pick<WatchableResponse, 'status' | 'headers' | 'type'>;
}

/** A deviation, with the way to it in place of a name. */
export interface Found extends Pick<ResponseDrift, 'in' | 'kind' | 'seen' | 'promised' | 'tested'> {
  readonly path: Misfit['path'];
}

/** Tells in what status and headers are otherwise. Of an undocumented status nothing else is known. */
export function judgeHead(
  { operation, response }: Answer,
  tested: TestedAnswers | undefined,
  tell: (found: Found) => void,
): void {
  const { status, headers, type } = response;
  const promised = operation.responses[status];
  const statuses = tested && Object.keys(tested[operation.operationId] ?? {});
  const seen = String(status);
  const unexpected = {
    in: 'body',
    kind: 'status-added',
    path: [],
    seen,
    promised: anyOf(Object.keys(operation.responses)),
  } as const;
  if (!promised) return tell(unexpected);
  for (const { name, kinds } of Object.values(promised.headers)) {
    const part = { in: 'header', path: [name] } as const;
    const value = headers.get(name);
    if (value !== null)
      new Judge((_, what) => tell({ ...part, ...words(what, kinds, value) })).place(kinds, headerValue(kinds, value));
    // A page sees the headers of another origin only where that exposes them.
    else if (type !== 'cors') tell({ ...part, ...words('absent', kinds), kind: 'header-removed' });
  }
  const mediaType = headers.get('content-type') ?? '';
  // Where there is no body, that is what is wrong.
  if (promised.body && !json.test(mediaType) && headers.get('content-length') !== '0') {
    tell({
      in: 'header',
      kind: 'type-changed',
      path: ['Content-Type'],
      seen: mediaType === '' ? 'nothing' : (common.exec(mediaType)?.[0] ?? 'another media type'),
      promised: 'application/json',
    });
  }
  if (statuses?.includes(seen) === false) tell({ ...unexpected, tested: anyOf(statuses) });
}

/** Tells in what a body is otherwise; nothing of an undocumented status. */
export function judgeBody(
  { operation, isPart, response }: Answer,
  tested: TestedAnswers | undefined,
  text: string,
  tell: (found: Found) => void,
): void {
  const { status, headers } = response;
  const promised = operation.responses[status]?.body;
  if (!promised) return;
  let value: unknown;
  try {
    if (text !== '') value = JSON.parse(text);
  } catch {
    // Of what says itself that it is something else, that has been told.
    if (/json/i.test(headers.get('content-type') ?? ''))
      tell({ in: 'body', path: [], ...words('kind', promised), seen: 'no JSON' });
    return;
  }
  for (const shape of [promised, tested?.[operation.operationId]?.[status]]) {
    if (!shape) continue;
    const judge = new Judge((path, what, kinds, found) => {
      if (isPart && what === 'absent' && path.length > 0) return;
      const told = words(what, kinds, found);
      const beside = { promised: promisedAs(what, kindsAt(promised, path)), tested: told.promised };
      tell({ in: 'body', path, ...told, ...(shape !== promised && beside) });
    });
    judge.place(shape, value);
  }
}

const json = /^\s*application\/json\s*(?:;|$)/i;

/** What proxies send, and what servers do. Anything else that a server writes there isn't named. */
const common = /text\/html|application\/problem\+json/;

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

/** What is said of a misfit. */
function words(
  what: Misfit['what'],
  kinds: Kinds | undefined,
  value?: unknown,
): Pick<ResponseDrift, 'kind' | 'seen' | 'promised'> {
  return { kind: changes[what], seen: seenAs(what, value), promised: promisedAs(what, kinds) };
}

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
  if (!kinds) return 'nothing';
  const { text, number, list, object } = kinds;
  if (what === 'value') return 'a listed value';
  if (what === 'format') return String(text?.format ?? text?.pattern);
  if (what === 'limit')
    return Object.entries({ ...object, ...list, ...number, ...text })
      .flatMap(([rule, limit]) => (typeof limit === 'number' ? `${rule} ${limit}` : []))
      .join(', ');
  // `string, null or nothing`
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
