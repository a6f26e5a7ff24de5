import { methods } from './methods.ts';
import type { OperationId } from './operation-types.ts';
import { type Operation, operations } from './operations.ts';
import { resources } from './resources.ts';

/** Whether an operation only reads. What doesn't counts against the allowance of writes. */
export function isSafe(operationId: OperationId): boolean {
  return methods[operations[operationId].method].isSafe;
}

/**
 * Whether a request may be sent again when nobody knows whether it was carried out: not one that would create or record
 * twice, and not one whose body has a member that works only once, such as a payment token. A repeated merge or delete is
 * answered with 404.
 */
export function mayRepeat(operationId: OperationId, body?: unknown): boolean {
  const { isRepeatable, takes }: Operation = operations[operationId];
  const singleUse: readonly string[] = takes === undefined ? [] : resources[takes].singleUse;
  return isRepeatable && !singleUse.some((name) => hasMember(body, name));
}

function hasMember(body: unknown, name: string): boolean {
  return typeof body === 'object' && body !== null && Reflect.get(body, name) !== undefined;
}
