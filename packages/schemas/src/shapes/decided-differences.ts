import type { DecidedDifference } from './api-shape.ts';

const answer = { direction: 'response' } as const;
const problem = { ...answer, isProblem: true } as const;

/**
 * In what the table is otherwise than the document that it is taken from, Rebilly OpenAPI 2026-08, and why. A document that says these
 * says nothing new; one that says anything else of the same member does.
 */
export const decidedDifferences: readonly DecidedDifference[] = [
  // Nothing is required of a customer there; an answer always has its id (docs/api-decisions.md#fields).
  { ...answer, member: 'id', kind: 'became-optional', what: 'may be left out' },
  // It says of what is embedded that it is an object; we know of one which it is (docs/api-decisions.md#q1).
  {
    ...answer,
    member: '_embedded.leadSource.*',
    kind: 'member-removed',
    what: 'is gone, and the object names no member any more',
  },
  // Its own clients answer a relative reference there (docs/api-decisions.md#q28).
  { ...problem, member: 'type', kind: 'format-changed', what: 'format is uri, was none' },
  // It asks for one member, and for none by name.
  { ...problem, member: '', kind: 'limit-changed', what: 'minProperties is 1, was none' },
  // It has a copy of its own of this problem, in which the status may be any.
  { ...problem, member: 'status', kind: 'enum-value-added', what: 'may be something else than 429' },
  // No target is not a target (docs/api-decisions.md#q4).
  { direction: 'request', member: 'targetCustomerId', kind: 'limit-changed', what: 'minLength is none, was 1' },
];
