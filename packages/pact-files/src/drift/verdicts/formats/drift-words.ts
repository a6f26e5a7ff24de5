import { shown } from '@customer-contracts/schemas/internal';
import { operations, operationIds } from '@customer-contracts/schemas/plain';
import type { ShapeSource } from '@customer-contracts/schemas/shapes';

import { pathText, valuesAt } from '../../../document/values-at.ts';
import { isRecord } from '../../../json/json-value.ts';
import { countOf } from '../../../report/text-table.ts';
import { stepsOf } from '../changed-body.ts';
import type { Drift, DriftChange } from '../drift.ts';

/** A counterexample in a line: as it is where it is short, else by what is wrong in it. */
export function exampleWords({ direction, member }: DriftChange, counterexample: unknown): string {
  const whole = JSON.stringify(counterexample);
  if (whole.length <= shortest) return shown(counterexample);
  const isRequest = direction === 'request' && isRecord(counterexample);
  const body = isRequest ? counterexample['body'] : counterexample;
  const what = isRequest ? `${String(counterexample['method'])} ${String(counterexample['path'])}` : 'an answer';
  const [found] = valuesAt(body, stepsOf(member));
  if (found !== undefined && found.path.length > 0) return `${what} with ${pathText(found.path)}: ${shown(found.value)}`;
  return isRequest || member === '' ? shown(counterexample) : `${what} without ${member}`;
}

/** So much of JSON is read at a glance. */
const shortest = 80;

/** Where a change is: `getCustomer 200`; of a request the operation. */
export function cellOf({ operation, status }: DriftChange): string {
  return status === null ? operation : `${operation} ${status}`;
}

/** What a change is about: the member without the list that it may stand in, or what has no name. */
export function subjectOf(change: DriftChange): string {
  const { kind, operation, status, direction, member } = change;
  if (kind.startsWith('operation-')) return requestLine(operation);
  if (kind.startsWith('status-')) return `status ${status}`;
  if (kind.startsWith('security-')) return 'the operation';
  const name = member.replace(/^\[\]\.?/, '');
  if (kind.startsWith('parameter-')) return `parameter ${name}`;
  if (kind.startsWith('header-')) return `header ${name}`;
  return name || (direction === 'request' ? 'the body of the request' : 'the body');
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
  return [...groups.values()];
}

/** The changes that are told one by one: payment methods that nobody lists are one line. */
export function toldChanges({ changes, paymentMethods }: Drift): readonly DriftChange[] {
  const quiet = new Set(paymentMethods.changes);
  return changes.filter((change) => !quiet.has(change));
}

/** The line about payment methods that nobody lists; `undefined` where there are none. */
export function paymentMethodsLine({ paymentMethods: { methods } }: Drift): string | undefined {
  if (methods.length === 0) return undefined;
  const shown = methods.length > 5 ? [...methods.slice(0, 5), `${methods.length - 5} more`] : methods;
  return `${countOf(methods.length, 'payment method')} that nobody lists: ${shown.join(', ')}`;
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
  const places = [...new Set(pinned.map(({ member }) => member.replace(/^\[\]\.?/, '')))].join(', ');
  const who = [...new Set(pinned.map(({ consumer }) => consumer))].join(', ');
  const note = `${countOf(pinned.length, 'interaction')} of ${who} let${pinned.length === 1 ? 's' : ''} in one value of ${places} alone, as before: the provider state brings it about.`;
  return [...(pinned.length === 0 ? [] : [note]), ...objections];
}

/** The JSON of the command, and of whoever wants data alone. */
export function driftJson({ changes }: Drift): { readonly changes: readonly DriftChange[] } {
  return { changes };
}
