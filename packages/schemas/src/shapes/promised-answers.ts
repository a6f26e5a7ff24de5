import type { OperationId } from '../operation-types.ts';
import { pathPattern } from '../path-pattern.ts';
import { operationIds, operations } from '../plain.ts';
import type { OperationShape } from './api-shape.ts';
import type { Kinds, ObjectKind } from './kinds.ts';
import { responsesOf } from './shape-of-table.ts';

/** What an operation answers with, and how it is reached. */
export interface PromisedAnswers extends Pick<OperationShape, 'method' | 'responses'> {
  /** Its name in the table. */
  readonly operationId: OperationId;
  /** The source of the regular expression for its path: see `pathPattern`. */
  readonly pattern: string;
}

/**
 * What the table promises of the answers of each operation, and no more: an object that names members has no others, and those
 * that only a request has are strange in an answer.
 */
export const promisedAnswers: readonly PromisedAnswers[] = /* @__PURE__ */ read();

function read(): readonly PromisedAnswers[] {
  return operationIds.map((operationId) => {
    const { method, responses } = operations[operationId];
    const promised = Object.entries(responsesOf(responses)).map(
      ([status, { headers, body }]) => [status, { headers, ...(body && { body: closed(body) }) }] as const,
    );
    const { source: pattern } = pathPattern(operations[operationId]);
    return { operationId, method, pattern, responses: Object.fromEntries(promised) };
  });
}

/** The same without a place for what isn't named. */
function closed(kinds: Kinds): Kinds {
  const { list, object } = kinds;
  return {
    ...kinds,
    ...(list && { list: { ...list, element: closed(list.element) } }),
    ...(object && { object: closedObject(object) }),
  };
}

function closedObject(object: ObjectKind): ObjectKind {
  const members = Object.entries(object.members);
  // A map names none.
  if (members.length === 0) return { members: {} };
  return { members: Object.fromEntries(members.map(([name, kinds]) => [name, closed(kinds)])), isClosed: true };
}
