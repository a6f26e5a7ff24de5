import { formatPath, judgeQuery, mayRepeat, operations } from '@customer-contracts/schemas';
import { kindOf, nearest } from '@customer-contracts/schemas/internal';
import type { OperationId } from '@customer-contracts/types';

import { isDots } from './dots.ts';
import { InvalidCallError, readIssues, type CallIssue } from './refusals.ts';
import { textWithoutSecret } from './without-secret.ts';

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
 * Writes the request of a call, after checking its path parameters and its query against the operation, and a filter and a
 * sort against the fields of what is listed. The API checks the body.
 *
 * @throws {InvalidCallError} when it can't be sent. The error doesn't show the secret, wherever in the call it was.
 */
export function writeRequest(
  operationId: OperationId,
  given: Readonly<Record<string, unknown>> | undefined,
  secret: string,
): HttpRequest {
  const operation = operations[operationId];
  const { call, problems } = judgeQuery(operationId, checkCall(operationId, given));
  const parts = Object.groupBy(Object.entries(call), ([name]) => {
    if (Object.hasOwn(operation.pathParameters.shape, name)) return 'path';
    if (Object.hasOwn(operation.query.shape, name)) return 'query';
    return name === 'body' && operation.body !== undefined ? 'body' : 'unknown';
  });
  const path = operation.pathParameters.safeParse(Object.fromEntries(parts.path ?? []));
  const query = operation.query.safeParse(Object.fromEntries(parts.query ?? []));
  const body = operation.body === undefined ? undefined : writeBody(call['body']);
  const issues = [
    ...readIssues(path.error),
    ...readIssues(query.error),
    // Issues stand in one sentence, which has a full stop of its own.
    ...problems.map(({ member, message }) => ({ member, message: message.replace(/\.$/, '') })),
    ...findTraps(parts.path ?? [], call),
    ...(parts.unknown ?? []).map(([name]) => unknownParameter(operationId, name)),
  ];
  if (operation.body !== undefined && body === undefined) {
    const message = call['body'] === undefined ? 'Is missing' : 'Cannot be written as JSON';
    issues.push({ member: 'body', message });
  }
  if (!path.success || !query.success || issues.length > 0) {
    const shown = issues.map(({ member, message }) => ({ member, message: textWithoutSecret(message, secret) }));
    throw new InvalidCallError(operationId, shown);
  }
  return {
    operationId,
    path: formatPath(operationId, path.data),
    search: writeSearch(query.data),
    body,
    isRepeatable: mayRepeat(operationId, call['body']),
  };
}

/**
 * The parameters, query and body of a call, by name.
 *
 * @throws {InvalidCallError} when it is something else, such as an id alone.
 */
export function checkCall<Call extends object>(operationId: OperationId, call: Call | undefined): Call | Partial<Call> {
  const given: unknown = call;
  if (call === undefined) return {};
  if (typeof given === 'object' && given !== null && !Array.isArray(given)) return call;
  throw new InvalidCallError(operationId, [{ member: '', message: `the call is ${kindOf(given)}` }]);
}

function unknownParameter(operationId: OperationId, member: string): CallIssue {
  const { pathParameters, query, body } = operations[operationId];
  const known = [pathParameters.shape, query.shape, body === undefined ? {} : { body }].flatMap(Object.keys);
  const meant = nearest(member, known);
  const advice = meant === undefined ? `choose from ${known.join(', ')}` : `did you mean ${meant}?`;
  return { member, message: `Is unknown (${advice})` };
}

/** What the API's document allows, and what doesn't do what it says. */
function findTraps(
  pathParameters: readonly (readonly [string, unknown])[],
  call: Readonly<Record<string, unknown>>,
): readonly CallIssue[] {
  const traps = pathParameters
    .filter(([, value]) => isDots(value))
    .map(([member]) => ({ member, message: 'Must not be dots alone, which a URL drops' }));
  // No document says what becomes of a customer that is merged into itself.
  return call['targetCustomerId'] === undefined || call['targetCustomerId'] !== call['id']
    ? traps
    : [...traps, { member: 'targetCustomerId', message: 'Must not be the id of the duplicate itself' }];
}

function writeBody(body: unknown): string | undefined {
  try {
    return JSON.stringify(body);
  } catch {
    return undefined;
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
