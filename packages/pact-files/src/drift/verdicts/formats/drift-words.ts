import { shown } from '@customer-contracts/schemas/internal';
import { operations, operationIds } from '@customer-contracts/schemas/plain';
import type { ShapeSource } from '@customer-contracts/schemas/shapes';

import { pathText, valuesAt } from '../../../document/values-at.ts';
import { isList, isRecord } from '../../../json/json-value.ts';
import { countOf } from '../../../report/text-table.ts';
import { stepsOf } from '../changed-body.ts';
import type { Drift, DriftChange } from '../drift.ts';

/** A counterexample in a line: a body as it is where it is short, else by what is wrong in it. */
export function exampleWords(change: DriftChange, counterexample: unknown): string {
  if (change.direction === 'request') return requestWords(change, counterexample);
  return change.in === 'body' ? bodyWords(change, counterexample, 'an answer') : shown(counterexample);
}

function requestWords(change: DriftChange, counterexample: unknown): string {
  if (!isRecord(counterexample)) return shown(counterexample);
  const { method, path, query, body } = counterexample;
  const pairs = Object.entries(isRecord(query) ? query : {}).flatMap(([name, values]) =>
    (isList(values) ? values : []).map((value): [string, string] => [name, String(value)]),
  );
  const text = new URLSearchParams(pairs).toString();
  const line = `${String(method)} ${String(path)}${text && `?${text}`}`;
  return change.in === 'body' && body !== undefined ? bodyWords(change, body, line) : line;
}

function bodyWords({ member }: DriftChange, body: unknown, whose: string): string {
  const isShort = JSON.stringify(body).length <= shortest;
  if (isShort || member === '') return whose === 'an answer' ? shown(body) : `${whose} ${shown(body)}`;
  const [found] = valuesAt(body, stepsOf(member));
  return found === undefined
    ? `${whose} without ${member.replace(/^\[\]\.?/, '')}`
    : `${whose} with ${pathText(found.path)}: ${shown(found.value)}`;
}

/** So much of JSON is read at a glance. */
const shortest = 60;

/** Where a change is: `getCustomer 200`; of a request the operation. */
export function cellOf({ operation, status }: DriftChange): string {
  return status === null ? operation : `${operation} ${status}`;
}

/** What a change is about: the member without the list that it may stand in, or what has no name. */
export function subjectOf({ kind, in: part, operation, status, direction, member }: DriftChange): string {
  const name = member.replace(/^\[\]\.?/, '');
  switch (part) {
    case 'operation':
      return kind === 'security-changed' ? 'the operation' : requestLine(operation);
    case 'header':
      return `header ${name}`;
    case 'path':
    case 'query':
    case 'cookie':
      return `parameter ${name}`;
    case 'body':
      if (kind === 'status-added' || kind === 'status-removed') return `status ${status}`;
      return name || (direction === 'request' ? 'the body of the request' : 'the body');
    default:
      return part satisfies never;
  }
}

function requestLine(name: string): string {
  const id = operationIds.find((each) => each === name);
  return id === undefined ? name : `${operations[id].method} ${operations[id].path}`;
}

/** Changes of one kind at one member of one direction, in however many operations and answers: people read them as one. */
export function groupChanges(changes: readonly DriftChange[]): readonly (readonly DriftChange[])[] {
  const groups = Map.groupBy(changes, (change) =>
    JSON.stringify([change.direction, subjectOf(change), change.kind, change.what]),
  );
  return [...groups.values()].toSorted((one, other) => weightOf(other) - weightOf(one));
}

/** What breaks somebody comes first, then what nobody has tried. */
function weightOf(group: readonly DriftChange[]): number {
  if (group.some(isBreaking)) return 2;
  return group.some(({ consumers }) => consumers.length > 0) ? 1 : 0;
}

/** The changes that are told one by one: payment methods that nobody lists are one line. */
export function toldChanges({ changes, paymentMethods }: Drift): readonly DriftChange[] {
  const quiet = new Set(paymentMethods.changes);
  return changes.filter((change) => !quiet.has(change));
}

/** The line about payment methods that nobody lists; `undefined` where there are none. */
export function paymentMethodsLine({ paymentMethods: { methods } }: Drift): string | undefined {
  if (methods.length === 0) return undefined;
  return `${countOf(methods.length, 'payment method')} that nobody lists: ${listOf(methods, 5)}`;
}

/** What a source is, in words. */
export function sourceName(source: ShapeSource): string {
  switch (source.kind) {
    case 'table':
      return 'the table of operations';
    case 'document':
      return `${source.place}${source.version && `, version ${source.version}`}`;
    case 'traffic': {
      const days = [...new Set([source.from, source.to].filter((day) => day !== undefined))];
      return `${source.place}${days.length > 0 ? `, seen ${days.length > 1 ? `from ${days.join(' to ')}` : `on ${days.join()}`}` : ''}`;
    }
    default:
      return source satisfies never;
  }
}

/** How many changes there are, by the worst that they mean: the three numbers add up. */
export function summaryOf({ changes, exempted }: Drift): string {
  const broken = changes.filter(isBreaking).length;
  const untested = changes.filter((change) => !isBreaking(change) && change.consumers.length > 0).length;
  const rest = changes.length - broken - untested;
  const counts = `${broken} break${broken === 1 ? 's' : ''} a consumer, ${untested} ${untested === 1 ? 'is' : 'are'} untested, ${rest} touch${rest === 1 ? 'es' : ''} nobody`;
  const left = exempted === 0 ? '' : ` (${countOf(exempted, 'break')} exempted)`;
  return changes.length === 0 ? 'nothing changed' : `${countOf(changes.length, 'change')}: ${counts}${left}`;
}

/** Whether a change breaks a consumer. */
export function isBreaking({ consumers }: DriftChange): boolean {
  return consumers.some(({ verdict }) => verdict === 'breaks');
}

/** Sentences about what is not a verdict: pinned values, and exemptions that ended or match nothing. */
export function notesOf({ pinned, objections }: Drift): readonly string[] {
  const places = listOf(pinned.map(({ member }) => member.replace(/^\[\]\.?/, '')));
  const who = listOf(pinned.map(({ consumer }) => consumer));
  const note = `${countOf(pinned.length, 'interaction')} of ${who} let${pinned.length === 1 ? 's' : ''} in one value of ${places} alone, as before: the provider state brings it about.`;
  return [...(pinned.length === 0 ? [] : [note]), ...objections];
}

/** Names, each once, and of many the first. */
export function listOf(names: readonly string[], most = 3): string {
  const all = [...new Set(names)];
  return all.length > most ? `${all.slice(0, most).join(', ')} and ${all.length - most} more` : all.join(', ');
}

/** What the command prints as JSON. */
export function driftJson({ changes }: Pick<Drift, 'changes'>): {
  readonly changes: readonly Omit<DriftChange, 'in'>[];
} {
  return {
    changes: changes.map(({ operation, status, direction, member, kind, what, consumers }) => ({
      operation,
      status,
      direction,
      member,
      kind,
      what,
      consumers,
    })),
  };
}
