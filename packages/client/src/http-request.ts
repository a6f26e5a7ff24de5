import { formatPath, operations, type OperationId } from '@customer-contracts/schemas';

import { canRepeat } from './can-repeat.ts';
import { InvalidCallError, readIssues, type CallIssue } from './refusals.ts';

/** A call, as it goes over the wire. */
export interface HttpRequest {
  readonly operationId: OperationId;
  /** The encoded path without the organization. */
  readonly path: string;
  /** The encoded query, with its question mark; empty when there is none. */
  readonly search: string;
  /** The body as JSON; `undefined` where the operation takes none. */
  readonly body: string | undefined;
  /** Whether the request may be sent again when nobody knows whether it was carried out. */
  readonly isRepeatable: boolean;
}

/**
 * Writes the request of a call, after checking its path parameters and its query against the operation. The body is
 * the API's to judge.
 *
 * @throws InvalidCallError
 */
export function writeRequest(operationId: OperationId, call: Readonly<Record<string, unknown>>): HttpRequest {
  const operation = operations[operationId];
  const isPathParameter = (name: string) => Object.hasOwn(operation.pathParameters.shape, name);
  const isBody = (name: string) => name === 'body' && operation.body !== undefined;
  const members = Object.entries(call);
  const path = operation.pathParameters.safeParse(
    Object.fromEntries(members.filter(([name]) => isPathParameter(name))),
  );
  const query = operation.query.safeParse(
    Object.fromEntries(members.filter(([name]) => !isPathParameter(name) && !isBody(name))),
  );
  const body = operation.body === undefined ? {} : writeBody(call['body']);
  if (!path.success || !query.success || body.issue) {
    throw new InvalidCallError(operationId, [
      ...readIssues(path.error),
      ...readIssues(query.error),
      ...(body.issue ? [body.issue] : []),
    ]);
  }
  const issue = findTrap(path.data, query.data);
  if (issue) throw new InvalidCallError(operationId, [issue]);
  return {
    operationId,
    path: formatPath(operationId, path.data),
    search: writeSearch(query.data),
    body: body.json,
    isRepeatable: canRepeat(operationId, call['body']),
  };
}

/** What the table allows, and what does something else than it says. */
function findTrap(path: object, query: object): CallIssue | undefined {
  const ids = new Map<string, unknown>(Object.entries(path));
  for (const [member, id] of ids) {
    // A URL has no such segments: the request would go to the collection, or above it.
    if (id === '.' || id === '..') return { member, message: 'No path can carry . or ..' };
  }
  // The API's document doesn't say what a customer that is merged into itself becomes.
  if ('targetCustomerId' in query && query.targetCustomerId === ids.get('id')) {
    return { member: 'targetCustomerId', message: 'A customer can’t be merged into itself' };
  }
  return undefined;
}

function writeBody(body: unknown): { readonly json?: string; readonly issue?: CallIssue } {
  if (body === undefined) return { issue: { member: 'body', message: 'Required' } };
  try {
    return { json: JSON.stringify(body) };
  } catch {
    return { issue: { member: 'body', message: 'Not JSON: a circle or a bigint' } };
  }
}

/** The query as the API reads it: an array is one value, joined by commas; an empty value is as good as absent. */
function writeSearch(query: object): string {
  const values = Object.entries(query)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : String(value)])
    .filter(([, value]) => value !== '');
  return values.length === 0 ? '' : `?${new URLSearchParams(values)}`;
}
