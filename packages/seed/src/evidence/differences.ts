import type { Came, Evidence, Observation } from '@customer-contracts/schemas/evidence';
import { type Change, compareShapes } from '@customer-contracts/schemas/shapes';

import type { DecisionId } from './decisions.ts';

/** One thing that is otherwise than in recorded evidence. */
export interface EvidenceDifference {
  /** The decision, or the documented answer: `q3`, `getCustomer 404`. */
  readonly about: string;
  /** The question whose answer is another one; absent where it is the shape of an answer. */
  readonly scenario?: string;
  /** What it was, and what it is. */
  readonly what: string;
}

/** What is otherwise now than it was recorded. What nobody could see, then or now, is no difference. */
export function evidenceDifferences(recorded: Evidence, now: Evidence): readonly EvidenceDifference[] {
  return [...observed(recorded, now), ...shaped(recorded, now)];
}

function observed(recorded: Evidence, now: Evidence): readonly EvidenceDifference[] {
  return recorded.observations.flatMap((before) => {
    const after = now.observations.find(({ scenario }) => scenario === before.scenario);
    if (after === undefined || [before, after].some(({ observed: one }) => one === 'none')) return [];
    if (decidedAlike(before, after)) return [];
    return [{ about: before.about, scenario: before.scenario, what: `was ${inWords(before)}, is ${inWords(after)}` }];
  });
}

function decidedAlike(one: Observation, other: Observation): boolean {
  return one.observed === other.observed && JSON.stringify(one.came) === JSON.stringify(other.came);
}

function inWords({ observed: how, came = [] }: Observation): string {
  return how === 'as-decided' ? 'as decided' : `otherwise (${came.map(cameInWords).join(', ')})`;
}

function cameInWords({ status, at, kinds }: Came): string {
  if (at === undefined) return `status ${status}`;
  const names = (['text', 'number', 'boolean', 'list', 'object'] as const).filter((kind) => kinds?.[kind]);
  const kind = kinds === undefined ? 'absent' : [...(kinds.isNullable ? ['null'] : []), ...names].join(' or ');
  return `${at} ${kind}`;
}

function shaped(recorded: Evidence, now: Evidence): readonly EvidenceDifference[] {
  return [
    ...changes(recorded, now).map((change) => ({ about: aboutOf(change), what: changeInWords(change) })),
    ...changes(now, recorded).map((change) => ({
      about: aboutOf(change),
      what: `no longer: ${changeInWords(change)}`,
    })),
  ];
}

/** Of an answer that only one of them has the question tells. */
function changes(base: Evidence, source: Evidence): readonly Change[] {
  return compareShapes(base.shape, source.shape).filter(
    ({ kind }) => kind !== 'operation-added' && kind !== 'status-added',
  );
}

function changeInWords({ operation, status, in: where, member, what }: Change): string {
  return [`${operation} ${status}:`, where, member, what].filter((word) => word !== '').join(' ');
}

/** The decision that a place of an answer hangs on: a difference has one name. */
const hangsOn: readonly (readonly [decision: DecisionId, is: (change: Change) => boolean])[] = [
  ['q35', isNullOrAbsent],
  ['q16', ({ in: where, member }) => where === 'header' && /^x-ratelimit-/i.test(member)],
  ['q31', ({ in: where, member }) => where === 'header' && /^location$/i.test(member)],
  ['q32', ({ status, in: where }) => status === 204 && where === 'body'],
  ['q28', ({ status, member }) => isProblem(status) && member === 'type'],
  ['q41', ({ status, member }) => isProblem(status) && member.startsWith('invalidFields')],
  ['links', ({ member }) => stepsOf(member).includes('_links')],
  ['q1', ({ member }) => stepsOf(member)[0] === '_embedded'],
  ['money', ({ member }) => /^(?:averageValue|lifetimeRevenue)$/.test(stepsOf(member)[0] ?? '')],
  ['q29', ({ member }) => /^(?:email|firstName|lastName)$/.test(plain(member))],
  ['ids', ({ operation, member }) => operation === 'postCustomer' && member === 'id'],
  ['q25', ({ member }) => plain(member) === 'personId'],
  ['q30', ({ member }) => plain(member) === 'primaryAddress.hash'],
  ['q23', ({ member }) => plain(member) === 'revision'],
  ['payment-instrument', ({ member }) => stepsOf(member)[0] === 'defaultPaymentInstrument'],
  ['q10', ({ operation, member }) => operation.endsWith('LeadSource') && stepsOf(member)[0] === 'original'],
  ['times', ({ member }) => member.endsWith('Time')],
];

/** Whether what was null is left out, or the other way round. */
function isNullOrAbsent({ kind, base, source }: Change): boolean {
  if (kind === 'became-optional') return base?.isNullable === true;
  if (kind === 'became-nullable') return base?.isOptional === true;
  return kind === 'member-added' && source?.isNullable === true;
}

function aboutOf(change: Change): string {
  const [decision] = hangsOn.find(([, is]) => change.status !== null && is(change)) ?? [];
  return decision ?? `${change.operation} ${change.status}`;
}

function isProblem(status: number | null): boolean {
  return status !== null && status >= 400;
}

/** A member of a customer, of a list of them as of one. */
function plain(member: string): string {
  return member.replace(/^\[\]\.?/, '');
}

function stepsOf(member: string): readonly string[] {
  return plain(member).split(/\.|\[\]\.?/);
}
